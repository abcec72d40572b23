import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type CommandName,
  commandsOf,
  type Instant,
  type Issued,
  maySee,
  type RecommendationEvents,
  type RecommendationStatus,
  recommendation,
  refusal,
  sightedRecommendation,
  type Uuid,
} from '@soat/domain';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { dueOf } from './recommendation-board.query.js';

/** One recommendation with all its rounds, folded from its stream at the moment of asking. */
export interface RecommendationShown extends Issued {
  readonly id: Uuid;
  readonly length: number;
  readonly position: number;
  readonly status: RecommendationStatus;
  readonly issuedAt: Instant;
  readonly isOverdue: boolean;
  readonly workingDaysLeft: number;
  /** The verification, once there is one. */
  readonly verified: RecommendationEvents['RemediationVerified'] | null;
  readonly notImplementedFor: string | null;
  readonly names: Readonly<Record<string, string>>;
  readonly mayAsk: readonly CommandName[];
}

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
    const { status, order, plan, progress, obstacle, proofs, returns, fixers } = state;
    const verified = events.find((event) => event.type === 'RemediationVerified');
    const dropped = events.find((event) => event.type === 'RecommendationDeclaredNotImplemented');
    const ids = new Set([
      ...events.map((event) => event.actor),
      ...order.findings.map((finding) => finding.recordedBy),
    ]);
    return {
      id,
      length,
      position: events.at(-1)?.position ?? 0,
      status,
      order,
      plan,
      progress,
      obstacle,
      proofs,
      returns,
      fixers,
      issuedAt: events[0]?.recordedAt ?? '',
      ...dueOf({ status, dueOn: order.deadline.dueOn }, this.clock.today()),
      verified: verified?.type === 'RemediationVerified' ? verified.data : null,
      notImplementedFor: dropped?.type === 'RecommendationDeclaredNotImplemented' ? dropped.data.reason : null,
      names: Object.fromEntries([...ids].map((personId) => [personId, this.people.find(personId)?.name ?? personId])),
      mayAsk: commandsOf(person.role),
    };
  }
}
