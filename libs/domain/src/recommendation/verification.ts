import { same } from '../kernel/same.js';
import { refusal } from '../refusals.js';
import type { Issued } from './facts.js';
import {
  assertInHand,
  assertNotOwnUnit,
  assertPoints,
  assertSecondPairOfEyes,
  known,
  open,
  recovered,
} from './guards.js';
import { pointsLeft } from './remediation.js';
import { became, issuedOf, type RecommendationRules } from './rules.js';

/** What others say to it: returned, partly met, verified, effective, closed; or not implemented, and what follows. */
export const verification = {
  decide: {
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
    VerifyPartly(state, { by, metPoints, unmet }) {
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.status === 'partly-implemented' && same(issued.missing, unmet)) return [];
      if (issued.status !== 'awaiting-verification')
        throw refusal('recommendation.nothing-to-verify', { status: issued.status });
      assertPoints(issued, [...metPoints, ...unmet.map(({ point }) => point)]);
      const left = pointsLeft(issued);
      const points = left.filter((point) => metPoints.includes(point));
      // Every round settles a point for good, so that no proof can be sent back for ever.
      if (points.length === 0 || unmet.length === 0) throw refusal('recommendation.not-partly');
      const unjudged = left.filter(
        (point) => metPoints.includes(point) === unmet.some((missing) => missing.point === point),
      );
      if (unjudged.length > 0 || unmet.some(({ point }) => !left.includes(point)))
        throw refusal('recommendation.points-unjudged', { points: unjudged });
      return [{ type: 'RemediationPartlyVerified', data: { round: issued.proof.round, points, unmet, by: by.id } }];
    },
    VerifyRemediation(state, { by, metPoints, note }) {
      if (state.status === 'verified' && state.verifiedBy === by.id) return [];
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.status !== 'awaiting-verification')
        throw refusal('recommendation.nothing-to-verify', { status: issued.status });
      assertPoints(issued, metPoints);
      const unmet = pointsLeft(issued).filter((point) => !metPoints.includes(point));
      if (unmet.length > 0) throw refusal('recommendation.points-unmet', { points: unmet });
      const { amountToRecover } = issued.order;
      if (amountToRecover !== null && recovered(issued) < amountToRecover)
        throw refusal('recommendation.money-outstanding', { recovered: recovered(issued), amountToRecover });
      const { submittedOn, round } = issued.proof;
      const { dueOn, originalDueOn } = issued.deadline;
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
    ConfirmEffectiveness(state, { by, note, on }) {
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.status === 'effective') return [];
      if (issued.status !== 'verified') throw refusal('recommendation.not-verified', { status: issued.status });
      return [{ type: 'EffectivenessConfirmed', data: { note, on, by: by.id } }];
    },
    DenyEffectiveness(state, { by, reason, on }) {
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.effectiveness?.isConfirmed === false && issued.effectiveness.note === reason) return [];
      if (issued.status !== 'verified' || !issued.verification)
        throw refusal('recommendation.not-verified', { status: issued.status });
      const { isOnTime, isOnTimeOriginally } = issued.verification;
      const withdrawn = { isOnTime, isOnTimeOriginally };
      return [{ type: 'EffectivenessNotConfirmed', data: { reason, on, withdrawn, by: by.id } }];
    },
    CloseRecommendation(state, { by }) {
      if (state.status === 'implemented') return [];
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      if (issued.status !== 'verified' && issued.status !== 'effective')
        throw refusal('recommendation.not-verified', { status: issued.status });
      if (issued.verifiedBy === by.id) throw refusal('recommendation.closed-by-verifier', { verifiedBy: by.id });
      // A critical one is closed when its remedy was seen to last, not when it was shown once.
      if (issued.status === 'verified' && needsEffectiveness(issued))
        throw refusal('recommendation.effectiveness-unconfirmed');
      const { inspectionId } = issued.order.source;
      return [{ type: 'RecommendationClosed', data: { outcome: 'implemented', inspectionId, by: by.id } }];
    },
    DeclareNotImplemented(state, { by, reason, on }) {
      if (state.status === 'not-implemented' && state.notImplementedFor === reason) return [];
      const issued = open(state);
      assertSecondPairOfEyes(issued, by);
      assertInHand(issued);
      // Until the end of its last day the unit may still carry it out.
      const { dueOn } = issued.deadline;
      if (on <= dueOn) throw refusal('recommendation.not-due-yet', { dueOn });
      const { inspectionId } = issued.order.source;
      return [{ type: 'RecommendationDeclaredNotImplemented', data: { reason, inspectionId, by: by.id } }];
    },
    ProposeSanction(state, { by, ...proposal }) {
      const issued = known(state);
      assertNotOwnUnit(issued, by);
      if (issued.sanction && !issued.sanction.decision) {
        if (isSameProposal(issued.sanction, proposal)) return [];
        throw refusal('recommendation.sanction-pending');
      }
      if (issued.status !== 'not-implemented')
        throw refusal('recommendation.not-declared-unimplemented', { status: issued.status });
      return [{ type: 'SanctionProposed', data: { ...proposal, by: by.id } }];
    },
    DecideSanction(state, { by, ...decision }) {
      const issued = known(state);
      assertNotOwnUnit(issued, by);
      if (issued.sanction?.decision && same(issued.sanction.decision, decision)) return [];
      if (issued.status !== 'sanction-proposed' || !issued.sanction)
        throw refusal('recommendation.no-sanction-proposed', { status: issued.status });
      if (issued.sanction.by === by.id) throw refusal('recommendation.sanction-decided-by-proposer');
      if (decision.isImposed !== (decision.kind !== null)) throw refusal('recommendation.sanction-kind-mismatch');
      return [{ type: 'SanctionDecided', data: { ...decision, by: by.id } }];
    },
  },
  evolve: {
    RemediationVerificationFailed: (state, failed) =>
      became(state, 'returned', ({ returns }) => ({ returns: [...returns, failed], missing: [] })),
    RemediationPartlyVerified: (state, { points, unmet }) =>
      became(state, 'partly-implemented', ({ metPoints }) => ({
        metPoints: [...metPoints, ...points],
        missing: unmet,
      })),
    RemediationVerified: (state, verified) =>
      state.status === 'absent'
        ? state
        : {
            ...issuedOf(state),
            status: 'verified',
            verifiedBy: verified.by,
            verification: verified,
            effectiveness: null,
            missing: [],
            extensions: lapsed(state.extensions),
          },
    EffectivenessConfirmed: (state, { note, by }) =>
      state.status === 'absent'
        ? state
        : {
            ...issuedOf(state),
            status: 'effective',
            verifiedBy: state.verification?.by ?? '',
            effectiveness: { isConfirmed: true, note, by },
          },
    EffectivenessNotConfirmed: (state, { reason, by }) =>
      became(state, 'returned', () => ({
        verification: null,
        metPoints: [],
        effectiveness: { isConfirmed: false, note: reason, by },
      })),
    RecommendationClosed: (state) => became(state, 'implemented'),
    RecommendationDeclaredNotImplemented: (state, { reason }) =>
      became(state, 'not-implemented', ({ extensions }) => ({
        notImplementedFor: reason,
        extensions: lapsed(extensions),
      })),
    SanctionProposed: (state, proposal) =>
      became(state, 'sanction-proposed', () => ({ sanction: { ...proposal, decision: null } })),
    SanctionDecided: (state, { by: _, ...decision }) =>
      became(state, 'sanction-decided', ({ sanction }) => ({ sanction: sanction && { ...sanction, decision } })),
  },
} satisfies RecommendationRules<
  | 'ReturnProof'
  | 'VerifyPartly'
  | 'VerifyRemediation'
  | 'ConfirmEffectiveness'
  | 'DenyEffectiveness'
  | 'CloseRecommendation'
  | 'DeclareNotImplemented'
  | 'ProposeSanction'
  | 'DecideSanction',
  | 'RemediationVerificationFailed'
  | 'RemediationPartlyVerified'
  | 'RemediationVerified'
  | 'EffectivenessConfirmed'
  | 'EffectivenessNotConfirmed'
  | 'RecommendationClosed'
  | 'RecommendationDeclaredNotImplemented'
  | 'SanctionProposed'
  | 'SanctionDecided'
>;

/** What is grave is looked at once more, after the remedy has had time to fail. Ours, not the law's. */
export function needsEffectiveness({ order }: Pick<Issued, 'order'>): boolean {
  return order.severity === 'critical';
}

/** Requests nobody decided before they ceased to matter. */
export function lapsed(extensions: Issued['extensions']): Issued['extensions'] {
  return extensions.map((asked) => (asked.outcome === 'asked' ? { ...asked, outcome: 'lapsed' } : asked));
}

function isSameProposal(
  { kind, against, reason }: NonNullable<Issued['sanction']>,
  proposal: Pick<NonNullable<Issued['sanction']>, 'kind' | 'against' | 'reason'>,
): boolean {
  return kind === proposal.kind && against === proposal.against && reason === proposal.reason;
}
