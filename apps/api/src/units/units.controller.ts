import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Message, UnitCommands, Uuid } from '@soat/domain';
import type { FastifyReply } from 'fastify';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import { answered } from '../platform/http/answered.js';
import { ReadQuery } from '../platform/http/at-least.js';
import { Asked, AskedOfLength } from '../platform/http/conditional.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { CommandAnswerBody } from '../platform/http/response.js';
import { EstablishBody, HeadBody, RenameBody } from './unit.bodies.js';
import { AskUnit } from './unit.handler.js';
import { TimelineEntryBody, UnitOverviewBody, UnitOverviewsBody, UnitRowBody } from './unit.responses.js';
import { ListUnitOverviews, ShowUnitOverview, type UnitOverviewShown } from './unit-overview.query.js';
import { ListUnits, UnitsQuery } from './unit-register.query.js';
import type { UnitRegisterTable } from './unit-register.table.js';
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
  @ApiPage(UnitRowBody)
  list(@Query() asked: UnitsQuery): Promise<Page<UnitRegisterTable>> {
    return this.queries.execute(new ListUnits(asked));
  }

  @Get('unit-overviews')
  @ApiOperation({ summary: 'Every inspected unit in sight, worst first.' })
  @ApiOkResponse({ type: UnitOverviewsBody })
  async overviews(
    @Query() { atLeast }: ReadQuery,
    @CurrentPerson() person: Person,
  ): Promise<{ readonly data: readonly UnitOverviewShown[] }> {
    return { data: await this.queries.execute(new ListUnitOverviews(person, atLeast)) };
  }

  @Get('units/:id')
  @ApiOperation({ summary: 'One unit: found, fixed, overdue, on time by both due dates.' })
  @ApiOkResponse({ type: UnitOverviewBody })
  show(
    @IdParam('id') id: Uuid,
    @Query() { atLeast }: ReadQuery,
    @CurrentPerson() person: Person,
  ): Promise<UnitOverviewShown> {
    return this.queries.execute(new ShowUnitOverview(person, id, atLeast));
  }

  @Get('units/:id/timeline')
  @ApiOperation({ summary: 'Everything that happened at a unit, in words, the newest first, with both clocks.' })
  @ApiPage(TimelineEntryBody)
  timeline(
    @IdParam('id') id: Uuid,
    @Query() asked: TimelineQuery,
    @CurrentPerson() person: Person,
  ): Promise<Page<TimelineEntry>> {
    return this.queries.execute(new ShowUnitTimeline(person, id, asked));
  }

  @Post('units')
  @ApiOperation({ summary: 'Establish a unit.' })
  @ApiCreatedResponse({ type: CommandAnswerBody })
  establish(
    @Body() body: EstablishBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { ...body, parentId: body.parentId ?? null, basis: body.basis ?? null };
    return this.ask(body.id, { type: 'EstablishUnit', data }, { asked, person, reply }, body.validFrom);
  }

  @Post('units/:id/name')
  @HttpCode(200)
  @ApiOperation({ summary: 'Rename a unit; the former name stays in its history.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  rename(
    @IdParam('id') id: Uuid,
    @Body() body: RenameBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    return this.ask(id, { type: 'RenameUnit', data: body }, { asked, person, reply }, body.validFrom);
  }

  @Post('units/:id/head')
  @HttpCode(200)
  @ApiOperation({ summary: 'Appoint the head of a unit.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  appointHead(
    @IdParam('id') id: Uuid,
    @Body() body: HeadBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { ...body, basis: body.basis ?? null };
    return this.ask(id, { type: 'AppointUnitHead', data }, { asked, person, reply }, body.validFrom);
  }

  private async ask(
    id: Uuid,
    command: Message<UnitCommands>,
    { asked, person, reply }: { readonly asked: Asked; readonly person: Person; readonly reply: FastifyReply },
    effectiveOn: string,
  ): Promise<CommandAnswerBody> {
    const context = contextOf(asked, person, this.clock, { effectiveOn });
    return answered(reply, await this.commands.execute(new AskUnit(id, person, command, context)));
  }
}
