import { compareDays } from '../calendar/legal-day.js';
import { assertEvidence, type Evidence } from '../evidence/evidence.js';
import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import type { Issued } from './facts.js';
import { assertFixes, assertInHand, assertNotSuspended, assertSecondPairOfEyes, open, recovered } from './guards.js';
import { became, issuedOf, type RecommendationRules, withFacts, working } from './rules.js';

/** The unit's work: the plan and what is said to it, progress, obstacles, money paid back, the proof. */
export const remediation = {
  decide: {
    SubmitRemediationPlan(state, { by, ...plan }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertInHand(issued);
      // A plan that was returned may come again as it was, with nothing but its reason answered on paper.
      if (same(issued.plan, plan) && issued.planReview?.isApproved !== false) return [];
      const { signedOn } = issued.order.source.finalDocument;
      if (plan.plannedOn < signedOn)
        throw refusal('recommendation.planned-before-document', { plannedOn: plan.plannedOn });
      return [{ type: 'RemediationPlanSubmitted', data: { ...plan, by: by.id } }];
    },
    ApprovePlan(state, { by, note }) {
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.planReview?.isApproved) return [];
      assertInHand(issued);
      if (!issued.plan || issued.planReview) throw refusal('recommendation.no-plan-to-review');
      return [{ type: 'RemediationPlanApproved', data: { note, by: by.id } }];
    },
    ReturnPlan(state, { by, reason }) {
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.planReview?.isApproved === false && issued.planReview.note === reason) return [];
      assertInHand(issued);
      if (!issued.plan || issued.planReview) throw refusal('recommendation.no-plan-to-review');
      return [{ type: 'RemediationPlanReturned', data: { reason, by: by.id } }];
    },
    ReportProgress(state, { by, percent, note }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertInHand(issued);
      if (issued.progress?.percent === percent && issued.progress.note === note) return [];
      return [{ type: 'RemediationProgressReported', data: { percent, note, by: by.id } }];
    },
    ReportObstacle(state, { by, note }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertInHand(issued);
      if (issued.obstacle === note) return [];
      return [{ type: 'RemediationObstacleReported', data: { note, by: by.id } }];
    },
    RecordRecovery(state, { by, on, evidence, ...recovery }) {
      const issued = open(state);
      assertFixes(issued, by);
      const declared = assertEvidence(evidence);
      const { amountToRecover } = issued.order;
      if (amountToRecover === null) throw refusal('recommendation.nothing-to-recover');
      // One payment is one document: sent again it is the same payment, whatever else is said about it.
      if (issued.recoveries.some(({ document }) => document === recovery.document)) {
        if (issued.recoveries.some((one) => same(one, { ...recovery, evidence: declared }))) return [];
        throw refusal('recommendation.recovery-known', { document: recovery.document });
      }
      if (compareDays(recovery.recoveredOn, on) > 0)
        throw refusal('recommendation.recovered-in-future', { recoveredOn: recovery.recoveredOn, on });
      const before = recovered(issued);
      const total = before + recovery.amount;
      if (total > amountToRecover) throw refusal('recommendation.recovered-too-much', { before, amountToRecover });
      const data = { ...recovery, evidence: declared, total, amountToRecover, by: by.id };
      return [{ type: 'AmountRecovered', data }];
    },
    ReportRemediationComplete(state, { by, note, evidence, on }) {
      const issued = open(state);
      assertFixes(issued, by);
      assertNotSuspended(issued);
      if (issued.status === 'verified' || issued.status === 'effective')
        throw refusal('recommendation.already-verified');
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
  },
  evolve: {
    RemediationPlanSubmitted: (state, { by, ...plan }) =>
      became(state, isPlanning(state.status) ? 'planned' : working(state), ({ fixers }) => ({
        plan,
        planReview: null,
        fixers: [...fixers, by],
      })),
    RemediationPlanApproved: (state, { note, by }) =>
      became(state, state.status === 'planned' ? 'plan-approved' : working(state), () => ({
        planReview: { isApproved: true, note, by },
      })),
    RemediationPlanReturned: (state, { reason, by }) =>
      became(state, state.status === 'planned' ? 'plan-returned' : working(state), () => ({
        planReview: { isApproved: false, note: reason, by },
      })),
    RemediationProgressReported: (state, { percent, note, by }) =>
      became(state, isSentBack(state.status) ? working(state) : 'in-progress', ({ fixers }) => ({
        progress: { percent, note },
        fixers: [...fixers, by],
      })),
    RemediationObstacleReported: (state, { note, by }) =>
      became(state, working(state), ({ fixers }) => ({ obstacle: note, fixers: [...fixers, by] })),
    // Money may come in whatever else is going on.
    AmountRecovered: (state, { amount, recoveredOn, document, evidence, by }) =>
      withFacts(state, ({ recoveries, fixers }) => ({
        recoveries: [...recoveries, { amount, recoveredOn, document, evidence }],
        fixers: [...fixers, by],
      })),
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
  },
} satisfies RecommendationRules<
  | 'SubmitRemediationPlan'
  | 'ApprovePlan'
  | 'ReturnPlan'
  | 'ReportProgress'
  | 'ReportObstacle'
  | 'RecordRecovery'
  | 'ReportRemediationComplete',
  | 'RemediationPlanSubmitted'
  | 'RemediationPlanApproved'
  | 'RemediationPlanReturned'
  | 'RemediationProgressReported'
  | 'RemediationObstacleReported'
  | 'AmountRecovered'
  | 'RemediationReportedComplete'
>;

function isPlanning(status: string): boolean {
  return status === 'issued' || status === 'planned' || status === 'plan-returned' || status === 'plan-approved';
}

function isSentBack(status: string): boolean {
  return status === 'returned' || status === 'partly-implemented';
}

function sameEvidence(one: readonly Evidence[], other: readonly Evidence[]): boolean {
  const declared = new Set(one.map((piece) => piece.sha256));
  return declared.size === other.length && other.every((piece) => declared.has(piece.sha256));
}

/** Points no proof has shown yet. */
export function pointsLeft({ order, metPoints }: Pick<Issued, 'order' | 'metPoints'>): readonly string[] {
  return order.verificationPoints.filter((point) => !metPoints.includes(point));
}
