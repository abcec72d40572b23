import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import type { Uuid } from '@soat/domain';
import { ReadQuery } from '../platform/http/at-least.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { EventFilters } from './event-filters.js';
import { ListEvents } from './event-list.query.js';
import { type EventShown, ShowEvent } from './event-detail.query.js';
import { EventListedBody, EventShownBody } from './event.responses.js';
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

  @Get(':id')
  @ApiOperation({
    summary:
      'One event: in words, what it changed, what led to it and what it led to, and where it stands in the trail.',
  })
  @ApiOkResponse({ type: EventShownBody })
  show(@IdParam('id') id: Uuid, @Query() { atLeast }: ReadQuery, @CurrentPerson() person: Person): Promise<EventShown> {
    return this.queries.execute(new ShowEvent(person, id, atLeast));
  }
}
