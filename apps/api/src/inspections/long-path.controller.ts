import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { assertMayAsk, type Evidence, type Uuid } from '@soat/domain';
import type { CommandAnswer } from '../platform/command-handling/execute.js';
import { CommandRoute, DecisionFrom, FactFrom, type Sender } from '../platform/http/command-route.js';
import { CommandBody } from '../platform/http/command.body.js';
import { type EvidenceBody, evidenceOf } from '../platform/http/evidence.body.js';
import { IdParam } from '../platform/http/id-param.js';
import { InspectionAsking } from './inspection-asking.js';
import { InspectionOrders } from './inspection-order.js';
import {
  AnnouncementBody,
  AssessmentBody,
  ComplaintBody,
  ComplaintResolutionBody,
  ConclusionBody,
  ConflictBody,
  DirectiveBody,
  DissentBody,
  DraftBody,
  DraftingOrderBody,
  ExtensionBody,
  InvestigationBody,
  OpinionBody,
  PublicationBody,
  PublicationProofBody,
  RectificationBody,
  RedactionBody,
  ReferralBody,
  ReinspectionBody,
  ReinspectionOutcomeBody,
  ReplacementBody,
  ReportBody,
  ResponseBody,
  SendingBody,
  SuperiorOpinionBody,
} from './long-path.bodies.js';

/** The team, and the long path from the announcement to what a conclusion meets. */
@ApiTags('inspections')
@ApiBearerAuth()
@Controller('inspections/:id')
export class LongPathController {
  constructor(
    private readonly inspections: InspectionAsking,
    private readonly orders: InspectionOrders,
  ) {}

  @CommandRoute('team/replacements', 'Replace a member of the team, by a decision; not by the team itself.')
  replace(
    @IdParam('id') id: Uuid,
    @Body() body: ReplacementBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'ReplaceTeamMember');
    const data = {
      by: from.person,
      leavingId: body.leavingId,
      joining: this.orders.teamMember(body.joining),
      number: body.number,
      signedOn: body.signedOn,
      reason: body.reason,
    };
    return this.inspections.ask(id, { type: 'ReplaceTeamMember', data }, from, body, body.signedOn);
  }

  @CommandRoute('conflicts-of-interest', 'Declare a conflict of interest; whoever does is barred until replaced.')
  declareConflict(
    @IdParam('id') id: Uuid,
    @Body() body: ConflictBody,
    @FactFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, relation: body.relation, note: body.note };
    return this.inspections.ask(id, { type: 'DeclareConflictOfInterest', data }, from, body);
  }

  @CommandRoute('announcement', 'Announce the decision to the unit.')
  announce(
    @IdParam('id') id: Uuid,
    @Body() body: AnnouncementBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      announcedOn: body.announcedOn,
      form: body.form,
      place: body.place ?? null,
      unitRepresentative: body.unitRepresentative,
    };
    return this.inspections.ask(id, { type: 'AnnounceInspection', data }, from, body, body.announcedOn);
  }

  @CommandRoute('extensions', 'Extend fieldwork, by whoever sent the team and before its time is over.')
  extend(@IdParam('id') id: Uuid, @Body() body: ExtensionBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      number: body.number,
      signedOn: body.signedOn,
      until: body.until,
      reason: body.reason,
    };
    return this.inspections.ask(id, { type: 'ExtendFieldwork', data }, from, body, body.signedOn);
  }

  @CommandRoute('report', 'The report of the team; every finding is confirmed by then.')
  report(@IdParam('id') id: Uuid, @Body() body: ReportBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, number: body.number, signedOn: body.signedOn, summary: body.summary };
    return this.inspections.ask(id, { type: 'SubmitReport', data }, from, body, body.signedOn);
  }

  @CommandRoute('dissents', 'Reserve an opinion in writing; it is attached, also when overruled.')
  dissent(@IdParam('id') id: Uuid, @Body() body: DissentBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, opinion: body.opinion, evidence: evidenceOf(body.evidence) };
    return this.inspections.ask(id, { type: 'ReserveDissent', data }, from, body);
  }

  @CommandRoute('drafting-order', 'Order the conclusion to be drafted.')
  orderDrafting(
    @IdParam('id') id: Uuid,
    @Body() body: DraftingOrderBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, orderedOn: body.orderedOn, dueOn: body.dueOn };
    return this.inspections.ask(id, { type: 'OrderConclusionDrafting', data }, from, body, body.orderedOn);
  }

  @CommandRoute('drafts', 'Draft the conclusion, or a new version of it.')
  draft(@IdParam('id') id: Uuid, @Body() body: DraftBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, draftedOn: body.draftedOn, text: body.text };
    return this.inspections.ask(id, { type: 'DraftConclusion', data }, from, body, body.draftedOn);
  }

  @CommandRoute(
    'drafts/sending',
    'Send the newest draft to the unit, with the day to answer by; it learns its findings by it.',
  )
  send(@IdParam('id') id: Uuid, @Body() body: SendingBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, sentOn: body.sentOn, dueOn: body.dueOn };
    return this.inspections.ask(id, { type: 'SendDraftForResponse', data }, from, body, body.sentOn);
  }

  @CommandRoute('response', 'The unit answers the draft, point by point.')
  respond(@IdParam('id') id: Uuid, @Body() body: ResponseBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      on: this.inspections.today(),
      points: body.points.map(({ findingId, text }) => ({ findingId: findingId ?? null, text })),
      evidence: evidenceOf(body.evidence),
    };
    return this.inspections.ask(id, { type: 'RespondToDraft', data }, from, body);
  }

  @CommandRoute('response/waiver', 'The unit has nothing to say: the window closes.')
  waive(@IdParam('id') id: Uuid, @Body() body: CommandBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, on: this.inspections.today() };
    return this.inspections.ask(id, { type: 'WaiveResponse', data }, from, body);
  }

  @CommandRoute('response/lapse', 'Note that the day to answer has passed without an answer.')
  lapse(@IdParam('id') id: Uuid, @Body() body: CommandBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, on: this.inspections.today() };
    return this.inspections.ask(id, { type: 'NoteResponseLapsed', data }, from, body);
  }

  @CommandRoute('response/assessment', 'Assess every point of the unit, with a reason each.')
  assess(@IdParam('id') id: Uuid, @Body() body: AssessmentBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      points: body.points.map(({ number, outcome, reason }) => ({ number, outcome, reason })),
    };
    return this.inspections.ask(id, { type: 'AssessResponse', data }, from, body);
  }

  @CommandRoute('appraisal', 'Appraise the newest draft; by somebody who was never on the team.')
  appraise(@IdParam('id') id: Uuid, @Body() body: OpinionBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, opinion: body.opinion };
    return this.inspections.ask(id, { type: 'AppraiseDraft', data }, from, body);
  }

  @CommandRoute('appraisal/return', 'Return the newest draft to the team.')
  returnDraft(
    @IdParam('id') id: Uuid,
    @Body() body: OpinionBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, opinion: body.opinion };
    return this.inspections.ask(id, { type: 'ReturnDraft', data }, from, body);
  }

  @CommandRoute('referral/opinion', 'Record what the superior says.')
  superiorOpinion(
    @IdParam('id') id: Uuid,
    @Body() body: SuperiorOpinionBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, receivedOn: body.receivedOn, outcome: body.outcome, text: body.text };
    return this.inspections.ask(id, { type: 'RecordSuperiorOpinion', data }, from, body, body.receivedOn);
  }

  @CommandRoute('conclusion', 'Issue the conclusion; refused while the unit may still answer.')
  conclude(
    @IdParam('id') id: Uuid,
    @Body() body: ConclusionBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, number: body.number, signedOn: body.signedOn, signerTitle: body.signerTitle };
    return this.inspections.ask(id, { type: 'IssueConclusion', data }, from, body, body.signedOn);
  }

  @CommandRoute('conclusion/rectifications', 'Rectify typing errors, as a document of its own.')
  rectify(
    @IdParam('id') id: Uuid,
    @Body() body: RectificationBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      number: body.number,
      signedOn: body.signedOn,
      corrections: body.corrections.map(({ where, was, now }) => ({ where, was, now })),
    };
    return this.inspections.ask(id, { type: 'RectifyConclusion', data }, from, body, body.signedOn);
  }

  @CommandRoute('conclusion/redaction', 'Declare the redacted text; another person publishes it.')
  redact(@IdParam('id') id: Uuid, @Body() body: RedactionBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, redacted: evidenceOfOne(body.redacted) };
    return this.inspections.ask(id, { type: 'PrepareRedaction', data }, from, body);
  }

  @CommandRoute(
    'conclusion/publication',
    'Publish; by a second person, in the channels and for the time the regime asks for.',
  )
  publish(
    @IdParam('id') id: Uuid,
    @Body() body: PublicationBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      channels: body.channels.map(({ kind, where }) => ({ kind, where })),
      from: body.from,
      until: body.until,
    };
    return this.inspections.ask(id, { type: 'PublishConclusion', data }, from, body, body.from);
  }

  @CommandRoute('conclusion/publication/proofs', 'Attach proof of the publication in a channel.')
  prove(@IdParam('id') id: Uuid, @Body() body: PublicationProofBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = { by: from.person, kind: body.kind, evidence: evidenceOf(body.evidence) };
    return this.inspections.ask(id, { type: 'AttachPublicationProof', data }, from, body);
  }

  @CommandRoute('conclusion/publication/end', 'End the publication, once its time is over and every channel is proven.')
  endPublication(
    @IdParam('id') id: Uuid,
    @Body() body: CommandBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = { by: from.person, on: this.inspections.today() };
    return this.inspections.ask(id, { type: 'EndPublication', data }, from, body);
  }

  @CommandRoute('directive', 'Direct the implementation of the conclusion.')
  direct(@IdParam('id') id: Uuid, @Body() body: DirectiveBody, @DecisionFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      number: body.number,
      signedOn: body.signedOn,
      text: body.text,
      reportOn: body.reportOn,
    };
    return this.inspections.ask(id, { type: 'DirectImplementation', data }, from, body, body.signedOn);
  }

  @CommandRoute('complaints', 'Lodge a complaint about the conclusion.')
  complain(@IdParam('id') id: Uuid, @Body() body: ComplaintBody, @FactFrom() from: Sender): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      complaintId: body.complaintId,
      lodgedOn: body.lodgedOn,
      complainant: body.complainant,
      text: body.text,
    };
    return this.inspections.ask(id, { type: 'LodgeComplaint', data }, from, body, body.lodgedOn);
  }

  @CommandRoute('investigations', 'Refer signs of crime to investigators; the inspection goes on with the rest.')
  investigate(
    @IdParam('id') id: Uuid,
    @Body() body: InvestigationBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const data = {
      by: from.person,
      number: body.number,
      signedOn: body.signedOn,
      agency: body.agency,
      reason: body.reason,
    };
    return this.inspections.ask(id, { type: 'ReferToInvestigation', data }, from, body, body.signedOn);
  }

  @CommandRoute('referral', 'Lay the draft before the superior.')
  async refer(
    @IdParam('id') id: Uuid,
    @Body() body: ReferralBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'ReferToSuperior');
    const { question, referredOn, dueOn } = body;
    const superior = await this.orders.snapshot(body.superiorUnitId);
    const data = { by: from.person, superior, question, referredOn, dueOn };
    return this.inspections.ask(id, { type: 'ReferToSuperior', data }, from, body, referredOn);
  }

  @CommandRoute('complaints/:complaintId/resolution', 'Resolve a complaint.')
  resolveComplaint(
    @IdParam('id') id: Uuid,
    @IdParam('complaintId') complaintId: Uuid,
    @Body() body: ComplaintResolutionBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const { number, signedOn, outcome, text } = body;
    const data = { by: from.person, complaintId, number, signedOn, outcome, text };
    return this.inspections.ask(id, { type: 'ResolveComplaint', data }, from, body, signedOn);
  }

  @CommandRoute('reinspections', 'Order a re-inspection, by a superior; the new case is ordered on its own.')
  async reinspect(
    @IdParam('id') id: Uuid,
    @Body() body: ReinspectionBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    assertMayAsk(from.person, 'OrderReinspection');
    const { reinspectionId, number, signedOn, ground } = body;
    const orderedBy = await this.orders.snapshot(body.orderedByUnitId);
    const data = { by: from.person, reinspectionId, number, signedOn, orderedBy, ground };
    return this.inspections.ask(id, { type: 'OrderReinspection', data }, from, body, signedOn);
  }

  @CommandRoute(
    'reinspections/:reinspectionId/outcome',
    'Say whether the conclusion is upheld, partly replaced or replaced.',
  )
  concludeReinspection(
    @IdParam('id') id: Uuid,
    @IdParam('reinspectionId') reinspectionId: Uuid,
    @Body() body: ReinspectionOutcomeBody,
    @DecisionFrom() from: Sender,
  ): Promise<CommandAnswer> {
    const { number, signedOn, outcome } = body;
    const data = { by: from.person, reinspectionId, number, signedOn, outcome };
    return this.inspections.ask(id, { type: 'ConcludeReinspection', data }, from, body, signedOn);
  }
}

function evidenceOfOne({ sha256, size, mediaType, name, kind, capturedAt }: EvidenceBody): Evidence {
  return { sha256, size, mediaType, name, kind, capturedAt: capturedAt ?? null };
}
