import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useGet } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { formatDate } from '../ui/format.js';
import { CardList, Page, PageHeader, Section } from '../ui/layout.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { TextField } from '../ui/text-field.js';
import { useMedia } from '../ui/use-media.js';
import type { AsOf } from '../api/as-of.js';
import { FiguresRow } from './figures-row.js';
import { found, type SortKey, sorted, sortKeys, sumOf, type UnitFigures } from './overview.js';
import { UnitCard } from './unit-card.js';
import { type Sorting, UnitTable } from './unit-table.js';
import './leader.css';

/** Every unit in sight: the figures of all of them, then each for itself. */
export function OverviewPage() {
  const t = useT();
  const answer = useGet<{ readonly data: readonly UnitFigures[]; readonly asOf: AsOf }>('/api/v1/unit-overviews');
  const units = answer.data?.data;
  const asOf = answer.data?.asOf;
  return (
    <Page width="wide">
      <PageHeader title={t('leader.title')} note={asOf && t('leader.asOf', { date: formatDate(asOf.on) })} />
      {!units && (answer.error ? <ErrorPanel problem={answer.error} onRetry={answer.refetch} /> : <Loading />)}
      {units?.length === 0 && <EmptyState title={t('leader.nothing')} />}
      {units && units.length > 0 && <Overview units={units} />}
    </Page>
  );
}

function Overview({ units }: { readonly units: readonly UnitFigures[] }) {
  const t = useT();
  const isWide = useMedia('(min-width: 900px), print');
  const [text, setText] = useState('');
  const { sorting, sortBy } = useSorting();
  const inspected = units.filter((unit) => unit.inspectionsStarted > 0).length;
  const shown = sorted(found(units, text), sorting.key, sorting.isReversed);
  return (
    <>
      <FiguresRow
        figures={sumOf(units)}
        units={{ inspected, all: units.length }}
        pathOf={(show) => `/viec-can-lam?loc=${show}`}
      />
      <Section title={t('leader.list')} count={shown.length}>
        <div className="unit-finder">
          <TextField
            label={t('leader.search')}
            hint={t('leader.searchHint')}
            inputMode="search"
            value={text}
            onChange={setText}
          />
          {!isWide && <SortField sorting={sorting} onSort={sortBy} />}
        </div>
        {shown.length === 0 && <EmptyState title={t('leader.searchNothing', { text })} />}
        {shown.length > 0 &&
          (isWide ? (
            <UnitTable units={shown} sorting={sorting} onSort={sortBy} />
          ) : (
            <CardList>
              {shown.map((unit) => (
                <UnitCard key={unit.unitId} unit={unit} />
              ))}
            </CardList>
          ))}
      </Section>
      <ul className="overview-links">
        <li>
          <Link to="/lich-viec">{t('agenda.open')}</Link>
        </li>
        <li>
          <Link to="/thoi-han">{t('deadlines.open')}</Link>
        </li>
        <li>
          <Link to="/ton-tai">{t('findings.open')}</Link>
        </li>
        <li>
          <Link to="/lap-lai">{t('matrix.open')}</Link>
        </li>
        <li>
          <Link to="/nhat-ky">{t('history.open')}</Link>
        </li>
        <li>
          <Link to="/toan-ven">{t('trail.open')}</Link>
        </li>
      </ul>
      <details className="definitions">
        <summary>{t('leader.definitions')}</summary>
        <ul>
          <li>{t('leader.definition.owing')}</li>
          <li>{t('leader.definition.overdue')}</li>
          <li>{t('leader.definition.fixed')}</li>
          <li>{t('leader.definition.onTime')}</li>
        </ul>
      </details>
    </>
  );
}

function SortField({ sorting, onSort }: { readonly sorting: Sorting; readonly onSort: (key: SortKey) => void }) {
  const t = useT();
  return (
    <label className="field sort-field">
      <span>{t('leader.sort')}</span>
      <select
        className="select"
        value={sorting.key}
        onChange={(event) => {
          const chosen = sortKeys.find((key) => key === event.target.value);
          if (chosen) onSort(chosen);
        }}
      >
        {sortKeys.map((key) => (
          <option key={key} value={key}>
            {t(`leader.sort.${key}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** In the address, so that the way back finds the same order; the same column again turns it round. */
function useSorting() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('xep') ?? '';
  const key = sortKeys.find((known) => known === asked.replace(/^-/, '')) ?? 'overdue';
  const sorting: Sorting = { key, isReversed: asked.startsWith('-') };
  const sortBy = (next: SortKey) =>
    setSearch({ xep: next === key && !sorting.isReversed ? `-${next}` : next }, { replace: true });
  return { sorting, sortBy };
}
