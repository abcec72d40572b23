import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { commandsOf, refusal, type Uuid } from '@soat/domain';
import type { Person } from '../platform/access/token-verifier.js';
import { type PastFileQuery, PastMoments } from '../platform/http/as-of.js';

import { ProgrammeFiles, programmeShown, type ProgrammeShown } from './programme-file.js';

export class ShowProgramme extends Query<ProgrammeShown> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly asked: PastFileQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowProgramme)
export class ShowProgrammeHandler implements IQueryHandler<ShowProgramme> {
  constructor(
    private readonly files: ProgrammeFiles,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, id, asked }: ShowProgramme): Promise<ProgrammeShown> {
    const past = await this.moments.resolve(asked);
    const asOf = past ?? this.moments.now();
    const sighted = await this.files.inSight(person, id, past, asked.atLeast);
    if (!sighted) throw refusal('programme.unknown');
    return { ...programmeShown(sighted, person, asOf.on), asOf, mayAsk: past ? [] : commandsOf(person.role) };
  }
}
