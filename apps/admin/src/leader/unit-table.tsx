import type { ReactNode } from 'react';
import { useId } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { classNames } from '../ui/class-names.js';
import { formatRate } from '../ui/format.js';
import { Tag } from '../ui/tag.js';
import { formatDay } from '../unit/marks.js';
import { figuresOf, type SortKey, type UnitFigures } from './overview.js';

export interface Sorting {
  readonly key: SortKey;
  readonly isReversed: boolean;
}

interface UnitTableProps {
  readonly units: readonly UnitFigures[];
  readonly sorting: Sorting;
  readonly onSort: (key: SortKey) => void;
}

/** The units in a table whose counts sort it; rates do not, for they would rank units by few cases. */
export function UnitTable({ units, sorting, onSort }: UnitTableProps) {
  const t = useT();
  const language = useLanguage();
  const id = useId();
  const heading = { sorting, onSort };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrow keys.
    <section className="table-scroller" aria-labelledby={id} tabIndex={0}>
      <table className="unit-table">
        <caption id={id} className="visually-hidden">
          {t('leader.list')}
        </caption>
        <thead>
          <tr>
            <Heading {...heading} sortKey="name">
              {t('leader.column.unit')}
            </Heading>
            <Heading {...heading} sortKey="lastInspected">
              {t('leader.column.lastInspected')}
            </Heading>
            <Heading {...heading} sortKey="found" isFigure>
              {t('leader.column.found')}
            </Heading>
            <th scope="col" className="figure">
              {t('leader.column.fixed')}
            </th>
            <Heading {...heading} sortKey="owing" isFigure>
              {t('leader.column.owing')}
            </Heading>
            <Heading {...heading} sortKey="overdue" isFigure>
              {t('leader.column.overdue')}
            </Heading>
            <th scope="col" className="figure">
              {t('leader.column.awaiting')}
            </th>
            <th scope="col" className="figure">
              {t('leader.column.onTime')}
              <small>{t('leader.column.onTimeBoth')}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => {
            const figures = figuresOf(unit);
            return (
              <tr key={unit.unitId}>
                <th scope="row">
                  <Link to={`/don-vi/${unit.unitId}`}>{unit.name}</Link>
                </th>
                <td>{unit.lastInspectedAt ? formatDay(unit.lastInspectedAt) : t('leader.notInspected')}</td>
                <td className="figure">{figures.found}</td>
                <td className="figure">{figures.fixed}</td>
                <td className="figure">{figures.owing}</td>
                <td className="figure">
                  {figures.overdue > 0 ? <Tag tone="overdue">{figures.overdue}</Tag> : figures.overdue}
                </td>
                <td className="figure">{figures.awaitingVerification}</td>
                <td className="figure">
                  {unit.verified === 0
                    ? '–'
                    : `${formatRate(unit.verifiedOnTime, unit.verified, language)} · ${formatRate(unit.verifiedOnTimeOriginally, unit.verified, language)}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface HeadingProps {
  readonly sortKey: SortKey;
  readonly sorting: Sorting;
  readonly onSort: (key: SortKey) => void;
  readonly isFigure?: boolean;
  readonly children: ReactNode;
}

function Heading({ sortKey, sorting, onSort, isFigure, children }: HeadingProps) {
  const isSorted = sorting.key === sortKey;
  // Names begin at A, figures and days with the greatest.
  const isRising = (sortKey === 'name') !== sorting.isReversed;
  return (
    <th
      scope="col"
      className={classNames(isFigure && 'figure')}
      aria-sort={isSorted ? (isRising ? 'ascending' : 'descending') : undefined}
    >
      <button type="button" className="sort" onClick={() => onSort(sortKey)}>
        {children}
        <span aria-hidden="true">{isSorted ? (isRising ? '▲' : '▼') : '↕'}</span>
      </button>
    </th>
  );
}
