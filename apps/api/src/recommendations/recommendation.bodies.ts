import { recommendationKinds } from '@soat/domain';
import { CommandBody } from '../platform/http/command.body.js';
import { EvidenceBody } from '../platform/http/evidence.body.js';
import { FreeText, LegalDateField, ListOf, OneLine, OneOf, UuidField, WholeNumber } from '../platform/http/fields.js';
import { oneLine, uuid } from '../platform/http/kinds.js';

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
