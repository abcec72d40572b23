import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { type AgendaEntry, AgendaQuery, ListAgenda } from './agenda.query.js';
import { AgendaEntryBody } from './agenda.responses.js';

@ApiTags('agenda')
@ApiBearerAuth()
@Controller()
export class AgendaController {
  constructor(private readonly queries: QueryBus) {}

  @Get('agenda')
  @ApiOperation({ summary: 'What waits for this person, the earliest due first; what has no day comes last.' })
  @ApiPage(AgendaEntryBody)
  agenda(@Query() asked: AgendaQuery, @CurrentPerson() person: Person): Promise<Page<AgendaEntry>> {
    return this.queries.execute(new ListAgenda('own', person, asked));
  }

  @Get('deadlines')
  @ApiOperation({ summary: 'Every deadline that runs, in sight, the earliest first.' })
  @ApiPage(AgendaEntryBody)
  deadlines(@Query() asked: AgendaQuery, @CurrentPerson() person: Person): Promise<Page<AgendaEntry>> {
    return this.queries.execute(new ListAgenda('running', person, asked));
  }
}
