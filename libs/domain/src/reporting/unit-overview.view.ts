import type { Severity } from '../checklists/checklist.js';
import type { Instant, LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationStatus } from '../recommendation/recommendation.js';
import type { UnitKind } from '../unit/unit.js';
import type { DomainEvents } from './catalogue.js';

export interface OpenRecommendation {
  readonly dueOn: LegalDate;
  readonly originalDueOn: LegalDate;
  readonly status: Exclude<RecommendationStatus, 'implemented' | 'not-implemented'>;
}

/** Found, fixed, waiting, at one unit. What depends on today's date (overdue, due soon) is counted from `open` when read. */
export interface UnitOverviewRow {
  readonly unitId: Uuid;
  readonly name: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly parentId: Uuid | null;
  readonly headName: string | null;
  readonly inspectionsStarted: number;
  readonly inspectionsEnded: number;
  readonly lastInspectedAt: Instant | null;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly correctedOnSite: number;
  readonly recommendationsIssued: number;
  readonly implemented: number;
  readonly notImplemented: number;
  /** Of the verified: on time by the due date in force, and by the original one. */
  readonly verified: number;
  readonly verifiedOnTime: number;
  readonly verifiedOnTimeOriginally: number;
  readonly open: Readonly<Record<Uuid, OpenRecommendation>>;
  /** By inspection on the long path: findings the unit itself was not told of yet. Never shown as such. */
  readonly untold: Readonly<Record<Uuid, Readonly<Record<Severity, number>>>>;
}

export const unitOverview: View<UnitOverviewRow, DomainEvents> = {
  name: 'unit-overview',
  version: 2,
  key: (event) => event.unitId,
  handle: {
    UnitEstablished: (_, { data: { id, name, code, kind, parentId } }) => ({
      unitId: id,
      name,
      code,
      kind,
      parentId,
      headName: null,
      inspectionsStarted: 0,
      inspectionsEnded: 0,
      lastInspectedAt: null,
      findings: { minor: 0, major: 0, critical: 0 },
      correctedOnSite: 0,
      recommendationsIssued: 0,
      implemented: 0,
      notImplemented: 0,
      verified: 0,
      verifiedOnTime: 0,
      verifiedOnTimeOriginally: 0,
      open: {},
      untold: {},
    }),
    UnitRenamed: (row, { data: { name } }) => row && { ...row, name },
    UnitHeadAppointed: (row, { data: { headName } }) => row && { ...row, headName },
    // An unannounced check counts from its start: before that, no number may give it away.
    UnannouncedInspectionStarted: (row, { occurredAt }) =>
      row && {
        ...row,
        inspectionsStarted: row.inspectionsStarted + 1,
        lastInspectedAt: later(row.lastInspectedAt, occurredAt),
      },
    FieldworkStarted: (row, { occurredAt }) =>
      row && {
        ...row,
        inspectionsStarted: row.inspectionsStarted + 1,
        lastInspectedAt: later(row.lastInspectedAt, occurredAt),
      },
    InspectionOrdered: (row, { stream, data }) =>
      row && data.procedure.path === 'long'
        ? { ...row, untold: { ...row.untold, [stream.id]: { minor: 0, major: 0, critical: 0 } } }
        : row,
    DraftSentForResponse: (row, { stream }) => row && told(row, stream.id),
    ConclusionIssued: (row, { stream }) => row && told(row, stream.id),
    FieldworkEnded: (row) => row && { ...row, inspectionsEnded: row.inspectionsEnded + 1 },
    FindingRecorded: (row, { stream, data: { severity } }) => row && withFindings(row, stream.id, severity, 1),
    FindingDiscarded: (row, { stream, data }) => row && withoutFinding(row, stream.id, data),
    FindingWithdrawn: (row, { stream, data }) => row && withoutFinding(row, stream.id, data),
    FindingSeverityRaised: (row, { stream, data: { previous, severity } }) =>
      row && withFindings(withFindings(row, stream.id, previous, -1), stream.id, severity, 1),
    FindingAmended: (row, { stream, data: { previous, amended } }) =>
      row && withFindings(withFindings(row, stream.id, previous.severity, -1), stream.id, amended.severity, 1),
    FindingCorrectedOnSite: (row) => row && { ...row, correctedOnSite: row.correctedOnSite + 1 },
    RecommendationIssued: (row, { stream, data: { deadline } }) =>
      row && {
        ...row,
        recommendationsIssued: row.recommendationsIssued + 1,
        open: {
          ...row.open,
          [stream.id]: { dueOn: deadline.dueOn, originalDueOn: deadline.originalDueOn, status: 'issued' },
        },
      },
    RemediationPlanSubmitted: (row, { stream }) =>
      row && moved(row, stream.id, (was) => (was === 'issued' ? 'planned' : was)),
    RemediationProgressReported: (row, { stream }) =>
      row && moved(row, stream.id, (was) => (was === 'returned' ? 'returned' : 'in-progress')),
    RemediationReportedComplete: (row, { stream }) => row && moved(row, stream.id, () => 'awaiting-verification'),
    RemediationVerificationFailed: (row, { stream }) => row && moved(row, stream.id, () => 'returned'),
    RemediationVerified: (row, { stream, data: { isOnTime, isOnTimeOriginally } }) =>
      row && {
        ...moved(row, stream.id, () => 'verified'),
        verified: row.verified + 1,
        verifiedOnTime: row.verifiedOnTime + Number(isOnTime),
        verifiedOnTimeOriginally: row.verifiedOnTimeOriginally + Number(isOnTimeOriginally),
      },
    RecommendationClosed: (row, { stream }) => row && { ...settled(row, stream.id), implemented: row.implemented + 1 },
    RecommendationDeclaredNotImplemented: (row, { stream }) =>
      row && { ...settled(row, stream.id), notImplemented: row.notImplemented + 1 },
  },
};

/** What the unit itself may read: without what the long path has not told it. */
export function overviewForUnit(row: UnitOverviewRow): UnitOverviewRow {
  const findings = Object.values(row.untold).reduce<Readonly<Record<Severity, number>>>(
    (left, untold) => ({
      minor: left.minor - untold.minor,
      major: left.major - untold.major,
      critical: left.critical - untold.critical,
    }),
    row.findings,
  );
  return { ...row, findings };
}

function told(row: UnitOverviewRow, inspectionId: Uuid): UnitOverviewRow {
  const { [inspectionId]: _, ...untold } = row.untold;
  return { ...row, untold };
}

function withFindings(row: UnitOverviewRow, inspectionId: Uuid, severity: Severity, change: number): UnitOverviewRow {
  const hidden = row.untold[inspectionId];
  return {
    ...row,
    findings: { ...row.findings, [severity]: row.findings[severity] + change },
    untold: hidden
      ? { ...row.untold, [inspectionId]: { ...hidden, [severity]: hidden[severity] + change } }
      : row.untold,
  };
}

function withoutFinding(
  row: UnitOverviewRow,
  inspectionId: Uuid,
  { severity, isCorrectedOnSite }: { readonly severity: Severity; readonly isCorrectedOnSite: boolean },
): UnitOverviewRow {
  return {
    ...withFindings(row, inspectionId, severity, -1),
    correctedOnSite: row.correctedOnSite - Number(isCorrectedOnSite),
  };
}

function moved(
  row: UnitOverviewRow,
  id: Uuid,
  next: (was: OpenRecommendation['status']) => OpenRecommendation['status'],
): UnitOverviewRow {
  const known = row.open[id];
  return known ? { ...row, open: { ...row.open, [id]: { ...known, status: next(known.status) } } } : row;
}

function settled(row: UnitOverviewRow, id: Uuid): UnitOverviewRow {
  const { [id]: _, ...open } = row.open;
  return { ...row, open };
}

function later(one: Instant | null, other: Instant): Instant {
  return one !== null && one > other ? one : other;
}
