import type { ChecklistCommands } from '../checklists/authored.js';
import type { InspectionCommands, InspectionFile } from '../inspection/facts.js';
import type { IntegrityCheckCommands } from '../integrity/integrity-check.js';
import type { ProgrammeCommands } from '../programme/programme.js';
import type { Issued, RecommendationCommands } from '../recommendation/facts.js';
import { refusal } from '../refusals.js';
import type { UnitCommands } from '../unit/unit.js';
import { type Actor, type Role, systemRole } from './person.js';

export type CommandName =
  | keyof UnitCommands
  | keyof ProgrammeCommands
  | keyof ChecklistCommands
  | keyof InspectionCommands
  | keyof RecommendationCommands
  | keyof IntegrityCheckCommands;

const team: readonly Role[] = ['inspector', 'team-lead'];
const unitSide: readonly Role[] = ['unit-officer', 'unit-head'];
/** A self-check is done by the unit's own people: whoever is on the team is for the decider to say. */
const onSite: readonly Role[] = [...team, ...unitSide];
const leadOnSite: readonly Role[] = ['team-lead', ...unitSide];
const planners: readonly Role[] = ['programme-officer', 'leadership'];
const authors: readonly Role[] = ['programme-officer', 'leadership', 'administrator'];
const judges: readonly Role[] = ['team-lead', 'appraiser', 'programme-officer', 'inspector', 'leadership'];

/**
 * Which roles may ask for what. What depends on the case itself (on its team, its finder, its fixer, its unit) is judged
 * by the deciders, where no race can slip between the look and the write. An empty list is for the system's reactions.
 */
const mayAsk: Readonly<Record<CommandName, readonly Role[]>> = {
  EstablishUnit: ['administrator'],
  RenameUnit: ['administrator'],
  AppointUnitHead: ['administrator'],

  AdoptProgramme: planners,
  AddProgrammeItem: planners,
  AmendProgrammeItem: planners,
  WithdrawProgrammeItem: planners,
  ChangePilotSites: planners,

  DraftChecklist: authors,
  ChangeChecklistHead: authors,
  WriteChecklistItem: authors,
  RemoveChecklistItem: authors,
  PublishChecklist: authors,
  DraftNextChecklistEdition: authors,
  WithdrawChecklist: authors,

  OrderInspection: ['programme-officer', 'leadership', 'unit-head'],
  StartInspection: onSite,
  CheckEarlierRecommendation: onSite,
  DismissEarlierProposal: onSite,
  AnswerItem: onSite,
  MarkItemNotApplicable: onSite,
  CorrectAnswer: onSite,
  CaptureEvidence: onSite,
  DrawSample: onSite,
  ImportContributionLedger: onSite,
  RecordBudgetFigures: onSite,
  RecordFinding: onSite,
  CorrectFindingOnSite: onSite,
  DiscardFinding: onSite,
  DismissProposedFinding: onSite,
  SuspendFieldwork: leadOnSite,
  ResumeFieldwork: leadOnSite,
  EndFieldwork: leadOnSite,
  SignMinutes: leadOnSite,
  RecordMinutesRefusal: leadOnSite,
  CancelInspection: ['team-lead', 'programme-officer', 'leadership', ...unitSide],
  CloseInspection: ['team-lead', 'leadership', ...unitSide],
  NoteRecommendationIssued: [],
  NoteRecommendationSettled: [],

  ReplaceTeamMember: ['programme-officer', 'leadership'],
  DeclareConflictOfInterest: team,
  AnnounceInspection: ['team-lead'],
  ExtendFieldwork: ['programme-officer', 'leadership'],
  RecordPositiveFinding: onSite,
  ConfirmFinding: [...team, 'leadership'],
  AcceptFinding: unitSide,
  DisputeFinding: unitSide,
  AcceptDispute: [...team, 'leadership'],
  RejectDispute: [...team, 'leadership'],
  AmendFinding: ['team-lead'],
  WithdrawFinding: ['team-lead'],
  RaiseFindingSeverity: ['team-lead'],
  IdentifyRecurrences: team,
  SubmitReport: ['team-lead'],
  ReserveDissent: team,
  OrderConclusionDrafting: ['leadership'],
  DraftConclusion: ['team-lead'],
  SendDraftForResponse: ['team-lead', 'leadership'],
  RespondToDraft: unitSide,
  WaiveResponse: unitSide,
  NoteResponseLapsed: ['team-lead', 'programme-officer', 'leadership'],
  AssessResponse: ['team-lead'],
  AppraiseDraft: ['appraiser'],
  ReturnDraft: ['appraiser'],
  ReferToSuperior: ['leadership'],
  RecordSuperiorOpinion: ['programme-officer', 'leadership'],
  IssueConclusion: ['leadership'],
  RectifyConclusion: ['leadership'],
  PrepareRedaction: ['team-lead', 'programme-officer'],
  PublishConclusion: ['programme-officer', 'leadership'],
  AttachPublicationProof: ['programme-officer'],
  EndPublication: ['programme-officer'],
  DirectImplementation: ['leadership'],
  LodgeComplaint: [...unitSide, 'programme-officer'],
  ResolveComplaint: ['leadership'],
  OrderReinspection: ['leadership'],
  ConcludeReinspection: ['leadership'],
  ReferToInvestigation: ['leadership'],

  IssueRecommendation: ['team-lead', 'leadership'],
  EnterExternalRecommendation: ['programme-officer', 'leadership'],
  ReassignRecommendation: ['leadership'],
  SubmitRemediationPlan: unitSide,
  ApprovePlan: judges,
  ReturnPlan: judges,
  ReportProgress: unitSide,
  ReportObstacle: unitSide,
  RecordRecovery: unitSide,
  ReportRemediationComplete: unitSide,
  ReturnProof: judges,
  VerifyPartly: judges,
  VerifyRemediation: judges,
  ConfirmEffectiveness: judges,
  DenyEffectiveness: judges,
  CloseRecommendation: ['team-lead', 'leadership'],
  DeclareNotImplemented: ['leadership'],
  ProposeSanction: ['team-lead', 'appraiser', 'programme-officer', 'leadership'],
  DecideSanction: ['leadership'],
  RequestExtension: unitSide,
  GrantExtension: ['team-lead', 'programme-officer', 'leadership'],
  RefuseExtension: ['team-lead', 'programme-officer', 'leadership'],
  SuspendRecommendation: ['leadership'],
  ResumeRecommendation: ['leadership'],
  RecomputeDeadline: [],
  NoteOverdue: [],
  TakeLadderStep: [],

  RecordIntegrityCheck: [],
};

/** @throws Rejection forbidden when the role may not ask for this command at all. */
export function assertMayAsk(actor: Actor, command: CommandName): void {
  if (actor.role === systemRole) return;
  if (!mayAsk[command].includes(actor.role)) throw refusal('access.role-may-not', { role: actor.role, command });
}

/** The commands a role may ask for; screens offer no others. */
export function commandsOf(role: Role): readonly CommandName[] {
  return (Object.keys(mayAsk) as CommandName[]).filter((command) => mayAsk[command].includes(role));
}

/** Who looked at what is for those who answer for everything and decide on nobody's case day by day. */
const accessLogReaders: readonly Role[] = ['auditor', 'leadership'];

/** @throws Rejection forbidden */
export function assertMayReadAccessLog({ role }: Actor): void {
  if (!accessLogReaders.some((each) => each === role)) throw refusal('access.role-may-not', { role });
}

/** Whether the log and its views are what was recorded is no content of a case: the machine's keeper may know, too. */
export function maySeeIntegrity(actor: Actor): boolean {
  return sightOf(actor) === 'everything' || actor.role === 'administrator';
}

/** What a reader's sight is judged by; a subset of the read models' columns. */
export interface Sighted {
  /** The inspected unit, and the bodies that carry out a recommendation. */
  readonly unitIds: readonly string[];
  /** Team of the inspection behind it; empty where there is none. */
  readonly teamIds: readonly string[];
  /** Whether the unit may know: from the start of fieldwork (decision: the short path hides everything before it). */
  readonly isRevealed: boolean;
}

/** How far a person sees. `everything` reads all cases; `own-teams` the cases one is on; `own-unit` what is revealed to one's unit. */
export type Sight = 'everything' | 'own-teams' | 'own-unit' | 'nothing';

const sights: Readonly<Record<Role, Sight>> = {
  inspector: 'own-teams',
  'team-lead': 'own-teams',
  'programme-officer': 'everything',
  appraiser: 'everything',
  'unit-officer': 'own-unit',
  'unit-head': 'own-unit',
  leadership: 'everything',
  auditor: 'everything',
  administrator: 'nothing',
  observer: 'nothing',
};

export function sightOf(actor: Actor): Sight {
  return actor.role === systemRole ? 'everything' : sights[actor.role];
}

export function maySee(actor: Actor, what: Sighted): boolean {
  switch (sightOf(actor)) {
    case 'everything':
      return true;
    case 'own-teams':
      return what.teamIds.includes(actor.id);
    case 'own-unit':
      return what.isRevealed && actor.unitId !== null && what.unitIds.includes(actor.unitId);
    case 'nothing':
      return false;
  }
}

export function sightedInspection({ order, team, announcement, isStarted }: InspectionFile): Sighted {
  return {
    unitIds: [order.unit.id],
    teamIds: team.map((member) => member.personId),
    // What a unit orders of itself it knows from the start.
    isRevealed: isStarted || announcement !== null || order.procedure.teamFrom === 'own-unit',
  };
}

/** The inspected unit, and whoever carries it out now. */
export function sightedRecommendation({ order, bodies }: Issued): Sighted {
  return {
    unitIds: [order.unit.id, ...bodies.implementing.map((body) => body.id)],
    teamIds: order.source.teamIds,
    isRevealed: true,
  };
}
