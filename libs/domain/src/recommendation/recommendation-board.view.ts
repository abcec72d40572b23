import type { Deadline } from '../calendar/deadline-rule.js';
import { legalDayOf } from '../calendar/legal-day.js';
import type { Severity } from '../checklists/checklist.js';
import type { Instant, LegalDate, PersonId, Recorded, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import { searchKey } from '../reporting/search-key.js';
import type { UnitSnapshot } from '../unit/unit.js';
import {
  type RecommendationEvents,
  type RecommendationKind,
  type RecommendationStatus,
  type SanctionKind,
  type TakenStep,
  workingStatuses,
} from './facts.js';
import { isOwing } from './guards.js';
import { highestSeverity } from './recommendation.js';

/** One recommendation on the board. Overdue is told by `isOverdue`, since it depends on the day it is asked. */
export interface RecommendationBoardRow {
  readonly id: Uuid;
  readonly unitId: Uuid;
  readonly unitName: string;
  /** Those who may act on it: the unit, until it goes to others, and the implementing bodies. */
  readonly actingUnitIds: readonly Uuid[];
  /** The acting ones, and the unit it was about in any case. */
  readonly seeingUnitIds: readonly Uuid[];
  readonly leadBodyId: Uuid;
  readonly leadBodyName: string;
  readonly coordinatingBodyIds: readonly Uuid[];
  /** Null, like its number, for one of an external body. */
  readonly inspectionId: Uuid | null;
  readonly inspectionNumber: string | null;
  /** The external body's name, and the number of its document. */
  readonly external: { readonly issuerName: string; readonly documentNumber: string } | null;
  readonly teamIds: readonly PersonId[];
  readonly number: string;
  readonly kind: RecommendationKind;
  readonly text: string;
  /** The highest of its findings. */
  readonly severity: Severity;
  readonly findings: readonly {
    readonly number: string;
    readonly itemCode: string | null;
    readonly condition: string;
  }[];
  readonly status: RecommendationStatus;
  readonly issuedAt: Instant;
  readonly originalDueOn: LegalDate;
  /** In force. */
  readonly dueOn: LegalDate;
  readonly calendarEdition: number;
  readonly percent: number | null;
  readonly planReview: 'pending' | 'approved' | 'returned' | null;
  readonly hasObstacle: boolean;
  /** In đồng; null where no money is to be paid back. */
  readonly amountToRecover: number | null;
  readonly amountRecovered: number;
  readonly rounds: number;
  readonly returns: number;
  readonly submittedOn: LegalDate | null;
  readonly isOnTime: boolean | null;
  readonly isOnTimeOriginally: boolean | null;
  /** The request that waits for a decision. */
  readonly extensionAsked: {
    readonly dueOn: LegalDate;
    readonly reason: string;
    readonly askedOn: LegalDate;
    readonly by: PersonId;
  } | null;
  readonly extensionsGranted: number;
  /** While its clock stands still: since when, and where it will go on. */
  readonly suspended: { readonly on: LegalDate; readonly held: RecommendationStatus } | null;
  readonly sanction: { readonly kind: SanctionKind; readonly isImposed: boolean | null } | null;
  readonly ladderSince: LegalDate;
  readonly ladderStep: { readonly step: string; readonly workingDays: number; readonly dueOn: LegalDate } | null;
  /** The last due date it was recorded overdue for. */
  readonly overdueFor: LegalDate | null;
  readonly reminders: number;
  readonly escalatedTo: 'lead' | 'superior' | null;
  readonly settledAt: Instant | null;
  /** Number, text, unit and what was found, as people search. */
  readonly searchKey: string;
  readonly isSimulated: boolean;
  readonly length: number;
}

export const recommendationBoard: View<RecommendationBoardRow, RecommendationEvents> = {
  name: 'recommendation-board',
  version: 4,
  key: (event) => event.stream.id,
  handle: {
    RecommendationIssued: (_, event) => {
      const { source, findings } = event.data;
      return {
        ...begun(event, event.data),
        inspectionId: source.inspectionId,
        inspectionNumber: source.inspectionNumber,
        teamIds: source.teamIds,
        severity: highestSeverity(findings),
        findings: findings.map(({ number, itemCode, condition }) => ({ number, itemCode, condition })),
        searchKey: searchedBy(event.data, ...findings.map(({ condition }) => condition)),
      };
    },
    ExternalRecommendationEntered: (_, event) => {
      const { source, severity } = event.data;
      const external = { issuerName: source.issuerName, documentNumber: source.document.number };
      const searchKey = searchedBy(event.data, external.issuerName, external.documentNumber);
      return { ...begun(event, event.data), severity, external, searchKey };
    },
    RecommendationReassigned: (row, event) => {
      const { lead, coordinating, implementing } = event.data.bodies;
      const actingUnitIds = idsOf(implementing);
      return (
        row &&
        turnedTo(event, {
          ...row,
          actingUnitIds,
          seeingUnitIds: [...new Set([row.unitId, ...actingUnitIds])],
          leadBodyId: lead.id,
          leadBodyName: lead.name,
          coordinatingBodyIds: idsOf(coordinating),
          extensionAsked: null,
          escalatedTo: null,
        })
      );
    },
    RemediationPlanSubmitted: (row, event) =>
      row &&
      at(event, { ...row, status: isPlanning(row.status) ? 'planned' : afterWork(row.status), planReview: 'pending' }),
    RemediationPlanApproved: (row, event) =>
      row && at(event, { ...row, status: planJudged(row.status, 'plan-approved'), planReview: 'approved' }),
    RemediationPlanReturned: (row, event) =>
      row && at(event, { ...row, status: planJudged(row.status, 'plan-returned'), planReview: 'returned' }),
    RemediationProgressReported: (row, event) =>
      row &&
      at(event, {
        ...row,
        status: isSentBack(row.status) ? row.status : 'in-progress',
        percent: event.data.percent,
      }),
    RemediationObstacleReported: (row, event) => row && at(event, { ...row, hasObstacle: true }),
    AmountRecovered: (row, event) => row && at(event, { ...row, amountRecovered: event.data.total }),
    RemediationReportedComplete: (row, event) =>
      row &&
      at(event, {
        ...row,
        status: 'awaiting-verification',
        rounds: event.data.round,
        submittedOn: event.data.submittedOn,
      }),
    RemediationVerificationFailed: (row, event) =>
      row && turnedTo(event, { ...row, status: 'returned', returns: row.returns + 1, submittedOn: null }),
    RemediationPartlyVerified: (row, event) =>
      row && turnedTo(event, { ...row, status: 'partly-implemented', submittedOn: null }),
    RemediationVerified: (row, event) =>
      row &&
      at(event, {
        ...row,
        status: 'verified',
        isOnTime: event.data.isOnTime,
        isOnTimeOriginally: event.data.isOnTimeOriginally,
        extensionAsked: null,
      }),
    EffectivenessConfirmed: (row, event) => row && at(event, { ...row, status: 'effective' }),
    EffectivenessNotConfirmed: (row, event) =>
      row &&
      turnedTo(event, {
        ...row,
        status: 'returned',
        submittedOn: null,
        isOnTime: null,
        isOnTimeOriginally: null,
      }),
    RecommendationClosed: (row, event) =>
      row && at(event, { ...row, status: 'implemented', settledAt: event.recordedAt }),
    RecommendationDeclaredNotImplemented: (row, event) =>
      row && at(event, { ...row, status: 'not-implemented', extensionAsked: null, settledAt: event.recordedAt }),
    SanctionProposed: (row, event) =>
      row && at(event, { ...row, status: 'sanction-proposed', sanction: { kind: event.data.kind, isImposed: null } }),
    SanctionDecided: (row, event) =>
      row &&
      at(event, {
        ...row,
        status: 'sanction-decided',
        sanction: row.sanction && { kind: event.data.kind ?? row.sanction.kind, isImposed: event.data.isImposed },
      }),

    DeadlineExtensionRequested: (row, event) => {
      const { dueOn, reason, askedOn, by } = event.data;
      return row && at(event, { ...row, extensionAsked: { dueOn, reason, askedOn, by } });
    },
    DeadlineExtended: (row, event) =>
      row &&
      turnedTo(event, {
        ...row,
        ...dueBy(event.data.deadline),
        extensionAsked: null,
        extensionsGranted: row.extensionsGranted + 1,
      }),
    DeadlineExtensionRefused: (row, event) => row && at(event, { ...row, extensionAsked: null }),
    RecommendationSuspended: (row, event) =>
      row && at(event, { ...row, status: 'suspended', suspended: { on: event.data.suspendedOn, held: row.status } }),
    RecommendationResumed: (row, event) =>
      row &&
      turnedTo(event, {
        ...row,
        ...dueBy(event.data.deadline),
        status: row.suspended?.held ?? row.status,
        suspended: null,
      }),
    DeadlineRecomputed: (row, event) => row && turnedTo(event, { ...row, ...dueBy(event.data.deadline) }),

    RecommendationBecameOverdue: (row, event) => row && at(event, { ...row, overdueFor: event.data.dueOn }),
    ReminderSent: (row, event) =>
      row && at(event, { ...row, ladderStep: stepOf(event.data), reminders: row.reminders + 1 }),
    RecommendationEscalated: (row, event) =>
      row && at(event, { ...row, ladderStep: stepOf(event.data), escalatedTo: event.data.level }),
  },
};

/** Statuses in which the unit still owes something. */
export const owingStatuses = workingStatuses;

/** How many working days before its due date a recommendation is shown as due soon (sắp đến hạn). Ours, not the law's. */
export const dueSoonWorkingDays = 3;

/** Open, the due date in force has passed, no proof awaits verification. */
export function isOverdue(
  { status, dueOn }: { readonly status: RecommendationStatus; readonly dueOn: LegalDate },
  today: LegalDate,
): boolean {
  return isOwing(status) && dueOn < today;
}

function at(event: Recorded<RecommendationEvents>, row: RecommendationBoardRow): RecommendationBoardRow {
  return { ...row, length: event.version };
}

/** It is the unit's turn again, or by another date: the ladder begins anew from that day. */
function turnedTo(event: Recorded<RecommendationEvents>, row: RecommendationBoardRow): RecommendationBoardRow {
  return at(event, { ...row, ladderSince: legalDayOf(event.recordedAt) });
}

function begun(
  event: Recorded<RecommendationEvents>,
  asked: Pick<
    RecommendationEvents['RecommendationIssued'],
    'number' | 'kind' | 'text' | 'unit' | 'bodies' | 'deadline' | 'amountToRecover'
  >,
): RecommendationBoardRow {
  const { number, kind, text, unit, bodies, deadline, amountToRecover } = asked;
  const actingUnitIds = idsOf([unit, ...bodies.implementing]);
  return {
    id: event.stream.id,
    unitId: unit.id,
    unitName: unit.name,
    actingUnitIds,
    seeingUnitIds: actingUnitIds,
    leadBodyId: bodies.lead.id,
    leadBodyName: bodies.lead.name,
    coordinatingBodyIds: idsOf(bodies.coordinating),
    inspectionId: null,
    inspectionNumber: null,
    external: null,
    teamIds: [],
    number,
    kind,
    text,
    severity: 'minor',
    findings: [],
    status: 'issued',
    issuedAt: event.recordedAt,
    originalDueOn: deadline.originalDueOn,
    ...dueBy(deadline),
    percent: null,
    planReview: null,
    hasObstacle: false,
    amountToRecover,
    amountRecovered: 0,
    rounds: 0,
    returns: 0,
    submittedOn: null,
    isOnTime: null,
    isOnTimeOriginally: null,
    extensionAsked: null,
    extensionsGranted: 0,
    suspended: null,
    sanction: null,
    ladderSince: legalDayOf(event.recordedAt),
    ladderStep: null,
    overdueFor: null,
    reminders: 0,
    settledAt: null,
    searchKey: '',
    isSimulated: event.isSimulated,
    length: event.version,
  };
}

function searchedBy(
  { number, text, unit }: Pick<RecommendationEvents['RecommendationIssued'], 'number' | 'text' | 'unit'>,
  ...also: readonly string[]
): string {
  return searchKey(number, text, unit.name, ...also);
}

function idsOf(bodies: readonly UnitSnapshot[]): readonly Uuid[] {
  return [...new Set(bodies.map(({ id }) => id))];
}

/** By another date it is the unit's matter again, however far up it had gone. */
function dueBy({
  dueOn,
  calendarEdition,
}: Deadline): Pick<RecommendationBoardRow, 'dueOn' | 'calendarEdition' | 'escalatedTo'> {
  return { dueOn, calendarEdition, escalatedTo: null };
}

function stepOf({ step, workingDays, dueOn }: TakenStep): NonNullable<RecommendationBoardRow['ladderStep']> {
  return { step, workingDays, dueOn };
}

function isPlanning(status: RecommendationStatus): boolean {
  return status === 'issued' || status === 'planned' || status === 'plan-returned' || status === 'plan-approved';
}

function isSentBack(status: RecommendationStatus): boolean {
  return status === 'returned' || status === 'partly-implemented';
}

function afterWork(status: RecommendationStatus): RecommendationStatus {
  return isOwing(status) ? status : 'in-progress';
}

function planJudged(status: RecommendationStatus, judged: 'plan-approved' | 'plan-returned'): RecommendationStatus {
  return status === 'planned' ? judged : afterWork(status);
}
