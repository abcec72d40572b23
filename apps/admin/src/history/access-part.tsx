import type { Role } from '@soat/domain';
import { Link } from 'react-router';
import { usePages } from '../api/use-pages.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { wordsOfPast } from '../trail/words-of-past.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { formatDateTime } from '../ui/format.js';
import { DataTable } from '../ui/lists.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { MoreButton } from '../unit/more-button.js';
import type { AccessRow } from './events.js';
import { useFilters } from './use-filters.js';

const names = { subjectId: 'ho-so', actor: 'nguoi', from: 'tu', to: 'den' } as const;

/** Who looked at which file, the newest first. */
export function AccessPart() {
  const t = useT();
  const { values, set, clear, isAny } = useFilters(names);
  return (
    <>
      <form
        className="history-filters access-filters"
        aria-label={t('history.filters')}
        onSubmit={(event) => event.preventDefault()}
      >
        <DateField label={t('access.from')} value={values.from} onChange={(from) => set({ from })} />
        <DateField label={t('access.to')} value={values.to} onChange={(to) => set({ to })} />
        {isAny && (
          <p className="history-case">
            {values.subjectId && <strong>{t('access.caseOnly')}</strong>}
            <Button tone="quiet" icon="close" onClick={clear}>
              {t('history.clear')}
            </Button>
          </p>
        )}
      </form>
      <AccessTable query={{ ...values, limit: 50 }} />
    </>
  );
}

interface AccessTableProps {
  readonly query: Readonly<Record<string, string | number | null>>;
  readonly isBrief?: boolean;
}

export function AccessTable({ query, isBrief = false }: AccessTableProps) {
  const t = useT();
  const language = useLanguage();
  const pages = usePages<AccessRow>('/api/v1/access-log', query);
  if (!pages.rows) return pages.problem ? <ErrorPanel problem={pages.problem} onRetry={pages.retry} /> : <Loading />;
  if (pages.rows.length === 0) return <EmptyState title={t('access.nothing')} />;
  return (
    <>
      <DataTable
        caption={t('access.list')}
        isCaptionHidden
        rows={pages.rows}
        rowKey={({ requestId, subject, subjectId, at }) => `${requestId} ${subject} ${subjectId} ${at}`}
        columns={[
          { key: 'at', header: t('access.at'), cell: ({ at }) => formatDateTime(at, language) },
          {
            key: 'who',
            header: t('access.who'),
            isRowHeader: true,
            cell: ({ actor, actorName, role }) => (
              <>
                {actorName ?? actor}
                <small className="access-role">{t(`role.${role as Role}`)}</small>
              </>
            ),
          },
          ...(isBrief
            ? []
            : [{ key: 'what', header: t('access.what'), cell: (row: AccessRow) => <Subject row={row} /> }]),
          {
            key: 'asOf',
            header: t('access.asOf'),
            cell: ({ asOf }) =>
              asOf ? wordsOfPast({ asOf: String(asOf), basis: 'recorded' }, t, language) : t('access.now'),
          },
        ]}
      />
      {!isBrief && <MoreButton pages={pages} />}
    </>
  );
}

const screens: Readonly<Partial<Record<AccessRow['subject'], string>>> = {
  inspection: '/kiem-tra/',
  recommendation: '/kien-nghi/',
  event: '/nhat-ky/',
};

function Subject({ row: { subject, subjectId } }: { readonly row: AccessRow }) {
  const t = useT();
  const words = t(`access.subject.${subject}`);
  const screen = screens[subject];
  return screen && subjectId ? <Link to={`${screen}${subjectId}`}>{words}</Link> : words;
}
