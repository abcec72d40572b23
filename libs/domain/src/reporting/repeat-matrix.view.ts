import { legalDayOf } from '../calendar/legal-day.js';
import type { Severity } from '../checklists/checklist.js';
import type { Instant, LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { DomainEvents } from './catalogue.js';
import { type Recurrence, recurrenceOf } from './recurrence.js';

/** One finding as the matrix keeps it. */
export interface MatrixFinding {
  readonly findingId: Uuid;
  readonly inspectionId: Uuid;
  readonly number: string;
  readonly itemCode: string;
  readonly place: string | null;
  readonly severity: Severity;
  readonly foundOn: LegalDate;
  readonly recurrence: Recurrence;
  /** The earlier finding it repeats, or that persists. */
  readonly of: Uuid | null;
  /** By id: null while it is not settled. */
  readonly recommendations: Readonly<Record<Uuid, 'implemented' | 'not-implemented' | null>>;
  readonly closedOn: LegalDate | null;
}

/** One unit's row of the matrix: what was found on each item of its checklists, over time. */
export interface RepeatMatrixRow {
  readonly unitId: Uuid;
  readonly unitName: string;
  readonly unitCode: string;
  /** When somebody went, oldest first: the columns. */
  readonly inspections: readonly { readonly inspectionId: Uuid; readonly on: LegalDate }[];
  /** In the order of finding; a discarded finding and those of a cancelled inspection are not in it. */
  readonly findings: readonly MatrixFinding[];
}

export const repeatMatrix: View<RepeatMatrixRow, DomainEvents> = {
  name: 'repeat-matrix',
  version: 3,
  key: (event) => event.unitId,
  handle: {
    UnitEstablished: (_, { data: { id, name, code } }) => ({
      unitId: id,
      unitName: name,
      unitCode: code,
      inspections: [],
      findings: [],
    }),
    UnitRenamed: (row, { data: { name } }) => row && { ...row, unitName: name },
    // From its start, not from its order: no column may give an unannounced check away.
    UnannouncedInspectionStarted: (row, { stream, occurredAt }) => row && begun(row, stream.id, occurredAt),
    FieldworkStarted: (row, { stream, occurredAt }) => row && begun(row, stream.id, occurredAt),
    InspectionCancelled: (row, { stream }) =>
      row && {
        ...row,
        inspections: row.inspections.filter(({ inspectionId }) => inspectionId !== stream.id),
        findings: row.findings.filter(({ inspectionId }) => inspectionId !== stream.id),
      },
    FindingRecorded: (row, { stream, occurredAt, data }) => {
      if (!row || data.itemCode === null) return row;
      const { findingId, number, itemCode, place, severity } = data;
      const foundOn = legalDayOf(occurredAt);
      const others = row.findings
        .filter(({ inspectionId }) => inspectionId !== stream.id)
        .map((before) => ({ ...before, unitId: row.unitId }));
      const found = { findingId, inspectionId: stream.id, number, itemCode, place, severity, foundOn };
      const judged = recurrenceOf({ ...found, unitId: row.unitId }, others);
      return { ...row, findings: [...row.findings, { ...found, ...judged, recommendations: {}, closedOn: null }] };
    },
    FindingDiscarded: (row, { data: { findingId } }) =>
      row && { ...row, findings: row.findings.filter((finding) => finding.findingId !== findingId) },
    FindingWithdrawn: (row, { data: { findingId } }) =>
      row && { ...row, findings: row.findings.filter((finding) => finding.findingId !== findingId) },
    FindingSeverityRaised: (row, { data: { findingId, severity } }) =>
      row && changed(row, (finding) => (finding.findingId === findingId ? { ...finding, severity } : finding)),
    FindingAmended: (row, { data: { findingId, amended } }) =>
      row &&
      changed(row, (finding) =>
        finding.findingId === findingId ? { ...finding, severity: amended.severity, place: amended.place } : finding,
      ),
    FindingCorrectedOnSite: (row, { occurredAt, data: { findingId } }) =>
      row &&
      changed(row, (finding) =>
        finding.findingId === findingId ? { ...finding, closedOn: legalDayOf(occurredAt) } : finding,
      ),
    RecommendationIssued: (row, { stream, data: { findings } }) =>
      row &&
      changed(row, (finding) =>
        findings.some(({ findingId }) => findingId === finding.findingId)
          ? { ...finding, closedOn: null, recommendations: { ...finding.recommendations, [stream.id]: null } }
          : finding,
      ),
    RecommendationClosed: (row, { stream, recordedAt }) =>
      row && changed(row, (finding) => settled(finding, stream.id, 'implemented', recordedAt)),
    RecommendationDeclaredNotImplemented: (row, { stream, recordedAt }) =>
      row && changed(row, (finding) => settled(finding, stream.id, 'not-implemented', recordedAt)),
  },
};

function begun(row: RepeatMatrixRow, inspectionId: Uuid, occurredAt: Instant): RepeatMatrixRow {
  const on = legalDayOf(occurredAt);
  const place = row.inspections.findLastIndex((before) => before.on <= on) + 1;
  return { ...row, inspections: row.inspections.toSpliced(place, 0, { inspectionId, on }) };
}

/** One item of one unit: everything found on it, oldest first. */
export interface MatrixCell {
  readonly itemCode: string;
  readonly findings: readonly MatrixFinding[];
  readonly repeats: number;
  readonly persisting: number;
  readonly isOpen: boolean;
}

/** A unit's cells, those with repeated or persisting findings first, then by item. */
export function matrixCells({ findings }: Pick<RepeatMatrixRow, 'findings'>): readonly MatrixCell[] {
  const byItem = new Map<string, MatrixFinding[]>();
  for (const finding of findings) byItem.set(finding.itemCode, [...(byItem.get(finding.itemCode) ?? []), finding]);
  return [...byItem]
    .map(
      ([itemCode, found]): MatrixCell => ({
        itemCode,
        findings: found,
        repeats: found.filter(({ recurrence }) => recurrence === 'repeat').length,
        persisting: found.filter(({ recurrence }) => recurrence === 'persisting').length,
        isOpen: found.some(({ closedOn }) => closedOn === null),
      }),
    )
    .sort(
      (one, other) =>
        other.repeats + other.persisting - (one.repeats + one.persisting) || (one.itemCode < other.itemCode ? -1 : 1),
    );
}

function changed(row: RepeatMatrixRow, change: (finding: MatrixFinding) => MatrixFinding): RepeatMatrixRow {
  return { ...row, findings: row.findings.map(change) };
}

/** Closed with the last of its recommendations, and only where each was carried out. */
function settled(
  finding: MatrixFinding,
  id: Uuid,
  outcome: 'implemented' | 'not-implemented',
  at: Instant,
): MatrixFinding {
  if (!(id in finding.recommendations)) return finding;
  const recommendations = { ...finding.recommendations, [id]: outcome };
  const isClosed = Object.values(recommendations).every((known) => known === 'implemented');
  return { ...finding, recommendations, closedOn: isClosed ? legalDayOf(at) : null };
}
