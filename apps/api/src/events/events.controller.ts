import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { EventFilters } from './event-filters.js';
import { ListEvents } from './event-list.query.js';
import { EventListedBody } from './event.responses.js';
import type { EventListed } from './event-search.js';

/** The audit history: everything that was recorded, for ever. */
@ApiTags('events')
@ApiBearerAuth()
@Controller('events')
export class EventsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Everything that happened, in words, as far as the reader may see it; the newest first.' })
  @ApiPage(EventListedBody)
  list(@Query() asked: EventFilters, @CurrentPerson() person: Person): Promise<Page<EventListed>> {
    return this.queries.execute(new ListEvents(person, asked));
  }
}
