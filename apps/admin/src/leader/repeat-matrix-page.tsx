import type { MatrixFinding } from '@soat/domain';
import { useId, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useGet } from '../api/hooks.js';
import type { RepeatMatrixShown, RepeatMatrixUnit } from '../api/programmes.js';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';
import { Page, PageHeader, Section } from '../ui/layout.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { Tag, type Tone } from '../ui/tag.js';
import './leader.css';

const tones: Readonly<Record<MatrixFinding['recurrence'], Tone>> = {
  first: 'neutral',
  repeat: 'repeat',
  persisting: 'overdue',
  inherited: 'info',
};

/** Units by items over time: what was found again after it was put right, and what never was. */
export function RepeatMatrixPage() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  // A state of its own: the address follows a moment later, and the box must not spring back meanwhile.
  const [isAll, setAll] = useState(search.get('tat-ca') === '1');
  const answer = useGet<RepeatMatrixShown>('/api/v1/repeat-matrix', {
    unitId: search.get('don-vi'),
    again: isAll ? null : true,
  });
  const matrix = answer.data;
  return (
    <Page width="wide">
      <PageHeader
        backTo="/tong-quan"
        backLabel={t('leader.backToList')}
        title={t('matrix.title')}
        note={matrix && t('matrix.note', { months: matrix.windowMonths })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={isAll}
          onChange={() => {
            setAll(!isAll);
            const next = new URLSearchParams(search);
            if (isAll) next.delete('tat-ca');
            else next.set('tat-ca', '1');
            setSearch(next, { replace: true });
          }}
        />
        <span>{t('matrix.all')}</span>
      </label>
      {!matrix && (answer.error ? <ErrorPanel problem={answer.error} onRetry={answer.refetch} /> : <Loading />)}
      {matrix?.data.length === 0 && <EmptyState title={t(isAll ? 'matrix.noneAll' : 'matrix.none')} />}
      {matrix && matrix.data.length > 0 && (
        <Section title={t('leader.list')} count={matrix.data.length}>
          {matrix.data.map((unit) => (
            <UnitMatrix key={unit.unitId} unit={unit} />
          ))}
        </Section>
      )}
    </Page>
  );
}

function UnitMatrix({ unit }: { readonly unit: RepeatMatrixUnit }) {
  const t = useT();
  const id = useId();
  const found = new Set(unit.cells.flatMap(({ findings }) => findings.map(({ inspectionId }) => inspectionId)));
  // The newest first, for what came again came last; those that found none of these are left out.
  const columns = unit.inspections.filter(({ inspectionId }) => found.has(inspectionId)).toReversed();
  return (
    <article className="matrix-unit">
      <h3>
        <Link to={`/don-vi/${unit.unitId}`}>{unit.unitName}</Link>
      </h3>
      {unit.repeats + unit.persisting > 0 && (
        <div className="tags">
          {unit.repeats > 0 && <Tag tone="repeat">{t('matrix.repeats', { count: unit.repeats })}</Tag>}
          {unit.persisting > 0 && <Tag tone="overdue">{t('matrix.persisting', { count: unit.persisting })}</Tag>}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrow keys. */}
      <section className="table-scroller" aria-labelledby={id} tabIndex={0}>
        <table className="matrix">
          <caption id={id} className="visually-hidden">
            {t('matrix.title')}: {unit.unitName}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('matrix.item')}</th>
              {columns.map(({ inspectionId, on }) => (
                <th key={inspectionId} scope="col">
                  <Link to={`/kiem-tra/${inspectionId}`}>{formatDate(on)}</Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {unit.cells.map((cell) => (
              <tr key={cell.itemCode}>
                <th scope="row">{cell.itemCode}</th>
                {columns.map(({ inspectionId }) => (
                  <td key={inspectionId}>
                    <CellFindings findings={cell.findings.filter((finding) => finding.inspectionId === inspectionId)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </article>
  );
}

function CellFindings({ findings }: { readonly findings: readonly MatrixFinding[] }) {
  const t = useT();
  if (findings.length === 0)
    return (
      <>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{t('matrix.nothing')}</span>
      </>
    );
  return findings.map((finding) => (
    <p key={finding.findingId} className="matrix-finding">
      <Tag tone={tones[finding.recurrence]}>{t(`matrix.recurrence.${finding.recurrence}`)}</Tag>
      <small>
        {finding.number} ·{' '}
        {finding.closedOn ? t('matrix.closed', { on: formatDate(finding.closedOn) }) : t('matrix.stillOpen')}
      </small>
    </p>
  ));
}
