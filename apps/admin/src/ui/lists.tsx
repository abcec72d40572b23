import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useLanguage } from '../i18n/language.js';
import { classNames } from './class-names.js';
import { dayOf, formatTime, formatWeekdayDate } from './format.js';
import type { Tone } from './tag.js';
import { useChosenTabInSight } from './use-chosen-tab-in-sight.js';

export interface TimelineItem {
  readonly id: string;
  /** UTC instant. */
  readonly at: string;
  readonly title: ReactNode;
  /** Who, in which role. */
  readonly by?: ReactNode;
  readonly detail?: ReactNode;
  readonly tone?: Tone;
}

/** What happened, under the day it happened on, in the order given. */
export function TimelineList({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  const language = useLanguage();
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item, index) => {
        const day = dayOf(item.at);
        const before = items[index - 1];
        return (
          <li key={item.id} className={item.tone && `timeline-${item.tone}`}>
            {(!before || dayOf(before.at) !== day) && (
              <p className="timeline-day">{formatWeekdayDate(day, language)}</p>
            )}
            <div className="timeline-item">
              <time dateTime={item.at}>{formatTime(item.at)}</time>
              <div>
                <p className="timeline-title">{item.title}</p>
                {item.detail && <div className="timeline-detail">{item.detail}</div>}
                {item.by && <p className="timeline-by">{item.by}</p>}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand right, in digits of one width. */
  readonly isFigure?: boolean;
  /** The cell that names its row. */
  readonly isRowHeader?: boolean;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Instead of rows when there are none. */
  readonly empty?: ReactNode;
}

/** A table in its own scroller, so that the page never moves sideways. */
export function DataTable<Row>({ caption, isCaptionHidden, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrow keys.
    <section className="table-scroller" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id} className={classNames(isCaptionHidden && 'visually-hidden')}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classNames(column.isFigure && 'figure')}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.isRowHeader ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classNames(column.isFigure && 'figure')}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

export interface TabsProps<Value extends string> {
  readonly label: string;
  readonly tabs: readonly {
    readonly value: Value;
    readonly label: string;
    readonly count?: number;
    readonly tone?: Tone;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
}

export function Tabs<Value extends string>({ label, tabs, value, onChange, children }: TabsProps<Value>) {
  const id = useId();
  const row = useChosenTabInSight([value, ...tabs.map((tab) => `${tab.label} ${tab.count ?? ''}`)].join(' '));
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const at = tabs.findIndex((tab) => tab.value === value);
    const ends: Readonly<Record<string, number>> = { Home: 0, End: tabs.length - 1 };
    const step = steps[event.key];
    const next = tabs[step === undefined ? (ends[event.key] ?? -1) : (at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <>
      <div ref={row} className="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            className="tab"
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className={classNames('count', tab.tone && `count-${tab.tone}`)}>{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}
