import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ReadQuery } from '../platform/http/at-least.js';
import { etagOf } from '../platform/http/conditional.js';
import { ChecklistKindBody, ChecklistKindsBody } from './checklist.responses.js';
import {
  type ChecklistKindShortly,
  type ChecklistKindShown,
  ListChecklistKinds,
  ShowChecklistKind,
} from './checklist-kinds.query.js';

/** Checklists as they are kept: which there are, in which editions, and what is being written. */
@ApiTags('checklists')
@ApiBearerAuth()
@Controller('checklist-kinds')
export class ChecklistKindsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Every kind of checklist with its editions; drafts for those who write them.' })
  @ApiOkResponse({ type: ChecklistKindsBody })
  async list(
    @Query() { atLeast }: ReadQuery,
    @CurrentPerson() person: Person,
  ): Promise<{ readonly data: readonly ChecklistKindShortly[] }> {
    return { data: await this.queries.execute(new ListChecklistKinds(person, atLeast)) };
  }

  @Get(':kind')
  @ApiOperation({
    summary: 'One kind, with the draft for those who write it; its ETag is what commands name in If-Match.',
  })
  @ApiOkResponse({ type: ChecklistKindBody })
  async show(
    @Param('kind') kind: string,
    @Query() { atLeast }: ReadQuery,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChecklistKindShown> {
    const shown = await this.queries.execute(new ShowChecklistKind(person, kind, atLeast));
    if (shown.length !== null) reply.header('etag', etagOf(shown.length));
    return shown;
  }
}
