import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from './button.js';
import { formatDate, formatDateTime, formatNumber, type Language } from './format.js';
import { Icon } from './icon.js';

export interface ProblemShown {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly kept?: string | undefined;
  readonly traceId?: string | undefined;
}

export interface ErrorPanelProps {
  /** A `ProblemError` fits as it is; nothing is shown for null. */
  readonly problem: ProblemShown | null;
  readonly onRetry?: () => void;
}

/** What happened, what was kept, what to do. */
export function ErrorPanel({ problem, onRetry }: ErrorPanelProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <div role="status">
      {problem && (
        <div className="error-panel">
          <p className="error-title">
            <Icon name="alert" />
            {problem.title}
          </p>
          {problem.detail && <p>{problem.detail}</p>}
          {problem.errors && problem.errors.length > 0 && (
            <ul aria-label={t('problem.errors')}>
              {problem.errors.map((item) => (
                <li key={`${item.pointer} ${item.message}`}>
                  {item.message} <code>{item.pointer}</code>
                </li>
              ))}
            </ul>
          )}
          <FactsOf facts={problem.facts ?? {}} language={language} />
          {problem.kept && (
            <p>
              <strong>{t('problem.kept')}:</strong> {problem.kept}
            </p>
          )}
          {(onRetry || problem.traceId) && (
            <div className="error-foot">
              {onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
              {problem.traceId && (
                <small>
                  {t('problem.trace')}: {problem.traceId}
                </small>
              )}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function FactsOf({
  facts,
  language,
}: {
  readonly facts: NonNullable<ProblemShown['facts']>;
  readonly language: Language;
}) {
  const t = useT();
  const shown = Object.entries(facts).filter(([name, value]) => name in factNames && value !== null);
  if (shown.length === 0) return null;
  return (
    <dl className="facts" aria-label={t('problem.facts')}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{t(factNames[name as keyof typeof factNames])}</dt>
          <dd>{asText(value, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

// Ids and digests are left out: they tell a reader nothing.
const factNames = {
  status: 'fact.status',
  itemCode: 'fact.itemCode',
  itemCodes: 'fact.itemCodes',
  number: 'fact.number',
  numbers: 'fact.numbers',
  name: 'fact.name',
  role: 'fact.role',
  round: 'fact.round',
  returns: 'fact.returns',
  verifiedBy: 'fact.verifiedBy',
  signedOn: 'fact.signedOn',
  orderedOn: 'fact.orderedOn',
  plannedOn: 'fact.plannedOn',
  validFrom: 'fact.validFrom',
  establishedOn: 'fact.establishedOn',
  startOn: 'fact.startOn',
  points: 'fact.points',
  witness: 'fact.witness',
  type: 'fact.type',
} as const;

function asText(value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((each) => asText(each, language)).join(', ');
  if (typeof value === 'number') return formatNumber(value, language);
  if (typeof value === 'boolean') return value ? '✓' : '–';
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text, language);
  return /^\d{4}-\d\d-\d\dT.*Z$/.test(text) ? formatDateTime(text, language) : text;
}

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is there, and that is in order. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

export function Loading({ label }: { readonly label?: string }) {
  const t = useT();
  return (
    <div className="loading" role="status">
      <span className="loading-bar" aria-hidden="true" />
      {label ?? t('common.loading')}
    </div>
  );
}

export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Beside the bar; `14/22` when left out. */
  readonly text?: string;
}

export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  const shown = text ?? `${value}/${max}`;
  return (
    <div className="progress">
      <progress value={value} max={Math.max(max, 1)} aria-label={label} />
      <span>{shown}</span>
    </div>
  );
}
