import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventStore } from '../platform/event-store/event-store.js';
import { Shown } from '../platform/http/response.js';
import type { ProjectionStatus } from '../platform/projections/projection-runner.js';
import { ProjectionStatuses } from '../platform/projections/projection-statuses.js';

export class ProjectionBody {
  @Shown({ type: String })
  readonly name: string;

  @Shown({ type: 'integer', description: 'Position of the last event folded.' })
  readonly position: number;

  @Shown({ type: 'integer', description: 'How far behind the newest event; on PostgreSQL, that many events.' })
  readonly lag: number;

  @Shown({ enum: ['running', 'parked', 'stopped'], description: 'Parked: it met an event it cannot take.' })
  readonly state: ProjectionStatus['state'];
}

export class SystemBody {
  @Shown({ type: 'integer', description: 'Position of the newest event.' })
  readonly head: number;

  @Shown({ type: [ProjectionBody] })
  readonly projections: readonly ProjectionBody[];
}

/** How the machine stands; nothing of any case. */
@ApiTags('system')
@ApiBearerAuth()
@Controller('system')
export class SystemController {
  constructor(
    private readonly store: EventStore,
    private readonly statuses: ProjectionStatuses,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How far the log and each view of it have come.' })
  @ApiOkResponse({ type: SystemBody })
  async show(): Promise<SystemBody> {
    const head = await this.store.head();
    const projections = this.statuses.all().map(({ name, position, state }) => ({
      name,
      position,
      // It may have gone on since the head was read.
      lag: Math.max(0, head - position),
      state,
    }));
    return { head, projections };
  }
}
