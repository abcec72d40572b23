import { isOwing, legalDayOf, type LegalDate, type RecommendationStatus, type Severity } from '@soat/domain';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDate, formatDaysLeft } from '../ui/format.js';
import { Tag, type Tone } from '../ui/tag.js';
import type { BoardRow } from './recommendation-file.js';

/** Statuses in which the deadline is the unit's to keep. */
type Due = Pick<BoardRow, 'status' | 'dueOn' | 'isOverdue' | 'workingDaysLeft'>;

const statusTones: Readonly<Record<RecommendationStatus, Tone>> = {
  issued: 'neutral',
  planned: 'neutral',
  'in-progress': 'info',
  returned: 'overdue',
  'awaiting-verification': 'info',
  verified: 'done',
  implemented: 'done',
  'not-implemented': 'repeat',
  'plan-returned': 'overdue',
  'plan-approved': 'neutral',
  'partly-implemented': 'soon',
  suspended: 'neutral',
  effective: 'done',
  'sanction-proposed': 'repeat',
  'sanction-decided': 'repeat',
};

export function StatusTag({ status }: { readonly status: RecommendationStatus }) {
  const t = useT();
  return <Tag tone={statusTones[status]}>{t(`unit.status.${status}`)}</Tag>;
}

export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const t = useT();
  return <Tag tone={severity === 'critical' ? 'repeat' : 'neutral'}>{t(`unit.severity.${severity}`)}</Tag>;
}

/** Days left, or days overdue; nothing once the unit owes nothing. */
export function DueTag({ due }: { readonly due: Due }) {
  const text = useDueText()(due);
  return text && <Tag tone={dueTone(due)}>{text}</Tag>;
}

export function dueTone({ isOverdue, workingDaysLeft }: Due): Tone {
  if (isOverdue) return 'overdue';
  return workingDaysLeft <= dueSoonDaysMax ? 'soon' : 'neutral';
}

/** The API's own "due soon". */
const dueSoonDaysMax = 3;

export function useDueText(): (due: Due) => string | null {
  const t = useT();
  const language = useLanguage();
  return ({ status, isOverdue, workingDaysLeft }) => {
    if (!owes(status)) return null;
    // Overdue since Friday, read on a Saturday: no working day has passed.
    if (isOverdue && workingDaysLeft === 0) return t('unit.overdueToday');
    return capital(formatDaysLeft(workingDaysLeft, language));
  };
}

export function owes(status: RecommendationStatus): boolean {
  return isOwing(status);
}

/** Whether a proof came in time: by the due date in force, and by the original one where that is another. */
export function OnTimeTag({
  submittedOn,
  dueOn,
  originalDueOn,
}: {
  readonly submittedOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly originalDueOn: LegalDate;
}) {
  const t = useT();
  if (submittedOn > dueOn) return <Tag tone="soon">{t('unit.late')}</Tag>;
  if (submittedOn > originalDueOn) return <Tag tone="soon">{t('unit.lateOriginally')}</Tag>;
  return <Tag tone="done">{t('unit.onTime')}</Tag>;
}

/** A legal day or an instant as the day it is in Vietnam. */
export function formatDay(at: string): string {
  return formatDate(at.includes('T') ? legalDayOf(at) : at);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
