import { addDays, legalDayOf } from '../calendar/legal-day.js';
import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationEvents } from '../recommendation/recommendation.js';
import type { EarlierRecommendation } from './facts.js';

type Told = Pick<EarlierRecommendation, 'number' | 'text' | 'inspectionNumber' | 'findings' | 'dueOn'>;

interface SettledBefore extends Told {
  readonly recommendationId: Uuid;
  readonly status: 'implemented' | 'not-implemented';
  readonly settledOn: LegalDate;
}

/** What a unit was told before and what became of it: what a team goes back to, known before it sets out. */
export interface EarlierRecommendationsRow {
  readonly unitId: Uuid;
  readonly implemented: number;
  readonly notImplemented: number;
  readonly open: Readonly<Record<Uuid, Told & { readonly isProved: boolean }>>;
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
  version: 2,
  key: (event) => event.unitId,
  handle: {
    RecommendationIssued: (row, { stream, unitId, data: { number, text, source, findings, deadline } }) => ({
      unitId,
      implemented: row?.implemented ?? 0,
      notImplemented: row?.notImplemented ?? 0,
      open: {
        ...row?.open,
        [stream.id]: {
          number,
          text,
          inspectionNumber: source.inspectionNumber,
          findings: findings.map(({ findingId, itemCode, condition, place }) => ({
            findingId,
            itemCode,
            condition,
            place,
          })),
          dueOn: deadline.dueOn,
          isProved: false,
        },
      },
      settled: row?.settled ?? [],
    }),
    RemediationReportedComplete: (row, { stream }) => row && proved(row, stream.id, true),
    RemediationVerificationFailed: (row, { stream }) => row && proved(row, stream.id, false),
    RecommendationClosed: (row, { stream, recordedAt }) =>
      row && {
        ...settled(row, stream.id, 'implemented', legalDayOf(recordedAt)),
        implemented: row.implemented + 1,
      },
    RecommendationDeclaredNotImplemented: (row, { stream, recordedAt }) =>
      row && {
        ...settled(row, stream.id, 'not-implemented', legalDayOf(recordedAt)),
        notImplemented: row.notImplemented + 1,
      },
  },
};

/** What a new inspection goes back to, and the counts its derived item answers by. */
export interface EarlierOn {
  readonly total: number;
  readonly implemented: number;
  readonly recommendations: readonly EarlierRecommendation[];
}

/**
 * The counts: settled ones, and open ones past their due date without a proof; what is not due yet counts neither way. The
 * list: every open one, the earliest due first, then the recently settled, the latest first.
 */
export function earlierOn(row: EarlierRecommendationsRow | null, today: LegalDate): EarlierOn {
  if (!row) return { total: 0, implemented: 0, recommendations: [] };
  const open = Object.entries(row.open);
  const overdue = open.filter(([, { dueOn, isProved }]) => !isProved && dueOn < today).length;
  const since = addDays(today, -recentlySettled.days);
  return {
    total: row.implemented + row.notImplemented + overdue,
    implemented: row.implemented,
    recommendations: [
      ...open
        .map(
          ([recommendationId, { isProved: _, ...told }]): EarlierRecommendation => ({
            recommendationId,
            ...told,
            status: 'open',
            settledOn: null,
            isDue: told.dueOn < today,
          }),
        )
        .sort((one, other) => compared(one.dueOn, other.dueOn) || compared(one.number, other.number)),
      ...row.settled
        .filter(({ settledOn }) => settledOn >= since)
        .reverse()
        .map((before): EarlierRecommendation => ({ ...before, isDue: true })),
    ],
  };
}

function proved(row: EarlierRecommendationsRow, id: Uuid, isProved: boolean): EarlierRecommendationsRow {
  const known = row.open[id];
  return known ? { ...row, open: { ...row.open, [id]: { ...known, isProved } } } : row;
}

function settled(
  row: EarlierRecommendationsRow,
  id: Uuid,
  status: SettledBefore['status'],
  settledOn: LegalDate,
): EarlierRecommendationsRow {
  const { [id]: known, ...open } = row.open;
  if (!known) return row;
  const { isProved: _, ...told } = known;
  const all = [...row.settled, { recommendationId: id, ...told, status, settledOn }];
  return { ...row, open, settled: all.slice(-recentlySettled.countMax) };
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
