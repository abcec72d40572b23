import type { Deadline } from '../calendar/deadline-rule.js';
import type { Severity } from '../checklists/checklist.js';
import type { Instant, LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationStatus, SettledStatus } from '../recommendation/facts.js';
import { isOwing } from '../recommendation/guards.js';
import type { UnitKind } from '../unit/unit.js';
import type { DomainEvents } from './catalogue.js';

export interface OpenRecommendation {
  readonly dueOn: LegalDate;
  readonly originalDueOn: LegalDate;
  readonly status: Exclude<RecommendationStatus, SettledStatus>;
  /** Where it goes on when its clock does. */
  readonly held: Exclude<RecommendationStatus, SettledStatus> | null;
  readonly isExtensionAsked: boolean;
  readonly escalatedTo: 'lead' | 'superior' | null;
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
  /** Of every recommendation that asks for money back, in đồng. */
  readonly amountToRecover: number;
  readonly amountRecovered: number;
  readonly extensionsGranted: number;
  /** How often the clock recorded one overdue, reminded, and took it further up. */
  readonly timesOverdue: number;
  readonly reminders: number;
  readonly escalations: number;
  readonly sanctionsImposed: number;
  readonly open: Readonly<Record<Uuid, OpenRecommendation>>;
  /** By inspection on the long path: findings the unit itself was not told of yet. Never shown as such. */
  readonly untold: Readonly<Record<Uuid, Readonly<Record<Severity, number>>>>;
}

export const unitOverview: View<UnitOverviewRow, DomainEvents> = {
  name: 'unit-overview',
  version: 3,
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
      amountToRecover: 0,
      amountRecovered: 0,
      extensionsGranted: 0,
      timesOverdue: 0,
      reminders: 0,
      escalations: 0,
      sanctionsImposed: 0,
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
    RecommendationIssued: (row, { stream, data }) => row && begun(row, stream.id, data),
    ExternalRecommendationEntered: (row, { stream, data }) => row && begun(row, stream.id, data),
    RemediationPlanSubmitted: (row, { stream }) =>
      row && moved(row, stream.id, (was) => (isPlanning(was) ? 'planned' : afterWork(was))),
    RemediationPlanApproved: (row, { stream }) =>
      row && moved(row, stream.id, (was) => (was === 'planned' ? 'plan-approved' : afterWork(was))),
    RemediationPlanReturned: (row, { stream }) =>
      row && moved(row, stream.id, (was) => (was === 'planned' ? 'plan-returned' : afterWork(was))),
    RemediationProgressReported: (row, { stream }) =>
      row && moved(row, stream.id, (was) => (was === 'returned' || was === 'partly-implemented' ? was : 'in-progress')),
    AmountRecovered: (row, { data: { amount } }) => row && { ...row, amountRecovered: row.amountRecovered + amount },
    RemediationReportedComplete: (row, { stream }) => row && moved(row, stream.id, () => 'awaiting-verification'),
    RemediationVerificationFailed: (row, { stream }) => row && moved(row, stream.id, () => 'returned'),
    RemediationPartlyVerified: (row, { stream }) => row && moved(row, stream.id, () => 'partly-implemented'),
    RemediationVerified: (row, { stream, data: { isOnTime, isOnTimeOriginally } }) =>
      row && {
        ...changed(row, stream.id, { status: 'verified', isExtensionAsked: false }),
        verified: row.verified + 1,
        verifiedOnTime: row.verifiedOnTime + Number(isOnTime),
        verifiedOnTimeOriginally: row.verifiedOnTimeOriginally + Number(isOnTimeOriginally),
      },
    EffectivenessConfirmed: (row, { stream }) => row && moved(row, stream.id, () => 'effective'),
    EffectivenessNotConfirmed: (row, { stream, data: { withdrawn } }) =>
      row && {
        ...moved(row, stream.id, () => 'returned'),
        verified: row.verified - 1,
        verifiedOnTime: row.verifiedOnTime - Number(withdrawn.isOnTime),
        verifiedOnTimeOriginally: row.verifiedOnTimeOriginally - Number(withdrawn.isOnTimeOriginally),
      },
    SanctionDecided: (row, { data: { isImposed } }) =>
      row && { ...row, sanctionsImposed: row.sanctionsImposed + Number(isImposed) },
    RecommendationReassigned: (row, { stream }) =>
      row && changed(row, stream.id, { isExtensionAsked: false, escalatedTo: null }),
    DeadlineExtensionRequested: (row, { stream }) => row && changed(row, stream.id, { isExtensionAsked: true }),
    DeadlineExtensionRefused: (row, { stream }) => row && changed(row, stream.id, { isExtensionAsked: false }),
    DeadlineExtended: (row, { stream, data: { deadline } }) =>
      row && {
        ...changed(row, stream.id, { dueOn: deadline.dueOn, isExtensionAsked: false, escalatedTo: null }),
        extensionsGranted: row.extensionsGranted + 1,
      },
    DeadlineRecomputed: (row, { stream, data: { deadline } }) =>
      row && changed(row, stream.id, { dueOn: deadline.dueOn, escalatedTo: null }),
    RecommendationSuspended: (row, { stream }) =>
      row && changed(row, stream.id, { status: 'suspended', held: row.open[stream.id]?.status ?? null }),
    RecommendationResumed: (row, { stream, data: { deadline } }) =>
      row &&
      changed(row, stream.id, {
        status: row.open[stream.id]?.held ?? 'in-progress',
        held: null,
        dueOn: deadline.dueOn,
        escalatedTo: null,
      }),
    RecommendationBecameOverdue: (row) => row && { ...row, timesOverdue: row.timesOverdue + 1 },
    ReminderSent: (row) => row && { ...row, reminders: row.reminders + 1 },
    RecommendationEscalated: (row, { stream, data: { level } }) =>
      row && { ...changed(row, stream.id, { escalatedTo: level }), escalations: row.escalations + 1 },
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

function begun(
  row: UnitOverviewRow,
  id: Uuid,
  { deadline, amountToRecover }: { readonly deadline: Deadline; readonly amountToRecover: number | null },
): UnitOverviewRow {
  const { dueOn, originalDueOn } = deadline;
  return {
    ...row,
    recommendationsIssued: row.recommendationsIssued + 1,
    amountToRecover: row.amountToRecover + (amountToRecover ?? 0),
    open: {
      ...row.open,
      [id]: { dueOn, originalDueOn, status: 'issued', held: null, isExtensionAsked: false, escalatedTo: null },
    },
  };
}

function moved(
  row: UnitOverviewRow,
  id: Uuid,
  next: (was: OpenRecommendation['status']) => OpenRecommendation['status'],
): UnitOverviewRow {
  const known = row.open[id];
  return known ? changed(row, id, { status: next(known.status) }) : row;
}

function changed(row: UnitOverviewRow, id: Uuid, change: Partial<OpenRecommendation>): UnitOverviewRow {
  const known = row.open[id];
  return known ? { ...row, open: { ...row.open, [id]: { ...known, ...change } } } : row;
}

function isPlanning(status: RecommendationStatus): boolean {
  return status === 'issued' || status === 'planned' || status === 'plan-returned' || status === 'plan-approved';
}

function afterWork(status: OpenRecommendation['status']): OpenRecommendation['status'] {
  return isOwing(status) ? status : 'in-progress';
}

function settled(row: UnitOverviewRow, id: Uuid): UnitOverviewRow {
  const { [id]: _, ...open } = row.open;
  return { ...row, open };
}

function later(one: Instant | null, other: Instant): Instant {
  return one !== null && one > other ? one : other;
}
