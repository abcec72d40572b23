import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { assertMayAsk, type Message, type RecommendationCommands, type Uuid } from '@soat/domain';
import type { FastifyReply } from 'fastify';
import { CurrentPerson } from '../platform/access/person.guard.js';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { contextOf } from '../platform/command-handling/command-context.js';
import { answered } from '../platform/http/answered.js';
import { CommandBody } from '../platform/http/command.body.js';
import { Asked, AskedOfLength, etagOf } from '../platform/http/conditional.js';
import { evidenceOf } from '../platform/http/evidence.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { ApiPage, type Page } from '../platform/http/paging.js';
import { CommandAnswerBody } from '../platform/http/response.js';
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

  @Post()
  @ApiOperation({
    summary: 'Issue a recommendation from the final minutes; the due date is computed from the profile in force.',
  })
  @ApiCreatedResponse({ type: CommandAnswerBody })
  async issue(
    @Body() body: IssueBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    assertMayAsk(person, 'IssueRecommendation');
    const command = await this.issues.commandFrom(body, person);
    const context = contextOf(asked, person, this.clock, { effectiveOn: this.clock.today() });
    return answered(reply, await this.commands.execute(new AskRecommendation(body.id, person, command, context)));
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

  @Post(':id/plan')
  @HttpCode(200)
  @ApiOperation({ summary: 'Submit the plan of how and by when it will be put right.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async submitPlan(
    @IdParam('id') id: Uuid,
    @Body() body: PlanBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = {
      by: person,
      steps: body.steps,
      responsible: body.responsible,
      plannedOn: body.plannedOn,
      cause: body.cause ?? null,
    };
    return this.ask(id, { type: 'SubmitRemediationPlan', data }, { asked, person, reply }, body);
  }

  @Post(':id/progress')
  @HttpCode(200)
  @ApiOperation({ summary: 'Report progress.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async reportProgress(
    @IdParam('id') id: Uuid,
    @Body() body: ProgressBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { by: person, percent: body.percent, note: body.note };
    return this.ask(id, { type: 'ReportProgress', data }, { asked, person, reply }, body);
  }

  @Post(':id/obstacles')
  @HttpCode(200)
  @ApiOperation({ summary: 'Report what stands in the way.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async reportObstacle(
    @IdParam('id') id: Uuid,
    @Body() body: ObstacleBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { by: person, note: body.note };
    return this.ask(id, { type: 'ReportObstacle', data }, { asked, person, reply }, body);
  }

  @Post(':id/proof')
  @HttpCode(200)
  @ApiOperation({ summary: 'Report it done, with proof declared by SHA-256.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async prove(
    @IdParam('id') id: Uuid,
    @Body() body: ProofBody,
    @Asked() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { by: person, note: body.note, evidence: evidenceOf(body.evidence), on: this.clock.today() };
    return this.ask(id, { type: 'ReportRemediationComplete', data }, { asked, person, reply }, body);
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Return the proof with all reasons at once.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async returnProof(
    @IdParam('id') id: Uuid,
    @Body() body: ReturnBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { by: person, reasons: body.reasons.map(({ point, reason }) => ({ point: point ?? null, reason })) };
    return this.ask(id, { type: 'ReturnProof', data }, { asked, person, reply }, body);
  }

  @Post(':id/verification')
  @HttpCode(200)
  @ApiOperation({ summary: 'Verify the proof, every point of it.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async verify(
    @IdParam('id') id: Uuid,
    @Body() body: VerificationBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { by: person, metPoints: body.metPoints, note: body.note ?? null };
    return this.ask(id, { type: 'VerifyRemediation', data }, { asked, person, reply }, body);
  }

  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close it once verified; not by who verified.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async close(
    @IdParam('id') id: Uuid,
    @Body() body: CommandBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { by: person };
    return this.ask(id, { type: 'CloseRecommendation', data }, { asked, person, reply }, body);
  }

  @Post(':id/not-implemented')
  @HttpCode(200)
  @ApiOperation({ summary: 'Declare that it was not implemented.' })
  @ApiOkResponse({ type: CommandAnswerBody })
  async declareNotImplemented(
    @IdParam('id') id: Uuid,
    @Body() body: NotImplementedBody,
    @AskedOfLength() asked: Asked,
    @CurrentPerson() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswerBody> {
    const data = { by: person, reason: body.reason };
    return this.ask(id, { type: 'DeclareNotImplemented', data }, { asked, person, reply }, body);
  }

  private async ask(
    id: Uuid,
    command: Message<RecommendationCommands>,
    { asked, person, reply }: { readonly asked: Asked; readonly person: Person; readonly reply: FastifyReply },
    { occurredAt }: CommandBody,
  ): Promise<CommandAnswerBody> {
    const context = contextOf(asked, person, this.clock, { occurredAt });
    return answered(reply, await this.commands.execute(new AskRecommendation(id, person, command, context)));
  }
}
