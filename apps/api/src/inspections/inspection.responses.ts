import { type InspectionListRow, inspectionStatuses, type OrderWarning, orderWarningCodes } from '@soat/domain';
import { type AsOf, AsOfBody } from '../platform/http/as-of.js';
import { Shown } from '../platform/http/response.js';

export class InspectionRowBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: String, format: 'uuid' })
  readonly unitId: string;

  @Shown({ type: String })
  readonly unitName: string;

  @Shown({ type: String })
  readonly number: string;

  @Shown({ type: String })
  readonly type: InspectionListRow['type'];

  @Shown({ type: String })
  readonly checklistKind: string;

  @Shown({ type: 'integer' })
  readonly checklistEdition: number;

  @Shown({ type: 'object', additionalProperties: true })
  readonly title: InspectionListRow['title'];

  @Shown({ type: String })
  readonly status: InspectionListRow['status'];

  @Shown({ type: String })
  readonly orderedOn: string;

  @Shown({ type: String })
  readonly orderedBy: string;

  @Shown({ type: String, nullable: true })
  readonly startedAt: string | null;

  @Shown({ type: String, nullable: true })
  readonly endedAt: string | null;

  @Shown({ type: String, nullable: true })
  readonly minutesKind: InspectionListRow['minutesKind'];

  @Shown({ type: String, nullable: true })
  readonly minutesOn: string | null;

  @Shown({ type: String })
  readonly leadName: string;

  @Shown({ type: [String] })
  readonly teamIds: readonly string[];

  @Shown({ type: Boolean })
  readonly isRevealed: boolean;

  @Shown({ type: 'integer' })
  readonly items: number;

  @Shown({ type: 'object', additionalProperties: true })
  readonly marks: InspectionListRow['marks'];

  @Shown({ type: 'object', additionalProperties: true })
  readonly findings: InspectionListRow['findings'];

  @Shown({ type: String })
  readonly regime: InspectionListRow['regime'];

  @Shown({ type: String, description: 'short: ends with the minutes; long: goes on to a conclusion.' })
  readonly path: InspectionListRow['path'];

  @Shown({ type: String, nullable: true })
  readonly conclusionOn: string | null;

  @Shown({ type: 'integer' })
  readonly recommendations: number;

  @Shown({ type: 'integer' })
  readonly recommendationsSettled: number;

  @Shown({ type: 'integer' })
  readonly length: number;
}

/** The file's parts are the domain's own shapes; the document names the outermost ones. */
export class InspectionFileBody {
  @Shown({ type: String, format: 'uuid' })
  readonly id: string;

  @Shown({ type: 'integer' })
  readonly length: number;

  @Shown({ type: 'integer' })
  readonly position: number;

  @Shown({ enum: inspectionStatuses })
  readonly status: string;

  @Shown({
    type: 'object',
    additionalProperties: true,
    description: 'Order, answers, findings, evidence, minutes, recommendations.',
  })
  readonly file: object;

  @Shown({ type: 'object', additionalProperties: true })
  readonly score: object;

  @Shown({ type: [String], description: 'Failed items with neither a finding nor a reason for none.' })
  readonly proposed: readonly string[];

  @Shown({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'What the long path waits for, and the day it is due; null where nothing is counted.',
  })
  readonly nextStage: object | null;

  @Shown({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Answers that an imported ledger or recorded figures propose, with the words of the finding.',
  })
  readonly answerProposals: readonly object[];

  @Shown({ type: 'object', additionalProperties: true })
  readonly moments: object;

  @Shown({ type: 'object', additionalProperties: { type: 'string' }, description: 'Names by person id.' })
  readonly names: object;

  @Shown({ type: [String], description: 'Commands the reader may ask for, by role; none of the past.' })
  readonly mayAsk: readonly string[];

  @Shown({ type: AsOfBody, required: false, description: 'Where a past moment was asked.' })
  readonly asOf?: AsOf;
}

export class SelfCheckComparisonBody {
  @Shown({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description:
      'The self-check, the inspection, and `comparison`: items answered by both with what the unit said, what was verified, verdict and differing figures; counts by verdict; items compared and not.',
  })
  readonly data: object | null;
}

export class OrderWarningBody {
  @Shown({ enum: [...orderWarningCodes], enumName: 'OrderWarningCode' })
  readonly code: OrderWarning['code'];

  @Shown({ type: String, description: 'The field of the order it is about.' })
  readonly field: OrderWarning['field'];

  @Shown({ type: String, format: 'uuid', description: 'The inspection ordered before.' })
  readonly inspectionId: string;

  @Shown({ type: 'object', additionalProperties: { type: 'string' } })
  readonly detail: OrderWarning['detail'];
}

export class OrderWarningsBody {
  @Shown({ type: [OrderWarningBody] })
  readonly data: readonly OrderWarningBody[];
}
