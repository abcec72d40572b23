import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type CommandName,
  commandsOf,
  type Instant,
  type Known,
  maySee,
  recommendation,
  recovered,
  refusal,
  sightedRecommendation,
  type Uuid,
} from '@soat/domain';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { dueOf } from './recommendation-board.query.js';

/** One recommendation with all its rounds, folded from its stream at the moment of asking: the state, and what is beside it. */
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
  readonly mayAsk: readonly CommandName[];
};

export class ShowRecommendation extends Query<RecommendationShown> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
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
  ) {}

  async execute({ person, id }: ShowRecommendation): Promise<RecommendationShown> {
    const { state, length, events } = await this.executor.load('recommendation', id, recommendation);
    if (state.status === 'absent' || !maySee(person, sightedRecommendation(state)))
      throw refusal('recommendation.unknown');
    const ids = new Set([
      ...events.map((event) => event.actor),
      ...state.order.findings.map((finding) => finding.recordedBy),
    ]);
    return {
      ...state,
      id,
      length,
      position: events.at(-1)?.position ?? 0,
      issuedAt: events[0]?.recordedAt ?? '',
      ...dueOf({ status: state.status, dueOn: state.deadline.dueOn }, this.clock.today()),
      amountRecovered: recovered(state),
      names: Object.fromEntries([...ids].map((personId) => [personId, this.people.find(personId)?.name ?? personId])),
      mayAsk: commandsOf(person.role),
    };
  }
}
