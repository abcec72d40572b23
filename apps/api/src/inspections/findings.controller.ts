import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FindingWording, Uuid } from '@soat/domain';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import { CommandRoute, DecisionFrom, FactFrom, type Sender } from '../platform/http/command-route.js';
import { CommandBody } from '../platform/http/command.body.js';
import { evidenceOf } from '../platform/http/evidence.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { EarlierFindings } from './earlier-findings.js';
import { InspectionAsking } from './inspection-asking.js';
import { ReasonBody } from './inspection.bodies.js';
import {
  AmendmentBody,
  DisputeAcceptanceBody,
  DisputeBody,
  type FindingWordingBody,
  PositiveFindingBody,
  SeverityBody,
} from './long-path.bodies.js';

/** What becomes of a finding once it is recorded. */
@ApiTags('inspections')
@ApiBearerAuth()
@Controller('inspections/:id')
export class FindingsController {
  constructor(
    private readonly inspections: InspectionAsking,
    private readonly earlier: EarlierFindings,
  ) {}

  @CommandRoute('positive-findings', 'Record what was found good, on an item that passed or outside the checklist.')
  recordPositive(
    @IdParam('id') id: Uuid,
    @Body() body: PositiveFindingBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      strengthId: body.strengthId,
      itemCode: body.itemCode ?? null,
      text: body.text,
      evidence: evidenceOf(body.evidence),
    };
    return this.inspections.ask(id, { type: 'RecordPositiveFinding', data }, from, body);
  }

  @CommandRoute('recurrences', 'Say which findings repeat, persist or are inherited, by the earlier ones of the unit.')
  async identifyRecurrences(
    @IdParam('id') id: Uuid,
    @Body() body: CommandBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const found = await this.earlier.recurrencesIn(id, this.inspections.today());
    return this.inspections.ask(id, { type: 'IdentifyRecurrences', data: { by: from.person, found } }, from, body);
  }

  @CommandRoute(
    'findings/:findingId/confirm',
    'Confirm a finding as a second pair of eyes; never by whoever recorded it.',
  )
  confirm(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: CommandBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId };
    return this.inspections.ask(id, { type: 'ConfirmFinding', data }, from, body);
  }

  @CommandRoute('findings/:findingId/accept', 'The unit accepts a finding it was told.')
  accept(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: CommandBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId };
    return this.inspections.ask(id, { type: 'AcceptFinding', data }, from, body);
  }

  @CommandRoute('findings/:findingId/dispute', 'The unit disputes a finding it was told, with its reason and proof.')
  dispute(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: DisputeBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId, reason: body.reason, evidence: evidenceOf(body.evidence) };
    return this.inspections.ask(id, { type: 'DisputeFinding', data }, from, body);
  }

  @CommandRoute('findings/:findingId/dispute/accept', 'The unit was right: the finding is amended, or withdrawn.')
  acceptDispute(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: DisputeAcceptanceBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      findingId,
      reason: body.reason,
      amended: body.amended ? wordingOf(body.amended) : null,
    };
    return this.inspections.ask(id, { type: 'AcceptDispute', data }, from, body);
  }

  @CommandRoute('findings/:findingId/dispute/reject', 'The finding stands, with a reason.')
  rejectDispute(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: ReasonBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId, reason: body.reason };
    return this.inspections.ask(id, { type: 'RejectDispute', data }, from, body);
  }

  @CommandRoute('findings/:findingId/amend', 'Amend a finding, with a reason; what stood before is kept.')
  amend(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: AmendmentBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId, amended: wordingOf(body.amended), reason: body.reason };
    return this.inspections.ask(id, { type: 'AmendFinding', data }, from, body);
  }

  @CommandRoute('findings/:findingId/withdraw', 'Withdraw a finding, with a reason; it stays in the history.')
  withdraw(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: ReasonBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId, reason: body.reason };
    return this.inspections.ask(id, { type: 'WithdrawFinding', data }, from, body);
  }

  @CommandRoute('findings/:findingId/severity', 'Raise the severity of a finding, with a reason.')
  raise(
    @IdParam('id') id: Uuid,
    @IdParam('findingId') findingId: Uuid,
    @Body() body: SeverityBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, findingId, severity: body.severity, reason: body.reason };
    return this.inspections.ask(id, { type: 'RaiseFindingSeverity', data }, from, body);
  }
}

function wordingOf({ severity, condition, cause, effect, amountAtRisk, place }: FindingWordingBody): FindingWording {
  return {
    severity,
    condition,
    cause: cause ?? null,
    effect: effect ?? null,
    amountAtRisk: amountAtRisk ?? null,
    place: place ?? null,
  };
}
