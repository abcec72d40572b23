import {
  assessmentOutcomes,
  complaintOutcomes,
  conflictRelations,
  publicationChannelKinds,
  reinspectionGrounds,
  reinspectionOutcomes,
  severities,
} from '@soat/domain';
import { CommandBody } from '../platform/http/command.body.js';
import { EvidenceBody } from '../platform/http/evidence.body.js';
import { FreeText, LegalDateField, ListOf, Nested, OneLine, OneOf, UuidField } from '../platform/http/fields.js';
import { FindingWordsBody, PersonNamedBody, TeamMemberBody } from './inspection.bodies.js';

/** A paper with its number and day. */
export class DocumentBody extends CommandBody {
  @OneLine({ max: 60, example: '21/KL-UBND' })
  readonly number: string;

  @LegalDateField()
  readonly signedOn: string;
}

export class ReplacementBody extends DocumentBody {
  @OneLine({ max: 64, description: 'Who leaves the team.' })
  readonly leavingId: string;

  @Nested(() => TeamMemberBody, { description: 'Who joins it.' })
  readonly joining: TeamMemberBody;

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class ConflictBody extends CommandBody {
  @OneOf(conflictRelations, { name: 'ConflictRelation' })
  readonly relation: (typeof conflictRelations)[number];

  @FreeText({ max: 2000 })
  readonly note: string;
}

export class AnnouncementBody extends CommandBody {
  @LegalDateField()
  readonly announcedOn: string;

  @OneOf(['meeting', 'remote'], { name: 'AnnouncementForm' })
  readonly form: 'meeting' | 'remote';

  @OneLine({ max: 200, optional: true })
  readonly place?: string;

  @Nested(() => PersonNamedBody)
  readonly unitRepresentative: PersonNamedBody;
}

export class ExtensionBody extends DocumentBody {
  @LegalDateField({ description: 'The new last day of fieldwork.' })
  readonly until: string;

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class PositiveFindingBody extends CommandBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly strengthId: string;

  @OneLine({ max: 20, optional: true, description: 'An item that passed; left out outside the checklist.' })
  readonly itemCode?: string;

  @FreeText({ max: 2000 })
  readonly text: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceBody[];
}

export class DisputeBody extends CommandBody {
  @FreeText({ max: 4000 })
  readonly reason: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceBody[];
}

export class FindingWordingBody extends FindingWordsBody {
  @OneOf(severities, { name: 'Severity' })
  readonly severity: (typeof severities)[number];
}

export class DisputeAcceptanceBody extends CommandBody {
  @FreeText({ max: 4000 })
  readonly reason: string;

  @Nested(() => FindingWordingBody, { optional: true, description: 'Left out: the finding is withdrawn.' })
  readonly amended?: FindingWordingBody;
}

export class AmendmentBody extends CommandBody {
  @Nested(() => FindingWordingBody)
  readonly amended: FindingWordingBody;

  @FreeText({ max: 4000 })
  readonly reason: string;
}

export class SeverityBody extends CommandBody {
  @OneOf(severities, { name: 'Severity' })
  readonly severity: (typeof severities)[number];

  @FreeText({ max: 4000 })
  readonly reason: string;
}

export class ReportBody extends DocumentBody {
  @FreeText({ max: 20_000 })
  readonly summary: string;
}

export class DissentBody extends CommandBody {
  @FreeText({ max: 8000 })
  readonly opinion: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceBody[];
}

export class DraftingOrderBody extends CommandBody {
  @LegalDateField()
  readonly orderedOn: string;

  @LegalDateField()
  readonly dueOn: string;
}

export class DraftBody extends CommandBody {
  @LegalDateField()
  readonly draftedOn: string;

  @FreeText({ max: 50_000 })
  readonly text: string;
}

export class SendingBody extends CommandBody {
  @LegalDateField()
  readonly sentOn: string;

  @LegalDateField({ description: 'The last day to answer.' })
  readonly dueOn: string;
}

export class ResponsePointBody {
  @UuidField({ optional: true, description: 'The finding it is about; left out for a point about the whole.' })
  readonly findingId?: string;

  @FreeText({ max: 8000 })
  readonly text: string;
}

export class ResponseBody extends CommandBody {
  @ListOf(() => ResponsePointBody, { min: 1, max: 100 })
  readonly points: readonly ResponsePointBody[];

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceBody[];
}

export class PointAssessmentBody {
  @OneLine({ max: 10, example: 'YK-01' })
  readonly number: string;

  @OneOf(assessmentOutcomes, { name: 'AssessmentOutcome' })
  readonly outcome: (typeof assessmentOutcomes)[number];

  @FreeText({ max: 4000 })
  readonly reason: string;
}

export class AssessmentBody extends CommandBody {
  @ListOf(() => PointAssessmentBody, { min: 1, max: 100, description: 'Every point, once.' })
  readonly points: readonly PointAssessmentBody[];
}

export class OpinionBody extends CommandBody {
  @FreeText({ max: 8000 })
  readonly opinion: string;
}

export class ReferralBody extends CommandBody {
  @UuidField({ description: 'The superior body.' })
  readonly superiorUnitId: string;

  @FreeText({ max: 8000 })
  readonly question: string;

  @LegalDateField()
  readonly referredOn: string;

  @LegalDateField()
  readonly dueOn: string;
}

export class SuperiorOpinionBody extends CommandBody {
  @LegalDateField()
  readonly receivedOn: string;

  @OneOf(['no-objection', 'comments'], { name: 'SuperiorOpinion' })
  readonly outcome: 'no-objection' | 'comments';

  @FreeText({ max: 8000 })
  readonly text: string;
}

export class ConclusionBody extends DocumentBody {
  @OneLine({ max: 200, example: 'Chủ tịch UBND thị xã' })
  readonly signerTitle: string;
}

export class TypingErrorBody {
  @OneLine({ max: 200, description: 'Page, item, line.' })
  readonly where: string;

  @OneLine({ max: 500, description: 'What stands in the conclusion.' })
  readonly was: string;

  @OneLine({ max: 500 })
  readonly now: string;
}

export class RectificationBody extends DocumentBody {
  @ListOf(() => TypingErrorBody, { min: 1, max: 50 })
  readonly corrections: readonly TypingErrorBody[];
}

export class RedactionBody extends CommandBody {
  @Nested(() => EvidenceBody, { description: 'The redacted text, by its SHA-256.' })
  readonly redacted: EvidenceBody;
}

export class ChannelBody {
  @OneOf(publicationChannelKinds, { name: 'PublicationChannelKind' })
  readonly kind: (typeof publicationChannelKinds)[number];

  @OneLine({ max: 300, description: 'Address of the page, the station, the board.' })
  readonly where: string;
}

export class PublicationBody extends CommandBody {
  @ListOf(() => ChannelBody, { min: 1, max: 20 })
  readonly channels: readonly ChannelBody[];

  @LegalDateField()
  readonly from: string;

  @LegalDateField()
  readonly until: string;
}

export class PublicationProofBody extends CommandBody {
  @OneOf(publicationChannelKinds, { name: 'PublicationChannelKind' })
  readonly kind: (typeof publicationChannelKinds)[number];

  @ListOf(() => EvidenceBody, { min: 1, max: 50 })
  readonly evidence: readonly EvidenceBody[];
}

export class DirectiveBody extends DocumentBody {
  @FreeText({ max: 20_000 })
  readonly text: string;

  @LegalDateField({ description: 'The unit reports by this day.' })
  readonly reportOn: string;
}

export class ComplaintBody extends CommandBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly complaintId: string;

  @LegalDateField()
  readonly lodgedOn: string;

  @OneLine({ max: 200 })
  readonly complainant: string;

  @FreeText({ max: 8000 })
  readonly text: string;
}

export class ComplaintResolutionBody extends DocumentBody {
  @OneOf(complaintOutcomes, { name: 'ComplaintOutcome' })
  readonly outcome: (typeof complaintOutcomes)[number];

  @FreeText({ max: 8000 })
  readonly text: string;
}

export class ReinspectionBody extends DocumentBody {
  @UuidField({ description: 'Id of the new case, which is ordered on its own.' })
  readonly reinspectionId: string;

  @UuidField({ description: 'The superior that orders it.' })
  readonly orderedByUnitId: string;

  @OneOf(reinspectionGrounds, { name: 'ReinspectionGround' })
  readonly ground: (typeof reinspectionGrounds)[number];
}

export class ReinspectionOutcomeBody extends DocumentBody {
  @OneOf(reinspectionOutcomes, { name: 'ReinspectionOutcome' })
  readonly outcome: (typeof reinspectionOutcomes)[number];
}

export class InvestigationBody extends DocumentBody {
  @OneLine({ max: 200 })
  readonly agency: string;

  @FreeText({ max: 8000 })
  readonly reason: string;
}
