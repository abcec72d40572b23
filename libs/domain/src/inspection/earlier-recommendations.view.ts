import { addDays, legalDayOf } from '../calendar/legal-day.js';
import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationEvents } from '../recommendation/facts.js';
import type { EarlierRecommendation } from './facts.js';

type Told = Pick<EarlierRecommendation, 'number' | 'text' | 'inspectionId' | 'inspectionNumber' | 'findings' | 'dueOn'>;

interface SettledBefore extends Told {
  readonly recommendationId: Uuid;
  readonly status: 'implemented' | 'not-implemented';
  readonly settledOn: LegalDate;
}

interface OpenBefore extends Told {
  readonly isProved: boolean;
  readonly isSuspended: boolean;
}

/** What a unit was told before and what became of it: what a team goes back to, known before it sets out. */
export interface EarlierRecommendationsRow {
  readonly unitId: Uuid;
  readonly open: Readonly<Record<Uuid, OpenBefore>>;
  /** The last ones settled, the latest last. */
  readonly settled: readonly SettledBefore[];
}

/**
 * Which settled recommendations a new inspection goes back to: of the last year ("rà soát, kiểm tra các kết luận đã thực hiện
 * trong năm 2023", plan of Như Quỳnh 2024, annex, 4 a), and no more than a team can look at. The numbers are ours.
 */
export const recentlySettled = { days: 365, countMax: 20 } as const;

export const earlierRecommendations: View<EarlierRecommendationsRow, RecommendationEvents> = {
  name: 'earlier-recommendations',
  version: 3,
  key: (event) => event.unitId,
  handle: {
    RecommendationIssued: (row, { stream, unitId, data: { number, text, source, findings, deadline } }) =>
      begun(row, unitId, stream.id, {
        number,
        text,
        inspectionId: source.inspectionId,
        inspectionNumber: source.inspectionNumber,
        findings: findings.map(({ findingId, number, itemCode, condition, place }) => ({
          findingId,
          number,
          itemCode,
          condition,
          place,
        })),
        dueOn: deadline.dueOn,
      }),
    ExternalRecommendationEntered: (row, { stream, unitId, data: { number, text, source, deadline } }) =>
      begun(row, unitId, stream.id, {
        number,
        text,
        inspectionId: null,
        inspectionNumber: source.document.number,
        findings: [],
        dueOn: deadline.dueOn,
      }),
    RemediationReportedComplete: (row, { stream }) => row && changed(row, stream.id, { isProved: true }),
    RemediationVerificationFailed: (row, { stream }) => row && changed(row, stream.id, { isProved: false }),
    RemediationPartlyVerified: (row, { stream }) => row && changed(row, stream.id, { isProved: false }),
    EffectivenessNotConfirmed: (row, { stream }) => row && changed(row, stream.id, { isProved: false }),
    DeadlineExtended: (row, { stream, data: { deadline } }) =>
      row && changed(row, stream.id, { dueOn: deadline.dueOn }),
    DeadlineRecomputed: (row, { stream, data: { deadline } }) =>
      row && changed(row, stream.id, { dueOn: deadline.dueOn }),
    // Nothing suspended is owed meanwhile: no date, no lateness.
    RecommendationSuspended: (row, { stream }) => row && changed(row, stream.id, { isSuspended: true }),
    RecommendationResumed: (row, { stream, data: { deadline } }) =>
      row && changed(row, stream.id, { isSuspended: false, dueOn: deadline.dueOn }),
    RecommendationClosed: (row, { stream, recordedAt }) =>
      row && settled(row, stream.id, 'implemented', legalDayOf(recordedAt)),
    RecommendationDeclaredNotImplemented: (row, { stream, recordedAt }) =>
      row && settled(row, stream.id, 'not-implemented', legalDayOf(recordedAt)),
  },
};

/** What a new inspection goes back to, and the counts its derived item answers by. */
export interface EarlierOn {
  readonly total: number;
  readonly implemented: number;
  readonly recommendations: readonly EarlierRecommendation[];
}

/**
 * The counts: recently settled ones, and open ones past their due date without a proof; what is not due yet counts neither
 * way, and what failed years ago is not held against the unit at every check. The list: every open one, the earliest due
 * first, then the recently settled, the latest first.
 */
export function earlierOn(row: EarlierRecommendationsRow | null, today: LegalDate): EarlierOn {
  if (!row) return { total: 0, implemented: 0, recommendations: [] };
  const open = Object.entries(row.open);
  const overdue = open.filter(
    ([, { dueOn, isProved, isSuspended }]) => !isProved && !isSuspended && dueOn < today,
  ).length;
  const since = addDays(today, -recentlySettled.days);
  const recent = row.settled.filter(({ settledOn }) => settledOn >= since);
  return {
    total: recent.length + overdue,
    implemented: recent.filter(({ status }) => status === 'implemented').length,
    recommendations: [
      ...open
        .map(
          ([recommendationId, { isProved: _, isSuspended, ...told }]): EarlierRecommendation => ({
            recommendationId,
            ...told,
            status: 'open',
            settledOn: null,
            isDue: !isSuspended && told.dueOn < today,
          }),
        )
        .sort((one, other) => compared(one.dueOn, other.dueOn) || compared(one.number, other.number)),
      ...recent.toReversed().map((before): EarlierRecommendation => ({ ...before, isDue: true })),
    ],
  };
}

function begun(row: EarlierRecommendationsRow | null, unitId: Uuid, id: Uuid, told: Told): EarlierRecommendationsRow {
  return {
    unitId,
    open: { ...row?.open, [id]: { ...told, isProved: false, isSuspended: false } },
    settled: row?.settled ?? [],
  };
}

function changed(row: EarlierRecommendationsRow, id: Uuid, change: Partial<OpenBefore>): EarlierRecommendationsRow {
  const known = row.open[id];
  return known ? { ...row, open: { ...row.open, [id]: { ...known, ...change } } } : row;
}

function settled(
  row: EarlierRecommendationsRow,
  id: Uuid,
  status: SettledBefore['status'],
  settledOn: LegalDate,
): EarlierRecommendationsRow {
  const { [id]: known, ...open } = row.open;
  if (!known) return row;
  const { isProved: _, isSuspended: __, ...told } = known;
  const all = [...row.settled, { recommendationId: id, ...told, status, settledOn }];
  return { ...row, open, settled: all.slice(-recentlySettled.countMax) };
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
