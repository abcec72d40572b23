import { inspectionTypes, quotaPeriods } from '@soat/domain';
import {
  FreeText,
  LegalDateField,
  ListOf,
  Nested,
  OneLine,
  OneOf,
  UuidField,
  WholeNumber,
} from '../platform/http/fields.js';

export class ProgrammeBodyBody {
  @OneLine({ max: 300, description: 'As the plan names it; groups of bodies too.', example: 'Phòng Nội vụ' })
  readonly name: string;

  @UuidField({ optional: true, description: 'Where it is one registered unit.' })
  readonly unitId?: string;
}

export class QuotaBody {
  @WholeNumber({ min: 1, max: 1_000 })
  readonly count: number;

  @OneOf(quotaPeriods, { name: 'QuotaPeriod' })
  readonly per: (typeof quotaPeriods)[number];
}

export class PlannedItemBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly itemId: string;

  @OneLine({ max: 20, description: 'As numbered in the plan.', example: '6.2' })
  readonly code: string;

  @FreeText({ max: 2_000 })
  readonly text: string;

  @ListOf(() => ProgrammeBodyBody, { min: 1, max: 20, description: 'Chủ trì.' })
  readonly lead: readonly ProgrammeBodyBody[];

  @ListOf(() => ProgrammeBodyBody, { max: 50, optional: true, description: 'Phối hợp.' })
  readonly coordinating?: readonly ProgrammeBodyBody[];

  @ListOf(() => ProgrammeBodyBody, { max: 50, optional: true, description: 'Thực hiện.' })
  readonly implementing?: readonly ProgrammeBodyBody[];

  @FreeText({
    max: 300,
    description: 'In the plan’s own words; what is read in them stands beside.',
    example: 'Quý II, III năm 2024',
  })
  readonly time: string;

  @OneOf(inspectionTypes, { name: 'InspectionType' })
  readonly inspectionType: (typeof inspectionTypes)[number];

  @OneLine({ max: 60, optional: true, example: 'one-stop-spot-check' })
  readonly checklistKind?: string;

  @Nested(() => QuotaBody, { optional: true, description: 'For unannounced items only.' })
  readonly unannouncedQuota?: QuotaBody;
}

export class PilotSiteBody {
  @UuidField()
  readonly unitId: string;

  @OneLine({ max: 200, description: 'Hamlet, quarter or street.', example: 'Khóm 1' })
  readonly place: string;
}

export class PeriodBody {
  @LegalDateField({ example: '2023-01-01' })
  readonly from: string;

  @LegalDateField({ example: '2023-12-31' })
  readonly to: string;
}

export class AdoptBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly id: string;

  @OneLine({ max: 60, example: '45/KH-UBND' })
  readonly number: string;

  @OneLine({ max: 300 })
  readonly title: string;

  @FreeText({ max: 2_000 })
  readonly basis: string;

  @LegalDateField()
  readonly adoptedOn: string;

  @Nested(() => PeriodBody)
  readonly period: PeriodBody;

  @UuidField({ description: 'The body that adopts it.' })
  readonly unitId: string;

  @ListOf(() => PlannedItemBody, { min: 1, max: 200 })
  readonly items: readonly PlannedItemBody[];

  @ListOf(() => PilotSiteBody, { max: 100, optional: true })
  readonly pilotSites?: readonly PilotSiteBody[];
}

export class AmendingDocumentBody {
  @OneLine({ max: 60, example: '60/KH-UBND' })
  readonly number: string;

  @LegalDateField()
  readonly signedOn: string;
}

export class WithdrawItemBody {
  @FreeText({ max: 1_000 })
  readonly reason: string;

  @Nested(() => AmendingDocumentBody, { optional: true })
  readonly document?: AmendingDocumentBody;
}

export class ItemChangeBody extends WithdrawItemBody {
  @Nested(() => PlannedItemBody)
  readonly item: PlannedItemBody;
}

export class PilotSitesBody extends WithdrawItemBody {
  @ListOf(() => PilotSiteBody, { max: 100 })
  readonly pilotSites: readonly PilotSiteBody[];
}
