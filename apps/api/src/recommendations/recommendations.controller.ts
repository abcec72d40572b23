import { Body, Controller, Get, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { assertMayAsk, type Message, type RecommendationCommands, type Uuid } from '@soat/domain';
import type { FastifyReply } from 'fastify';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import { CommandRoute, DecisionFrom, FactFrom, type Sender } from '../platform/http/command-route.js';
import { CommandBody } from '../platform/http/command.body.js';
import { etagOf } from '../platform/http/conditional.js';
import { evidenceOf } from '../platform/http/evidence.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import {
  IssueBody,
  NotImplementedBody,
  ObstacleBody,
  PlanBody,
  ProgressBody,
  ProofBody,
  ReturnBody,
  VerificationBody,
} from './recommendation.bodies.js';
import { AskRecommendation } from './recommendation.handler.js';
import { RecommendationFileBody, RecommendationRowBody } from './recommendation.responses.js';
import { type BoardRow, ListRecommendations, RecommendationsQuery } from './recommendation-board.query.js';
import { type RecommendationShown, ShowRecommendation } from './recommendation-file.query.js';
import { RecommendationIssues } from './recommendation-issue.js';

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
  @ApiPage(RecommendationRowBody)
  list(@Query() asked: RecommendationsQuery, @CurrentPerson() person: Person): Promise<Page<BoardRow>> {
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

  @Get(':id')
  @ApiOperation({ summary: 'One recommendation with its plan, proofs, returns and verification, as of now.' })
  @ApiOkResponse({ type: RecommendationFileBody })
  async show(
    @IdParam('id') id: Uuid,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecommendationShown> {
    const shown = await this.queries.execute(new ShowRecommendation(person, id));
    reply.header('etag', etagOf(shown.length));
    return shown;
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
    const data = { by: from.person, reason: body.reason };
    return this.ask(id, { type: 'DeclareNotImplemented', data }, from, body);
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
