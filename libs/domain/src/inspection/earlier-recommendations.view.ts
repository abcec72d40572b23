import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationEvents } from '../recommendation/facts.js';

/** What a unit was told before and what became of it: the answer to a derived item, known before the team sets out. */
export interface EarlierRecommendationsRow {
  readonly unitId: Uuid;
  readonly implemented: number;
  readonly notImplemented: number;
  readonly open: Readonly<Record<Uuid, OpenEarlier>>;
}

interface OpenEarlier {
  readonly dueOn: LegalDate;
  readonly isProved: boolean;
  readonly isSuspended: boolean;
}

export const earlierRecommendations: View<EarlierRecommendationsRow, RecommendationEvents> = {
  name: 'earlier-recommendations',
  version: 2,
  key: (event) => event.unitId,
  handle: {
    RecommendationIssued: (row, { stream, unitId, data: { deadline } }) =>
      begun(row, unitId, stream.id, deadline.dueOn),
    ExternalRecommendationEntered: (row, { stream, unitId, data: { deadline } }) =>
      begun(row, unitId, stream.id, deadline.dueOn),
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
  const overdue = Object.values(row.open).filter(
    ({ dueOn, isProved, isSuspended }) => !isProved && !isSuspended && dueOn < today,
  ).length;
  return { total: row.implemented + row.notImplemented + overdue, implemented: row.implemented };
}

function begun(
  row: EarlierRecommendationsRow | null,
  unitId: Uuid,
  id: Uuid,
  dueOn: LegalDate,
): EarlierRecommendationsRow {
  return {
    unitId,
    implemented: row?.implemented ?? 0,
    notImplemented: row?.notImplemented ?? 0,
    open: { ...row?.open, [id]: { dueOn, isProved: false, isSuspended: false } },
  };
}

function changed(row: EarlierRecommendationsRow, id: Uuid, change: Partial<OpenEarlier>): EarlierRecommendationsRow {
  const known = row.open[id];
  return known ? { ...row, open: { ...row.open, [id]: { ...known, ...change } } } : row;
}

function without(row: EarlierRecommendationsRow, id: Uuid): EarlierRecommendationsRow {
  const { [id]: _, ...open } = row.open;
  return { ...row, open };
}
