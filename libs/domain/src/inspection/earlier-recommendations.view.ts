import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationEvents } from '../recommendation/recommendation.js';

/** What a unit was told before and what became of it: the answer to a derived item, known before the team sets out. */
export interface EarlierRecommendationsRow {
  readonly unitId: Uuid;
  readonly implemented: number;
  readonly notImplemented: number;
  readonly open: Readonly<Record<Uuid, { readonly dueOn: LegalDate; readonly isProved: boolean }>>;
}

export const earlierRecommendations: View<EarlierRecommendationsRow, RecommendationEvents> = {
  name: 'earlier-recommendations',
  version: 1,
  key: (event) => event.unitId,
  handle: {
    RecommendationIssued: (row, { stream, unitId, data: { deadline } }) => ({
      unitId,
      implemented: row?.implemented ?? 0,
      notImplemented: row?.notImplemented ?? 0,
      open: { ...row?.open, [stream.id]: { dueOn: deadline.dueOn, isProved: false } },
    }),
    RemediationReportedComplete: (row, { stream }) => row && proved(row, stream.id, true),
    RemediationVerificationFailed: (row, { stream }) => row && proved(row, stream.id, false),
    RecommendationClosed: (row, { stream }) => row && { ...without(row, stream.id), implemented: row.implemented + 1 },
    RecommendationDeclaredNotImplemented: (row, { stream }) =>
      row && { ...without(row, stream.id), notImplemented: row.notImplemented + 1 },
  },
};

/** Settled ones, and open ones past their due date without a proof. What is not due yet counts neither way. */
export function earlierOn(
  row: EarlierRecommendationsRow | null,
  today: LegalDate,
): { readonly total: number; readonly implemented: number } {
  if (!row) return { total: 0, implemented: 0 };
  const overdue = Object.values(row.open).filter(({ dueOn, isProved }) => !isProved && dueOn < today).length;
  return { total: row.implemented + row.notImplemented + overdue, implemented: row.implemented };
}

function proved(row: EarlierRecommendationsRow, id: Uuid, isProved: boolean): EarlierRecommendationsRow {
  const known = row.open[id];
  return known ? { ...row, open: { ...row.open, [id]: { ...known, isProved } } } : row;
}

function without(row: EarlierRecommendationsRow, id: Uuid): EarlierRecommendationsRow {
  const { [id]: _, ...open } = row.open;
  return { ...row, open };
}
