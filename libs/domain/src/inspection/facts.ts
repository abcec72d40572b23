import type { Actor } from '../access/person.js';
import type { AnswerValue, ChecklistItem, Score, Severity, Text } from '../checklists/checklist.js';
import type { Evidence } from '../evidence/evidence.js';
import type { LegalDate, PersonId, Uuid } from '../kernel/recorded.js';
import type { Regime } from '../calendar/deadline-rule.js';
import type { BudgetLine } from '../ledger/budget-figures.js';
import type { LedgerAnalysis, LedgerRow } from '../ledger/contribution-ledger.js';
import type { UnitSnapshot } from '../unit/unit.js';
import type { FindingCourse, LongPathCommands, LongPathEvents, LongPathFile } from './long-path-facts.js';
import type { InspectionType, Procedure } from './regimes.js';
import type { FindingWords, PersonNamed, Start, TeamMember } from './shapes.js';

/** The plan line that ordered the check. */
export interface ProgrammeItem {
  readonly plan: string;
  readonly item: string;
  readonly text: string;
  /** The same by id, where the plan is kept here; null for one that stands on paper. */
  readonly link: { readonly programmeId: Uuid; readonly itemId: Uuid } | null;
}

/** The checklist as used: frozen into the order, so that later editions never change a running inspection. */
export interface ChecklistUsed {
  readonly kind: string;
  readonly edition: number;
  readonly title: Text;
  readonly items: readonly ChecklistItem[];
}

export type Answer =
  | {
      readonly status: 'answered';
      readonly value: AnswerValue;
      readonly outcome: 'pass' | 'fail';
      readonly note: string | null;
      readonly evidence: readonly Evidence[];
    }
  | { readonly status: 'not-applicable'; readonly reason: string };

/** Something the unit was told by an earlier inspection, as it stood when this one started. */
export interface EarlierRecommendation {
  readonly recommendationId: Uuid;
  readonly number: string;
  readonly text: string;
  /** Null for one of an external body, or loaded before it was kept. */
  readonly inspectionId: Uuid | null;
  readonly inspectionNumber: string;
  readonly findings: readonly {
    readonly findingId: Uuid;
    /** Null where it was loaded before it was kept. */
    readonly number: string | null;
    readonly itemCode: string | null;
    readonly condition: string;
    readonly place: string | null;
  }[];
  readonly dueOn: LegalDate;
  readonly status: 'open' | 'implemented' | 'not-implemented';
  readonly settledOn: LegalDate | null;
  /** Past its due date, or settled: then it is to hold today. */
  readonly isDue: boolean;
}

export const earlierOutcomes = ['carried-out', 'partly', 'not-carried-out', 'not-due'] as const;

/** How it was found on site this time. */
export interface EarlierChecked {
  readonly outcome: (typeof earlierOutcomes)[number];
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
  readonly checkedBy: PersonId;
}

/** What was found (tồn tại): a fact inside the inspection. */
export interface FindingFacts {
  readonly findingId: Uuid;
  /** `TT-01`: place among the findings of this inspection, for life. */
  readonly number: string;
  /** Null for a finding outside the checklist. */
  readonly itemCode: string | null;
  readonly severity: Severity;
  /** What should have been (tiêu chí). */
  readonly criteria: Text;
  /** What was (hiện trạng). */
  readonly condition: string;
  readonly cause: string | null;
  readonly effect: string | null;
  /** Đồng. */
  readonly amountAtRisk: number | null;
  readonly place: string | null;
  readonly indices: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly recordedBy: PersonId;
  /** The recommendation of an earlier inspection that was found not carried out; null for any other finding. */
  readonly earlierRecommendationId: Uuid | null;
}

/** What a sample is drawn from: listed, hashed, counted. */
export interface Population {
  /** `Sổ đóng góp ấp Vĩnh Biên, 2026`. */
  readonly name: string;
  /** Of the members in UTF-8, each ended by a line feed; lower-case hex. */
  readonly sha256: string;
  readonly size: number;
}

/** A sample as drawn (rút mẫu): whoever has the population and the seed draws the same. */
export interface Sample {
  readonly sampleId: Uuid;
  /** `M-01`: place among the samples of this inspection. All that were drawn stand, so that nobody draws until it suits. */
  readonly number: string;
  readonly itemCode: string;
  readonly population: Population;
  /** 128 bits in lower-case hex. */
  readonly seed: string;
  readonly method: string;
  /** Numbers in the population, from 1, and the members they name. */
  readonly drawn: readonly { readonly number: number; readonly member: string }[];
  readonly drawnBy: PersonId;
}

/** A contribution ledger as it was handed in, and what it says. The rows stay in the file, with their names. */
export interface ImportedLedger {
  readonly ledgerId: Uuid;
  readonly file: Evidence;
  readonly asOf: LegalDate;
  /** Đồng, by the bank's or the Treasury's statement; null where only the ledger tells of deposits. */
  readonly bankTotal: number | null;
  readonly analysis: LedgerAnalysis;
  readonly importedBy: PersonId;
}

/** The commune's figures from three sources, line by line. */
export interface BudgetFigures {
  /** `Dự toán năm 2026`. */
  readonly period: string;
  readonly lines: readonly BudgetLine[];
  readonly recordedBy: PersonId;
}

export type Minutes =
  | {
      readonly kind: 'signed' | 'signed-with-reservation';
      readonly number: string | null;
      readonly signedOn: LegalDate;
      readonly lead: PersonNamed;
      readonly unitRepresentative: PersonNamed;
      readonly reservation: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly number: string | null;
      readonly signedOn: LegalDate;
      readonly lead: PersonNamed;
      readonly unitRepresentative: PersonNamed;
      readonly reason: string;
      readonly witness: PersonNamed;
    };

export type InspectionEvents = LongPathEvents & {
  InspectionOrdered: {
    /** Number of the decision (quyết định). */
    readonly number: string;
    readonly signedOn: LegalDate;
    readonly basis: string;
    /** Selects deadlines, documents and roles: thanh tra, kiểm tra chuyên ngành, kiểm tra nội bộ, tự kiểm tra. */
    readonly regime: Regime;
    readonly type: InspectionType;
    /** What the regime's profile of that day asks for. */
    readonly procedure: Procedure;
    /** thời kỳ kiểm tra; null where the check is of the present state. */
    readonly inspectedPeriod: { readonly from: LegalDate; readonly to: LegalDate } | null;
    /** The last day of fieldwork, where the decision sets one. */
    readonly fieldworkUntil: LegalDate | null;
    /** The inspection whose conclusion is inspected again. */
    readonly reinspectionOf: Uuid | null;
    readonly programmeItem: ProgrammeItem | null;
    readonly unit: UnitSnapshot;
    readonly orderedBy: { readonly body: UnitSnapshot; readonly person: PersonNamed };
    readonly checklist: ChecklistUsed;
    readonly team: readonly TeamMember[];
  };
  UnannouncedInspectionStarted: Start;
  /** With the start of fieldwork, where there is any. */
  EarlierRecommendationsLoaded: { readonly recommendations: readonly EarlierRecommendation[] };
  EarlierRecommendationChecked: EarlierChecked & { readonly recommendationId: Uuid; readonly number: string };
  /** Not carried out, and for a reason no finding: the former one may still be followed up. */
  EarlierProposalDismissed: {
    readonly recommendationId: Uuid;
    readonly number: string;
    readonly reason: string;
    readonly dismissedBy: PersonId;
  };
  ChecklistItemAnswered: { readonly itemCode: string; readonly answeredBy: PersonId } & Omit<
    Extract<Answer, { status: 'answered' }>,
    'status'
  >;
  ChecklistItemMarkedNotApplicable: {
    readonly itemCode: string;
    readonly reason: string;
    readonly answeredBy: PersonId;
  };
  ChecklistAnswerCorrected: {
    readonly itemCode: string;
    readonly previous: Answer;
    readonly corrected: Answer;
    readonly reason: string;
    readonly answeredBy: PersonId;
  };
  EvidenceCaptured: {
    readonly itemCode: string;
    readonly evidence: readonly Evidence[];
    readonly capturedBy: PersonId;
  };
  FindingRecorded: FindingFacts;
  FindingCorrectedOnSite: {
    readonly findingId: Uuid;
    readonly note: string;
    readonly before: readonly Evidence[];
    readonly after: readonly Evidence[];
    readonly recordedBy: PersonId;
  };
  FindingDiscarded: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly severity: Severity;
    /** So that whoever counts corrections can take this one back. */
    readonly isCorrectedOnSite: boolean;
    readonly reason: string;
    readonly discardedBy: PersonId;
  };
  SampleDrawn: Sample;
  ContributionLedgerImported: ImportedLedger;
  BudgetFiguresRecorded: BudgetFigures;
  ProposedFindingDismissed: { readonly itemCode: string; readonly reason: string; readonly dismissedBy: PersonId };
  FieldworkSuspended: { readonly reason: string };
  FieldworkResumed: { readonly resumedBy: PersonId };
  FieldworkEnded: { readonly score: Score };
  MinutesSigned: Extract<Minutes, { kind: 'signed' | 'signed-with-reservation' }> & { readonly kind: 'signed' };
  MinutesSignedWithReservation: Extract<Minutes, { kind: 'signed' | 'signed-with-reservation' }> & {
    readonly kind: 'signed-with-reservation';
  };
  MinutesSignatureRefused: Extract<Minutes, { kind: 'refused' }>;
  InspectionCancelled: { readonly reason: string };
  FollowUpStarted: { readonly recommendationId: Uuid; readonly findingIds: readonly Uuid[] };
  RecommendationSettled: { readonly recommendationId: Uuid; readonly outcome: Settlement };
  InspectionClosed: { readonly reason: 'nothing-to-remedy' | 'all-recommendations-settled' };
};

export type Settlement = 'implemented' | 'not-implemented';

type By = { readonly by: Actor };

export type InspectionCommands = LongPathCommands & {
  OrderInspection: InspectionEvents['InspectionOrdered'] & By;
  StartInspection: By & {
    /** The legal day of the device's clock, for a start is recorded when the network is there again. */
    readonly on: LegalDate;
    readonly place: string | null;
    /** Earlier recommendations at this unit that the derived item answers by. */
    readonly earlier: {
      readonly total: number;
      readonly implemented: number;
      /** Every open one and the recently settled ones: what the team goes back to. */
      readonly recommendations: readonly EarlierRecommendation[];
    };
    /** Id for the finding that a failed derived item records. */
    readonly findingId: Uuid;
  };
  CheckEarlierRecommendation: By & Omit<EarlierChecked, 'checkedBy'> & { readonly recommendationId: Uuid };
  DismissEarlierProposal: By & { readonly recommendationId: Uuid; readonly reason: string };
  AnswerItem: By & {
    readonly itemCode: string;
    readonly value: AnswerValue;
    readonly note: string | null;
    readonly evidence: readonly Evidence[];
    /** Given when the inspector records the finding with the answer; a failed critical item records one in any case. */
    readonly finding: FindingWords | null;
    readonly findingId: Uuid;
  };
  MarkItemNotApplicable: By & { readonly itemCode: string; readonly reason: string };
  CorrectAnswer: By & {
    readonly itemCode: string;
    /** Null turns the answer into "not applicable" for the same reason. */
    readonly value: AnswerValue | null;
    readonly note: string | null;
    readonly evidence: readonly Evidence[];
    readonly reason: string;
    readonly findingId: Uuid;
  };
  CaptureEvidence: By & { readonly itemCode: string; readonly evidence: readonly Evidence[] };
  RecordFinding: By &
    FindingWords & {
      readonly findingId: Uuid;
      readonly itemCode: string | null;
      /** Null takes the item's own. Required outside the checklist. */
      readonly severity: Severity | null;
      readonly criteria: string | null;
      readonly evidence: readonly Evidence[];
      /** The earlier recommendation it comes from, whose check failed. */
      readonly earlierRecommendationId: Uuid | null;
    };
  CorrectFindingOnSite: By & {
    readonly findingId: Uuid;
    readonly note: string;
    readonly before: readonly Evidence[];
    readonly after: readonly Evidence[];
  };
  DiscardFinding: By & { readonly findingId: Uuid; readonly reason: string };
  DrawSample: By & {
    readonly sampleId: Uuid;
    readonly itemCode: string;
    readonly name: string;
    /** One line each, in the order they were listed. */
    readonly members: readonly string[];
    /** Of the members as `Population` tells it. */
    readonly sha256: string;
    readonly seed: string;
    readonly size: number;
  };
  ImportContributionLedger: By & {
    readonly ledgerId: Uuid;
    readonly file: Evidence;
    readonly rows: readonly LedgerRow[];
    readonly asOf: LegalDate;
    readonly bankTotal: number | null;
  };
  RecordBudgetFigures: By & { readonly period: string; readonly lines: readonly BudgetLine[] };
  DismissProposedFinding: By & { readonly itemCode: string; readonly reason: string };
  SuspendFieldwork: By & { readonly reason: string };
  ResumeFieldwork: By;
  EndFieldwork: By;
  SignMinutes: By & {
    readonly number: string | null;
    readonly signedOn: LegalDate;
    readonly leadTitle: string;
    readonly unitRepresentative: PersonNamed;
    readonly reservation: string | null;
  };
  RecordMinutesRefusal: By & {
    readonly number: string | null;
    readonly signedOn: LegalDate;
    readonly leadTitle: string;
    readonly unitRepresentative: PersonNamed;
    readonly reason: string;
    readonly witness: PersonNamed;
  };
  CancelInspection: By & { readonly reason: string };
  NoteRecommendationIssued: By & { readonly recommendationId: Uuid; readonly findingIds: readonly Uuid[] };
  NoteRecommendationSettled: By & { readonly recommendationId: Uuid; readonly outcome: Settlement };
  CloseInspection: By;
};

export interface Finding extends FindingFacts, FindingCourse {
  readonly correctedOnSite: {
    readonly note: string;
    readonly before: readonly Evidence[];
    readonly after: readonly Evidence[];
  } | null;
  readonly discarded: { readonly reason: string } | null;
}

/** What was loaded, how it was found, and why its failure makes no finding. */
export interface EarlierInFile extends EarlierRecommendation {
  readonly check: EarlierChecked | null;
  /** Lapses when the check turns. */
  readonly dismissedFor: string | null;
}

/** Everything the file of an inspection holds, whatever its status. */
export interface InspectionFile extends LongPathFile {
  readonly order: InspectionEvents['InspectionOrdered'];
  /** As it stands after replacements. */
  readonly team: readonly TeamMember[];
  readonly isStarted: boolean;
  /** Null before, and where it was started before the day was kept. */
  readonly startedOn: LegalDate | null;
  readonly place: string | null;
  readonly earlier: readonly EarlierInFile[];
  readonly answers: Readonly<Record<string, Answer>>;
  /** By item: why its failure has no finding. Lapses when a correction turns the answer. */
  readonly dismissed: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
  /** Oldest first. */
  readonly samples: readonly Sample[];
  /** The last one imported; null before. */
  readonly ledger: ImportedLedger | null;
  /** The last ones recorded; null before. */
  readonly budgetFigures: BudgetFigures | null;
  readonly score: Score | null;
  readonly suspendedFor: string | null;
  readonly cancelledFor: string | null;
  readonly minutes: Minutes | null;
  readonly recommendations: readonly {
    readonly id: Uuid;
    readonly findingIds: readonly Uuid[];
    readonly outcome: Settlement | null;
  }[];
}

export const inspectionStatuses = [
  'ordered',
  'announced',
  'in-fieldwork',
  'suspended',
  'fieldwork-ended',
  'minutes-signed',
  'minutes-refused',
  'report-submitted',
  'conclusion-drafting',
  'conclusion-drafted',
  'awaiting-response',
  'response-received',
  'appraisal-returned',
  'conclusion-appraised',
  'referred-to-superior',
  'conclusion-issued',
  'conclusion-published',
  'implementation-directed',
  'under-follow-up',
  'closed',
  'cancelled',
] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

/**
 * One file for every status: what a status may hold is decided by the commands, and a file that is suspended, ended or
 * signed keeps everything it held before.
 */
export type InspectionState =
  | { readonly status: 'absent' }
  | { readonly status: InspectionStatus; readonly file: InspectionFile };
