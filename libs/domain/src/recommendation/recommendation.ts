import { assertEvidence } from '../evidence/evidence.js';
import type { Severity } from '../checklists/checklist.js';
import type { Decider } from '../kernel/decider.js';
import { same } from '../kernel/same.js';
import type { Upcasts } from '../kernel/upcast.js';
import { refusal } from '../refusals.js';
import { deadlines } from './deadlines.js';
import type {
  AnsweredFinding,
  Issued,
  Order,
  RecommendationCommands,
  RecommendationEvents,
  RecommendationState,
} from './facts.js';
import { ladder } from './ladder.js';
import { remediation } from './remediation.js';
import { verification } from './verification.js';

type IssuedBefore2 = Omit<RecommendationEvents['RecommendationIssued'], 'amountToRecover'>;

export const recommendationUpcasts: Upcasts<RecommendationEvents> = {
  // Version 2 says how much is to be paid back; before it, nobody could.
  RecommendationIssued: [(older: IssuedBefore2) => ({ ...older, amountToRecover: null })],
};

/**
 * A recommendation (kiến nghị): issued from a final document or entered from an external one, carried out by the unit,
 * chased by the clock, verified by a second pair of eyes, closed by a third.
 */
export const recommendation: Decider<RecommendationState, RecommendationCommands, RecommendationEvents> = {
  initial: { status: 'absent' },
  decide: {
    IssueRecommendation(state, { by, source, ...facts }) {
      if (state.status !== 'absent') {
        if (source.finalDocument && isSameOrder(state.order, { ...facts, source, finalDocument: source.finalDocument }))
          return [];
        throw refusal('recommendation.already-issued', { number: state.order.number });
      }
      const { finalDocument } = source;
      if (!finalDocument) throw refusal('recommendation.before-final-document');
      if (facts.findings.length === 0) throw refusal('recommendation.without-finding');
      assertAsked(facts, finalDocument.signedOn);
      return [
        { type: 'RecommendationIssued', data: { ...facts, source: { ...source, finalDocument }, issuedBy: by.id } },
      ];
    },
    EnterExternalRecommendation(state, { by, on, source, ...facts }) {
      const data = { ...facts, source: { ...source, evidence: assertEvidence(source.evidence) } };
      if (state.status !== 'absent') {
        const { issuedBy: _, ...order } = state.order;
        if (same(order, externalOrder(data))) return [];
        throw refusal('recommendation.already-issued', { number: state.order.number });
      }
      if (data.source.evidence.length === 0) throw refusal('recommendation.without-external-document');
      if (source.document.signedOn > on)
        throw refusal('recommendation.document-in-future', { signedOn: source.document.signedOn, on });
      assertAsked(facts, source.document.signedOn);
      return [{ type: 'ExternalRecommendationEntered', data: { ...data, enteredBy: by.id } }];
    },
    ...remediation.decide,
    ...verification.decide,
    ...deadlines.decide,
    ...ladder.decide,
  },
  evolve: {
    RecommendationIssued: (_, { issuedBy, ...asked }) => begun({ ...issuedOrder(asked), issuedBy }),
    ExternalRecommendationEntered: (_, { enteredBy, ...asked }) =>
      begun({ ...externalOrder(asked), issuedBy: enteredBy }),
    ...remediation.evolve,
    ...verification.evolve,
    ...deadlines.evolve,
    ...ladder.evolve,
  },
};

function begun(order: Order): RecommendationState {
  const issued: Issued = {
    order,
    bodies: order.bodies,
    isReassigned: false,
    deadline: order.deadline,
    plan: null,
    planReview: null,
    progress: null,
    obstacle: null,
    recoveries: [],
    proofs: [],
    returns: [],
    metPoints: [],
    missing: [],
    verification: null,
    effectiveness: null,
    extensions: [],
    suspensions: [],
    ladder: [],
    notImplementedFor: null,
    sanction: null,
    fixers: [],
  };
  return { ...issued, status: 'issued' };
}

function issuedOrder({
  source,
  ...asked
}: Omit<RecommendationEvents['RecommendationIssued'], 'issuedBy'>): Omit<Order, 'issuedBy'> {
  return {
    ...asked,
    severity: highestSeverity(asked.findings),
    source: { ...source, external: null },
  };
}

function externalOrder({
  source,
  ...asked
}: Omit<RecommendationEvents['ExternalRecommendationEntered'], 'enteredBy'>): Omit<Order, 'issuedBy'> {
  return {
    ...asked,
    findings: [],
    source: {
      inspectionId: null,
      inspectionNumber: null,
      teamIds: [],
      finalDocument: { kind: 'external', ...source.document },
      external: source,
    },
  };
}

export function highestSeverity(findings: readonly Pick<AnsweredFinding, 'severity'>[]): Severity {
  return (
    (['critical', 'major'] as const).find((severity) => findings.some((finding) => finding.severity === severity)) ??
    'minor'
  );
}

function isSameOrder(
  { issuedBy: _, ...order }: Order,
  {
    finalDocument,
    source,
    ...asked
  }: Omit<RecommendationCommands['IssueRecommendation'], 'by'> & {
    readonly finalDocument: RecommendationEvents['RecommendationIssued']['source']['finalDocument'];
  },
): boolean {
  return same(order, issuedOrder({ ...asked, source: { ...source, finalDocument } }));
}

function assertAsked(
  facts: Pick<Order, 'verificationPoints' | 'bodies' | 'deadline' | 'kind' | 'amountToRecover'>,
  signedOn: string,
): void {
  if (facts.verificationPoints.length === 0) throw refusal('recommendation.without-verification-points');
  if (facts.bodies.implementing.length === 0) throw refusal('recommendation.without-implementing-body');
  if (facts.deadline.dueOn < signedOn)
    throw refusal('recommendation.due-before-document', { dueOn: facts.deadline.dueOn, signedOn });
  if (facts.kind === 'collect-money' && facts.amountToRecover === null) throw refusal('recommendation.amount-missing');
}
