import type { Role, EventInWords } from '@soat/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../api/use-pages.js';
import { useLanguage } from '../i18n/language.js';
import { type Translate, useT } from '../i18n/use-t.js';
import { formatDateTime, formatNumber, type Language } from '../ui/format.js';
import { type TimelineItem, TimelineList } from '../ui/lists.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import type { Tone } from '../ui/tag.js';
import { MoreButton } from './more-button.js';
import './unit.css';

export interface TimelineEntry extends EventInWords {
  readonly actorName: string | null;
  /** Number of the decision or of the recommendation it is about. */
  readonly caseNumber: string | null;
}

export interface EventTimelineProps {
  readonly unitId: string;
  /** Only the events of this inspection or recommendation. */
  readonly streamId?: string;
  /** Each event leads to its inspection or recommendation, and the many answers to items can be left out. */
  readonly isLinked?: boolean;
}

/** Twenty-six of them in an hour: what came of them is told by the findings. */
const itemByItem: readonly string[] = ['ChecklistItemAnswered', 'ChecklistItemMarkedNotApplicable', 'EvidenceCaptured'];

const tones: Readonly<Record<string, Tone>> = {
  FindingRecorded: 'soon',
  MinutesSignatureRefused: 'soon',
  RemediationObstacleReported: 'soon',
  RemediationVerificationFailed: 'overdue',
  RecommendationDeclaredNotImplemented: 'repeat',
  RemediationVerified: 'done',
  RecommendationClosed: 'done',
  RecommendationSettled: 'done',
  InspectionClosed: 'done',
  FindingCorrectedOnSite: 'done',
  RecommendationIssued: 'info',
  UnannouncedInspectionStarted: 'info',
};

/** What happened at a unit, as sentences, under the legal day the server recorded them on; the newest first. */
export function EventTimeline({ unitId, streamId, isLinked = false }: EventTimelineProps) {
  const t = useT();
  const language = useLanguage();
  const [isBrief, setBrief] = useState(false);
  const pages = usePages<TimelineEntry>(`/api/v1/units/${unitId}/timeline`, { streamId, limit: 50 });
  if (!pages.rows) return pages.problem ? <ErrorPanel problem={pages.problem} onRetry={pages.retry} /> : <Loading />;
  if (pages.rows.length === 0) return <EmptyState title={t('leader.noEvents')} />;
  const shown = isBrief ? pages.rows.filter(({ type }) => !itemByItem.includes(type)) : pages.rows;
  return (
    <div className="event-timeline">
      {isLinked && (
        <label className="brief">
          <input type="checkbox" checked={isBrief} onChange={() => setBrief(!isBrief)} />
          <span>{t('leader.brief')}</span>
        </label>
      )}
      <TimelineList
        label={t('leader.timeline')}
        items={shown.map((entry) => itemOf(entry, { t, language, isLinked }))}
      />
      <MoreButton pages={pages} />
    </div>
  );
}

interface Telling {
  readonly t: Translate;
  readonly language: Language;
  readonly isLinked: boolean;
}

function itemOf(entry: TimelineEntry, { t, language, isLinked }: Telling): TimelineItem {
  const tone = tones[entry.type];
  const sentence = language === 'vi' ? entry.sentenceVi : entry.sentenceEn;
  const clocks = clocksOf(entry, t, language);
  const path = isLinked ? pathOf(entry) : null;
  return {
    id: entry.eventId,
    at: entry.recordedAt,
    title: (
      <span className={itemByItem.includes(entry.type) ? 'event-minor' : undefined}>
        {/* A file's own history need not say each time whose it is. */}
        {isLinked && entry.caseNumber && <span className="event-case">{entry.caseNumber}</span>}
        {path ? <Link to={path}>{sentence}</Link> : sentence}
      </span>
    ),
    by: (
      <span className="event-by">
        <span>{byWhom(entry, t)}</span>
        <Link className="event-number" to={`/nhat-ky/${entry.eventId}`}>
          {t('leader.event', { position: formatNumber(entry.position, language) })}
        </Link>
        {entry.isSimulated && <span>{t('leader.simulated')}</span>}
      </span>
    ),
    ...(clocks && { detail: <small>{clocks}</small> }),
    ...(tone && { tone }),
  };
}

function byWhom({ actor, actorName, role, onBehalfOf }: TimelineEntry, t: Translate): string {
  if (role === 'system') return t('leader.system');
  const by = t('leader.by', { name: actorName ?? actor, role: t(`role.${role as Role}`) });
  return onBehalfOf ? `${by}, ${t('leader.onBehalf', { name: onBehalfOf })}` : by;
}

function pathOf({ streamCategory, streamId }: TimelineEntry): string | null {
  if (streamCategory === 'programme') return `/chuong-trinh/${streamId}`;
  if (streamCategory === 'inspection') return `/kiem-tra/${streamId}`;
  return streamCategory === 'recommendation' ? `/kien-nghi/${streamId}` : null;
}

/** The device's clock where it tells another minute than the server's beside it; null where both read the same. */
function clocksOf({ occurredAt, recordedAt }: TimelineEntry, t: Translate, language: Language): string | null {
  const apartMs = Date.parse(recordedAt) - Date.parse(occurredAt);
  const at = formatDateTime(occurredAt, language);
  if (at === formatDateTime(recordedAt, language)) return null;
  const delay = delayOf(Math.abs(apartMs), t);
  return t(apartMs > 0 ? 'leader.occurred' : 'leader.occurredAhead', { at, delay });
}

function delayOf(ms: number, t: Translate): string {
  if (ms < 60_000) return t('leader.delay.seconds', { count: Math.max(Math.round(ms / 1000), 1) });
  const minutes = Math.round(ms / 60_000);
  if (minutes < 90) return t('leader.delay.minutes', { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? t('leader.delay.hours', { count: hours })
    : t('leader.delay.days', { count: Math.round(hours / 24) });
}
