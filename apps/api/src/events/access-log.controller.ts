import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { AccessLogQuery, ListReadings, type ReadingListed } from './access-log.query.js';
import { ReadingBody } from './access-log.responses.js';

/** Who looked at what. */
@ApiTags('events')
@ApiBearerAuth()
@Controller('access-log')
export class AccessLogController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary:
      'Who looked at which case, event or bundle, or took a history as a file; the newest first. For auditors and leadership.',
  })
  @ApiPage(ReadingBody)
  list(@Query() asked: AccessLogQuery, @CurrentPerson() person: Person): Promise<Page<ReadingListed>> {
    return this.queries.execute(new ListReadings(person, asked));
  }
}
