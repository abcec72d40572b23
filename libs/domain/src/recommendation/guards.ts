import type { Actor } from '../access/person.js';
import { refusal } from '../refusals.js';
import type { UnitSnapshot } from '../unit/unit.js';
import {
  type Issued,
  type Known,
  type RecommendationState,
  type RecommendationStatus,
  settledStatuses,
  workingStatuses,
} from './facts.js';

/** Guards in their order of precedence: it exists, it is not settled, the person may, it stands where the command needs it. */
export function known(state: RecommendationState): Known {
  if (state.status === 'absent') throw refusal('recommendation.unknown');
  return state;
}

export function open(state: RecommendationState): Known {
  const issued = known(state);
  if (isSettled(issued.status)) throw refusal('recommendation.settled', { status: issued.status });
  return issued;
}

export function isSettled(status: RecommendationStatus): boolean {
  return (settledStatuses as readonly RecommendationStatus[]).includes(status);
}

/** The unit still owes something, and its clock runs. */
export function isOwing(status: RecommendationStatus): boolean {
  return (workingStatuses as readonly RecommendationStatus[]).includes(status);
}

/** The unit it was issued to, unless it went to others, and the implementing bodies. */
export function actingBodies({ order, bodies, isReassigned }: Issued): readonly UnitSnapshot[] {
  return isReassigned ? bodies.implementing : [order.unit, ...bodies.implementing];
}

/** @throws Rejection when the person is of none of the bodies that carry it out. */
export function assertFixes(issued: Issued, by: Actor): void {
  if (!isOfFixingBody(issued, by)) throw refusal('recommendation.not-your-unit');
}

/** Domain rule 1 of the separation of duties: neither who found it nor who fixed it may say that it is fixed. */
export function assertSecondPairOfEyes(issued: Issued, by: Actor): void {
  if (issued.order.findings.some((finding) => finding.recordedBy === by.id))
    throw refusal('recommendation.judged-by-finder');
  if (issued.fixers.includes(by.id)) throw refusal('recommendation.judged-by-fixer');
  assertNotOwnUnit(issued, by);
}

export function assertNotOwnUnit(issued: Issued, by: Actor): void {
  const isOfUnit = by.unitId !== null && by.unitId === issued.order.unit.id;
  if (isOfUnit || isOfFixingBody(issued, by)) throw refusal('recommendation.judged-by-own-unit');
}

function isOfFixingBody(issued: Issued, by: Actor): boolean {
  return by.unitId !== null && actingBodies(issued).some((body) => body.id === by.unitId);
}

/** The unit may work on it: no proof is being judged, none was accepted, and nothing was suspended. */
export function assertInHand(state: Known): void {
  if (state.status === 'suspended') throw refusal('recommendation.suspended', { suspendedOn: suspendedOn(state) });
  if (state.status === 'awaiting-verification')
    throw refusal('recommendation.proof-awaits-verification', { round: state.proof.round });
  if (state.status === 'verified' || state.status === 'effective') throw refusal('recommendation.already-verified');
}

export function assertNotSuspended(state: Known): void {
  if (state.status === 'suspended') throw refusal('recommendation.suspended', { suspendedOn: suspendedOn(state) });
}

export function suspendedOn({ suspensions }: Issued): string {
  return suspensions.at(-1)?.suspendedOn ?? '';
}

export function assertPoints({ order }: Issued, points: readonly string[]): void {
  const unknown = points.filter((point) => !order.verificationPoints.includes(point));
  if (unknown.length > 0) throw refusal('recommendation.point-unknown', { points: unknown });
}

/** In đồng. */
export function recovered({ recoveries }: Pick<Issued, 'recoveries'>): number {
  return recoveries.reduce((sum, { amount }) => sum + amount, 0);
}
