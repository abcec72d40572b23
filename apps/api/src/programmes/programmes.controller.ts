import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  assertAdoptedByToday,
  assertMayAsk,
  type CommandName,
  type Message,
  type ProgrammeCommands,
  type Uuid,
} from '@soat/domain';
import type { FastifyReply } from 'fastify';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import { ReadQuery } from '../platform/http/at-least.js';
import { CommandRoute, DecisionFrom, FactFrom, type Sender } from '../platform/http/command-route.js';
import { etagOf } from '../platform/http/conditional.js';
import { IdParam } from '../platform/http/id-param.js';
import { PastListQuery } from '../platform/http/as-of.js';
import { ApiPastPage, type PastPage } from '../platform/http/past-page.js';
import { AdoptBody, ItemChangeBody, PilotSitesBody, WithdrawItemBody } from './programme.bodies.js';
import { ProgrammeFacts } from './programme-facts.js';
import { AskProgramme } from './programme.handler.js';
import { ListProgrammes, type ProgrammeShortly, type ProgrammeShown, ShowProgramme } from './programme-list.query.js';
import { ProgrammeRowBody, ProgrammeShownBody } from './programme.responses.js';

@ApiTags('programmes')
@ApiBearerAuth()
@Controller('programmes')
export class ProgrammesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly facts: ProgrammeFacts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Inspection programmes, the one that ends last first.' })
  @ApiPastPage(ProgrammeRowBody)
  list(@Query() asked: PastListQuery, @CurrentPerson() person: Person): Promise<PastPage<ProgrammeShortly>> {
    return this.queries.execute(new ListProgrammes(person, asked));
  }

  @CommandRoute('', 'Adopt a programme with its items.', { status: 201 })
  async adopt(@Body() body: AdoptBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const { id, number, title, basis, adoptedOn, period } = body;
    const by = this.allowed(from, 'AdoptProgramme');
    assertAdoptedByToday(adoptedOn, this.clock.today());
    const data = {
      by,
      number,
      title,
      basis,
      adoptedOn,
      period: { from: period.from, to: period.to },
      body: await this.facts.snapshot(body.unitId),
      items: await Promise.all(body.items.map((item) => this.facts.item(item))),
      pilotSites: await this.facts.pilotSites(body.pilotSites),
    };
    return this.ask(id, { type: 'AdoptProgramme', data }, from, adoptedOn);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One programme: the plan against what was done, item by item.' })
  @ApiOkResponse({ type: ProgrammeShownBody })
  async show(
    @IdParam('id') id: Uuid,
    @Query() { atLeast }: ReadQuery,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProgrammeShown> {
    const shown = await this.queries.execute(new ShowProgramme(person, id, atLeast));
    reply.header('etag', etagOf(shown.length));
    return shown;
  }

  @CommandRoute(':id/items', 'Add an item, with a reason.')
  async addItem(
    @IdParam('id') id: Uuid,
    @Body() body: ItemChangeBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const by = this.allowed(from, 'AddProgrammeItem');
    const data = { by, item: await this.facts.item(body.item), ...changeOf(body) };
    return this.ask(id, { type: 'AddProgrammeItem', data }, from, body.document?.signedOn);
  }

  @CommandRoute(':id/amendments', 'Amend an item, with a reason; what it was is kept.')
  async amendItem(
    @IdParam('id') id: Uuid,
    @Body() body: ItemChangeBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const by = this.allowed(from, 'AmendProgrammeItem');
    const data = { by, item: await this.facts.item(body.item), ...changeOf(body) };
    return this.ask(id, { type: 'AmendProgrammeItem', data }, from, body.document?.signedOn);
  }

  @CommandRoute(':id/items/:itemId/withdraw', 'Withdraw an item, with a reason; it stays in the history.')
  withdrawItem(
    @IdParam('id') id: Uuid,
    @IdParam('itemId') itemId: Uuid,
    @Body() body: WithdrawItemBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, itemId, ...changeOf(body) };
    return this.ask(id, { type: 'WithdrawProgrammeItem', data }, from, body.document?.signedOn);
  }

  @CommandRoute(':id/pilot-sites', 'Change the pilot sites, with a reason.')
  async changePilotSites(
    @IdParam('id') id: Uuid,
    @Body() body: PilotSitesBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const by = this.allowed(from, 'ChangePilotSites');
    const data = { by, pilotSites: await this.facts.pilotSites(body.pilotSites), ...changeOf(body) };
    return this.ask(id, { type: 'ChangePilotSites', data }, from, body.document?.signedOn);
  }

  /** Before anything is looked up for the command: a role that may not ask learns nothing of what exists. */
  private allowed({ person }: Sender, command: CommandName): Person {
    assertMayAsk(person, command);
    return person;
  }

  private ask(
    id: Uuid,
    command: Message<ProgrammeCommands>,
    from: Sender,
    effectiveOn: string | undefined,
  ): Promise<CommandAnswer> {
    const context = contextOf(from, this.clock, effectiveOn === undefined ? {} : { effectiveOn });
    return this.commands.execute(new AskProgramme(id, from.person, command, context));
  }
}

function changeOf({ reason, document }: WithdrawItemBody) {
  return { reason, document: document ? { number: document.number, signedOn: document.signedOn } : null };
}
