import type { UnitOverviewRow, UnitRegisterRow } from '@soat/domain';
import { AsOfBody } from '../platform/http/as-of.js';
import { Shown } from '../platform/http/response.js';
import type { RepeatMatrixUnit } from './repeat-matrix.query.js';

export class UnitRowBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: String })
  readonly code: string;

  @Shown({ type: String })
  readonly name: string;

  @Shown({ type: String })
  readonly kind: UnitRegisterRow['kind'];

  @Shown({ type: String, format: 'uuid', nullable: true })
  readonly parentId: string | null;

  @Shown({ type: String, nullable: true })
  readonly headName: string | null;

  @Shown({ type: String })
  readonly validFrom: string;

  @Shown({ type: String })
  readonly searchKey: string;

  @Shown({ type: 'integer' })
  readonly length: number;
}

export class RatioBody {
  @Shown({ type: 'integer' })
  readonly numerator: number;

  @Shown({ type: 'integer' })
  readonly denominator: number;
}

export class RatiosBody {
  @Shown({ type: RatioBody, description: 'Implemented, of all that were issued.' })
  readonly implementedByCount: RatioBody;

  @Shown({ type: RatioBody, description: 'In đồng: recovered, of what is to be recovered.' })
  readonly implementedByMoney: RatioBody;

  @Shown({ type: RatioBody, description: 'Verified in time, by the due date in force.' })
  readonly onTime: RatioBody;

  @Shown({ type: RatioBody, description: 'Verified in time, by the original due date.' })
  readonly onTimeOriginally: RatioBody;
}

export class UnitOverviewBody {
  @Shown({ type: String, format: 'uuid' })
  readonly unitId: string;

  @Shown({ type: String })
  readonly name: string;

  @Shown({ type: String })
  readonly code: string;

  @Shown({ type: String })
  readonly kind: UnitOverviewRow['kind'];

  @Shown({ type: String, format: 'uuid', nullable: true })
  readonly parentId: string | null;

  @Shown({ type: String, nullable: true })
  readonly headName: string | null;

  @Shown({ type: 'integer' })
  readonly inspectionsStarted: number;

  @Shown({ type: 'integer' })
  readonly inspectionsEnded: number;

  @Shown({ type: String, nullable: true })
  readonly lastInspectedAt: string | null;

  @Shown({ type: 'object', additionalProperties: true })
  readonly findings: UnitOverviewRow['findings'];

  @Shown({ type: 'integer' })
  readonly correctedOnSite: number;

  @Shown({ type: 'integer' })
  readonly recommendationsIssued: number;

  @Shown({ type: 'integer' })
  readonly implemented: number;

  @Shown({ type: 'integer' })
  readonly notImplemented: number;

  @Shown({ type: 'integer' })
  readonly verified: number;

  @Shown({ type: 'integer' })
  readonly verifiedOnTime: number;

  @Shown({ type: 'integer' })
  readonly verifiedOnTimeOriginally: number;

  @Shown({ type: 'integer' })
  readonly amountToRecover: number;

  @Shown({ type: 'integer' })
  readonly amountRecovered: number;

  @Shown({ type: 'integer' })
  readonly extensionsGranted: number;

  @Shown({ type: 'integer' })
  readonly timesOverdue: number;

  @Shown({ type: 'integer' })
  readonly reminders: number;

  @Shown({ type: 'integer' })
  readonly escalations: number;

  @Shown({ type: 'integer' })
  readonly sanctionsImposed: number;

  @Shown({ type: AsOfBody })
  readonly asOf: AsOfBody;

  @Shown({ type: 'integer' })
  readonly open: number;

  @Shown({ type: 'integer' })
  readonly overdue: number;

  @Shown({ type: 'integer', description: 'Owed, and due within three working days.' })
  readonly dueSoon: number;

  @Shown({ type: 'integer' })
  readonly awaitingVerification: number;

  @Shown({ type: 'integer' })
  readonly returned: number;

  @Shown({ type: 'integer', description: 'Their clock stands still.' })
  readonly suspended: number;

  @Shown({ type: 'integer', description: 'Extension requests that await a decision.' })
  readonly extensionsAsked: number;

  @Shown({ type: 'integer', description: 'Owed ones that went past the unit.' })
  readonly escalated: number;

  @Shown({ type: RatiosBody })
  readonly ratios: RatiosBody;

  @Shown({ type: String, nullable: true })
  readonly nextDueOn: string | null;
}

export class UnitOverviewsBody {
  @Shown({ type: [UnitOverviewBody] })
  readonly data: readonly UnitOverviewBody[];

  @Shown({ type: AsOfBody })
  readonly asOf: AsOfBody;
}

export class RepeatMatrixUnitBody {
  @Shown({ type: String, format: 'uuid' })
  readonly unitId: string;

  @Shown({ type: String })
  readonly unitName: string;

  @Shown({ type: String })
  readonly unitCode: string;

  @Shown({ type: 'array', items: { type: 'object', additionalProperties: true }, description: 'Oldest first.' })
  readonly inspections: RepeatMatrixUnit['inspections'];

  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'By item: its findings, oldest first, each `first`, `repeat`, `persisting` or `inherited`.',
  })
  readonly cells: RepeatMatrixUnit['cells'];

  @Shown({ type: 'integer' })
  readonly repeats: number;

  @Shown({ type: 'integer' })
  readonly persisting: number;
}

export class RepeatMatrixBody {
  @Shown({ type: 'integer', description: 'Within so many months of the earlier one’s closing a finding is a repeat.' })
  readonly windowMonths: number;

  @Shown({ type: [RepeatMatrixUnitBody] })
  readonly data: readonly RepeatMatrixUnitBody[];

  @Shown({ type: AsOfBody })
  readonly asOf: AsOfBody;
}
