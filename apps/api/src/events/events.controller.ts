import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LooksAt } from '../platform/access/looks-at.js';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import type { Uuid } from '@soat/domain';
import { ReadQuery } from '../platform/http/at-least.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { EventFilters } from './event-filters.js';
import { ExportEvents, fileFormats } from './event-export.query.js';
import { Offers } from '../platform/http/request.guard.js';
import { ListEvents } from './event-list.query.js';
import { type EventShown, ShowEvent } from './event-detail.query.js';
import { EventListedBody, EventShownBody } from './event.responses.js';
import type { EventListed } from './event-search.js';

const fileTypes = Object.values(fileFormats).map((type) => type.split(';')[0] ?? type);

/** The audit history: everything that was recorded, for ever. */
@ApiTags('events')
@ApiBearerAuth()
@Controller('events')
export class EventsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @LooksAt('history', exported)
  @Offers('application/json', ...fileTypes)
  @ApiOperation({
    summary: 'Everything that happened, in words, as far as the reader may see it; the newest first.',
    description: `With a \`format\` a file instead of a page: ${fileTypes.join(', ')}. The newest checkpoint stands in it.`,
  })
  @ApiPage(EventListedBody)
  async list(
    @Query() asked: EventFilters,
    @CurrentPerson() person: Person,
  ): Promise<Page<EventListed> | StreamableFile> {
    const { format = 'json' } = asked;
    if (format === 'json') return await this.queries.execute(new ListEvents(person, asked));
    const { content, type, name } = await this.queries.execute(new ExportEvents(person, asked, format));
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });
  }

  @Get(':id')
  @LooksAt('event')
  @ApiOperation({
    summary:
      'One event: in words, what it changed, what led to it and what it led to, and where it stands in the trail.',
  })
  @ApiOkResponse({ type: EventShownBody })
  show(@IdParam('id') id: Uuid, @Query() { atLeast }: ReadQuery, @CurrentPerson() person: Person): Promise<EventShown> {
    return this.queries.execute(new ShowEvent(person, id, atLeast));
  }
}

/** A page is what everybody scrolls through; a file is what leaves the house. */
function exported({ format = 'json', ...filters }: Readonly<Record<string, unknown>>): string | null {
  return format === 'json' ? null : JSON.stringify({ format, ...filters });
}
