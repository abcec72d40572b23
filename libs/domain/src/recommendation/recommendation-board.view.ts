import type { Severity } from '../checklists/checklist.js';
import type { Instant, LegalDate, PersonId, Recorded, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { RecommendationEvents, RecommendationKind, RecommendationStatus } from './recommendation.js';

/** One recommendation on the board. Overdue is told by `isOverdue`, since it depends on the day it is asked. */
export interface RecommendationBoardRow {
  readonly id: Uuid;
  readonly unitId: Uuid;
  readonly unitName: string;
  /** The unit and the implementing bodies: those who may act on it. */
  readonly actingUnitIds: readonly Uuid[];
  readonly leadBodyName: string;
  readonly inspectionId: Uuid;
  readonly inspectionNumber: string;
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
  readonly dueOn: LegalDate;
  readonly percent: number | null;
  readonly rounds: number;
  readonly returns: number;
  readonly submittedOn: LegalDate | null;
  readonly isOnTime: boolean | null;
  readonly isOnTimeOriginally: boolean | null;
  readonly settledAt: Instant | null;
  readonly length: number;
}

export const recommendationBoard: View<RecommendationBoardRow, RecommendationEvents> = {
  name: 'recommendation-board',
  version: 1,
  key: (event) => event.stream.id,
  handle: {
    RecommendationIssued: (_, event) => {
      const { number, kind, text, unit, source, findings, bodies, deadline } = event.data;
      return {
        id: event.stream.id,
        unitId: unit.id,
        unitName: unit.name,
        actingUnitIds: [...new Set([unit.id, ...bodies.implementing.map((body) => body.id)])],
        leadBodyName: bodies.lead.name,
        inspectionId: source.inspectionId,
        inspectionNumber: source.inspectionNumber,
        teamIds: source.teamIds,
        number,
        kind,
        text,
        severity: highest(findings.map((finding) => finding.severity)),
        findings: findings.map(({ number, itemCode, condition }) => ({ number, itemCode, condition })),
        status: 'issued',
        issuedAt: event.recordedAt,
        originalDueOn: deadline.originalDueOn,
        dueOn: deadline.dueOn,
        percent: null,
        rounds: 0,
        returns: 0,
        submittedOn: null,
        isOnTime: null,
        isOnTimeOriginally: null,
        settledAt: null,
        length: event.version,
      };
    },
    RemediationPlanSubmitted: (row, event) =>
      row && at(event, { ...row, status: row.status === 'issued' ? 'planned' : row.status }),
    RemediationProgressReported: (row, event) =>
      row &&
      at(event, {
        ...row,
        status: row.status === 'returned' ? 'returned' : 'in-progress',
        percent: event.data.percent,
      }),
    RemediationObstacleReported: (row, event) => row && at(event, row),
    RemediationReportedComplete: (row, event) =>
      row &&
      at(event, {
        ...row,
        status: 'awaiting-verification',
        rounds: event.data.round,
        submittedOn: event.data.submittedOn,
      }),
    RemediationVerificationFailed: (row, event) =>
      row && at(event, { ...row, status: 'returned', returns: row.returns + 1, submittedOn: null }),
    RemediationVerified: (row, event) =>
      row &&
      at(event, {
        ...row,
        status: 'verified',
        isOnTime: event.data.isOnTime,
        isOnTimeOriginally: event.data.isOnTimeOriginally,
      }),
    RecommendationClosed: (row, event) =>
      row && at(event, { ...row, status: 'implemented', settledAt: event.recordedAt }),
    RecommendationDeclaredNotImplemented: (row, event) =>
      row && at(event, { ...row, status: 'not-implemented', settledAt: event.recordedAt }),
  },
};

/** Statuses in which the unit still owes something. */
export const owingStatuses = [
  'issued',
  'planned',
  'in-progress',
  'returned',
] as const satisfies readonly RecommendationStatus[];

/** How many working days before its due date a recommendation is shown as due soon (sắp đến hạn). Ours, not the law's. */
export const dueSoonWorkingDays = 3;

/** Open, the due date in force has passed, no proof awaits verification. */
export function isOverdue(
  { status, dueOn }: { readonly status: RecommendationStatus; readonly dueOn: LegalDate },
  today: LegalDate,
): boolean {
  return (owingStatuses as readonly RecommendationStatus[]).includes(status) && dueOn < today;
}

function at(event: Recorded<RecommendationEvents>, row: RecommendationBoardRow): RecommendationBoardRow {
  return { ...row, length: event.version };
}

function highest(severities: readonly Severity[]): Severity {
  return (['critical', 'major'] as const).find((severity) => severities.includes(severity)) ?? 'minor';
}
