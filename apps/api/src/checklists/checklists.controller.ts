import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  assertMayAsk,
  authoredChecklists,
  type ChecklistCommands,
  type ChecklistEdition,
  checklist,
  checklistEditions,
  findEdition,
  type Message,
  refusal,
  type Uuid,
  unit,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import { Public } from '../platform/access/person.guard.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import { type CommandAnswer, CommandExecutor } from '../platform/command-handling/execute.js';
import { EventStore } from '../platform/event-store/event-store.js';
import { ReadQuery } from '../platform/http/at-least.js';
import { CommandRoute, DecisionFrom, FactFrom, type Sender } from '../platform/http/command-route.js';
import { CommandBody } from '../platform/http/command.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { HttpProblem } from '../platform/http/problem.js';
import { idOfName } from '../platform/named-id.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { AuthoredChecklistsTable } from './authored-checklists.table.js';
import {
  ChecklistDraftBody,
  ChecklistHeadBody,
  ChecklistPublishBody,
  ChecklistRemoveItemBody,
  ChecklistWithdrawBody,
  ChecklistWriteItemBody,
} from './checklist.bodies.js';
import { AskChecklist } from './checklist.handler.js';
import { ChecklistBody, ChecklistsBody } from './checklist.responses.js';
import { checklistItemOf, textOf } from './checklist-item.js';

/** Checklists are public: whoever is inspected may know by what. Their drafts are not. */
@ApiTags('checklists')
@Controller('checklists')
export class ChecklistsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly executor: CommandExecutor,
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Every published edition of every checklist, with its items.' })
  @ApiOkResponse({ type: ChecklistsBody })
  async list(@Query() { atLeast }: ReadQuery): Promise<{ readonly data: readonly ChecklistEdition[] }> {
    await this.readAfterWrite.waitFor([authoredChecklists.name], atLeast);
    const rows = await this.dataSource.getRepository(AuthoredChecklistsTable).find({ order: { kind: 'ASC' } });
    return { data: [...checklistEditions, ...rows.flatMap(({ editions }) => editions)] };
  }

  @Get(':kind/:edition')
  @Public()
  @ApiOperation({ summary: 'One edition.' })
  @ApiOkResponse({ type: ChecklistBody })
  async show(@Param('kind') kind: string, @Param('edition') edition: string): Promise<ChecklistEdition> {
    const number = /^[1-9]\d{0,5}$/.test(edition) ? Number(edition) : 0;
    const found = findEdition(kind, number) ?? (await this.authored(kind)).find((each) => each.edition === number);
    if (!found) throw new HttpProblem('not-found');
    return found;
  }

  @CommandRoute('', 'Draft a checklist; items are written into it one by one.', { status: 201 })
  @ApiBearerAuth()
  async draft(@Body() body: ChecklistDraftBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'DraftChecklist');
    const { kind, code } = body;
    await this.assertCodeFree(kind, code);
    const { state } = await this.executor.load('unit', body.unitId, unit);
    if (state.status === 'absent') throw refusal('checklist.unit-unknown', { unitId: body.unitId });
    const data = { by: from.person, kind, code, body: state.unit, ...headOf(body) };
    return this.ask(idOfName('checklist', kind), { type: 'DraftChecklist', data }, from, body);
  }

  @CommandRoute(':id/head', 'Change the title and the sections of the draft.')
  @ApiBearerAuth()
  changeHead(
    @IdParam('id') id: Uuid,
    @Body() body: ChecklistHeadBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    return this.ask(id, { type: 'ChangeChecklistHead', data: { by: from.person, ...headOf(body) } }, from, body);
  }

  @CommandRoute(':id/items', 'Write an item into the draft: a new one, or the one with its code anew.')
  @ApiBearerAuth()
  writeItem(
    @IdParam('id') id: Uuid,
    @Body() body: ChecklistWriteItemBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'WriteChecklistItem');
    const data = { by: from.person, item: checklistItemOf(body.item), place: body.place ?? null };
    return this.ask(id, { type: 'WriteChecklistItem', data }, from, body);
  }

  @CommandRoute(':id/items/removal', 'Remove an item from the draft.')
  @ApiBearerAuth()
  removeItem(
    @IdParam('id') id: Uuid,
    @Body() body: ChecklistRemoveItemBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, itemCode: body.itemCode };
    return this.ask(id, { type: 'RemoveChecklistItem', data }, from, body);
  }

  @CommandRoute(':id/publication', 'Publish the draft as an edition, for good.')
  @ApiBearerAuth()
  publish(
    @IdParam('id') id: Uuid,
    @Body() body: ChecklistPublishBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const { validFrom, source } = body;
    const data = { by: from.person, validFrom, source, publishedOn: this.clock.today() };
    return this.ask(id, { type: 'PublishChecklist', data }, from, body, validFrom);
  }

  @CommandRoute(':id/next-edition', 'Draft the next edition from the last one.')
  @ApiBearerAuth()
  draftNext(@IdParam('id') id: Uuid, @Body() body: CommandBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    return this.ask(id, { type: 'DraftNextChecklistEdition', data: { by: from.person } }, from, body);
  }

  @CommandRoute(':id/withdrawal', 'Withdraw the checklist from a day on; what was ordered by it goes on.')
  @ApiBearerAuth()
  withdraw(
    @IdParam('id') id: Uuid,
    @Body() body: ChecklistWithdrawBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, from: body.from, reason: body.reason, today: this.clock.today() };
    return this.ask(id, { type: 'WithdrawChecklist', data }, from, body, body.from);
  }

  private async authored(kind: string): Promise<readonly ChecklistEdition[]> {
    const { state } = await this.executor.load('checklist', idOfName('checklist', kind), checklist);
    return state.status === 'absent' ? [] : state.checklist.editions;
  }

  /** The kind is the stream's own name; that its code is nobody else's is asked of the view, and the view is up to date. */
  private async assertCodeFree(kind: string, code: string): Promise<void> {
    await this.readAfterWrite.waitFor([authoredChecklists.name], await this.store.head());
    const taken = await this.dataSource.getRepository(AuthoredChecklistsTable).findOneBy({ code });
    if (taken && taken.kind !== kind) throw refusal('checklist.code-taken', { code });
  }

  private ask(
    id: Uuid,
    command: Message<ChecklistCommands>,
    from: Sender,
    { occurredAt }: CommandBody,
    effectiveOn?: string,
  ): Promise<CommandAnswer> {
    const context = contextOf(from, this.clock, { occurredAt, ...(effectiveOn && { effectiveOn }) });
    return this.commands.execute(new AskChecklist(id, from.person, command, context));
  }
}

function headOf({ title, sections }: ChecklistHeadBody) {
  return {
    title: textOf(title),
    sections: sections.map((section) => ({ code: section.code, title: textOf(section.title) })),
  };
}
