import { earlierOutcomes, inspectionRegimes, inspectionTypes, severities, teamRoles } from '@soat/domain';
import { CommandBody } from '../platform/http/command.body.js';
import { EvidenceBody } from '../platform/http/evidence.body.js';
import {
  FreeText,
  InstantField,
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
import { oneLine } from '../platform/http/kinds.js';

export class TeamMemberBody {
  @OneLine({ max: 64, example: 'hai' })
  readonly personId: string;

  @OneOf(teamRoles, { name: 'TeamRole' })
  readonly role: (typeof teamRoles)[number];
}

export class ProgrammeItemBody {
  @OneLine({ max: 300 })
  readonly plan: string;

  @OneLine({ max: 20, example: '6.2' })
  readonly item: string;

  @FreeText({ max: 1000 })
  readonly text: string;
}

export class ProgrammeLinkBody {
  @UuidField()
  readonly programmeId: string;

  @UuidField()
  readonly itemId: string;
}

export class TargetBody {
  @OneLine({ max: 20, example: 'OSC-10' })
  readonly itemCode: string;

  @WholeNumber({ min: 0, max: 10_000, description: 'Basis points: 9900 is 99%.' })
  readonly target: number;
}

export class PeriodBody {
  @LegalDateField()
  readonly from: string;

  @LegalDateField()
  readonly to: string;
}

export class OrderBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly id: string;

  @OneLine({ max: 60, description: 'Number of the decision.', example: '150/QĐ-UBND' })
  readonly number: string;

  @LegalDateField()
  readonly signedOn: string;

  @FreeText({ max: 1000 })
  readonly basis: string;

  @OneOf(inspectionRegimes, { optional: true, name: 'Regime', description: 'internal-check unless given.' })
  readonly regime?: (typeof inspectionRegimes)[number];

  @OneOf(inspectionTypes, { optional: true, name: 'InspectionType', description: 'unannounced unless given.' })
  readonly type?: (typeof inspectionTypes)[number];

  @Nested(() => PeriodBody, { optional: true, description: 'The period that is inspected.' })
  readonly inspectedPeriod?: PeriodBody;

  @LegalDateField({ optional: true, description: 'The last day of fieldwork.' })
  readonly fieldworkUntil?: string;

  @UuidField({ optional: true, description: 'The inspection whose conclusion is inspected again.' })
  readonly reinspectionOf?: string;

  @UuidField({ description: 'The unit to be inspected.' })
  readonly unitId: string;

  @UuidField({ description: 'The body that orders the check.' })
  readonly orderedByUnitId: string;

  @OneLine({ max: 60, example: 'one-stop-spot-check' })
  readonly checklistKind: string;

  @WholeNumber({
    min: 1,
    max: 10_000,
    optional: true,
    description: 'The edition in force on the day of the order unless given.',
  })
  readonly checklistEdition?: number;

  @ListOf(() => TargetBody, {
    max: 50,
    optional: true,
    description: 'Targets of this unit that differ from the checklist.',
  })
  readonly targets?: readonly TargetBody[];

  @ListOf(() => TeamMemberBody, { min: 1, max: 20 })
  readonly team: readonly TeamMemberBody[];

  @Nested(() => ProgrammeItemBody, { optional: true, description: 'The line of a plan that is not kept here.' })
  readonly programmeItem?: ProgrammeItemBody;

  @Nested(() => ProgrammeLinkBody, {
    optional: true,
    description: 'The item of a programme that orders the check; its words are taken from there.',
  })
  readonly fromProgramme?: ProgrammeLinkBody;
}

export class StartBody extends CommandBody {
  @OneLine({ max: 200, optional: true })
  readonly place?: string;
}

export class EarlierCheckBody extends CommandBody {
  @OneOf(earlierOutcomes, { name: 'EarlierOutcome', description: '`not-due` only before the due date.' })
  readonly outcome: (typeof earlierOutcomes)[number];

  @FreeText({ max: 2_000, optional: true, description: 'Required for another outcome than before.' })
  readonly note?: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true, description: 'Required where it was not wholly carried out.' })
  readonly evidence?: readonly EvidenceBody[];
}

/** One kind of answer and its own fields; which ones belong together is told by the checklist item. */
export class AnswerValueBody {
  @OneOf(['yesNo', 'number', 'ratio', 'money', 'reconciliation', 'date', 'text'], { name: 'AnswerKind' })
  readonly kind: 'yesNo' | 'number' | 'ratio' | 'money' | 'reconciliation' | 'date' | 'text';

  @YesNo({ optional: true })
  readonly yes?: boolean;

  @WholeNumber({ min: 0, max: 1_000_000_000, optional: true })
  readonly value?: number;

  @WholeNumber({ min: 0, max: 1_000_000_000, optional: true })
  readonly numerator?: number;

  @WholeNumber({ min: 0, max: 1_000_000_000, optional: true })
  readonly denominator?: number;

  @Money({ optional: true, description: 'Đồng.' })
  readonly amount?: number;

  @Money({ optional: true, description: 'Đồng, what the amount is held against.' })
  readonly reference?: number;

  @Money({ optional: true, description: 'Đồng, by the first of the three sources the item names.' })
  readonly first?: number;

  @Money({ optional: true, description: 'Đồng, by the second source.' })
  readonly second?: number;

  @Money({ optional: true, description: 'Đồng, by the third source.' })
  readonly third?: number;

  @LegalDateField({ optional: true })
  readonly on?: string;

  @LegalDateField({ optional: true })
  readonly dueOn?: string;

  @FreeText({ max: 2000, optional: true })
  readonly text?: string;
}

export class FindingWordsBody {
  @FreeText({ max: 2000, description: 'What was found (hiện trạng).' })
  readonly condition: string;

  @FreeText({ max: 2000, optional: true })
  readonly cause?: string;

  @FreeText({ max: 2000, optional: true })
  readonly effect?: string;

  @Money({ optional: true, description: 'Đồng.' })
  readonly amountAtRisk?: number;

  @OneLine({ max: 200, optional: true })
  readonly place?: string;
}

export class AnswerBody extends CommandBody {
  @OneLine({ max: 20, example: 'OSC-03' })
  readonly itemCode: string;

  @Nested(() => AnswerValueBody)
  readonly value: AnswerValueBody;

  @FreeText({ max: 2000, optional: true })
  readonly note?: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceBody[];

  @Nested(() => FindingWordsBody, { optional: true, description: 'Records the finding of a failed item at once.' })
  readonly finding?: FindingWordsBody;
}

export class CorrectionBody extends CommandBody {
  @OneLine({ max: 20 })
  readonly itemCode: string;

  @Nested(() => AnswerValueBody, { optional: true, description: 'Left out: the item is not applicable after all.' })
  readonly value?: AnswerValueBody;

  @FreeText({ max: 2000, optional: true })
  readonly note?: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceBody[];

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class ItemReasonBody extends CommandBody {
  @OneLine({ max: 20 })
  readonly itemCode: string;

  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class ItemEvidenceBody extends CommandBody {
  @OneLine({ max: 20 })
  readonly itemCode: string;

  @ListOf(() => EvidenceBody, { min: 1, max: 50 })
  readonly evidence: readonly EvidenceBody[];
}

export class FindingBody extends FindingWordsBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly findingId: string;

  @OneLine({ max: 20, optional: true, description: 'Left out for a finding outside the checklist.' })
  readonly itemCode?: string;

  @OneOf(severities, { name: 'Severity', optional: true })
  readonly severity?: (typeof severities)[number];

  @FreeText({
    max: 1000,
    optional: true,
    description: 'What should have been (tiêu chí); needed outside the checklist.',
  })
  readonly criteria?: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly evidence?: readonly EvidenceBody[];

  @UuidField({
    optional: true,
    description:
      'The earlier recommendation whose check failed; its text and its evidence stand where nothing else is said.',
  })
  readonly earlierRecommendationId?: string;

  @InstantField({ optional: true })
  readonly occurredAt?: string;
}

export class SampleBody extends CommandBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly sampleId: string;

  @OneLine({ max: 20, example: 'VCA-22' })
  readonly itemCode: string;

  @OneLine({ max: 200, description: 'What the members are.', example: 'Sổ đóng góp ấp Vĩnh Biên, 2026' })
  readonly name: string;

  @ListOf(oneLine({ max: 100 }), { min: 1, max: 5000, description: 'The whole population, each member once.' })
  readonly members: readonly string[];

  @WholeNumber({ min: 1, max: 5000, description: 'How many to draw.' })
  readonly size: number;
}

export class LedgerBody extends CommandBody {
  @UuidField({ description: 'Made by the client, version 7.' })
  readonly ledgerId: string;

  @OneLine({ max: 255, example: 'so-dong-gop.csv' })
  readonly name: string;

  @ListOf(oneLine({ max: 60_000 }), {
    min: 1,
    max: 68,
    description:
      'The bytes of a CSV or Excel (.xlsx) file in base64, cut into parts of at most 60,000 characters; which of the two, encoding, separator, sheet and headings are found. No formula is computed.',
  })
  readonly content: readonly string[];

  @LegalDateField({ optional: true, description: 'Day to which money not deposited is counted; today unless given.' })
  readonly asOf?: string;

  @Money({ optional: true, description: 'Đồng, by the statement of the bank or the Treasury for the same period.' })
  readonly bankTotal?: number;
}

export class BudgetLineBody {
  @OneLine({ max: 20, example: 'I.2' })
  readonly code: string;

  @OneLine({ max: 300 })
  readonly name: string;

  @Money({ description: 'Đồng, as disclosed.' })
  readonly published: number;

  @Money({ description: 'Đồng, by the resolution of the Council.' })
  readonly resolved: number;

  @Money({ description: 'Đồng, by the Treasury.' })
  readonly treasury: number;
}

export class BudgetFiguresBody extends CommandBody {
  @OneLine({ max: 200, example: 'Dự toán năm 2026' })
  readonly period: string;

  @ListOf(() => BudgetLineBody, { min: 1, max: 300 })
  readonly lines: readonly BudgetLineBody[];
}

export class ReasonBody extends CommandBody {
  @FreeText({ max: 2000 })
  readonly reason: string;
}

export class CorrectedOnSiteBody extends CommandBody {
  @FreeText({ max: 2000 })
  readonly note: string;

  @ListOf(() => EvidenceBody, { max: 50, optional: true })
  readonly before?: readonly EvidenceBody[];

  @ListOf(() => EvidenceBody, { max: 50, min: 1 })
  readonly after: readonly EvidenceBody[];
}

export class PersonNamedBody {
  @OneLine({ max: 100 })
  readonly name: string;

  @OneLine({ max: 200 })
  readonly title: string;
}

export class MinutesBody extends CommandBody {
  @OneLine({ max: 60, optional: true, description: 'Given by the clerk later when left out.' })
  readonly number?: string;

  @LegalDateField()
  readonly signedOn: string;

  @OneLine({ max: 200 })
  readonly leadTitle: string;

  @Nested(() => PersonNamedBody)
  readonly unitRepresentative: PersonNamedBody;

  @FreeText({ max: 4000, optional: true, description: 'The unit signs and says what it does not agree with.' })
  readonly reservation?: string;
}

export class MinutesRefusalBody extends CommandBody {
  @OneLine({ max: 60, optional: true })
  readonly number?: string;

  @LegalDateField()
  readonly signedOn: string;

  @OneLine({ max: 200 })
  readonly leadTitle: string;

  @Nested(() => PersonNamedBody)
  readonly unitRepresentative: PersonNamedBody;

  @FreeText({ max: 4000 })
  readonly reason: string;

  @Nested(() => PersonNamedBody)
  readonly witness: PersonNamedBody;
}
