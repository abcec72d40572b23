import type { Actor } from '../access/person.js';
import type { Deadline } from '../calendar/deadline-rule.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Severity, Text } from '../checklists/checklist.js';
import type { Evidence } from '../evidence/evidence.js';
import type { LegalDate, PersonId, UnitId, Uuid } from '../kernel/recorded.js';
import type { UnitSnapshot } from '../unit/unit.js';
import type { LadderAudience, LadderStep } from './ladder-profile.js';

export const recommendationKinds = ['collect-money', 'correct-document', 'discipline', 'change-rule', 'other'] as const;
export type RecommendationKind = (typeof recommendationKinds)[number];

/** Kiểm toán nhà nước, Thanh tra tỉnh, Thanh tra Chính phủ, cơ quan khác. */
export const externalIssuers = ['state-audit', 'provincial-inspectorate', 'government-inspectorate', 'other'] as const;
export type ExternalIssuer = (typeof externalIssuers)[number];

/** nhắc nhở, hạ mức thi đua, điều chuyển vị trí công tác, kỷ luật, chuyển cơ quan có thẩm quyền. */
export const sanctionKinds = ['reminder', 'emulation-downgrade', 'transfer', 'discipline', 'referral'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** Why the clock stands still: the content is being inspected again, or a superior's opinion is awaited (ND 33/2015). */
export const suspensionCauses = ['re-inspection', 'superior-opinion'] as const;
export type SuspensionCause = (typeof suspensionCauses)[number];

/** What it answers, as it stood in the final document. */
export interface AnsweredFinding {
  readonly findingId: Uuid;
  readonly number: string;
  readonly itemCode: string | null;
  readonly severity: Severity;
  readonly criteria: Text;
  readonly condition: string;
  readonly place: string | null;
  readonly evidence: readonly Evidence[];
  readonly recordedBy: PersonId;
}

/** A document by its number and date. */
export interface DocumentReference {
  readonly number: string;
  readonly signedOn: LegalDate;
}

/** The inspection a recommendation comes from; `finalDocument` is null while there is none. */
export interface RecommendationSource {
  readonly inspectionId: Uuid;
  readonly inspectionNumber: string;
  /** The team that inspected; it may see what came of its findings. */
  readonly teamIds: readonly PersonId[];
  readonly finalDocument: {
    readonly kind: 'minutes' | 'conclusion';
    readonly number: string | null;
    readonly signedOn: LegalDate;
  } | null;
}

/** The document of another body that recommends; its file is declared like any evidence. */
export interface ExternalSource {
  readonly issuer: ExternalIssuer;
  readonly issuerName: string;
  readonly title: string;
  readonly document: DocumentReference;
  readonly evidence: readonly Evidence[];
}

/** chủ trì, phối hợp, thực hiện: three roles with different duties. */
export interface ResponsibleBodies {
  readonly lead: UnitSnapshot;
  readonly coordinating: readonly UnitSnapshot[];
  readonly implementing: readonly UnitSnapshot[];
}

export interface RemediationPlan {
  readonly steps: string;
  readonly responsible: string;
  readonly plannedOn: LegalDate;
  readonly cause: string | null;
}

export interface Proof {
  /** From 1: which submission this is. */
  readonly round: number;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  readonly submittedOn: LegalDate;
  readonly by: PersonId;
}

export interface ReturnReason {
  /** The verification point that is not met; null for a reason beside the points. */
  readonly point: string | null;
  readonly reason: string;
}

/** Money that came in, in whole đồng. */
export interface Recovery {
  /** From 1 đồng. */
  readonly amount: number;
  readonly recoveredOn: LegalDate;
  /** Of the treasury or bank: giấy nộp tiền, ủy nhiệm chi. */
  readonly document: string;
  readonly evidence: readonly Evidence[];
}

/** What both an inspection and an external body ask for. */
interface Asked {
  /** `KN-131/2026-02`, or the number the external document gives. */
  readonly number: string;
  readonly kind: RecommendationKind;
  readonly text: string;
  readonly unit: UnitSnapshot;
  readonly bodies: ResponsibleBodies;
  /** What the proof must show, all of it, for the remedy to be verified. */
  readonly verificationPoints: readonly string[];
  readonly deadline: Deadline;
  /** In đồng; null where no money is to be paid back. */
  readonly amountToRecover: number | null;
}

export type RecommendationEvents = {
  RecommendationIssued: Asked & {
    readonly source: RecommendationSource & {
      readonly finalDocument: NonNullable<RecommendationSource['finalDocument']>;
    };
    readonly findings: readonly AnsweredFinding[];
    readonly issuedBy: PersonId;
  };
  /** A recommendation of the state audit or an inspectorate, entered with its document. */
  ExternalRecommendationEntered: Asked & {
    readonly source: ExternalSource;
    readonly severity: Severity;
    readonly enteredBy: PersonId;
  };
  RecommendationReassigned: {
    readonly previous: ResponsibleBodies;
    readonly bodies: ResponsibleBodies;
    readonly reason: string;
    /** The handover minutes, or the decision. */
    readonly document: DocumentReference;
    readonly by: PersonId;
  };
  RemediationPlanSubmitted: RemediationPlan & { readonly by: PersonId };
  RemediationPlanApproved: { readonly note: string | null; readonly by: PersonId };
  RemediationPlanReturned: { readonly reason: string; readonly by: PersonId };
  RemediationProgressReported: { readonly percent: number; readonly note: string; readonly by: PersonId };
  RemediationObstacleReported: { readonly note: string; readonly by: PersonId };
  AmountRecovered: Recovery & {
    /** With this one. */
    readonly total: number;
    readonly amountToRecover: number;
    readonly by: PersonId;
  };
  RemediationReportedComplete: Proof;
  RemediationVerificationFailed: {
    readonly round: number;
    readonly reasons: readonly ReturnReason[];
    readonly by: PersonId;
  };
  /** Some points are met for good; the others are named with what is missing. */
  RemediationPartlyVerified: {
    readonly round: number;
    /** Met by this proof. */
    readonly points: readonly string[];
    readonly unmet: readonly { readonly point: string; readonly reason: string }[];
    readonly by: PersonId;
  };
  RemediationVerified: {
    readonly round: number;
    readonly points: readonly string[];
    readonly note: string | null;
    /** Whether the verified proof was submitted by the due date in force. */
    readonly isOnTime: boolean;
    /** ... and by the original due date. */
    readonly isOnTimeOriginally: boolean;
    readonly by: PersonId;
  };
  EffectivenessConfirmed: { readonly note: string; readonly on: LegalDate; readonly by: PersonId };
  /** The remedy did not last: it is the unit's to do again. */
  EffectivenessNotConfirmed: {
    readonly reason: string;
    readonly on: LegalDate;
    /** The verification that no longer counts. */
    readonly withdrawn: { readonly isOnTime: boolean; readonly isOnTimeOriginally: boolean };
    readonly by: PersonId;
  };
  RecommendationClosed: {
    readonly outcome: 'implemented';
    /** Null for an external one. */
    readonly inspectionId: Uuid | null;
    readonly by: PersonId;
  };
  RecommendationDeclaredNotImplemented: {
    readonly reason: string;
    readonly inspectionId: Uuid | null;
    readonly by: PersonId;
  };
  SanctionProposed: SanctionProposal & { readonly by: PersonId };
  SanctionDecided: SanctionDecision & { readonly by: PersonId };

  DeadlineExtensionRequested: {
    readonly dueOn: LegalDate;
    readonly reason: string;
    readonly askedOn: LegalDate;
    /** In force when it was asked. */
    readonly currentDueOn: LegalDate;
    readonly by: PersonId;
  };
  DeadlineExtended: {
    readonly previousDueOn: LegalDate;
    readonly deadline: Deadline;
    readonly note: string;
    readonly askedBy: PersonId;
    readonly by: PersonId;
  };
  DeadlineExtensionRefused: { readonly dueOn: LegalDate; readonly note: string; readonly by: PersonId };
  RecommendationSuspended: {
    readonly cause: SuspensionCause;
    readonly document: DocumentReference;
    readonly note: string;
    readonly suspendedOn: LegalDate;
    readonly by: PersonId;
  };
  RecommendationResumed: {
    readonly note: string;
    readonly suspendedOn: LegalDate;
    readonly resumedOn: LegalDate;
    readonly previousDueOn: LegalDate;
    readonly deadline: Deadline;
    readonly by: PersonId;
  };
  /** Another edition of the calendar moved the due date. */
  DeadlineRecomputed: {
    readonly previousDueOn: LegalDate;
    readonly previousEdition: number;
    readonly deadline: Deadline;
    readonly recomputedOn: LegalDate;
  };

  RecommendationBecameOverdue: { readonly dueOn: LegalDate; readonly on: LegalDate };
  ReminderSent: TakenStep & { readonly channel: 'in-app'; readonly to: readonly Recipient[] };
  RecommendationEscalated: TakenStep & {
    readonly level: NonNullable<LadderStep['escalateTo']>;
    readonly to: readonly Recipient[];
  };
};

export interface SanctionProposal {
  readonly kind: SanctionKind;
  /** Whom it is proposed against: a body or an office, not a private person. */
  readonly against: string;
  readonly reason: string;
}

export interface SanctionDecision {
  readonly isImposed: boolean;
  /** As decided, which may be another than was proposed; null when none is imposed. */
  readonly kind: SanctionKind | null;
  readonly document: DocumentReference;
  readonly note: string;
}

/** A step of the ladder that was taken. */
export interface TakenStep {
  /** Of the ladder. */
  readonly profile: string;
  /** `T+5`. */
  readonly step: string;
  readonly workingDays: number;
  readonly dueOn: LegalDate;
  /** The day the ladder names for it; it is taken later when nobody was there. */
  readonly plannedOn: LegalDate;
  readonly takenOn: LegalDate;
}

export interface Recipient {
  readonly role: LadderAudience;
  readonly unitId: UnitId | null;
  readonly name: string;
}

type By = { readonly by: Actor };
/** `on`: the legal day of the server's clock, which is what deadlines count by. */
type On = { readonly on: LegalDate };
/** The calendar dates are counted with; the event keeps its edition. */
type Counted = { readonly calendar: WorkingCalendar };

export type RecommendationCommands = {
  IssueRecommendation: By &
    Asked & { readonly source: RecommendationSource; readonly findings: readonly AnsweredFinding[] };
  EnterExternalRecommendation: By & On & Asked & { readonly source: ExternalSource; readonly severity: Severity };
  ReassignRecommendation: By & {
    readonly bodies: ResponsibleBodies;
    readonly reason: string;
    readonly document: DocumentReference;
  };
  SubmitRemediationPlan: By & RemediationPlan;
  ApprovePlan: By & { readonly note: string | null };
  ReturnPlan: By & { readonly reason: string };
  ReportProgress: By & { readonly percent: number; readonly note: string };
  ReportObstacle: By & { readonly note: string };
  RecordRecovery: By & On & Recovery;
  ReportRemediationComplete: By & On & { readonly note: string; readonly evidence: readonly Evidence[] };
  ReturnProof: By & { readonly reasons: readonly ReturnReason[] };
  VerifyPartly: By & {
    readonly metPoints: readonly string[];
    readonly unmet: readonly { readonly point: string; readonly reason: string }[];
  };
  VerifyRemediation: By & { readonly metPoints: readonly string[]; readonly note: string | null };
  ConfirmEffectiveness: By & On & { readonly note: string };
  DenyEffectiveness: By & On & { readonly reason: string };
  CloseRecommendation: By;
  DeclareNotImplemented: By & On & { readonly reason: string };
  ProposeSanction: By & SanctionProposal;
  DecideSanction: By & SanctionDecision;

  RequestExtension: By & On & Counted & { readonly dueOn: LegalDate; readonly reason: string };
  /** `dueOn`: an earlier day than was asked for; null grants what was asked. */
  GrantExtension: By & Counted & { readonly dueOn: LegalDate | null; readonly note: string };
  RefuseExtension: By & { readonly note: string };
  SuspendRecommendation: By &
    On & { readonly cause: SuspensionCause; readonly document: DocumentReference; readonly note: string };
  ResumeRecommendation: By & On & Counted & { readonly note: string };
  RecomputeDeadline: By & On & Counted;

  NoteOverdue: By & On & { readonly dueOn: LegalDate };
  TakeLadderStep: By &
    On & {
      readonly profile: string;
      readonly step: LadderStep;
      /** The due date the step belongs to. */
      readonly dueOn: LegalDate;
      readonly plannedOn: LegalDate;
    };
};

/** As it was issued or entered, whichever way it came. */
export interface Order extends Asked {
  /** The highest of its findings, or what was entered. */
  readonly severity: Severity;
  readonly source: {
    /** Null for an external one. */
    readonly inspectionId: Uuid | null;
    readonly inspectionNumber: string | null;
    readonly teamIds: readonly PersonId[];
    readonly finalDocument: {
      readonly kind: 'minutes' | 'conclusion' | 'external';
      readonly number: string | null;
      readonly signedOn: LegalDate;
    };
    readonly external: ExternalSource | null;
  };
  readonly findings: readonly AnsweredFinding[];
  readonly issuedBy: PersonId;
}

/** A request to move the due date, and what was said to it. */
export interface ExtensionRequest {
  readonly dueOn: LegalDate;
  /** In force when it was asked. */
  readonly currentDueOn: LegalDate;
  readonly reason: string;
  readonly askedOn: LegalDate;
  readonly askedBy: PersonId;
  /** Lapsed: the recommendation went to other bodies, or was proved and verified, before anybody decided. */
  readonly outcome: 'asked' | 'granted' | 'refused' | 'lapsed';
  readonly note: string | null;
  readonly decidedBy: PersonId | null;
  /** The day that was granted. */
  readonly grantedOn: LegalDate | null;
}

export interface Suspension {
  readonly cause: SuspensionCause;
  readonly document: DocumentReference;
  readonly note: string;
  readonly suspendedOn: LegalDate;
  /** Null while the clock stands still. */
  readonly resumedOn: LegalDate | null;
}

/** An entry of the ladder log. */
export type LadderEntry =
  | { readonly kind: 'overdue'; readonly dueOn: LegalDate; readonly takenOn: LegalDate }
  | (TakenStep & { readonly kind: 'reminder' | 'escalation'; readonly to: readonly Recipient[] });

export interface Issued {
  readonly order: Order;
  /** Who answers for it now. */
  readonly bodies: ResponsibleBodies;
  readonly isReassigned: boolean;
  /** In force; `order.deadline` is the one it began with. */
  readonly deadline: Deadline;
  readonly plan: RemediationPlan | null;
  /** Null before anyone judged the plan that stands. */
  readonly planReview: { readonly isApproved: boolean; readonly note: string | null; readonly by: PersonId } | null;
  readonly progress: { readonly percent: number; readonly note: string } | null;
  readonly obstacle: string | null;
  readonly recoveries: readonly Recovery[];
  readonly proofs: readonly Proof[];
  readonly returns: readonly RecommendationEvents['RemediationVerificationFailed'][];
  /** Verified for good by an earlier proof. */
  readonly metPoints: readonly string[];
  /** The last word on what is missing after a partial verification; empty when there is none. */
  readonly missing: readonly { readonly point: string; readonly reason: string }[];
  /** The verification that counts. */
  readonly verification: RecommendationEvents['RemediationVerified'] | null;
  readonly effectiveness: { readonly isConfirmed: boolean; readonly note: string; readonly by: PersonId } | null;
  readonly extensions: readonly ExtensionRequest[];
  readonly suspensions: readonly Suspension[];
  /** Oldest first. */
  readonly ladder: readonly LadderEntry[];
  readonly notImplementedFor: string | null;
  readonly sanction: (SanctionProposal & { readonly by: PersonId; readonly decision: SanctionDecision | null }) | null;
  /** Everyone who planned, reported or proved: none of them may verify. */
  readonly fixers: readonly PersonId[];
}

/** While the unit works on it. */
export type WorkingStatus =
  | 'issued'
  | 'planned'
  | 'plan-returned'
  | 'plan-approved'
  | 'in-progress'
  | 'returned'
  | 'partly-implemented';

export type SettledStatus = 'implemented' | 'not-implemented' | 'sanction-proposed' | 'sanction-decided';

export type RecommendationState =
  | { readonly status: 'absent' }
  | (Issued & { readonly status: WorkingStatus })
  | (Issued & { readonly status: 'awaiting-verification'; readonly proof: Proof })
  | (Issued & { readonly status: 'suspended'; readonly held: WorkingStatus | 'awaiting-verification' })
  | (Issued & { readonly status: 'verified' | 'effective'; readonly verifiedBy: PersonId })
  | (Issued & { readonly status: SettledStatus });

export type Known = Exclude<RecommendationState, { status: 'absent' }>;

export type RecommendationStatus = Known['status'];

export const workingStatuses = [
  'issued',
  'planned',
  'plan-returned',
  'plan-approved',
  'in-progress',
  'returned',
  'partly-implemented',
] as const satisfies readonly WorkingStatus[];

export const settledStatuses = [
  'implemented',
  'not-implemented',
  'sanction-proposed',
  'sanction-decided',
] as const satisfies readonly SettledStatus[];

export const recommendationStatuses = [
  ...workingStatuses,
  'awaiting-verification',
  'suspended',
  'verified',
  'effective',
  ...settledStatuses,
] as const satisfies readonly RecommendationStatus[];
