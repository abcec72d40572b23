import type { Actor } from '../access/person.js';
import type { Severity } from '../checklists/checklist.js';
import type { Evidence } from '../evidence/evidence.js';
import type { LegalDate, PersonId, Uuid } from '../kernel/recorded.js';
import type { UnitSnapshot } from '../unit/unit.js';
import type { FindingWords, PersonNamed, Start, TeamMember } from './shapes.js';
import type { PublicationChannelKind } from './regimes.js';

/** A paper with a number and a day, as the register has it. */
export interface NumberedDocument {
  readonly number: string;
  readonly signedOn: LegalDate;
}

/** biên bản công bố quyết định, or a notice by wire. */
export interface Announcement {
  readonly announcedOn: LegalDate;
  readonly form: 'meeting' | 'remote';
  readonly place: string | null;
  readonly unitRepresentative: PersonNamed;
}

export interface Extension extends NumberedDocument {
  readonly previousUntil: LegalDate;
  readonly until: LegalDate;
  readonly reason: string;
}

/** ND 43/2023 names the cases in which somebody may not be on the team; the words for them are ours. */
export const conflictRelations = ['kinship', 'interest', 'former-work', 'other'] as const;
export type ConflictRelation = (typeof conflictRelations)[number];

export interface Report extends NumberedDocument {
  readonly summary: string;
  readonly submittedBy: PersonId;
}

/** ý kiến bảo lưu: attached to what it is about, also when overruled. */
export interface Dissent {
  readonly about: 'report' | 'conclusion';
  readonly opinion: string;
  readonly evidence: readonly Evidence[];
  readonly reservedBy: PersonId;
}

export interface Draft {
  /** From 1. */
  readonly version: number;
  readonly draftedOn: LegalDate;
  readonly text: string;
  readonly draftedBy: PersonId;
}

/** One point of what the unit says on the draft: `YK-01`. */
export interface ResponsePoint {
  readonly number: string;
  /** Null for a point about no single finding. */
  readonly findingId: Uuid | null;
  readonly text: string;
}

export const assessmentOutcomes = ['accepted', 'partly', 'rejected'] as const;
export type AssessmentOutcome = (typeof assessmentOutcomes)[number];

export interface PointAssessment {
  readonly number: string;
  readonly outcome: AssessmentOutcome;
  readonly reason: string;
}

/** The unit's right to be heard on a draft, from the sending to the last point assessed. */
export interface Hearing {
  readonly version: number;
  readonly sentOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly outcome: 'open' | 'responded' | 'lapsed' | 'waived';
  readonly points: readonly ResponsePoint[];
  readonly evidence: readonly Evidence[];
  readonly respondedBy: PersonId | null;
  readonly assessment: readonly PointAssessment[];
}

export interface Appraisal {
  readonly version: number;
  readonly outcome: 'appraised' | 'returned';
  readonly opinion: string;
  readonly by: PersonId;
}

export interface Referral {
  readonly superior: UnitSnapshot;
  readonly question: string;
  readonly referredOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly opinion: {
    readonly receivedOn: LegalDate;
    readonly outcome: 'no-objection' | 'comments';
    readonly text: string;
  } | null;
}

export interface Conclusion extends NumberedDocument {
  readonly version: number;
  readonly text: string;
  readonly signer: PersonNamed;
  readonly findingIds: readonly Uuid[];
  /** Reserved opinions attached to it. */
  readonly dissents: readonly Dissent[];
  readonly issuedBy: PersonId;
}

/** Typing errors only (đính chính): where, what stood there, what is read instead. */
export interface TypingError {
  readonly where: string;
  readonly was: string;
  readonly now: string;
}

export interface Rectification extends NumberedDocument {
  readonly corrections: readonly TypingError[];
}

export interface PublicationChannel {
  readonly kind: PublicationChannelKind;
  /** Address of the page, the station, the board. */
  readonly where: string;
}

export interface Publication {
  readonly channels: readonly PublicationChannel[];
  readonly from: LegalDate;
  readonly until: LegalDate;
  /** The redacted text that was published, and the two who stand for it. */
  readonly redacted: Evidence;
  readonly redactedBy: PersonId;
  readonly publishedBy: PersonId;
  readonly proofs: readonly { readonly kind: PublicationChannelKind; readonly evidence: readonly Evidence[] }[];
  readonly endedOn: LegalDate | null;
}

export interface Directive extends NumberedDocument {
  readonly text: string;
  readonly reportOn: LegalDate;
}

export const complaintOutcomes = ['upheld', 'partly-upheld', 'dismissed'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

export interface Complaint {
  readonly complaintId: Uuid;
  readonly lodgedOn: LegalDate;
  readonly complainant: string;
  readonly text: string;
  readonly lodgedBy: PersonId;
  readonly resolution: (NumberedDocument & { readonly outcome: ComplaintOutcome; readonly text: string }) | null;
}

/** Grounds of a re-inspection (domain.md 3.2, R): procedure, law, evidence, falsification, signs missed. */
export const reinspectionGrounds = [
  'procedure-breached',
  'law-misapplied',
  'evidence-contradicts',
  'falsified',
  'signs-missed',
] as const;
export type ReinspectionGround = (typeof reinspectionGrounds)[number];

export const reinspectionOutcomes = ['upheld', 'partly-replaced', 'replaced'] as const;
export type ReinspectionOutcome = (typeof reinspectionOutcomes)[number];

export interface Reinspection extends NumberedDocument {
  readonly reinspectionId: Uuid;
  readonly orderedBy: UnitSnapshot;
  readonly ground: ReinspectionGround;
  readonly outcome: (NumberedDocument & { readonly outcome: ReinspectionOutcome }) | null;
}

export interface Investigation extends NumberedDocument {
  readonly agency: string;
  readonly reason: string;
}

/** ưu điểm: what was found good, and is told as well. */
export interface Strength {
  readonly strengthId: Uuid;
  /** `UD-01`. */
  readonly number: string;
  readonly itemCode: string | null;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly recordedBy: PersonId;
}

/** What of a finding may be amended; its item and its recorder stay. */
export interface FindingWording extends FindingWords {
  readonly severity: Severity;
}

export const recurrenceKinds = ['repeat', 'persisting', 'inherited'] as const;
export type RecurrenceKind = (typeof recurrenceKinds)[number];

/** The earlier finding that came again. */
export interface EarlierFindingNamed {
  readonly inspectionId: Uuid;
  readonly inspectionNumber: string;
  readonly findingId: Uuid;
  readonly number: string;
}

export type LongPathEvents = {
  TeamMemberReplaced: NumberedDocument & {
    readonly leaving: TeamMember;
    readonly joining: TeamMember;
    readonly reason: string;
  };
  ConflictOfInterestDeclared: {
    readonly personId: PersonId;
    readonly name: string;
    readonly relation: ConflictRelation;
    readonly note: string;
  };
  InspectionAnnounced: Announcement;
  FieldworkStarted: Start;
  FieldworkExtended: Extension;
  PositiveFindingRecorded: Strength;
  FindingConfirmed: { readonly findingId: Uuid; readonly number: string; readonly confirmedBy: PersonId };
  FindingCommunicated: { readonly findingId: Uuid; readonly number: string; readonly communicatedOn: LegalDate };
  FindingAccepted: { readonly findingId: Uuid; readonly number: string; readonly acceptedBy: PersonId };
  FindingDisputed: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly reason: string;
    readonly evidence: readonly Evidence[];
    readonly disputedBy: PersonId;
  };
  /** The unit was right: `FindingAmended` or `FindingWithdrawn` follows at once. */
  DisputeAccepted: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly outcome: 'amended' | 'withdrawn';
    readonly reason: string;
    readonly decidedBy: PersonId;
  };
  DisputeRejected: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly reason: string;
    readonly decidedBy: PersonId;
  };
  FindingAmended: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly previous: FindingWording;
    readonly amended: FindingWording;
    readonly reason: string;
    readonly amendedBy: PersonId;
  };
  FindingWithdrawn: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly severity: Severity;
    /** So that whoever counts corrections can take this one back. */
    readonly isCorrectedOnSite: boolean;
    readonly reason: string;
    readonly withdrawnBy: PersonId;
  };
  FindingSeverityRaised: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly previous: Severity;
    readonly severity: Severity;
    readonly reason: string;
    readonly raisedBy: PersonId;
  };
  RecurrenceIdentified: {
    readonly findingId: Uuid;
    readonly number: string;
    readonly kind: RecurrenceKind;
    readonly earlier: EarlierFindingNamed;
  };
  InspectionReportSubmitted: Report;
  DissentingOpinionReserved: Dissent;
  ConclusionDraftingOrdered: { readonly orderedOn: LegalDate; readonly dueOn: LegalDate; readonly orderedBy: PersonId };
  ConclusionDrafted: Draft;
  DraftSentForResponse: {
    readonly version: number;
    readonly sentOn: LegalDate;
    readonly dueOn: LegalDate;
    readonly sentBy: PersonId;
  };
  UnitResponseReceived: {
    readonly receivedOn: LegalDate;
    readonly points: readonly ResponsePoint[];
    readonly evidence: readonly Evidence[];
    readonly respondedBy: PersonId;
  };
  /** The unit says it has nothing to say: the window closes early. */
  UnitResponseWaived: { readonly waivedOn: LegalDate; readonly waivedBy: PersonId };
  ResponseDeadlineLapsed: { readonly dueOn: LegalDate; readonly notedOn: LegalDate };
  ResponseAssessed: { readonly points: readonly PointAssessment[]; readonly assessedBy: PersonId };
  DraftConclusionAppraised: { readonly version: number; readonly opinion: string; readonly by: PersonId };
  AppraisalReturned: { readonly version: number; readonly opinion: string; readonly by: PersonId };
  ConclusionReferredToSuperior: Omit<Referral, 'opinion'>;
  SuperiorOpinionReceived: NonNullable<Referral['opinion']>;
  ConclusionIssued: Conclusion;
  ConclusionRectified: Rectification;
  RedactionPrepared: { readonly redacted: Evidence; readonly redactedBy: PersonId };
  ConclusionPublished: Omit<Publication, 'proofs' | 'endedOn'>;
  PublicationProofAttached: Publication['proofs'][number];
  PublicationEnded: { readonly endedOn: LegalDate };
  ImplementationDirected: Directive;
  ComplaintLodged: Omit<Complaint, 'resolution'>;
  ComplaintResolved: NonNullable<Complaint['resolution']> & { readonly complaintId: Uuid };
  ReinspectionOrdered: Omit<Reinspection, 'outcome'>;
  ReinspectionConcluded: NonNullable<Reinspection['outcome']> & { readonly reinspectionId: Uuid };
  CaseReferredToInvestigation: Investigation;
};

type By = { readonly by: Actor };

export type LongPathCommands = {
  ReplaceTeamMember: By &
    NumberedDocument & { readonly leavingId: PersonId; readonly joining: TeamMember; readonly reason: string };
  DeclareConflictOfInterest: By & { readonly relation: ConflictRelation; readonly note: string };
  AnnounceInspection: By & Announcement;
  ExtendFieldwork: By & NumberedDocument & { readonly until: LegalDate; readonly reason: string };
  RecordPositiveFinding: By & Omit<Strength, 'number' | 'recordedBy'>;
  ConfirmFinding: By & { readonly findingId: Uuid };
  AcceptFinding: By & { readonly findingId: Uuid };
  DisputeFinding: By & { readonly findingId: Uuid; readonly reason: string; readonly evidence: readonly Evidence[] };
  /** Without an amendment the finding is withdrawn. */
  AcceptDispute: By & { readonly findingId: Uuid; readonly reason: string; readonly amended: FindingWording | null };
  RejectDispute: By & { readonly findingId: Uuid; readonly reason: string };
  AmendFinding: By & { readonly findingId: Uuid; readonly amended: FindingWording; readonly reason: string };
  WithdrawFinding: By & { readonly findingId: Uuid; readonly reason: string };
  RaiseFindingSeverity: By & { readonly findingId: Uuid; readonly severity: Severity; readonly reason: string };
  /** `found`: what the unit's earlier findings say of this inspection's, as `recurrencesOf` tells it. */
  IdentifyRecurrences: By & {
    readonly found: readonly {
      readonly findingId: Uuid;
      readonly kind: RecurrenceKind;
      readonly earlier: EarlierFindingNamed;
    }[];
  };
  SubmitReport: By & NumberedDocument & { readonly summary: string };
  ReserveDissent: By & { readonly opinion: string; readonly evidence: readonly Evidence[] };
  OrderConclusionDrafting: By & { readonly orderedOn: LegalDate; readonly dueOn: LegalDate };
  DraftConclusion: By & { readonly draftedOn: LegalDate; readonly text: string };
  SendDraftForResponse: By & { readonly sentOn: LegalDate; readonly dueOn: LegalDate };
  /** `on`: the legal day of the server's clock, here and below. */
  RespondToDraft: By & {
    readonly on: LegalDate;
    readonly points: readonly Omit<ResponsePoint, 'number'>[];
    readonly evidence: readonly Evidence[];
  };
  WaiveResponse: By & { readonly on: LegalDate };
  NoteResponseLapsed: By & { readonly on: LegalDate };
  AssessResponse: By & { readonly points: readonly PointAssessment[] };
  AppraiseDraft: By & { readonly opinion: string };
  ReturnDraft: By & { readonly opinion: string };
  ReferToSuperior: By & Omit<Referral, 'opinion'>;
  RecordSuperiorOpinion: By & NonNullable<Referral['opinion']>;
  IssueConclusion: By & NumberedDocument & { readonly signerTitle: string };
  RectifyConclusion: By & Rectification;
  PrepareRedaction: By & { readonly redacted: Evidence };
  PublishConclusion: By & {
    readonly channels: readonly PublicationChannel[];
    readonly from: LegalDate;
    readonly until: LegalDate;
  };
  AttachPublicationProof: By & Publication['proofs'][number];
  EndPublication: By & { readonly on: LegalDate };
  DirectImplementation: By & Directive;
  LodgeComplaint: By & Omit<Complaint, 'resolution' | 'lodgedBy'>;
  ResolveComplaint: By & NonNullable<Complaint['resolution']> & { readonly complaintId: Uuid };
  OrderReinspection: By & Omit<Reinspection, 'outcome'>;
  ConcludeReinspection: By & NonNullable<Reinspection['outcome']> & { readonly reinspectionId: Uuid };
  ReferToInvestigation: By & Investigation;
};

/** What the long path adds to the file of an inspection. */
export interface LongPathFile {
  readonly conflicts: readonly LongPathEvents['ConflictOfInterestDeclared'][];
  readonly announcement: Announcement | null;
  readonly extensions: readonly Extension[];
  readonly strengths: readonly Strength[];
  readonly report: Report | null;
  readonly dissents: readonly Dissent[];
  readonly draftingOrder: LongPathEvents['ConclusionDraftingOrdered'] | null;
  readonly drafts: readonly Draft[];
  readonly hearings: readonly Hearing[];
  readonly appraisals: readonly Appraisal[];
  readonly referrals: readonly Referral[];
  readonly conclusion: Conclusion | null;
  readonly rectifications: readonly Rectification[];
  readonly redaction: LongPathEvents['RedactionPrepared'] | null;
  readonly publication: Publication | null;
  readonly directive: Directive | null;
  readonly complaints: readonly Complaint[];
  readonly reinspections: readonly Reinspection[];
  readonly investigations: readonly Investigation[];
}

/** What became of a finding after it was recorded. */
export interface FindingCourse {
  readonly confirmedBy: PersonId | null;
  readonly communicatedOn: LegalDate | null;
  readonly acceptedBy: PersonId | null;
  readonly dispute: {
    readonly reason: string;
    readonly evidence: readonly Evidence[];
    readonly disputedBy: PersonId;
    readonly decision: {
      readonly outcome: 'amended' | 'withdrawn' | 'rejected';
      readonly reason: string;
      readonly decidedBy: PersonId;
    } | null;
  } | null;
  /** As it stood before, oldest first. */
  readonly amendments: readonly { readonly previous: FindingWording; readonly reason: string }[];
  readonly withdrawn: { readonly reason: string } | null;
  readonly recurrence: { readonly kind: RecurrenceKind; readonly earlier: EarlierFindingNamed } | null;
}

export const untouchedCourse: FindingCourse = {
  confirmedBy: null,
  communicatedOn: null,
  acceptedBy: null,
  dispute: null,
  amendments: [],
  withdrawn: null,
  recurrence: null,
};

export const emptyLongPath: LongPathFile = {
  conflicts: [],
  announcement: null,
  extensions: [],
  strengths: [],
  report: null,
  dissents: [],
  draftingOrder: null,
  drafts: [],
  hearings: [],
  appraisals: [],
  referrals: [],
  conclusion: null,
  rectifications: [],
  redaction: null,
  publication: null,
  directive: null,
  complaints: [],
  reinspections: [],
  investigations: [],
};
