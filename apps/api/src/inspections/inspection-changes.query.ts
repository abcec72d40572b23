import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inspection, inspectionChanges, isToldToUnit, refusal, sightOf, type Uuid } from '@soat/domain';
import type { Person } from '../platform/access/token-verifier.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { type Changes, type ChangesQuery, isWithin, Spans } from '../platform/http/changes.js';
import { inspectionInSight } from './inspection-file.query.js';

/** What changed in an inspection between two moments, as far as the reader was told of either. */
export class ShowInspectionChanges extends Query<Changes> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly asked: ChangesQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowInspectionChanges)
export class ShowInspectionChangesHandler implements IQueryHandler<ShowInspectionChanges> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly spans: Spans,
  ) {}

  async execute({ person, id, asked }: ShowInspectionChanges): Promise<Changes> {
    const span = await this.spans.resolve(asked);
    const loaded = await this.executor.load('inspection', id, inspection);
    const after = inspectionInSight(loaded, person, span.to);
    if (!after) throw refusal('inspection.unknown');
    const { path } = after.file.order.procedure;
    const isTold = (type: string) => sightOf(person) !== 'own-unit' || isToldToUnit(type, path);
    return {
      ...span,
      data: inspectionChanges(inspectionInSight(loaded, person, span.from), after),
      events: after.events.filter(({ position, type }) => isWithin(span, position) && isTold(type)).length,
    };
  }
}
