import { legalDayOf } from '../calendar/legal-day.js';
import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { InspectionEvents } from './facts.js';
import type { EarlierFinding } from './recurrence.js';

interface KnownFinding {
  readonly inspectionId: Uuid;
  readonly number: string;
  readonly itemCode: string | null;
  readonly place: string | null;
  readonly foundOn: LegalDate;
  readonly closedOn: LegalDate | null;
  /** Recommendations that answer it and are not settled yet. */
  readonly open: readonly Uuid[];
}

/** Everything that was ever found at a unit and still stands: what later findings may be a recurrence of. */
export interface EarlierFindingsRow {
  readonly unitId: Uuid;
  readonly numbers: Readonly<Record<Uuid, string>>;
  readonly findings: Readonly<Record<Uuid, KnownFinding>>;
}

export const earlierFindings: View<EarlierFindingsRow, InspectionEvents> = {
  name: 'earlier-findings',
  version: 1,
  key: (event) => event.unitId,
  handle: {
    InspectionOrdered: (row, { stream, unitId, data }) => ({
      unitId,
      numbers: { ...row?.numbers, [stream.id]: data.number },
      findings: row?.findings ?? {},
    }),
    FindingRecorded: (row, { stream, occurredAt, data: { findingId, number, itemCode, place } }) =>
      row && {
        ...row,
        findings: {
          ...row.findings,
          [findingId]: {
            inspectionId: stream.id,
            number,
            itemCode,
            place,
            foundOn: legalDayOf(occurredAt),
            closedOn: null,
            open: [],
          },
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

/** The unit's findings of other inspections than this one. */
export function earlierFindingsFor(row: EarlierFindingsRow | null, inspectionId: Uuid): readonly EarlierFinding[] {
  return Object.entries(row?.findings ?? {})
    .filter(([, known]) => known.inspectionId !== inspectionId)
    .map(([findingId, { inspectionId: from, number, itemCode, place, foundOn, closedOn }]) => ({
      inspectionId: from,
      inspectionNumber: row?.numbers[from] ?? '',
      findingId,
      number,
      itemCode,
      place,
      unitId: row?.unitId ?? '',
      foundOn,
      closedOn,
    }));
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
