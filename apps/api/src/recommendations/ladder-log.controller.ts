import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type LadderLogRow, ladderEntryKinds } from '@soat/domain';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { Shown } from '../platform/http/response.js';
import { type LadderLogEntry, LadderLogQuery, ShowLadderLog } from './ladder-log.query.js';

export class LadderLogEntryBody {
  @Shown({ type: String, format: 'uuid' })
  readonly eventId: string;

  @Shown({ type: Number })
  readonly position: number;

  @Shown({ type: String, format: 'uuid' })
  readonly unitId: string;

  @Shown({ type: String })
  readonly unitName: string;

  @Shown({ type: String, format: 'uuid' })
  readonly recommendationId: string;

  @Shown({ type: String, description: 'Of the recommendation.' })
  readonly number: string;

  @Shown({ enum: [...ladderEntryKinds], enumName: 'LadderEntryKind' })
  readonly kind: LadderLogRow['kind'];

  @Shown({ type: String, nullable: true })
  readonly step: string | null;

  @Shown({ enum: ['lead', 'superior'], nullable: true })
  readonly level: LadderLogRow['level'];

  @Shown({ type: String, format: 'date' })
  readonly dueOn: string;

  @Shown({ type: String, format: 'date', nullable: true })
  readonly plannedOn: string | null;

  @Shown({ type: String, format: 'date' })
  readonly takenOn: string;

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly to: LadderLogRow['to'];
}

@ApiTags('recommendations')
@ApiBearerAuth()
@Controller('ladder-log')
export class LadderLogController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Every reminder, escalation and overdue note in sight, the newest first.' })
  @ApiPage(LadderLogEntryBody)
  list(@Query() asked: LadderLogQuery, @CurrentPerson() person: Person): Promise<Page<LadderLogEntry>> {
    return this.queries.execute(new ShowLadderLog(person, asked));
  }
}
