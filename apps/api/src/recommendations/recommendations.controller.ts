import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { assertMayAsk, type Message, type RecommendationCommands, type Uuid, vietnamCalendar } from '@soat/domain';
import type { FastifyReply } from 'fastify';
import { betweenMoments, LooksAt } from '../platform/access/looks-at.js';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import { PastStreamQuery } from '../platform/http/as-of.js';
import { type Changes, ChangesBody, ChangesQuery } from '../platform/http/changes.js';
import { CommandRoute, DecisionFrom, FactFrom, type Sender } from '../platform/http/command-route.js';
import { CommandBody } from '../platform/http/command.body.js';
import { etagOf } from '../platform/http/conditional.js';
import { evidenceOf } from '../platform/http/evidence.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPastPage, type PastPage } from '../platform/http/past-page.js';
import {
  type DocumentBody,
  EffectivenessBody,
  EffectivenessDenialBody,
  ExtensionGrantBody,
  ExtensionRefusalBody,
  ExtensionRequestBody,
  ExternalBody,
  IssueBody,
  NotImplementedBody,
  ObstacleBody,
  PartialVerificationBody,
  PlanApprovalBody,
  PlanBody,
  PlanReturnBody,
  ProgressBody,
  ProofBody,
  ReassignBody,
  RecoveryBody,
  ResumptionBody,
  ReturnBody,
  SanctionDecisionBody,
  SanctionProposalBody,
  SuspensionBody,
  VerificationBody,
} from './recommendation.bodies.js';
import { AskRecommendation } from './recommendation.handler.js';
import { RecommendationFileBody, RecommendationRowBody } from './recommendation.responses.js';
import { type BoardRow, ListRecommendations, RecommendationsQuery } from './recommendation-board.query.js';
import { type RecommendationShown, ShowRecommendation } from './recommendation-file.query.js';
import { RecommendationIssues } from './recommendation-issue.js';
import { ShowRecommendationChanges } from './recommendation-changes.query.js';

@ApiTags('recommendations')
@ApiBearerAuth()
@Controller('recommendations')
export class RecommendationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly issues: RecommendationIssues,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Recommendations in sight, the earliest due first.' })
  @ApiPastPage(RecommendationRowBody)
  list(@Query() asked: RecommendationsQuery, @CurrentPerson() person: Person): Promise<PastPage<BoardRow>> {
    return this.queries.execute(new ListRecommendations(person, asked));
  }

  @CommandRoute(
    '',
    'Issue a recommendation from the final minutes; the due date is computed from the profile in force.',
    { status: 201 },
  )
  async issue(@Body() body: IssueBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'IssueRecommendation');
    const command = await this.issues.commandFrom(body, from.person);
    const context = contextOf(from, this.clock, { effectiveOn: this.clock.today() });
    return this.commands.execute(new AskRecommendation(body.id, from.person, command, context));
  }

  @CommandRoute(
    'external',
    'Enter a recommendation of the state audit or an inspectorate, with its document and the date it sets.',
    { status: 201 },
  )
  async enterExternal(@Body() body: ExternalBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'EnterExternalRecommendation');
    const command = await this.issues.externalFrom(body, from.person);
    const context = contextOf(from, this.clock, { effectiveOn: body.document.signedOn });
    return this.commands.execute(new AskRecommendation(body.id, from.person, command, context));
  }

  @Get(':id')
  @LooksAt('recommendation')
  @ApiOperation({
    summary: 'One recommendation with its plan, proofs, returns and verification, as of now or of a past moment.',
  })
  @ApiOkResponse({ type: RecommendationFileBody })
  async show(
    @IdParam('id') id: Uuid,
    @Query() asked: PastStreamQuery,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecommendationShown> {
    const shown = await this.queries.execute(new ShowRecommendation(person, id, asked));
    if (!shown.asOf) reply.header('etag', etagOf(shown.length));
    return shown;
  }

  @Get(':id/changes')
  @LooksAt('recommendation', betweenMoments)
  @ApiOperation({ summary: 'What changed in a recommendation between two moments, in words.' })
  @ApiOkResponse({ type: ChangesBody })
  changes(@IdParam('id') id: Uuid, @Query() asked: ChangesQuery, @CurrentPerson() person: Person): Promise<Changes> {
    return this.queries.execute(new ShowRecommendationChanges(person, id, asked));
  }

  @CommandRoute(':id/plan', 'Submit the plan of how and by when it will be put right.')
  submitPlan(@IdParam('id') id: Uuid, @Body() body: PlanBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      steps: body.steps,
      responsible: body.responsible,
      plannedOn: body.plannedOn,
      cause: body.cause ?? null,
    };
    return this.ask(id, { type: 'SubmitRemediationPlan', data }, from, body);
  }

  @CommandRoute(':id/progress', 'Report progress.')
  reportProgress(
    @IdParam('id') id: Uuid,
    @Body() body: ProgressBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, percent: body.percent, note: body.note };
    return this.ask(id, { type: 'ReportProgress', data }, from, body);
  }

  @CommandRoute(':id/obstacles', 'Report what stands in the way.')
  reportObstacle(
    @IdParam('id') id: Uuid,
    @Body() body: ObstacleBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, note: body.note };
    return this.ask(id, { type: 'ReportObstacle', data }, from, body);
  }

  @CommandRoute(':id/proof', 'Report it done, with proof declared by SHA-256.')
  prove(@IdParam('id') id: Uuid, @Body() body: ProofBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, note: body.note, evidence: evidenceOf(body.evidence), on: this.clock.today() };
    return this.ask(id, { type: 'ReportRemediationComplete', data }, from, body);
  }

  @CommandRoute(':id/return', 'Return the proof with all reasons at once.')
  returnProof(@IdParam('id') id: Uuid, @Body() body: ReturnBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      reasons: body.reasons.map(({ point, reason }) => ({ point: point ?? null, reason })),
    };
    return this.ask(id, { type: 'ReturnProof', data }, from, body);
  }

  @CommandRoute(':id/verification', 'Verify the proof, every point of it.')
  verify(
    @IdParam('id') id: Uuid,
    @Body() body: VerificationBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, metPoints: body.metPoints, note: body.note ?? null };
    return this.ask(id, { type: 'VerifyRemediation', data }, from, body);
  }

  @CommandRoute(':id/close', 'Close it once verified; not by who verified.')
  close(@IdParam('id') id: Uuid, @Body() body: CommandBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person };
    return this.ask(id, { type: 'CloseRecommendation', data }, from, body);
  }

  @CommandRoute(':id/not-implemented', 'Declare that it was not implemented.')
  declareNotImplemented(
    @IdParam('id') id: Uuid,
    @Body() body: NotImplementedBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, reason: body.reason, on: this.clock.today() };
    return this.ask(id, { type: 'DeclareNotImplemented', data }, from, body);
  }

  @CommandRoute(':id/plan-approval', 'Approve the plan that stands.')
  approvePlan(
    @IdParam('id') id: Uuid,
    @Body() body: PlanApprovalBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, note: body.note ?? null };
    return this.ask(id, { type: 'ApprovePlan', data }, from, body);
  }

  @CommandRoute(':id/plan-return', 'Return the plan with its reason.')
  returnPlan(
    @IdParam('id') id: Uuid,
    @Body() body: PlanReturnBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    return this.ask(id, { type: 'ReturnPlan', data: { by: from.person, reason: body.reason } }, from, body);
  }

  @CommandRoute(':id/recoveries', 'Record money that came in; one payment document counts once.')
  recordRecovery(
    @IdParam('id') id: Uuid,
    @Body() body: RecoveryBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const { amount, recoveredOn, document, evidence } = body;
    const data = {
      by: from.person,
      on: this.clock.today(),
      amount,
      recoveredOn,
      document,
      evidence: evidenceOf(evidence ?? []),
    };
    return this.ask(id, { type: 'RecordRecovery', data }, from, body);
  }

  @CommandRoute(':id/partial-verification', 'Accept some points for good and name what is missing of every other.')
  verifyPartly(
    @IdParam('id') id: Uuid,
    @Body() body: PartialVerificationBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const unmet = body.unmet.map(({ point, reason }) => ({ point, reason }));
    return this.ask(
      id,
      { type: 'VerifyPartly', data: { by: from.person, metPoints: body.metPoints, unmet } },
      from,
      body,
    );
  }

  @CommandRoute(':id/effectiveness', 'Confirm that the remedy lasted.')
  confirmEffectiveness(
    @IdParam('id') id: Uuid,
    @Body() body: EffectivenessBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, on: this.clock.today(), note: body.note };
    return this.ask(id, { type: 'ConfirmEffectiveness', data }, from, body);
  }

  @CommandRoute(':id/effectiveness-denial', 'Say that the remedy did not last; the unit does it again.')
  denyEffectiveness(
    @IdParam('id') id: Uuid,
    @Body() body: EffectivenessDenialBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, on: this.clock.today(), reason: body.reason };
    return this.ask(id, { type: 'DenyEffectiveness', data }, from, body);
  }

  @CommandRoute(':id/sanction-proposal', 'Propose a sanction for what was not implemented.')
  proposeSanction(
    @IdParam('id') id: Uuid,
    @Body() body: SanctionProposalBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, kind: body.kind, against: body.against, reason: body.reason };
    return this.ask(id, { type: 'ProposeSanction', data }, from, body);
  }

  @CommandRoute(':id/sanction-decision', 'Decide on the proposed sanction; not by who proposed it.')
  decideSanction(
    @IdParam('id') id: Uuid,
    @Body() body: SanctionDecisionBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const { isImposed, kind, document, note } = body;
    const data = { by: from.person, isImposed, kind: kind ?? null, document: documentOf(document), note };
    return this.ask(id, { type: 'DecideSanction', data }, from, body);
  }

  @CommandRoute(':id/extension-requests', 'Ask for a later due date, before the one in force has passed.')
  requestExtension(
    @IdParam('id') id: Uuid,
    @Body() body: ExtensionRequestBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const { dueOn, reason } = body;
    const data = { by: from.person, on: this.clock.today(), calendar: vietnamCalendar, dueOn, reason };
    return this.ask(id, { type: 'RequestExtension', data }, from, body);
  }

  @CommandRoute(':id/extension-grant', 'Grant the extension that was asked for, or a shorter one; never by who asked.')
  grantExtension(
    @IdParam('id') id: Uuid,
    @Body() body: ExtensionGrantBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, calendar: vietnamCalendar, dueOn: body.dueOn ?? null, note: body.note };
    return this.ask(id, { type: 'GrantExtension', data }, from, body);
  }

  @CommandRoute(':id/extension-refusal', 'Refuse the extension that was asked for.')
  refuseExtension(
    @IdParam('id') id: Uuid,
    @Body() body: ExtensionRefusalBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    return this.ask(id, { type: 'RefuseExtension', data: { by: from.person, note: body.note } }, from, body);
  }

  @CommandRoute(
    ':id/suspension',
    'Suspend it while its content is inspected again or a superior is asked; the clock stops.',
  )
  suspend(@IdParam('id') id: Uuid, @Body() body: SuspensionBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const { cause, document, note } = body;
    const data = { by: from.person, on: this.clock.today(), cause, document: documentOf(document), note };
    return this.ask(id, { type: 'SuspendRecommendation', data }, from, body);
  }

  @CommandRoute(':id/resumption', 'Let the clock go on, with as many days as were left.')
  resume(@IdParam('id') id: Uuid, @Body() body: ResumptionBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, on: this.clock.today(), calendar: vietnamCalendar, note: body.note };
    return this.ask(id, { type: 'ResumeRecommendation', data }, from, body);
  }

  @CommandRoute(':id/reassignment', 'Hand it to other bodies; the due date goes on.')
  async reassign(
    @IdParam('id') id: Uuid,
    @Body() body: ReassignBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'ReassignRecommendation');
    const bodies = await this.issues.bodiesOf(body);
    const data = { by: from.person, bodies, reason: body.reason, document: documentOf(body.document) };
    return this.ask(id, { type: 'ReassignRecommendation', data }, from, body);
  }

  private ask(
    id: Uuid,
    command: Message<RecommendationCommands>,
    from: Sender,
    { occurredAt }: CommandBody,
  ): Promise<CommandAnswer> {
    const context = contextOf(from, this.clock, { occurredAt });
    return this.commands.execute(new AskRecommendation(id, from.person, command, context));
  }
}

function documentOf({ number, signedOn }: DocumentBody) {
  return { number, signedOn };
}
