import type { Decider } from '../kernel/decider.js';
import type {
  Issued,
  RecommendationCommands,
  RecommendationEvents,
  RecommendationState,
  SettledStatus,
  WorkingStatus,
} from './facts.js';

type Whole = Decider<RecommendationState, RecommendationCommands, RecommendationEvents>;

/** One chapter of the stream's two tables; `recommendation.ts` binds them, and a missing entry does not compile there. */
export interface RecommendationRules<C extends keyof RecommendationCommands, E extends keyof RecommendationEvents> {
  readonly decide: Pick<Whole['decide'], C>;
  readonly evolve: Pick<Whole['evolve'], E>;
}

/** The facts without what belongs to one status only. */
export function issuedOf(state: Issued): Issued {
  const {
    order,
    bodies,
    isReassigned,
    deadline,
    plan,
    planReview,
    progress,
    obstacle,
    recoveries,
    proofs,
    returns,
    metPoints,
    missing,
    verification,
    effectiveness,
    extensions,
    suspensions,
    ladder,
    notImplementedFor,
    sanction,
    fixers,
  } = state;
  return {
    order,
    bodies,
    isReassigned,
    deadline,
    plan,
    planReview,
    progress,
    obstacle,
    recoveries,
    proofs,
    returns,
    metPoints,
    missing,
    verification,
    effectiveness,
    extensions,
    suspensions,
    ladder,
    notImplementedFor,
    sanction,
    fixers,
  };
}

/** Other facts, the same status. */
export function withFacts(
  state: RecommendationState,
  change: (issued: Issued) => Partial<Issued>,
): RecommendationState {
  return state.status === 'absent' ? state : { ...state, ...change(state) };
}

/** Another status that needs nothing but the facts. */
export function became(
  state: RecommendationState,
  status: WorkingStatus | SettledStatus,
  change: (issued: Issued) => Partial<Issued> = () => ({}),
): RecommendationState {
  return state.status === 'absent' ? state : { ...issuedOf(state), ...change(state), status };
}

/** A new plan, report or obstacle leaves what was sent back as it is until it is proved again. */
export function working(state: RecommendationState): WorkingStatus {
  switch (state.status) {
    case 'issued':
    case 'planned':
    case 'plan-returned':
    case 'plan-approved':
    case 'returned':
    case 'partly-implemented':
      return state.status;
    default:
      return 'in-progress';
  }
}
