import { externalIssuers, recommendationKinds, sanctionKinds, severities, suspensionCauses } from '@soat/domain';
import { CommandBody } from '../platform/http/command.body.js';
import { EvidenceBody } from '../platform/http/evidence.body.js';
import {
  FreeText,
  LegalDateField,
  ListOf,
  Nested,
  OneLine,
  OneOf,
  UuidField,
  WholeNumber,
  YesNo,
} from '../platform/http/fields.js';
import { amountMax, oneLine, uuid } from '../platform/http/kinds.js';

/** Money that is to come back: from one đồng. */
const amount = { min: 1, max: amountMax };

export class IssueBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly id: string;

  @UuidField()
  readonly inspectionId: string;

  @ListOf(uuid, { min: 1, max: 50, isDistinct: true })
  readonly findingIds: readonly string[];

  @OneOf(recommendationKinds, { name: 'RecommendationKind' })
  readonly kind: (typeof recommendationKinds)[number];

  @FreeText({ max: 4000 })
  readonly text: string;

  @ListOf(oneLine({ max: 500 }), { min: 1, max: 20, isDistinct: true, description: 'What the proof must show.' })
  readonly verificationPoints: readonly string[];

  @UuidField({ description: 'Chủ trì: chases and consolidates.' })
  readonly leadUnitId: string;

  @ListOf(uuid, { max: 20, optional: true, isDistinct: true, description: 'Phối hợp.' })
  readonly coordinatingUnitIds?: readonly string[];

  @ListOf(uuid, {
    min: 1,
    max: 20,
    optional: true,
    isDistinct: true,
    description: 'Thực hiện; the inspected unit unless given.',
  })
  readonly implementingUnitIds?: readonly string[];

  @WholeNumber({ ...amount, optional: true, description: 'In đồng, to recover; required to collect money.' })
  readonly amountToRecover?: number;
}

export class DocumentBody {
  @OneLine({ max: 100, example: '60/QĐ-UBND' })
  readonly number: string;

  @LegalDateField()
  readonly signedOn: string;
}

export class ExternalDocumentBody extends DocumentBody {
  @OneLine({ max: 500 })
  readonly title: string;
}

export class ExternalBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly id: string;

  @OneLine({ max: 100, description: 'As the document numbers it.' })
  readonly number: string;

  @OneOf(externalIssuers, { name: 'ExternalIssuer' })
  readonly issuer: (typeof externalIssuers)[number];

  @OneLine({ max: 200 })
  readonly issuerName: string;

  @Nested(() => ExternalDocumentBody)
  readonly document: ExternalDocumentBody;

  @ListOf(() => EvidenceBody, { min: 1, max: 10, description: 'The document itself.' })
  readonly evidence: readonly EvidenceBody[];

  @OneOf(recommendationKinds, { name: 'RecommendationKind' })
  readonly kind: (typeof recommendationKinds)[number];

  @OneOf(severities, { name: 'Severity' })
  readonly severity: (typeof severities)[number];

  @FreeText({ max: 4000 })
  readonly text: string;

  @ListOf(oneLine({ max: 500 }), { min: 1, max: 20, isDistinct: true, description: 'What the proof must show.' })
  readonly verificationPoints: readonly string[];

  @LegalDateField({ description: 'As the document sets it.' })
  readonly dueOn: string;

  @WholeNumber({ ...amount, optional: true, description: 'In đồng, to recover; required to collect money.' })
  readonly amountToRecover?: number;

  @UuidField({ description: 'The unit it is about.' })
  readonly unitId: string;

  @UuidField({ description: 'Chủ trì: chases and consolidates.' })
  readonly leadUnitId: string;

  @ListOf(uuid, { max: 20, optional: true, isDistinct: true, description: 'Phối hợp.' })
  readonly coordinatingUnitIds?: readonly string[];

  @ListOf(uuid, { min: 1, max: 20, optional: true, isDistinct: true, description: 'Thực hiện; the unit unless given.' })
  readonly implementingUnitIds?: readonly string[];
}

export class ReassignBody extends CommandBody {
  @UuidField({ description: 'Chủ trì.' })
  readonly leadUnitId: string;

  @ListOf(uuid, { max: 20, optional: true, isDistinct: true, description: 'Phối hợp.' })
  readonly coordinatingUnitIds?: readonly string[];

  @ListOf(uuid, { min: 1, max: 20, isDistinct: true, description: 'Thực hiện.' })
  readonly implementingUnitIds: readonly string[];

  @FreeText({ max: 2000 })
  readonly reason: string;

  @Nested(() => DocumentBody, { description: 'The handover minutes, or the decision.' })
  readonly document: DocumentBody;
}

export class PlanBody extends CommandBody {
  @FreeText({ max: 4000 })
  readonly steps: string;

  @OneLine({ max: 100 })
  readonly responsible: string;

  @LegalDateField()
  readonly plannedOn: string;

  @FreeText({ max: 2000, optional: true })
  readonly cause?: string;
}

export class ProgressBody extends CommandBody {
  @WholeNumber({ min: 0, max: 100 })
  readonly percent: number;

  @FreeText({ max: 2000 })
  readonly note: string;
}

export class ObstacleBody extends CommandBody {
  @FreeText({ max: 2000 })
  readonly note: string;
}

export class ProofBody extends CommandBody {
  @FreeText({ max: 4000 })
  readonly note: string;

  @ListOf(() => EvidenceBody, { min: 1, max: 50 })
  readonly evidence: readonly EvidenceBody[];
}

export class ReturnReasonBody {
  @OneLine({ max: 500, optional: true, description: 'The verification point that is not met.' })
  readonly point?: string;

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class ReturnBody extends CommandBody {
  @ListOf(() => ReturnReasonBody, { min: 1, max: 20, description: 'All of them at once.' })
  readonly reasons: readonly ReturnReasonBody[];
}

export class VerificationBody extends CommandBody {
  @ListOf(oneLine({ max: 500 }), { min: 1, max: 20, isDistinct: true, description: 'Every point that is met.' })
  readonly metPoints: readonly string[];

  @FreeText({ max: 2000, optional: true })
  readonly note?: string;
}

export class NotImplementedBody extends CommandBody {
  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class PlanApprovalBody extends CommandBody {
  @FreeText({ max: 2000, optional: true })
  readonly note?: string;
}

export class PlanReturnBody extends CommandBody {
  @FreeText({ max: 2000, description: 'All reasons at once.' })
  readonly reason: string;
}

export class RecoveryBody extends CommandBody {
  @WholeNumber(amount)
  readonly amount: number;

  @LegalDateField({ description: 'The day the money came in.' })
  readonly recoveredOn: string;

  @OneLine({ max: 200, description: 'Of the treasury or bank; one document is one payment.' })
  readonly document: string;

  @ListOf(() => EvidenceBody, { max: 20, optional: true })
  readonly evidence?: readonly EvidenceBody[];
}

export class UnmetPointBody {
  @OneLine({ max: 500 })
  readonly point: string;

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class PartialVerificationBody extends CommandBody {
  @ListOf(oneLine({ max: 500 }), { min: 1, max: 20, isDistinct: true, description: 'Met for good.' })
  readonly metPoints: readonly string[];

  @ListOf(() => UnmetPointBody, { min: 1, max: 20, description: 'Every point that is left, with what is missing.' })
  readonly unmet: readonly UnmetPointBody[];
}

export class EffectivenessBody extends CommandBody {
  @FreeText({ max: 2000, description: 'What was looked at, and when.' })
  readonly note: string;
}

export class EffectivenessDenialBody extends CommandBody {
  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class SanctionProposalBody extends CommandBody {
  @OneOf(sanctionKinds, { name: 'SanctionKind' })
  readonly kind: (typeof sanctionKinds)[number];

  @OneLine({ max: 200, description: 'A body or an office.' })
  readonly against: string;

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class SanctionDecisionBody extends CommandBody {
  @YesNo()
  readonly isImposed: boolean;

  @OneOf(sanctionKinds, { name: 'SanctionKind', optional: true, description: 'When one is imposed, and only then.' })
  readonly kind?: (typeof sanctionKinds)[number];

  @Nested(() => DocumentBody)
  readonly document: DocumentBody;

  @FreeText({ max: 2000 })
  readonly note: string;
}

export class ExtensionRequestBody extends CommandBody {
  @LegalDateField({ description: 'A working day after the due date in force.' })
  readonly dueOn: string;

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class ExtensionGrantBody extends CommandBody {
  @LegalDateField({ optional: true, description: 'An earlier day than was asked for; what was asked unless given.' })
  readonly dueOn?: string;

  @FreeText({ max: 2000, description: 'A line by whoever decides.' })
  readonly note: string;
}

export class ExtensionRefusalBody extends CommandBody {
  @FreeText({ max: 2000, description: 'A line by whoever decides.' })
  readonly note: string;
}

export class SuspensionBody extends CommandBody {
  @OneOf(suspensionCauses, { name: 'SuspensionCause' })
  readonly cause: (typeof suspensionCauses)[number];

  @Nested(() => DocumentBody)
  readonly document: DocumentBody;

  @FreeText({ max: 2000 })
  readonly note: string;
}

export class ResumptionBody extends CommandBody {
  @FreeText({ max: 2000 })
  readonly note: string;
}
