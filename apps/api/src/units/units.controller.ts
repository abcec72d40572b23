import { Body, Controller, Get, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Message, UnitCommands, Uuid } from '@soat/domain';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import { type Changes, ChangesBody, ChangesQuery } from '../platform/http/changes.js';
import { CommandRoute, DecisionFrom, FactFrom, type Sender } from '../platform/http/command-route.js';
import { PastReadQuery } from '../platform/http/as-of.js';
import { EventInWordsBody } from '../platform/history/event-in-words.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPastPage, type PastPage } from '../platform/http/past-page.js';
import { RepeatMatrixQuery, type RepeatMatrixShown, ShowRepeatMatrix } from './repeat-matrix.query.js';
import { EstablishBody, HeadBody, RenameBody } from './unit.bodies.js';
import { AskUnit } from './unit.handler.js';
import { RepeatMatrixBody, UnitOverviewBody, UnitOverviewsBody, UnitRowBody } from './unit.responses.js';
import {
  ListUnitOverviews,
  ShowUnitOverview,
  type UnitOverviewShown,
  type UnitOverviewsShown,
} from './unit-overview.query.js';
import { ListUnits, UnitsQuery } from './unit-register.query.js';
import type { UnitRegisterTable } from './unit-register.table.js';
import { ShowUnitChanges } from './unit-changes.query.js';
import { ShowUnitTimeline, type TimelineEntry, TimelineQuery } from './unit-timeline.query.js';

@ApiTags('units')
@ApiBearerAuth()
@Controller()
export class UnitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  @Get('units')
  @ApiOperation({ summary: 'The register of units, by code; `q` finds by words without diacritics.' })
  @ApiPastPage(UnitRowBody)
  list(@Query() asked: UnitsQuery): Promise<PastPage<UnitRegisterTable>> {
    return this.queries.execute(new ListUnits(asked));
  }

  @Get('unit-overviews')
  @ApiOperation({ summary: 'Every inspected unit in sight, worst first.' })
  @ApiOkResponse({ type: UnitOverviewsBody })
  async overviews(@Query() asked: PastReadQuery, @CurrentPerson() person: Person): Promise<UnitOverviewsShown> {
    return await this.queries.execute(new ListUnitOverviews(person, asked));
  }

  @Get('repeat-matrix')
  @ApiOperation({ summary: 'Units by checklist items over time: what was found again, and what never went away.' })
  @ApiOkResponse({ type: RepeatMatrixBody })
  matrix(@Query() asked: RepeatMatrixQuery, @CurrentPerson() person: Person): Promise<RepeatMatrixShown> {
    return this.queries.execute(new ShowRepeatMatrix(person, asked));
  }

  @Get('units/:id')
  @ApiOperation({ summary: 'One unit: found, fixed, overdue, on time by both due dates.' })
  @ApiOkResponse({ type: UnitOverviewBody })
  show(
    @IdParam('id') id: Uuid,
    @Query() asked: PastReadQuery,
    @CurrentPerson() person: Person,
  ): Promise<UnitOverviewShown> {
    return this.queries.execute(new ShowUnitOverview(person, id, asked));
  }

  @Get('units/:id/timeline')
  @ApiOperation({ summary: 'Everything that happened at a unit, in words, the newest first, with both clocks.' })
  @ApiPastPage(EventInWordsBody)
  timeline(
    @IdParam('id') id: Uuid,
    @Query() asked: TimelineQuery,
    @CurrentPerson() person: Person,
  ): Promise<PastPage<TimelineEntry>> {
    return this.queries.execute(new ShowUnitTimeline(person, id, asked));
  }

  @Get('units/:id/changes')
  @ApiOperation({ summary: 'What changed in a unit’s figures between two moments, in words.' })
  @ApiOkResponse({ type: ChangesBody })
  changes(@IdParam('id') id: Uuid, @Query() asked: ChangesQuery, @CurrentPerson() person: Person): Promise<Changes> {
    return this.queries.execute(new ShowUnitChanges(person, id, asked));
  }

  @CommandRoute('units', 'Establish a unit.', { status: 201 })
  establish(@Body() body: EstablishBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = { ...body, parentId: body.parentId ?? null, basis: body.basis ?? null };
    return this.ask(body.id, { type: 'EstablishUnit', data }, from, body.validFrom);
  }

  @CommandRoute('units/:id/name', 'Rename a unit; the former name stays in its history.')
  rename(@IdParam('id') id: Uuid, @Body() body: RenameBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    return this.ask(id, { type: 'RenameUnit', data: body }, from, body.validFrom);
  }

  @CommandRoute('units/:id/head', 'Appoint the head of a unit.')
  appointHead(@IdParam('id') id: Uuid, @Body() body: HeadBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { ...body, basis: body.basis ?? null };
    return this.ask(id, { type: 'AppointUnitHead', data }, from, body.validFrom);
  }

  private ask(id: Uuid, command: Message<UnitCommands>, from: Sender, effectiveOn: string): Promise<CommandAnswer> {
    const context = contextOf(from, this.clock, { effectiveOn });
    return this.commands.execute(new AskUnit(id, from.person, command, context));
  }
}
