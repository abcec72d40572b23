import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type BoardFinding,
  type FindingStatus,
  findingStatuses,
  type Recurrence,
  recurrences,
  severities,
} from '@soat/domain';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ApiPastPage, type PastPage } from '../platform/http/past-page.js';
import { Shown } from '../platform/http/response.js';
import { type FindingEntry, FindingsQuery, ListFindings } from './findings-board.query.js';

export class FindingEntryBody {
  @Shown({ type: String, format: 'uuid' })
  readonly findingId: string;

  @Shown({ type: String })
  readonly number: string;

  @Shown({ type: String, format: 'uuid' })
  readonly inspectionId: string;

  @Shown({ type: String })
  readonly inspectionNumber: string;

  @Shown({ type: String })
  readonly checklistKind: string;

  @Shown({ type: String, format: 'uuid' })
  readonly unitId: string;

  @Shown({ type: String })
  readonly unitName: string;

  @Shown({ type: String, nullable: true })
  readonly itemCode: string | null;

  @Shown({ enum: [...severities], enumName: 'Severity' })
  readonly severity: BoardFinding['severity'];

  @Shown({ type: 'object', additionalProperties: { type: 'string' } })
  readonly criteria: BoardFinding['criteria'];

  @Shown({ type: String })
  readonly condition: string;

  @Shown({ type: String, nullable: true })
  readonly place: string | null;

  @Shown({ type: Number, nullable: true, description: 'Đồng.' })
  readonly amountAtRisk: number | null;

  @Shown({ type: String, format: 'date' })
  readonly foundOn: string;

  @Shown({ enum: [...recurrences], enumName: 'Recurrence' })
  readonly recurrence: Recurrence;

  @Shown({ enum: [...findingStatuses], enumName: 'FindingStatus' })
  readonly status: FindingStatus;

  @Shown({ type: 'object', additionalProperties: true, description: 'By id: null while it is not settled.' })
  readonly recommendations: BoardFinding['recommendations'];
}

@ApiTags('findings')
@ApiBearerAuth()
@Controller('findings')
export class FindingsBoardController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Findings in sight, the newest first, with what became of each.' })
  @ApiPastPage(FindingEntryBody)
  list(@Query() asked: FindingsQuery, @CurrentPerson() person: Person): Promise<PastPage<FindingEntry>> {
    return this.queries.execute(new ListFindings(person, asked));
  }
}
