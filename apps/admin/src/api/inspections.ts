import type {
  AnswerProposal,
  ChecklistEdition,
  CommandName,
  EvidenceKind,
  InspectionFile,
  InspectionListRow,
  InspectionStage,
  InspectionStatus,
  RecommendationBoardRow,
  Role,
  Score,
  SelfCheckComparison,
  UnitRegisterRow,
} from '@soat/domain';

/** GET /inspections. */
export type InspectionRow = Omit<InspectionListRow, 'told' | 'isDraftSent' | 'isAppraised'>;

/** GET /inspections/:id. */
export interface InspectionShown {
  readonly id: string;
  readonly length: number;
  readonly status: InspectionStatus;
  readonly file: InspectionFile;
  /** Counts so far; final once fieldwork has ended. */
  readonly score: Score;
  /** Codes of failed items with neither a finding nor a reason for none. */
  readonly proposed: readonly string[];
  /** What the long path waits for, and by when. */
  readonly nextStage: { readonly stage: InspectionStage; readonly dueOn: string } | null;
  /** Answers that an imported ledger or recorded figures propose. */
  readonly answerProposals: readonly AnswerProposal[];
  readonly moments: {
    readonly orderedAt: string;
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly minutesAt: string | null;
  };
  readonly names: Readonly<Record<string, string>>;
  readonly mayAsk: readonly CommandName[];
}

interface SelfCheckSide {
  readonly id: string;
  readonly number: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** GET /inspections/:id/self-check-comparison; null where there is nothing to compare. */
export interface SelfCheckShown {
  readonly selfCheck: SelfCheckSide;
  readonly inspection: SelfCheckSide;
  readonly comparison: SelfCheckComparison;
}

/** GET /checklists and /checklists/:kind/:edition. */
export type ChecklistShown = ChecklistEdition;

/** GET /recommendations. */
export type RecommendationRow = RecommendationBoardRow & {
  readonly isOverdue: boolean;
  /** Negative once the due date has passed. */
  readonly workingDaysLeft: number;
};

/** GET /units. */
export type UnitRow = UnitRegisterRow;

/** GET /inspectors. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly unitId: string | null;
}

/** A file declared by its digest. */
export interface EvidenceBody {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
  readonly kind: EvidenceKind;
}
