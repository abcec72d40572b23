import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { recommendation, recommendationChanges, refusal, type Uuid } from '@soat/domain';
import type { Person } from '../platform/access/token-verifier.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { type Changes, type ChangesQuery, isWithin, Spans } from '../platform/http/changes.js';
import { recommendationInSight } from './recommendation-file.query.js';

/** What changed in a recommendation between two moments. */
export class ShowRecommendationChanges extends Query<Changes> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly asked: ChangesQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowRecommendationChanges)
export class ShowRecommendationChangesHandler implements IQueryHandler<ShowRecommendationChanges> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly spans: Spans,
  ) {}

  async execute({ person, id, asked }: ShowRecommendationChanges): Promise<Changes> {
    const span = await this.spans.resolve(asked);
    const loaded = await this.executor.load('recommendation', id, recommendation);
    const after = recommendationInSight(loaded, person, span.to);
    if (!after) throw refusal('recommendation.unknown');
    const before = recommendationInSight(loaded, person, span.from);
    return {
      ...span,
      data: recommendationChanges(before?.state ?? null, after.state),
      events: after.events.filter(({ position }) => isWithin(span, position)).length,
    };
  }
}
