import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { programmeChanges, refusal, type Uuid } from '@soat/domain';
import type { Person } from '../platform/access/token-verifier.js';
import type { Past } from '../platform/http/as-of.js';
import { type Changes, type ChangesQuery, Spans } from '../platform/http/changes.js';
import { ProgrammeFiles, programmeShown } from './programme-file.js';

/** What changed in a programme between two moments, and in what was done under it. */
export class ShowProgrammeChanges extends Query<Changes> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly asked: ChangesQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowProgrammeChanges)
export class ShowProgrammeChangesHandler implements IQueryHandler<ShowProgrammeChanges> {
  constructor(
    private readonly files: ProgrammeFiles,
    private readonly spans: Spans,
  ) {}

  async execute({ person, id, asked }: ShowProgrammeChanges): Promise<Changes> {
    const span = await this.spans.resolve(asked);
    const at = async (past: Past) => {
      const sighted = await this.files.inSight(person, id, past);
      return sighted && programmeShown(sighted, person, past.on);
    };
    const [before, after] = [await at(span.from), await at(span.to)];
    if (!after) throw refusal('programme.unknown');
    return {
      ...span,
      data: programmeChanges(before, after),
      // Its own: the adoption, and the amendments the reader may know of.
      events: after.amendments.length + 1 - (before ? before.amendments.length + 1 : 0),
    };
  }
}
