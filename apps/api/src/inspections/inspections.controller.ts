import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { assertMayAsk, type InspectionCommands, type Message, type Uuid } from '@soat/domain';
import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import { answered } from '../platform/http/answered.js';
import { Asked, AskedOfLength, etagOf } from '../platform/http/conditional.js';
import { CommandBody } from '../platform/http/command.body.js';
import { evidenceOf } from '../platform/http/evidence.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { CommandAnswerBody } from '../platform/http/response.js';
import { answerValueOf } from './answer-value.js';
import { EarlierRecommendations } from './earlier-recommendations.js';
import {
  AnswerBody,
  CorrectedOnSiteBody,
  CorrectionBody,
  FindingBody,
  type FindingWordsBody,
  ItemEvidenceBody,
  ItemReasonBody,
  MinutesBody,
  MinutesRefusalBody,
  OrderBody,
  ReasonBody,
  StartBody,
} from './inspection.bodies.js';
import { type InspectionFileShown, ShowInspectionFile } from './inspection-file.query.js';
import { AskInspection } from './inspection.handler.js';
import { InspectionsQuery, ListInspections } from './inspection-list.query.js';
import { InspectionOrders } from './inspection-order.js';
import { InspectionFileBody, InspectionRowBody } from './inspection.responses.js';

@ApiTags('inspections')
@ApiBearerAuth()
@Controller('inspections')
export class InspectionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly orders: InspectionOrders,
    private readonly earlier: EarlierRecommendations,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Inspections in sight, the newest order first.' })
  @ApiPage(InspectionRowBody)
  list(@Query() asked: InspectionsQuery, @CurrentPerson() person: Person): Promise<Page<InspectionRowBody>> {
    return this.queries.execute(new ListInspections(person, asked));
  }

  @Post()
  @ApiOperation({ summary: 'Order an unannounced inspection; the unit sees nothing of it before it starts.' })
  @ApiCreatedResponse({ type: CommandAnswerBody })
  async order(
    @Body() body: OrderBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    assertMayAsk(person, 'OrderInspection');
    const by = person;
    const command = await this.orders.commandFrom(body, by);
    const context = contextOf(asked, person, this.clock, { effectiveOn: body.signedOn });
    return answered(reply, await this.commands.execute(new AskInspection(body.id, by, command, context)));
  }

  @Get(':id')
  @ApiOperation({ summary: 'The whole file, as of now; its ETag is the length that decisions name in If-Match.' })
  @ApiOkResponse({ type: InspectionFileBody })
  async show(
    @IdParam('id') id: Uuid,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InspectionFileShown> {
    const file = await this.queries.execute(new ShowInspectionFile(person, id));
    reply.header('etag', etagOf(file.length));
    return file;
  }

  @Post(':id/start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Start fieldwork without notice; the derived items are answered by the system.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async start(
    @IdParam('id') id: Uuid,
    @Body() body: StartBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const earlier = await this.earlier.ofInspection(id, this.clock.today());
    const data = { by, place: body.place ?? null, earlier, findingId: v7() };
    return this.ask(id, { type: 'StartInspection', data }, { asked, person, reply }, body);
  }

  @Post(':id/answers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answer an item; a failed critical item records its finding by itself.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async answer(
    @IdParam('id') id: Uuid,
    @Body() body: AnswerBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = {
      by,
      itemCode: body.itemCode,
      value: answerValueOf(body.value),
      note: body.note ?? null,
      evidence: evidenceOf(body.evidence),
      finding: body.finding ? wordsOf(body.finding) : null,
      findingId: v7(),
    };
    return this.ask(id, { type: 'AnswerItem', data }, { asked, person, reply }, body);
  }

  @Post(':id/not-applicable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark an item not applicable, with a reason.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async markNotApplicable(
    @IdParam('id') id: Uuid,
    @Body() body: ItemReasonBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by, itemCode: body.itemCode, reason: body.reason };
    return this.ask(id, { type: 'MarkItemNotApplicable', data }, { asked, person, reply }, body);
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @ApiOperation({ summary: 'Correct an answer, with a reason; the former one is kept.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async correct(
    @IdParam('id') id: Uuid,
    @Body() body: CorrectionBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = {
      by,
      itemCode: body.itemCode,
      value: body.value ? answerValueOf(body.value) : null,
      note: body.note ?? null,
      evidence: evidenceOf(body.evidence),
      reason: body.reason,
      findingId: v7(),
    };
    return this.ask(id, { type: 'CorrectAnswer', data }, { asked, person, reply }, body);
  }

  @Post(':id/evidence')
  @HttpCode(200)
  @ApiOperation({ summary: 'Declare evidence for an item by SHA-256.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async capture(
    @IdParam('id') id: Uuid,
    @Body() body: ItemEvidenceBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by, itemCode: body.itemCode, evidence: evidenceOf(body.evidence) };
    return this.ask(id, { type: 'CaptureEvidence', data }, { asked, person, reply }, body);
  }

  @Post(':id/findings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record a finding on a failed item, or outside the checklist.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async recordFinding(
    @IdParam('id') id: Uuid,
    @Body() body: FindingBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = {
      by,
      findingId: body.findingId,
      itemCode: body.itemCode ?? null,
      severity: body.severity ?? null,
      criteria: body.criteria ?? null,
      evidence: evidenceOf(body.evidence),
      ...wordsOf(body),
    };
    return this.ask(id, { type: 'RecordFinding', data }, { asked, person, reply }, body);
  }

  @Post(':id/dismissals')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide, with a reason, that a failed item is no finding.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async dismiss(
    @IdParam('id') id: Uuid,
    @Body() body: ItemReasonBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by, itemCode: body.itemCode, reason: body.reason };
    return this.ask(id, { type: 'DismissProposedFinding', data }, { asked, person, reply }, body);
  }

  @Post(':id/findings/:findingId/correction-on-site')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that a finding was put right before the team left.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async correctOnSite(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: CorrectedOnSiteBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by, findingId, note: body.note, before: evidenceOf(body.before), after: evidenceOf(body.after) };
    return this.ask(id, { type: 'CorrectFindingOnSite', data }, { asked, person, reply }, body);
  }

  @Post(':id/findings/:findingId/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Discard a finding, with a reason; it stays in the history.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async discard(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: ReasonBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by, findingId, reason: body.reason };
    return this.ask(id, { type: 'DiscardFinding', data }, { asked, person, reply }, body);
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @ApiOperation({ summary: 'Suspend fieldwork.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async suspend(
    @IdParam('id') id: Uuid,
    @Body() body: ReasonBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by, reason: body.reason };
    return this.ask(id, { type: 'SuspendFieldwork', data }, { asked, person, reply }, body);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Resume fieldwork.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async resume(
    @IdParam('id') id: Uuid,
    @Body() body: CommandBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by };
    return this.ask(id, { type: 'ResumeFieldwork', data }, { asked, person, reply }, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'End fieldwork; refused while an item or a proposed finding is undecided.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async end(
    @IdParam('id') id: Uuid,
    @Body() body: CommandBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by };
    return this.ask(id, { type: 'EndFieldwork', data }, { asked, person, reply }, body);
  }

  @Post(':id/minutes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign the minutes, with or without a reservation of the unit.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async signMinutes(
    @IdParam('id') id: Uuid,
    @Body() body: MinutesBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = {
      by,
      number: body.number ?? null,
      signedOn: body.signedOn,
      leadTitle: body.leadTitle,
      unitRepresentative: body.unitRepresentative,
      reservation: body.reservation ?? null,
    };
    return this.ask(id, { type: 'SignMinutes', data }, { asked, person, reply }, body, body.signedOn);
  }

  @Post(':id/minutes-refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that the unit refused to sign, before a witness.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async refuseMinutes(
    @IdParam('id') id: Uuid,
    @Body() body: MinutesRefusalBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = {
      by,
      number: body.number ?? null,
      signedOn: body.signedOn,
      leadTitle: body.leadTitle,
      unitRepresentative: body.unitRepresentative,
      reason: body.reason,
      witness: body.witness,
    };
    return this.ask(id, { type: 'RecordMinutesRefusal', data }, { asked, person, reply }, body, body.signedOn);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel, with a reason, before the minutes are final.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async cancel(
    @IdParam('id') id: Uuid,
    @Body() body: ReasonBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by, reason: body.reason };
    return this.ask(id, { type: 'CancelInspection', data }, { asked, person, reply }, body);
  }

  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close a case that left nothing to remedy.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async close(
    @IdParam('id') id: Uuid,
    @Body() body: CommandBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const by = person;
    const data = { by };
    return this.ask(id, { type: 'CloseInspection', data }, { asked, person, reply }, body);
  }

  private async ask(
    id: Uuid,
    command: Message<InspectionCommands>,
    { asked, person, reply }: { readonly asked: Asked; readonly person: Person; readonly reply: FastifyReply },
    { occurredAt }: CommandBody,
    effectiveOn?: string,
  ): Promise<CommandAnswerBody> {
    const context = contextOf(asked, person, this.clock, { occurredAt, ...(effectiveOn && { effectiveOn }) });
    return answered(reply, await this.commands.execute(new AskInspection(id, person, command, context)));
  }
}

function wordsOf({ condition, cause, effect, amountAtRisk, place }: FindingWordsBody) {
  return {
    condition,
    cause: cause ?? null,
    effect: effect ?? null,
    amountAtRisk: amountAtRisk ?? null,
    place: place ?? null,
  };
}
