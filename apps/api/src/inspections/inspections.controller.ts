import { createHash, randomBytes } from 'node:crypto';
import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  assertMayAsk,
  assertNotAhead,
  type InspectionCommands,
  legalDayOf,
  type Message,
  type OrderWarning,
  type Uuid,
} from '@soat/domain';
import type { FastifyReply } from 'fastify';
import { v7 } from 'uuid';
import { betweenMoments, LooksAt } from '../platform/access/looks-at.js';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import { PastStreamQuery } from '../platform/http/as-of.js';
import { ReadQuery } from '../platform/http/at-least.js';
import { type Changes, ChangesBody, ChangesQuery } from '../platform/http/changes.js';
import {
  CommandRoute,
  DecisionFrom,
  FactFrom,
  type Sender,
  type WarnedAnswer,
} from '../platform/http/command-route.js';
import { etagOf } from '../platform/http/conditional.js';
import { CommandBody } from '../platform/http/command.body.js';
import { evidenceOf } from '../platform/http/evidence.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { LargeBody } from '../platform/http/large-body.js';
import { ApiPastPage, type PastPage } from '../platform/http/past-page.js';
import { answerValueOf } from './answer-value.js';
import { EarlierRecommendations } from './earlier-recommendations.js';
import {
  AnswerBody,
  BudgetFiguresBody,
  CorrectedOnSiteBody,
  CorrectionBody,
  EarlierCheckBody,
  FindingBody,
  type FindingWordsBody,
  ItemEvidenceBody,
  ItemReasonBody,
  LedgerBody,
  MinutesBody,
  MinutesRefusalBody,
  OrderBody,
  ReasonBody,
  SampleBody,
  StartBody,
} from './inspection.bodies.js';
import { type InspectionFileShown, ShowInspectionFile } from './inspection-file.query.js';
import { AskInspection } from './inspection.handler.js';
import { InspectionsQuery, ListInspections } from './inspection-list.query.js';
import { InspectionOrders } from './inspection-order.js';
import {
  InspectionFileBody,
  InspectionRowBody,
  OrderWarningsBody,
  SelfCheckComparisonBody,
} from './inspection.responses.js';
import { OrderWarningsQuery, ShowOrderWarnings } from './order-warnings.query.js';
import { ledgerFileOf, readLedgerFile } from './ledger-file.js';
import { type SelfCheckShown, ShowSelfCheck } from './self-check.query.js';
import { ShowInspectionChanges } from './inspection-changes.query.js';

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
  @ApiPastPage(InspectionRowBody)
  list(@Query() asked: InspectionsQuery, @CurrentPerson() person: Person): Promise<PastPage<InspectionRowBody>> {
    return this.queries.execute(new ListInspections(person, asked));
  }

  @Get('order-warnings')
  @ApiOperation({
    summary: 'What an order would overlap with: another team at the unit, the item of the plan, the number.',
  })
  @ApiOkResponse({ type: OrderWarningsBody })
  async orderWarnings(
    @Query() asked: OrderWarningsQuery,
    @CurrentPerson() person: Person,
  ): Promise<{ readonly data: readonly OrderWarning[] }> {
    const { unitId, signedOn = this.clock.today(), fieldworkUntil, number, orderedByUnitId, itemId, atLeast } = asked;
    const order =
      unitId === undefined
        ? null
        : {
            id: null,
            number: number ?? '',
            signedOn,
            fieldworkUntil: fieldworkUntil ?? null,
            unitId,
            orderedById: orderedByUnitId ?? null,
            programmeItemId: itemId ?? null,
          };
    return { data: await this.queries.execute(new ShowOrderWarnings(person, order, atLeast)) };
  }

  @CommandRoute('', 'Order an inspection; the unit sees nothing of it before it is announced or starts.', {
    status: 201,
  })
  async order(@Body() body: OrderBody, @FactFrom() from: Sender): Promise<WarnedAnswer> {
    assertMayAsk(from.person, 'OrderInspection');
    const command = await this.orders.commandFrom(body, from.person);
    const context = contextOf(from, this.clock, { effectiveOn: body.signedOn });
    const answer = await this.commands.execute(new AskInspection(body.id, from.person, command, context));
    const found = await this.queries.execute(
      new ShowOrderWarnings(from.person, {
        id: body.id,
        number: body.number,
        signedOn: body.signedOn,
        fieldworkUntil: body.fieldworkUntil ?? null,
        unitId: body.unitId,
        orderedById: body.orderedByUnitId,
        programmeItemId: body.fromProgramme?.itemId ?? null,
      }),
    );
    return { ...answer, warned: found.map(({ code, field, detail }) => ({ code, pointer: `/${field}`, detail })) };
  }

  @Get(':id')
  @LooksAt('inspection')
  @ApiOperation({
    summary:
      'The whole file; as of now its ETag is the length that decisions name in If-Match. Of the past it has none.',
  })
  @ApiOkResponse({ type: InspectionFileBody })
  async show(
    @IdParam('id') id: Uuid,
    @Query() asked: PastStreamQuery,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InspectionFileShown> {
    const file = await this.queries.execute(new ShowInspectionFile(person, id, asked));
    if (!file.asOf) reply.header('etag', etagOf(file.length));
    return file;
  }

  @Get(':id/changes')
  @LooksAt('inspection', betweenMoments)
  @ApiOperation({ summary: 'What changed in an inspection between two moments, in words.' })
  @ApiOkResponse({ type: ChangesBody })
  changes(@IdParam('id') id: Uuid, @Query() asked: ChangesQuery, @CurrentPerson() person: Person): Promise<Changes> {
    return this.queries.execute(new ShowInspectionChanges(person, id, asked));
  }

  @Get(':id/self-check-comparison')
  @LooksAt('inspection')
  @ApiOperation({
    summary:
      'The unit’s self-check laid beside the inspection by the same checklist, item by item; `data` is null where there is none.',
  })
  @ApiOkResponse({ type: SelfCheckComparisonBody })
  async selfCheck(
    @IdParam('id') id: Uuid,
    @Query() { atLeast }: ReadQuery,
    @CurrentPerson() person: Person,
  ): Promise<{ readonly data: SelfCheckShown | null }> {
    return { data: await this.queries.execute(new ShowSelfCheck(person, id, atLeast)) };
  }

  @CommandRoute(
    ':id/start',
    'Start fieldwork, announced or not as the order says; the derived items are answered by the system.',
  )
  async start(@IdParam('id') id: Uuid, @Body() body: StartBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const earlier = await this.earlier.ofInspection(id, this.clock.today());
    const today = this.clock.today();
    const told = body.occurredAt ? legalDayOf(body.occurredAt) : today;
    // A device may be late with its report, but nothing has begun after today.
    const on = told < today ? told : today;
    const data = { by: from.person, on, place: body.place ?? null, earlier, findingId: v7() };
    return this.ask(id, { type: 'StartInspection', data }, from, body);
  }

  @CommandRoute(':id/earlier/:recommendationId', 'Say how an earlier recommendation was found on site this time.')
  checkEarlier(
    @IdParam('id') id: Uuid,
    @IdParam('recommendationId') recommendationId: Uuid,
    @Body() body: EarlierCheckBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      recommendationId,
      outcome: body.outcome,
      note: body.note ?? null,
      evidence: evidenceOf(body.evidence),
    };
    return this.ask(id, { type: 'CheckEarlierRecommendation', data }, from, body);
  }

  @CommandRoute(
    ':id/earlier/:recommendationId/dismissal',
    'Decide, with a reason, that an earlier recommendation not carried out is no finding of this inspection.',
  )
  dismissEarlier(
    @IdParam('id') id: Uuid,
    @IdParam('recommendationId') recommendationId: Uuid,
    @Body() body: ReasonBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, recommendationId, reason: body.reason };
    return this.ask(id, { type: 'DismissEarlierProposal', data }, from, body);
  }

  @CommandRoute(':id/answers', 'Answer an item; a failed critical item records its finding by itself.')
  answer(@IdParam('id') id: Uuid, @Body() body: AnswerBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      itemCode: body.itemCode,
      value: answerValueOf(body.value),
      note: body.note ?? null,
      evidence: evidenceOf(body.evidence),
      finding: body.finding ? wordsOf(body.finding) : null,
      findingId: v7(),
    };
    return this.ask(id, { type: 'AnswerItem', data }, from, body);
  }

  @CommandRoute(':id/not-applicable', 'Mark an item not applicable, with a reason.')
  markNotApplicable(
    @IdParam('id') id: Uuid,
    @Body() body: ItemReasonBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, itemCode: body.itemCode, reason: body.reason };
    return this.ask(id, { type: 'MarkItemNotApplicable', data }, from, body);
  }

  @CommandRoute(':id/corrections', 'Correct an answer, with a reason; the former one is kept.')
  correct(@IdParam('id') id: Uuid, @Body() body: CorrectionBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      itemCode: body.itemCode,
      value: body.value ? answerValueOf(body.value) : null,
      note: body.note ?? null,
      evidence: evidenceOf(body.evidence),
      reason: body.reason,
      findingId: v7(),
    };
    return this.ask(id, { type: 'CorrectAnswer', data }, from, body);
  }

  @CommandRoute(':id/evidence', 'Declare evidence for an item by SHA-256.')
  capture(@IdParam('id') id: Uuid, @Body() body: ItemEvidenceBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, itemCode: body.itemCode, evidence: evidenceOf(body.evidence) };
    return this.ask(id, { type: 'CaptureEvidence', data }, from, body);
  }

  @CommandRoute(':id/findings', 'Record a finding on a failed item, or outside the checklist.')
  recordFinding(@IdParam('id') id: Uuid, @Body() body: FindingBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      findingId: body.findingId,
      itemCode: body.itemCode ?? null,
      severity: body.severity ?? null,
      criteria: body.criteria ?? null,
      evidence: evidenceOf(body.evidence),
      earlierRecommendationId: body.earlierRecommendationId ?? null,
      ...wordsOf(body),
    };
    return this.ask(id, { type: 'RecordFinding', data }, from, body);
  }

  @CommandRoute(':id/samples', 'Draw a sample that anyone can draw again; every sample that was drawn is kept.')
  drawSample(@IdParam('id') id: Uuid, @Body() body: SampleBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const { sampleId, itemCode, name, members, size } = body;
    const sha256 = createHash('sha256')
      .update(members.map((member) => `${member}\n`).join(''))
      .digest('hex');
    // The seed is nobody's choice: who could choose it could choose the sample.
    const seed = randomBytes(16).toString('hex');
    const data = { by: from.person, sampleId, itemCode, name, members, sha256, seed, size };
    return this.ask(id, { type: 'DrawSample', data }, from, body);
  }

  @CommandRoute(':id/ledger', 'Import a contribution ledger; what it says proposes answers and findings.')
  @LargeBody(4 * 1024 * 1024)
  async importLedger(
    @IdParam('id') id: Uuid,
    @Body() body: LedgerBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'ImportContributionLedger');
    const { bytes, file } = ledgerFileOf(body);
    const data = {
      by: from.person,
      ledgerId: body.ledgerId,
      file,
      rows: await readLedgerFile(bytes),
      asOf: body.asOf ?? this.clock.today(),
      bankTotal: body.bankTotal ?? null,
    };
    return this.ask(id, { type: 'ImportContributionLedger', data }, from, body);
  }

  @CommandRoute(':id/budget-figures', 'Lay the budget figures of the three sources side by side, line by line.')
  recordBudgetFigures(
    @IdParam('id') id: Uuid,
    @Body() body: BudgetFiguresBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const lines = body.lines.map(({ code, name, published, resolved, treasury }) => ({
      code,
      name,
      published,
      resolved,
      treasury,
    }));
    return this.ask(
      id,
      { type: 'RecordBudgetFigures', data: { by: from.person, period: body.period, lines } },
      from,
      body,
    );
  }

  @CommandRoute(':id/dismissals', 'Decide, with a reason, that a failed item is no finding.')
  dismiss(@IdParam('id') id: Uuid, @Body() body: ItemReasonBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, itemCode: body.itemCode, reason: body.reason };
    return this.ask(id, { type: 'DismissProposedFinding', data }, from, body);
  }

  @CommandRoute(
    ':id/findings/:findingId/correction-on-site',
    'Record that a finding was put right before the team left.',
  )
  correctOnSite(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: CorrectedOnSiteBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      findingId,
      note: body.note,
      before: evidenceOf(body.before),
      after: evidenceOf(body.after),
    };
    return this.ask(id, { type: 'CorrectFindingOnSite', data }, from, body);
  }

  @CommandRoute(':id/findings/:findingId/discard', 'Discard a finding, with a reason; it stays in the history.')
  discard(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: ReasonBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId, reason: body.reason };
    return this.ask(id, { type: 'DiscardFinding', data }, from, body);
  }

  @CommandRoute(':id/suspend', 'Suspend fieldwork.')
  suspend(@IdParam('id') id: Uuid, @Body() body: ReasonBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, reason: body.reason };
    return this.ask(id, { type: 'SuspendFieldwork', data }, from, body);
  }

  @CommandRoute(':id/resume', 'Resume fieldwork.')
  resume(@IdParam('id') id: Uuid, @Body() body: CommandBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person };
    return this.ask(id, { type: 'ResumeFieldwork', data }, from, body);
  }

  @CommandRoute(
    ':id/end',
    'End fieldwork; refused while an item, an earlier recommendation or a proposed finding is undecided.',
  )
  end(@IdParam('id') id: Uuid, @Body() body: CommandBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person };
    return this.ask(id, { type: 'EndFieldwork', data }, from, body);
  }

  @CommandRoute(':id/minutes', 'Sign the minutes, with or without a reservation of the unit.')
  signMinutes(
    @IdParam('id') id: Uuid,
    @Body() body: MinutesBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertNotAhead(body.signedOn, this.clock.today());
    const data = {
      by: from.person,
      number: body.number ?? null,
      signedOn: body.signedOn,
      leadTitle: body.leadTitle,
      unitRepresentative: body.unitRepresentative,
      reservation: body.reservation ?? null,
    };
    return this.ask(id, { type: 'SignMinutes', data }, from, body, body.signedOn);
  }

  @CommandRoute(':id/minutes-refusal', 'Record that the unit refused to sign, before a witness.')
  refuseMinutes(
    @IdParam('id') id: Uuid,
    @Body() body: MinutesRefusalBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertNotAhead(body.signedOn, this.clock.today());
    const data = {
      by: from.person,
      number: body.number ?? null,
      signedOn: body.signedOn,
      leadTitle: body.leadTitle,
      unitRepresentative: body.unitRepresentative,
      reason: body.reason,
      witness: body.witness,
    };
    return this.ask(id, { type: 'RecordMinutesRefusal', data }, from, body, body.signedOn);
  }

  @CommandRoute(':id/cancel', 'Cancel, with a reason, before the minutes are final.')
  cancel(@IdParam('id') id: Uuid, @Body() body: ReasonBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, reason: body.reason };
    return this.ask(id, { type: 'CancelInspection', data }, from, body);
  }

  @CommandRoute(':id/close', 'Close a case that owes nothing any more.')
  close(@IdParam('id') id: Uuid, @Body() body: CommandBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person };
    return this.ask(id, { type: 'CloseInspection', data }, from, body);
  }

  private ask(
    id: Uuid,
    command: Message<InspectionCommands>,
    from: Sender,
    { occurredAt }: CommandBody,
    effectiveOn?: string,
  ): Promise<CommandAnswer> {
    const context = contextOf(from, this.clock, { occurredAt, ...(effectiveOn && { effectiveOn }) });
    return this.commands.execute(new AskInspection(id, from.person, command, context));
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
