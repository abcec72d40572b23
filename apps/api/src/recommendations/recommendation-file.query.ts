import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Actor,
  type CommandName,
  commandsOf,
  type Instant,
  type Known,
  type LegalDate,
  maySee,
  type RecommendationCommands,
  type RecommendationEvents,
  type RecommendationState,
  type Recorded,
  recommendation,
  recovered,
  refusal,
  sightedRecommendation,
  sightOf,
  type Uuid,
} from '@soat/domain';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { CommandExecutor, type Loaded } from '../platform/command-handling/execute.js';
import { asOf } from '../platform/command-handling/past.js';
import { type AsOf, type Past, PastMoments, type PastStreamQuery } from '../platform/http/as-of.js';
import { dueOf } from './recommendation-board.query.js';

/** One recommendation with all its rounds, folded from its stream at the moment of asking or a past one, and what is beside it. */
export type RecommendationShown = Known & {
  readonly id: Uuid;
  readonly length: number;
  readonly position: number;
  readonly issuedAt: Instant;
  readonly isOverdue: boolean;
  readonly workingDaysLeft: number;
  /** In đồng, so far. */
  readonly amountRecovered: number;
  readonly names: Readonly<Record<string, string>>;
  /** Nothing of the past: it is read only. */
  readonly mayAsk: readonly CommandName[];
  /** Where a past moment was asked. */
  readonly asOf?: AsOf;
};

export class ShowRecommendation extends Query<RecommendationShown> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly asked: PastStreamQuery = {},
  ) {
    super();
  }
}

@QueryHandler(ShowRecommendation)
export class ShowRecommendationHandler implements IQueryHandler<ShowRecommendation> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly people: PeopleDirectory,
    private readonly clock: Clock,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, id, asked }: ShowRecommendation): Promise<RecommendationShown> {
    const past = await this.moments.resolve(asked);
    const loaded = await this.executor.load('recommendation', id, recommendation);
    const sighted = recommendationInSight(loaded, person, past);
    if (!sighted) throw refusal('recommendation.unknown');
    return {
      ...recommendationShown(sighted, past?.on ?? this.clock.today()),
      id,
      names: namesIn(sighted, this.people),
      mayAsk: past ? [] : commandsOf(person.role),
      ...(past && { asOf: past }),
    };
  }
}

/** As one reader may read it. */
export interface RecommendationInSight {
  readonly state: Known;
  readonly events: readonly Recorded<RecommendationEvents>[];
}

/**
 * Null where there is nothing for this reader. Of the past nobody sees more than today, and a unit only what was its own to
 * carry out by then.
 */
export function recommendationInSight(
  loaded: Loaded<RecommendationState, RecommendationEvents>,
  person: Actor,
  past: Past | null,
): RecommendationInSight | null {
  if (loaded.state.status === 'absent' || !maySee(person, sightedRecommendation(loaded.state))) return null;
  const { state, events } = asOf<RecommendationState, RecommendationCommands, RecommendationEvents>(
    recommendation,
    loaded,
    past,
  );
  if (state.status === 'absent') return null;
  if (sightOf(person) === 'own-unit' && !maySee(person, sightedRecommendation(state))) return null;
  return { state, events };
}

/** Everything it answers that follows from its events and the day. */
export function recommendationShown(
  { state, events }: RecommendationInSight,
  today: LegalDate,
): Known & Omit<RecommendationShown, keyof Known | 'id' | 'names' | 'mayAsk' | 'asOf'> {
  return {
    ...state,
    length: events.length,
    position: events.at(-1)?.position ?? 0,
    issuedAt: events[0]?.recordedAt ?? '',
    ...dueOf({ status: state.status, dueOn: state.deadline.dueOn }, today),
    amountRecovered: recovered(state),
  };
}

/** The directory has no past: names are those of today. */
function namesIn({ state, events }: RecommendationInSight, people: PeopleDirectory): Readonly<Record<string, string>> {
  const ids = new Set([
    ...events.map((event) => event.actor),
    ...state.order.findings.map((finding) => finding.recordedBy),
  ]);
  return Object.fromEntries([...ids].map((personId) => [personId, people.find(personId)?.name ?? personId]));
}
