import type { Actor } from '../access/person.js';
import type { Deadline } from '../calendar/deadline-rule.js';
import type { Severity, Text } from '../checklists/checklist.js';
import { assertEvidence, type Evidence } from '../evidence/evidence.js';
import type { Decider } from '../kernel/decider.js';
import type { LegalDate, PersonId, Uuid } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import type { Upcasts } from '../kernel/upcast.js';
import { refusal } from '../refusals.js';
import type { UnitSnapshot } from '../unit/unit.js';

export const recommendationKinds = ['collect-money', 'correct-document', 'discipline', 'change-rule', 'other'] as const;
export type RecommendationKind = (typeof recommendationKinds)[number];

/** What it answers, as it stood in the final document. */
export interface AnsweredFinding {
  readonly findingId: Uuid;
  readonly number: string;
  readonly itemCode: string | null;
  readonly severity: Severity;
  readonly criteria: Text;
  readonly condition: string;
  readonly place: string | null;
  readonly evidence: readonly Evidence[];
  readonly recordedBy: PersonId;
}

/** The inspection a recommendation comes from; `finalDocument` is null while there is none. */
export interface RecommendationSource {
  readonly inspectionId: Uuid;
  readonly inspectionNumber: string;
  /** The team that inspected; it may see what came of its findings. */
  readonly teamIds: readonly PersonId[];
  readonly finalDocument: {
    readonly kind: 'minutes' | 'conclusion';
    readonly number: string | null;
    readonly signedOn: LegalDate;
  } | null;
}

/** chủ trì, phối hợp, thực hiện: three roles with different duties. */
export interface ResponsibleBodies {
  readonly lead: UnitSnapshot;
  readonly coordinating: readonly UnitSnapshot[];
  readonly implementing: readonly UnitSnapshot[];
}

export interface RemediationPlan {
  readonly steps: string;
  readonly responsible: string;
  readonly plannedOn: LegalDate;
  readonly cause: string | null;
}

export interface Proof {
  /** From 1: which submission this is. */
  readonly round: number;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  readonly submittedOn: LegalDate;
  readonly by: PersonId;
}

export interface ReturnReason {
  /** The verification point that is not met; null for a reason beside the points. */
  readonly point: string | null;
  readonly reason: string;
}

export type RecommendationEvents = {
  RecommendationIssued: {
    /** `KN-TT-01`: by the finding it answers first. */
    readonly number: string;
    readonly kind: RecommendationKind;
    readonly text: string;
    readonly unit: UnitSnapshot;
    readonly source: RecommendationSource & {
      readonly finalDocument: NonNullable<RecommendationSource['finalDocument']>;
    };
    readonly findings: readonly AnsweredFinding[];
    readonly bodies: ResponsibleBodies;
    /** What the proof must show, all of it, for the remedy to be verified. */
    readonly verificationPoints: readonly string[];
    readonly deadline: Deadline;
    readonly issuedBy: PersonId;
  };
  RemediationPlanSubmitted: RemediationPlan & { readonly by: PersonId };
  RemediationProgressReported: { readonly percent: number; readonly note: string; readonly by: PersonId };
  RemediationObstacleReported: { readonly note: string; readonly by: PersonId };
  RemediationReportedComplete: Proof;
  RemediationVerificationFailed: {
    readonly round: number;
    readonly reasons: readonly ReturnReason[];
    readonly by: PersonId;
  };
  RemediationVerified: {
    readonly round: number;
    readonly points: readonly string[];
    readonly note: string | null;
    /** Whether the verified proof was submitted by the due date in force. */
    readonly isOnTime: boolean;
    /** ... and by the original due date. */
    readonly isOnTimeOriginally: boolean;
    readonly by: PersonId;
  };
  RecommendationClosed: { readonly outcome: 'implemented'; readonly inspectionId: Uuid; readonly by: PersonId };
  RecommendationDeclaredNotImplemented: { readonly reason: string; readonly inspectionId: Uuid; readonly by: PersonId };
};

type By = { readonly by: Actor };

export type RecommendationCommands = {
  IssueRecommendation: By & {
    readonly number: string;
    readonly kind: RecommendationKind;
    readonly text: string;
    readonly unit: UnitSnapshot;
    readonly source: RecommendationSource;
    readonly findings: readonly AnsweredFinding[];
    readonly bodies: ResponsibleBodies;
    readonly verificationPoints: readonly string[];
    readonly deadline: Deadline;
  };
  SubmitRemediationPlan: By & RemediationPlan;
  ReportProgress: By & { readonly percent: number; readonly note: string };
  ReportObstacle: By & { readonly note: string };
  /** `on`: the legal day of the server's clock, which is what deadlines count by. */
  ReportRemediationComplete: By & {
    readonly note: string;
    readonly evidence: readonly Evidence[];
    readonly on: LegalDate;
  };
  ReturnProof: By & { readonly reasons: readonly ReturnReason[] };
  VerifyRemediation: By & { readonly metPoints: readonly string[]; readonly note: string | null };
  CloseRecommendation: By;
  DeclareNotImplemented: By & { readonly reason: string };
};

export interface Issued {
  readonly order: RecommendationEvents['RecommendationIssued'];
  readonly plan: RemediationPlan | null;
  readonly progress: { readonly percent: number; readonly note: string } | null;
  readonly obstacle: string | null;
  readonly proofs: readonly Proof[];
  readonly returns: readonly RecommendationEvents['RemediationVerificationFailed'][];
  /** Everyone who planned, reported or proved: none of them may verify. */
  readonly fixers: readonly PersonId[];
}

export type RecommendationState =
  | { readonly status: 'absent' }
  | (Issued & { readonly status: 'issued' | 'planned' | 'in-progress' | 'returned' })
  | (Issued & { readonly status: 'awaiting-verification'; readonly proof: Proof })
  | (Issued & { readonly status: 'verified'; readonly verifiedBy: PersonId })
  | (Issued & { readonly status: 'implemented' | 'not-implemented' });

export type RecommendationStatus = Exclude<RecommendationState['status'], 'absent'>;

export const recommendationUpcasts: Upcasts<RecommendationEvents> = {};

/** A recommendation (kiến nghị): issued from a final document, carried out by the unit, verified by a second pair of eyes, closed by a third. */
export const recommendation: Decider<RecommendationState, RecommendationCommands, RecommendationEvents> = {
  initial: { status: 'absent' },
  decide: {
    IssueRecommendation(state, { by, source, ...facts }) {
      if (state.status !== 'absent') {
        const { issuedBy: _, ...order } = state.order;
        if (same(order, { ...facts, source })) return [];
        throw refusal('recommendation.already-issued', { number: state.order.number });
      }
      const { finalDocument } = source;
      if (!finalDocument) throw refusal('recommendation.before-final-document');
      if (facts.findings.length === 0) throw refusal('recommendation.without-finding');
      if (facts.verificationPoints.length === 0) throw refusal('recommendation.without-verification-points');
      if (facts.bodies.implementing.length === 0) throw refusal('recommendation.without-implementing-body');
      if (facts.deadline.dueOn < finalDocument.signedOn)
        throw refusal('recommendation.due-before-document', {
          dueOn: facts.deadline.dueOn,
          signedOn: finalDocument.signedOn,
        });
      return [
        { type: 'RecommendationIssued', data: { ...facts, source: { ...source, finalDocument }, issuedBy: by.id } },
      ];
    },
    SubmitRemediationPlan(state, { by, ...plan }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertNotAwaiting(issued);
      if (same(issued.plan, plan)) return [];
      if (plan.plannedOn < issued.order.source.finalDocument.signedOn)
        throw refusal('recommendation.planned-before-document', { plannedOn: plan.plannedOn });
      return [{ type: 'RemediationPlanSubmitted', data: { ...plan, by: by.id } }];
    },
    ReportProgress(state, { by, percent, note }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertNotAwaiting(issued);
      if (issued.progress?.percent === percent && issued.progress.note === note) return [];
      return [{ type: 'RemediationProgressReported', data: { percent, note, by: by.id } }];
    },
    ReportObstacle(state, { by, note }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertNotAwaiting(issued);
      if (issued.obstacle === note) return [];
      return [{ type: 'RemediationObstacleReported', data: { note, by: by.id } }];
    },
    ReportRemediationComplete(state, { by, note, evidence, on }) {
      const issued = open(state);
      assertFixes(issued, by);
      if (issued.status === 'verified') throw refusal('recommendation.already-verified');
      const declared = assertEvidence(evidence);
      if (issued.status === 'awaiting-verification') {
        if (issued.proof.note === note && sameEvidence(issued.proof.evidence, declared)) return [];
        throw refusal('recommendation.proof-awaits-verification', { round: issued.proof.round });
      }
      if (declared.length === 0) throw refusal('recommendation.proof-without-evidence');
      const returned = issued.proofs.find((proof) => sameEvidence(proof.evidence, declared));
      if (returned) throw refusal('recommendation.same-proof-again', { round: returned.round });
      return [
        {
          type: 'RemediationReportedComplete',
          data: { round: issued.proofs.length + 1, note, evidence: declared, submittedOn: on, by: by.id },
        },
      ];
    },
    ReturnProof(state, { by, reasons }) {
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.status === 'returned' && same(issued.returns.at(-1)?.reasons, reasons)) return [];
      if (issued.status !== 'awaiting-verification')
        throw refusal('recommendation.nothing-to-verify', { status: issued.status });
      if (reasons.length === 0) throw refusal('recommendation.return-without-reasons');
      assertPoints(
        issued,
        reasons.flatMap(({ point }) => (point === null ? [] : [point])),
      );
      // One return with all its reasons; a second one is leadership's to answer for.
      if (issued.returns.length > 0 && by.role !== 'leadership')
        throw refusal('recommendation.second-return-needs-leadership', { returns: issued.returns.length });
      return [{ type: 'RemediationVerificationFailed', data: { round: issued.proof.round, reasons, by: by.id } }];
    },
    VerifyRemediation(state, { by, metPoints, note }) {
      if (state.status === 'verified' && state.verifiedBy === by.id) return [];
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.status !== 'awaiting-verification')
        throw refusal('recommendation.nothing-to-verify', { status: issued.status });
      assertPoints(issued, metPoints);
      const unmet = issued.order.verificationPoints.filter((point) => !metPoints.includes(point));
      if (unmet.length > 0) throw refusal('recommendation.points-unmet', { points: unmet });
      const { submittedOn, round } = issued.proof;
      const { dueOn, originalDueOn } = issued.order.deadline;
      return [
        {
          type: 'RemediationVerified',
          data: {
            round,
            points: metPoints,
            note,
            isOnTime: submittedOn <= dueOn,
            isOnTimeOriginally: submittedOn <= originalDueOn,
            by: by.id,
          },
        },
      ];
    },
    CloseRecommendation(state, { by }) {
      if (state.status === 'implemented') return [];
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.status !== 'verified') throw refusal('recommendation.not-verified', { status: issued.status });
      if (issued.verifiedBy === by.id) throw refusal('recommendation.closed-by-verifier', { verifiedBy: by.id });
      const { inspectionId } = issued.order.source;
      return [{ type: 'RecommendationClosed', data: { outcome: 'implemented', inspectionId, by: by.id } }];
    },
    DeclareNotImplemented(state, { by, reason }) {
      if (state.status === 'not-implemented') return [];
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      assertNotAwaiting(issued);
      const { inspectionId } = issued.order.source;
      return [{ type: 'RecommendationDeclaredNotImplemented', data: { reason, inspectionId, by: by.id } }];
    },
  },
  evolve: {
    RecommendationIssued: (_, order) => ({
      status: 'issued',
      order,
      plan: null,
      progress: null,
      obstacle: null,
      proofs: [],
      returns: [],
      fixers: [],
    }),
    RemediationPlanSubmitted: (state, { by, ...plan }) =>
      state.status === 'absent'
        ? state
        : {
            ...issuedOf(state),
            status: state.status === 'issued' ? 'planned' : working(state),
            plan,
            fixers: [...state.fixers, by],
          },
    RemediationProgressReported: (state, { percent, note, by }) =>
      state.status === 'absent'
        ? state
        : {
            ...issuedOf(state),
            status: state.status === 'returned' ? 'returned' : 'in-progress',
            progress: { percent, note },
            fixers: [...state.fixers, by],
          },
    RemediationObstacleReported: (state, { note, by }) =>
      state.status === 'absent'
        ? state
        : { ...issuedOf(state), status: working(state), obstacle: note, fixers: [...state.fixers, by] },
    RemediationReportedComplete: (state, proof) =>
      state.status === 'absent'
        ? state
        : {
            ...issuedOf(state),
            status: 'awaiting-verification',
            proof,
            proofs: [...state.proofs, proof],
            fixers: [...state.fixers, proof.by],
          },
    RemediationVerificationFailed: (state, failed) =>
      state.status === 'absent'
        ? state
        : { ...issuedOf(state), status: 'returned', returns: [...state.returns, failed] },
    RemediationVerified: (state, { by }) =>
      state.status === 'absent' ? state : { ...issuedOf(state), status: 'verified', verifiedBy: by },
    RecommendationClosed: (state) =>
      state.status === 'absent' ? state : { ...issuedOf(state), status: 'implemented' },
    RecommendationDeclaredNotImplemented: (state) =>
      state.status === 'absent' ? state : { ...issuedOf(state), status: 'not-implemented' },
  },
};

type Known = Exclude<RecommendationState, { status: 'absent' }>;

function open(state: RecommendationState): Known {
  if (state.status === 'absent') throw refusal('recommendation.unknown');
  if (state.status === 'implemented' || state.status === 'not-implemented')
    throw refusal('recommendation.settled', { status: state.status });
  return state;
}

/** The unit it was issued to, or one of the implementing bodies. */
function assertFixes(issued: Issued, by: Actor): void {
  if (!isOfFixingBody(issued, by)) throw refusal('recommendation.not-your-unit');
}

/** Domain rule 1 of the separation of duties: neither who found it nor who fixed it may say that it is fixed. */
function assertSecondPairOfEyes(issued: Issued, by: Actor): void {
  if (issued.order.findings.some((finding) => finding.recordedBy === by.id))
    throw refusal('recommendation.judged-by-finder');
  if (issued.fixers.includes(by.id)) throw refusal('recommendation.judged-by-fixer');
  if (isOfFixingBody(issued, by)) throw refusal('recommendation.judged-by-own-unit');
}

function isOfFixingBody({ order }: Issued, by: Actor): boolean {
  return by.unitId !== null && [order.unit, ...order.bodies.implementing].some((body) => body.id === by.unitId);
}

function assertNotAwaiting(state: Known): void {
  if (state.status === 'awaiting-verification')
    throw refusal('recommendation.proof-awaits-verification', { round: state.proof.round });
  if (state.status === 'verified') throw refusal('recommendation.already-verified');
}

function assertPoints({ order }: Issued, points: readonly string[]): void {
  const unknown = points.filter((point) => !order.verificationPoints.includes(point));
  if (unknown.length > 0) throw refusal('recommendation.point-unknown', { points: unknown });
}

function issuedOf({ order, plan, progress, obstacle, proofs, returns, fixers }: Issued): Issued {
  return { order, plan, progress, obstacle, proofs, returns, fixers };
}

/** A new plan, report or obstacle leaves a returned recommendation returned until it is proved again. */
function working(state: Known): 'issued' | 'planned' | 'in-progress' | 'returned' {
  return state.status === 'issued' || state.status === 'planned' || state.status === 'returned'
    ? state.status
    : 'in-progress';
}

function sameEvidence(one: readonly Evidence[], other: readonly Evidence[]): boolean {
  const known = new Set(one.map((piece) => piece.sha256));
  return known.size === other.length && other.every((piece) => known.has(piece.sha256));
}
