import type { EventInWords, Role } from '@soat/domain';
import type { Language } from '../ui/format.js';
import { formatDateTime } from '../ui/format.js';
import { eventTypeWords } from '../i18n/words/event-types.js';
import type { Translate } from '../i18n/use-t.js';

/** GET /events: an event with the names behind its ids. */
export interface EventRow extends EventInWords {
  readonly unitName: string | null;
  readonly caseNumber: string | null;
  readonly actorName: string | null;
  readonly onBehalfOfName: string | null;
}

/** GET /events/:id. */
export interface EventShown extends EventRow {
  readonly commandId: string;
  readonly correlationId: string;
  readonly changes: readonly EventChange[];
  /** The first cause first. */
  readonly causation: readonly EventRow[];
  readonly consequences: readonly EventRow[];
  readonly leaf: string | null;
  readonly isSealed: boolean;
}

export interface EventChange {
  readonly path: string;
  readonly labelVi: string;
  readonly labelEn: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** GET /access-log. */
export interface AccessRow {
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly role: string;
  readonly onBehalfOf: string | null;
  readonly subject: 'inspection' | 'recommendation' | 'bundle' | 'event' | 'history';
  readonly subjectId: string | null;
  readonly asOf: string | null;
  readonly requestId: string;
}

/** Clocks that differ by more are both told: what is offline reaches the server late. */
const apartMsMax = 5 * 60_000;

export function typeInWords(type: string, language: Language): string {
  return eventTypeWords[type]?.[language === 'vi' ? 0 : 1] ?? type;
}

export function sentenceOf({ sentenceVi, sentenceEn }: EventRow, language: Language): string {
  return language === 'vi' ? sentenceVi : sentenceEn;
}

export function byWhom({ actor, actorName, role, onBehalfOf, onBehalfOfName }: EventRow, t: Translate): string {
  if (role === 'system') return t('leader.system');
  const by = t('leader.by', { name: actorName ?? actor, role: t(`role.${role as Role}`) });
  return onBehalfOf ? `${by}, ${t('history.onBehalf', { name: onBehalfOfName ?? onBehalfOf })}` : by;
}

/** Where its file is shown; null for what has no screen. */
export function casePathOf({ streamCategory, streamId, unitId }: EventRow): string | null {
  const screens: Readonly<Record<string, string>> = {
    programme: '/chuong-trinh/',
    inspection: '/kiem-tra/',
    recommendation: '/kien-nghi/',
  };
  if (streamCategory === 'unit') return `/don-vi/${unitId}`;
  const screen = screens[streamCategory];
  return screen ? `${screen}${streamId}` : null;
}

/** The clock of the device beside the server's; null where they are told apart by no more than five minutes. */
export function clocksOf({ occurredAt, recordedAt }: EventRow, t: Translate, language: Language): string | null {
  const apartMs = Math.abs(Date.parse(recordedAt) - Date.parse(occurredAt));
  if (apartMs <= apartMsMax) return null;
  return t('history.bothClocks', { at: formatDateTime(occurredAt, language), delay: delayOf(apartMs, t) });
}

function delayOf(ms: number, t: Translate): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 90) return t('event.delay.minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? t('event.delay.hours', { count: hours })
    : t('event.delay.days', { count: Math.round(hours / 24) });
}
