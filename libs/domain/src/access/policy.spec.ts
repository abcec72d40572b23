import { describe, expect, it } from '@jest/globals';
import { checklist } from '../checklists/authored.js';
import { inspection } from '../inspection/inspection.js';
import { integrityCheck } from '../integrity/integrity-check.js';
import { fold } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import { programme } from '../programme/programme.js';
import { recommendation } from '../recommendation/recommendation.js';
import { people, schoolId, wardId } from '../testing/fixtures.js';
import { type InspectionEvent, oneFoundSigned, ordered, started } from '../testing/inspection-histories.js';
import { issuedNow } from '../testing/recommendation-histories.js';
import { unit } from '../unit/unit.js';
import { type Actor, type Role, roles } from './person.js';
import {
  assertMayAsk,
  assertMayReadAccessLog,
  type CommandName,
  commandsOf,
  maySee,
  type Sight,
  sightedInspection,
  sightedRecommendation,
  sightOf,
} from './policy.js';

/** The letters stand for the roles; the matrix says who may ask for what, and a command without a line does not compile. */
const letters: Readonly<Record<Role, string>> = {
  inspector: 'I',
  'team-lead': 'T',
  'programme-officer': 'P',
  appraiser: 'A',
  'unit-officer': 'O',
  'unit-head': 'H',
  leadership: 'L',
  auditor: 'U',
  administrator: 'D',
  observer: 'B',
};

const matrix: Readonly<Record<CommandName, string>> = {
  //                          ITPAOHLUDB
  EstablishUnit: /*         */ '........D.',
  RenameUnit: /*            */ '........D.',
  AppointUnitHead: /*       */ '........D.',
  AdoptProgramme: /*        */ '..P...L...',
  AddProgrammeItem: /*      */ '..P...L...',
  AmendProgrammeItem: /*    */ '..P...L...',
  WithdrawProgrammeItem: /* */ '..P...L...',
  ChangePilotSites: /*      */ '..P...L...',
  DraftChecklist: /*        */ '..P...L.D.',
  ChangeChecklistHead: /*   */ '..P...L.D.',
  WriteChecklistItem: /*    */ '..P...L.D.',
  RemoveChecklistItem: /*   */ '..P...L.D.',
  PublishChecklist: /*      */ '..P...L.D.',
  DraftNextChecklistEdition: '..P...L.D.',
  WithdrawChecklist: /*     */ '..P...L.D.',
  OrderInspection: /*       */ '..P..HL...',
  StartInspection: /*       */ 'IT..OH....',
  CheckEarlierRecommendation: 'IT..OH....',
  DismissEarlierProposal: /**/ 'IT..OH....',
  AnswerItem: /*            */ 'IT..OH....',
  MarkItemNotApplicable: /* */ 'IT..OH....',
  CorrectAnswer: /*         */ 'IT..OH....',
  CaptureEvidence: /*       */ 'IT..OH....',
  DrawSample: /*            */ 'IT..OH....',
  ImportContributionLedger: 'IT..OH....',
  RecordBudgetFigures: /*   */ 'IT..OH....',
  RecordFinding: /*         */ 'IT..OH....',
  CorrectFindingOnSite: /*  */ 'IT..OH....',
  DiscardFinding: /*        */ 'IT..OH....',
  DismissProposedFinding: /**/ 'IT..OH....',
  SuspendFieldwork: /*      */ '.T..OH....',
  ResumeFieldwork: /*       */ '.T..OH....',
  EndFieldwork: /*          */ '.T..OH....',
  SignMinutes: /*           */ '.T..OH....',
  RecordMinutesRefusal: /*  */ '.T..OH....',
  CancelInspection: /*      */ '.TP.OHL...',
  CloseInspection: /*       */ '.T..OHL...',
  NoteRecommendationIssued: '..........',
  NoteRecommendationSettled: '..........',
  ReplaceTeamMember: '..P...L...',
  DeclareConflictOfInterest: 'IT........',
  AnnounceInspection: '.T........',
  ExtendFieldwork: '..P...L...',
  RecordPositiveFinding: 'IT..OH....',
  ConfirmFinding: 'IT....L...',
  AcceptFinding: '....OH....',
  DisputeFinding: '....OH....',
  AcceptDispute: 'IT....L...',
  RejectDispute: 'IT....L...',
  AmendFinding: '.T........',
  WithdrawFinding: '.T........',
  RaiseFindingSeverity: '.T........',
  IdentifyRecurrences: 'IT........',
  SubmitReport: '.T........',
  ReserveDissent: 'IT........',
  OrderConclusionDrafting: '......L...',
  DraftConclusion: '.T........',
  SendDraftForResponse: '.T....L...',
  RespondToDraft: '....OH....',
  WaiveResponse: '....OH....',
  NoteResponseLapsed: '.TP...L...',
  AssessResponse: '.T........',
  AppraiseDraft: '...A......',
  ReturnDraft: '...A......',
  ReferToSuperior: '......L...',
  RecordSuperiorOpinion: '..P...L...',
  IssueConclusion: '......L...',
  RectifyConclusion: '......L...',
  PrepareRedaction: '.TP.......',
  PublishConclusion: '..P...L...',
  AttachPublicationProof: '..P.......',
  EndPublication: '..P.......',
  DirectImplementation: '......L...',
  LodgeComplaint: '..P.OH....',
  ResolveComplaint: '......L...',
  OrderReinspection: '......L...',
  ConcludeReinspection: '......L...',
  ReferToInvestigation: '......L...',
  IssueRecommendation: /*   */ '.T....L...',
  EnterExternalRecommendation: '..P...L...',
  ReassignRecommendation: /**/ '......L...',
  SubmitRemediationPlan: /* */ '....OH....',
  ApprovePlan: /*           */ 'ITPA..L...',
  ReturnPlan: /*            */ 'ITPA..L...',
  ReportProgress: /*        */ '....OH....',
  ReportObstacle: /*        */ '....OH....',
  RecordRecovery: /*        */ '....OH....',
  ReportRemediationComplete: '....OH....',
  ReturnProof: /*           */ 'ITPA..L...',
  VerifyPartly: /*          */ 'ITPA..L...',
  VerifyRemediation: /*     */ 'ITPA..L...',
  ConfirmEffectiveness: /*  */ 'ITPA..L...',
  DenyEffectiveness: /*     */ 'ITPA..L...',
  CloseRecommendation: /*   */ '.T....L...',
  DeclareNotImplemented: /* */ '......L...',
  ProposeSanction: /*       */ '.TPA..L...',
  DecideSanction: /*        */ '......L...',
  RequestExtension: /*      */ '....OH....',
  GrantExtension: /*        */ '.TP...L...',
  RefuseExtension: /*       */ '.TP...L...',
  SuspendRecommendation: /* */ '......L...',
  ResumeRecommendation: /*  */ '......L...',
  RecomputeDeadline: /*     */ '..........',
  NoteOverdue: /*           */ '..........',
  TakeLadderStep: /*        */ '..........',
  RecordIntegrityCheck: /*  */ '..........',
};
const commands = Object.keys(matrix) as CommandName[];

function actor(role: Actor['role'], part: Partial<Actor> = {}): Actor {
  return { id: 'someone', name: 'Một người', role, unitId: null, ...part };
}

function codeOf(act: () => void): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    expect(error.kind).toBe('forbidden');
    return error.code;
  }
}

describe('who may ask for what', () => {
  it('is said of every command of every stream', () => {
    const all = [unit, programme, checklist, inspection, recommendation, integrityCheck].flatMap(({ decide }) =>
      Object.keys(decide),
    );
    expect([...commands].sort()).toEqual(all.sort());
  });

  it.each(commands)('%s', (command) => {
    const allowed = roles.map((role) =>
      codeOf(() => assertMayAsk(actor(role), command)) === null ? letters[role] : '.',
    );
    expect(allowed.join('')).toBe(matrix[command]);
  });

  it('says who asked for what when it turns them down', () => {
    expect(() => assertMayAsk(actor('observer'), 'SignMinutes')).toThrow(
      expect.objectContaining({
        kind: 'forbidden',
        code: 'access.role-may-not',
        facts: { role: 'observer', command: 'SignMinutes' },
      }),
    );
  });

  it.each(roles)('offers %s what it may ask for, and nothing else', (role) => {
    expect(commandsOf(role)).toEqual(commands.filter((command) => matrix[command].includes(letters[role])));
  });

  it('leaves the notes of the follow-up to the system, which may ask for anything', () => {
    for (const command of commands) expect(codeOf(() => assertMayAsk(people.system, command))).toBeNull();
    for (const command of ['NoteRecommendationIssued', 'NoteRecommendationSettled'] as const)
      for (const role of roles) expect(codeOf(() => assertMayAsk(actor(role), command))).toBe('access.role-may-not');
  });

  it('keeps the administrator and those who read out of every case', () => {
    const ofCases = [inspection, recommendation].flatMap(({ decide }) => Object.keys(decide));
    for (const role of ['administrator', 'auditor', 'observer'] as const)
      expect(commandsOf(role).filter((command) => ofCases.includes(command))).toEqual([]);
  });

  it('lets nobody both carry out and judge', () => {
    const fixing: readonly CommandName[] = ['SubmitRemediationPlan', 'ReportRemediationComplete'];
    const judging: readonly CommandName[] = ['ReturnProof', 'VerifyRemediation', 'CloseRecommendation'];
    for (const role of roles) {
      const mine = commandsOf(role);
      expect(mine.some((name) => fixing.includes(name)) && mine.some((name) => judging.includes(name))).toBe(false);
    }
  });
});

describe('who looked at what', () => {
  it('is for the auditor and for leadership', () => {
    const may = roles.filter((role) => codeOf(() => assertMayReadAccessLog(actor(role))) === null);
    expect(may).toEqual(['leadership', 'auditor']);
  });
});

describe('how far a person sees', () => {
  it.each<[Actor['role'], Sight]>([
    ['inspector', 'own-teams'],
    ['team-lead', 'own-teams'],
    ['programme-officer', 'everything'],
    ['appraiser', 'everything'],
    ['unit-officer', 'own-unit'],
    ['unit-head', 'own-unit'],
    ['leadership', 'everything'],
    ['auditor', 'everything'],
    ['administrator', 'nothing'],
    ['observer', 'nothing'],
    ['system', 'everything'],
  ])('%s: %s', (role, sight) => {
    expect(sightOf(actor(role))).toBe(sight);
  });

  const revealed = { unitIds: [wardId], teamIds: ['hai'], isRevealed: true };
  const hidden = { ...revealed, isRevealed: false };

  it('shows everything to those who answer for everything', () => {
    for (const role of ['programme-officer', 'appraiser', 'leadership', 'auditor', 'system'] as const)
      for (const what of [revealed, hidden, { unitIds: [], teamIds: [], isRevealed: false }])
        expect(maySee(actor(role), what)).toBe(true);
  });

  it('shows a team its own cases, before the start too', () => {
    for (const role of ['inspector', 'team-lead'] as const) {
      expect(maySee(actor(role, { id: 'hai' }), hidden)).toBe(true);
      expect(maySee(actor(role, { id: 'lan' }), revealed)).toBe(false);
      // Working in the inspected unit opens nothing to an inspector.
      expect(maySee(actor(role, { id: 'lan', unitId: wardId }), revealed)).toBe(false);
    }
  });

  it('shows a unit what is revealed, its own', () => {
    for (const role of ['unit-officer', 'unit-head'] as const) {
      expect(maySee(actor(role, { unitId: wardId }), revealed)).toBe(true);
      expect(maySee(actor(role, { unitId: wardId }), hidden)).toBe(false);
      expect(maySee(actor(role, { unitId: schoolId }), revealed)).toBe(false);
      expect(maySee(actor(role, { unitId: null }), revealed)).toBe(false);
      // Being on the team opens nothing to a person of the unit.
      expect(maySee(actor(role, { id: 'hai', unitId: wardId }), hidden)).toBe(false);
    }
  });

  it('shows nothing to the administrator and the observer', () => {
    for (const role of ['administrator', 'observer'] as const)
      expect(maySee(actor(role, { id: 'hai', unitId: wardId }), revealed)).toBe(false);
  });
});

describe('the sight of a case', () => {
  function sightedAfter(...events: readonly InspectionEvent[]) {
    const state = fold(inspection, events);
    if (state.status === 'absent') throw new Error('there is no file');
    return sightedInspection(state.file);
  }
  const head = actor('unit-head', { unitId: wardId });

  it('has nothing of an unannounced check for the unit before it starts', () => {
    expect(sightedAfter(ordered)).toEqual({
      unitIds: [wardId],
      teamIds: [people.lead.id, people.member.id],
      isRevealed: false,
    });
    for (const events of [[ordered], [ordered, { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } } as const]]) {
      expect(maySee(people.officer, sightedAfter(...events))).toBe(false);
      expect(maySee(head, sightedAfter(...events))).toBe(false);
      expect(maySee(people.member, sightedAfter(...events))).toBe(true);
    }
  });

  it('opens with the start and stays open', () => {
    for (const events of [
      [ordered, started],
      [ordered, started, { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } } as const],
      oneFoundSigned,
    ]) {
      expect(maySee(people.officer, sightedAfter(...events))).toBe(true);
      expect(maySee(people.teacher, sightedAfter(...events))).toBe(false);
      expect(maySee(people.stranger, sightedAfter(...events))).toBe(false);
    }
  });

  it('shows a recommendation to its unit, to those who carry it out and to the team that found it', () => {
    const state = fold(recommendation, [issuedNow]);
    if (state.status === 'absent') throw new Error('there is no recommendation');
    const sighted = sightedRecommendation(state);
    for (const who of [people.officer, people.teacher, head, people.lead, people.member, people.leader])
      expect(maySee(who, sighted)).toBe(true);
    for (const who of [people.stranger, actor('unit-officer', { unitId: 'elsewhere' }), actor('administrator')])
      expect(maySee(who, sighted)).toBe(false);
  });
});
