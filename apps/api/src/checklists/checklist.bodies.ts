import { evidenceKinds, itemsMax, severities } from '@soat/domain';
import { CommandBody } from '../platform/http/command.body.js';
import {
  FreeText,
  LegalDateField,
  ListOf,
  Money,
  Nested,
  OneLine,
  OneOf,
  UuidField,
  WholeNumber,
  YesNo,
} from '../platform/http/fields.js';
import { oneLine, oneOf } from '../platform/http/kinds.js';

export class ChecklistTextBody {
  @OneLine({ max: 600 })
  readonly vi: string;

  @OneLine({ max: 600, optional: true, description: 'The Vietnamese stands for it where it is left out.' })
  readonly en?: string;
}

export class ChecklistSectionBody {
  @OneLine({ max: 4, example: 'A' })
  readonly code: string;

  @Nested(() => ChecklistTextBody)
  readonly title: ChecklistTextBody;
}

export class ChecklistHeadBody extends CommandBody {
  @Nested(() => ChecklistTextBody)
  readonly title: ChecklistTextBody;

  @ListOf(() => ChecklistSectionBody, { min: 1, max: 26 })
  readonly sections: readonly ChecklistSectionBody[];
}

export class ChecklistDraftBody extends ChecklistHeadBody {
  @OneLine({ max: 60, example: 'school-fees-check', description: 'Small letters, digits and hyphens; for good.' })
  readonly kind: string;

  @OneLine({ max: 6, example: 'HP', description: 'Leads the codes of its items; for good.' })
  readonly code: string;

  @UuidField({ description: 'The body whose checklist it is.' })
  readonly unitId: string;
}

/** The one threshold of an item; which one its kind of answer takes. */
export class ChecklistThresholdBody {
  @YesNo({ optional: true, description: 'yesNo: the answer that passes.' })
  readonly yes?: boolean;

  @WholeNumber({ min: 0, max: 1_000_000_000, optional: true, description: 'number; ratio in basis points.' })
  readonly atMost?: number;

  @WholeNumber({ min: 0, max: 1_000_000_000, optional: true, description: 'number; ratio in basis points.' })
  readonly atLeast?: number;

  @Money({ optional: true, description: 'money: đồng above the reference.' })
  readonly aboveReferenceAtMost?: number;

  @Money({ optional: true, description: 'money: đồng off the reference on either side.' })
  readonly offReferenceAtMost?: number;

  @WholeNumber({ min: 0, max: 10_000, optional: true, description: 'money: basis points of the reference.' })
  readonly shareOfReferenceAtLeast?: number;

  @Money({ optional: true, description: 'reconciliation: đồng between any two of the three.' })
  readonly apartAtMost?: number;

  @WholeNumber({ min: 0, max: 3_650, optional: true, description: 'date.' })
  readonly daysLateAtMost?: number;

  @WholeNumber({ min: 0, max: 3_650, optional: true, description: 'date: not ended so long before.' })
  readonly daysEarlyAtMost?: number;
}

/** What an item takes for an answer and when that passes; each kind has its own members. */
export class ChecklistAnswerTypeBody {
  @OneOf(['yesNo', 'number', 'ratio', 'money', 'reconciliation', 'date', 'text', 'derived'], { name: 'AnswerTypeKind' })
  readonly kind: 'yesNo' | 'number' | 'ratio' | 'money' | 'reconciliation' | 'date' | 'text' | 'derived';

  @Nested(() => ChecklistThresholdBody, { optional: true, description: 'All but text.' })
  readonly passWhen?: ChecklistThresholdBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'number: what is counted.' })
  readonly unit?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'ratio.' })
  readonly numerator?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'ratio.' })
  readonly denominator?: ChecklistTextBody;

  @YesNo({ optional: true, description: 'ratio: the numerator is a part of the denominator.' })
  readonly isShare?: boolean;

  @OneLine({ max: 300, optional: true, description: 'ratio: who set the target.' })
  readonly targetSource?: string;

  @WholeNumber({ min: 1, max: 5_000, optional: true, description: 'ratio: advice on the size of the sample.' })
  readonly sampleMin?: number;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'money.' })
  readonly amount?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'money.' })
  readonly reference?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'reconciliation.' })
  readonly first?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'reconciliation.' })
  readonly second?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'reconciliation.' })
  readonly third?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'date.' })
  readonly on?: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { optional: true, description: 'date.' })
  readonly dueOn?: ChecklistTextBody;
}

export class ChecklistBasisBody {
  @Nested(() => ChecklistTextBody)
  readonly text: ChecklistTextBody;

  @OneLine({ max: 300 })
  readonly source: string;

  @YesNo({ description: 'Whether its text was read.' })
  readonly confirmed: boolean;
}

export class ChecklistItemBody {
  @OneLine({ max: 20, example: 'HP-01' })
  readonly code: string;

  @OneLine({ max: 4, example: 'A' })
  readonly section: string;

  @Nested(() => ChecklistTextBody)
  readonly question: ChecklistTextBody;

  @Nested(() => ChecklistTextBody, { description: 'What the inspector looks at.' })
  readonly verifiedBy: ChecklistTextBody;

  @Nested(() => ChecklistAnswerTypeBody)
  readonly answer: ChecklistAnswerTypeBody;

  @OneOf(severities, { name: 'Severity' })
  readonly severity: (typeof severities)[number];

  @OneOf(['always', 'failed'], { name: 'EvidenceWanted' })
  readonly evidenceWhen: 'always' | 'failed';

  @ListOf(oneOf(evidenceKinds), { min: 1, max: 5, isDistinct: true })
  readonly evidenceKinds: readonly (typeof evidenceKinds)[number][];

  @ListOf(() => ChecklistTextBody, { max: 10, optional: true, description: 'Stock findings, the likeliest first.' })
  readonly phrases?: readonly ChecklistTextBody[];

  @Nested(() => ChecklistTextBody, { description: 'Stock recommendation.' })
  readonly remedy: ChecklistTextBody;

  @ListOf(() => ChecklistTextBody, { min: 1, max: 10, description: 'What shows that it was put right.' })
  readonly verificationPoints: readonly ChecklistTextBody[];

  @ListOf(oneLine({ max: 30 }), { max: 10, optional: true, description: 'PAPI, PAR-INDEX, SIPAS.' })
  readonly indices?: readonly string[];

  @ListOf(() => ChecklistBasisBody, { max: 10, optional: true })
  readonly basis?: readonly ChecklistBasisBody[];
}

export class ChecklistWriteItemBody extends CommandBody {
  @Nested(() => ChecklistItemBody)
  readonly item: ChecklistItemBody;

  @WholeNumber({ min: 0, max: itemsMax, optional: true, description: 'From 0; left out it stays, or comes last.' })
  readonly place?: number;
}

export class ChecklistRemoveItemBody extends CommandBody {
  @OneLine({ max: 20, example: 'HP-01' })
  readonly itemCode: string;
}

export class ChecklistPublishBody extends CommandBody {
  @LegalDateField({ description: 'Orders signed from this day on may use it.' })
  readonly validFrom: string;

  @FreeText({ max: 1_000, description: 'The document it rests on.' })
  readonly source: string;
}

export class ChecklistWithdrawBody extends CommandBody {
  @LegalDateField({ description: 'The first day on which nothing is ordered by it.' })
  readonly from: string;

  @FreeText({ max: 1_000 })
  readonly reason: string;
}
