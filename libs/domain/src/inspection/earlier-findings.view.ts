import { legalDayOf } from '../calendar/legal-day.js';
import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { InspectionEvents } from './facts.js';
import type { EarlierFinding } from './recurrence.js';

interface KnownFinding {
  readonly number: string;
  readonly itemCode: string | null;
  readonly place: string | null;
  readonly foundOn: LegalDate;
  readonly closedOn: LegalDate | null;
  /** Recommendations that answer it and are not settled yet. */
  readonly open: readonly Uuid[];
}

/**
 * What was found in one inspection and still stands: what later findings at its unit may be a recurrence of. A row for each
 * inspection, not for each unit: it grows with what one team finds, not with the unit's years.
 */
export interface EarlierFindingsRow {
  readonly inspectionId: Uuid;
  readonly unitId: Uuid;
  readonly number: string;
  readonly findings: Readonly<Record<Uuid, KnownFinding>>;
}

export const earlierFindings: View<EarlierFindingsRow, InspectionEvents> = {
  name: 'earlier-findings',
  version: 2,
  key: (event) => event.stream.id,
  handle: {
    InspectionOrdered: (_, { stream, unitId, data: { number } }) => ({
      inspectionId: stream.id,
      unitId,
      number,
      findings: {},
    }),
    FindingRecorded: (row, { occurredAt, data: { findingId, number, itemCode, place } }) =>
      row && {
        ...row,
        findings: {
          ...row.findings,
          [findingId]: { number, itemCode, place, foundOn: legalDayOf(occurredAt), closedOn: null, open: [] },
        },
      },
    FindingAmended: (row, { data: { findingId, amended } }) =>
      row && changed(row, [findingId], (known) => ({ ...known, place: amended.place })),
    FindingCorrectedOnSite: (row, { data: { findingId }, occurredAt }) =>
      row && changed(row, [findingId], (known) => ({ ...known, closedOn: legalDayOf(occurredAt) })),
    FindingDiscarded: (row, { data: { findingId } }) => row && without(row, findingId),
    FindingWithdrawn: (row, { data: { findingId } }) => row && without(row, findingId),
    FollowUpStarted: (row, { data: { recommendationId, findingIds } }) =>
      row &&
      changed(row, findingIds, (known) => ({ ...known, open: [...known.open, recommendationId], closedOn: null })),
    // What was declared not implemented was never put right, and so never closes.
    RecommendationSettled: (row, { data: { recommendationId, outcome }, occurredAt }) =>
      row &&
      changed(row, Object.keys(row.findings), (known) => {
        if (!known.open.includes(recommendationId) || outcome === 'not-implemented') return known;
        const open = known.open.filter((id) => id !== recommendationId);
        return { ...known, open, closedOn: open.length === 0 ? legalDayOf(occurredAt) : null };
      }),
  },
};

/** The unit's findings of other inspections than this one, by their ids. */
export function earlierFindingsFor(rows: readonly EarlierFindingsRow[], inspectionId: Uuid): readonly EarlierFinding[] {
  return rows
    .filter((row) => row.inspectionId !== inspectionId)
    .flatMap((row) =>
      Object.entries(row.findings).map(([findingId, { number, itemCode, place, foundOn, closedOn }]) => ({
        inspectionId: row.inspectionId,
        inspectionNumber: row.number,
        findingId,
        number,
        itemCode,
        place,
        unitId: row.unitId,
        foundOn,
        closedOn,
      })),
    )
    .sort((one, other) => (one.findingId < other.findingId ? -1 : 1));
}

function changed(
  row: EarlierFindingsRow,
  findingIds: readonly Uuid[],
  change: (known: KnownFinding) => KnownFinding,
): EarlierFindingsRow {
  const findings = { ...row.findings };
  for (const findingId of findingIds) {
    const known = findings[findingId];
    if (known) findings[findingId] = change(known);
  }
  return { ...row, findings };
}

function without(row: EarlierFindingsRow, findingId: Uuid): EarlierFindingsRow {
  const { [findingId]: _, ...findings } = row.findings;
  return { ...row, findings };
}
