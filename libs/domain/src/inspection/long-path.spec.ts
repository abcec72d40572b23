import { describe, expect, it } from '@jest/globals';
import { decide, fold, type Message } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import { longPathAt, longPathCommands, shortPathCommands } from '../testing/long-path-histories.js';
import { type InspectionCommands, inspectionStatuses } from './facts.js';
import { inspection } from './inspection.js';

const commands: { readonly [T in keyof InspectionCommands]: InspectionCommands[T] } = {
  ...shortPathCommands,
  ...longPathCommands,
};

/**
 * What comes of each command, asked by the right person, at each status of the long path: the events, `nothing` for a
 * repeat, or the refusal; `else` wherever no status is named. A command without a line does not compile.
 */
const outcomes: Readonly<Record<keyof InspectionCommands, Readonly<Record<string, string>>>> = {
  CheckEarlierRecommendation: { else: 'inspection.not-in-fieldwork', 'inspection.earlier-unknown': 'in-fieldwork' },
  DismissEarlierProposal: { else: 'inspection.not-in-fieldwork', 'inspection.earlier-unknown': 'in-fieldwork' },
  DrawSample: { else: 'inspection.not-in-fieldwork', SampleDrawn: 'in-fieldwork' },
  ImportContributionLedger: {
    else: 'inspection.not-in-fieldwork',
    'inspection.paper-of-other-checklist': 'in-fieldwork',
  },
  RecordBudgetFigures: { else: 'inspection.not-in-fieldwork', 'inspection.paper-of-other-checklist': 'in-fieldwork' },
  OrderInspection: { else: 'inspection.already-ordered' },
  StartInspection: {
    else: 'inspection.not-startable',
    'inspection.not-announced': 'ordered',
    'FieldworkStarted + ChecklistItemMarkedNotApplicable': 'announced',
    nothing: 'in-fieldwork',
  },
  AnswerItem: { else: 'inspection.not-in-fieldwork', 'inspection.item-already-answered': 'in-fieldwork' },
  MarkItemNotApplicable: { else: 'inspection.not-in-fieldwork', 'inspection.item-already-answered': 'in-fieldwork' },
  CorrectAnswer: { else: 'inspection.not-in-fieldwork', ChecklistAnswerCorrected: 'in-fieldwork' },
  CaptureEvidence: { else: 'inspection.not-in-fieldwork', EvidenceCaptured: 'in-fieldwork' },
  RecordFinding: { else: 'inspection.not-in-fieldwork', FindingRecorded: 'in-fieldwork' },
  CorrectFindingOnSite: { else: 'inspection.not-in-fieldwork', FindingCorrectedOnSite: 'in-fieldwork' },
  DiscardFinding: { else: 'inspection.not-in-fieldwork', FindingDiscarded: 'in-fieldwork' },
  DismissProposedFinding: { else: 'inspection.not-in-fieldwork', 'inspection.nothing-proposed': 'in-fieldwork' },
  SuspendFieldwork: { else: 'inspection.not-in-fieldwork', FieldworkSuspended: 'in-fieldwork', nothing: 'suspended' },
  ResumeFieldwork: { else: 'inspection.not-suspended', nothing: 'in-fieldwork', FieldworkResumed: 'suspended' },
  EndFieldwork: { else: 'inspection.not-in-fieldwork', FieldworkEnded: 'in-fieldwork', nothing: 'fieldwork-ended' },
  SignMinutes: {
    else: 'inspection.minutes-are-final',
    'inspection.fieldwork-not-ended': 'ordered announced in-fieldwork suspended cancelled',
    MinutesSigned: 'fieldwork-ended',
  },
  RecordMinutesRefusal: {
    else: 'inspection.minutes-are-final',
    'inspection.fieldwork-not-ended': 'ordered announced in-fieldwork suspended cancelled',
    MinutesSignatureRefused: 'fieldwork-ended',
  },
  CancelInspection: {
    else: 'inspection.minutes-are-final',
    InspectionCancelled: 'ordered announced in-fieldwork suspended fieldwork-ended',
    nothing: 'cancelled',
  },
  NoteRecommendationIssued: {
    else: 'inspection.minutes-not-final',
    FollowUpStarted: 'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  NoteRecommendationSettled: {
    else: 'inspection.recommendation-unknown',
    RecommendationSettled: 'under-follow-up',
    nothing: 'closed',
  },
  CloseInspection: {
    else: 'inspection.not-closable',
    'inspection.stages-missing': 'conclusion-issued conclusion-published implementation-directed under-follow-up',
    nothing: 'closed',
  },
  ReplaceTeamMember: {
    else: 'TeamMemberReplaced',
    'inspection.not-at-this-stage':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed cancelled',
  },
  DeclareConflictOfInterest: {
    else: 'ConflictOfInterestDeclared',
    'inspection.not-at-this-stage':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed cancelled',
  },
  AnnounceInspection: { else: 'nothing', InspectionAnnounced: 'ordered' },
  ExtendFieldwork: { else: 'inspection.not-in-fieldwork', FieldworkExtended: 'in-fieldwork suspended' },
  RecordPositiveFinding: { else: 'inspection.not-in-fieldwork', PositiveFindingRecorded: 'in-fieldwork' },
  ConfirmFinding: {
    else: 'nothing',
    'inspection.findings-not-open': 'ordered announced suspended cancelled',
    FindingConfirmed: 'in-fieldwork',
  },
  AcceptFinding: {
    else: 'inspection.finding-not-communicated',
    'inspection.finding-unknown': 'ordered announced cancelled',
    FindingAccepted: 'awaiting-response response-received appraisal-returned conclusion-appraised referred-to-superior',
    'inspection.findings-not-open':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  DisputeFinding: {
    else: 'inspection.finding-not-communicated',
    'inspection.finding-unknown': 'ordered announced cancelled',
    FindingDisputed: 'awaiting-response response-received appraisal-returned conclusion-appraised referred-to-superior',
    'inspection.findings-not-open':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  AcceptDispute: {
    else: 'inspection.finding-not-communicated',
    'inspection.finding-unknown': 'ordered announced cancelled',
    'inspection.nothing-disputed':
      'awaiting-response response-received appraisal-returned conclusion-appraised referred-to-superior',
    'inspection.findings-not-open':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  RejectDispute: {
    else: 'inspection.finding-not-communicated',
    'inspection.finding-unknown': 'ordered announced cancelled',
    'inspection.nothing-disputed':
      'awaiting-response response-received appraisal-returned conclusion-appraised referred-to-superior',
    'inspection.findings-not-open':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  AmendFinding: {
    else: 'FindingAmended',
    'inspection.findings-not-open':
      'ordered announced in-fieldwork suspended conclusion-issued conclusion-published implementation-directed under-follow-up closed cancelled',
  },
  WithdrawFinding: {
    else: 'FindingWithdrawn',
    'inspection.findings-not-open':
      'ordered announced in-fieldwork suspended conclusion-issued conclusion-published implementation-directed under-follow-up closed cancelled',
  },
  RaiseFindingSeverity: {
    else: 'FindingSeverityRaised',
    'inspection.findings-not-open':
      'ordered announced suspended conclusion-issued conclusion-published implementation-directed under-follow-up closed cancelled',
  },
  IdentifyRecurrences: {
    else: 'RecurrenceIdentified',
    'inspection.findings-not-open':
      'ordered announced suspended conclusion-issued conclusion-published implementation-directed under-follow-up closed cancelled',
  },
  SubmitReport: {
    else: 'nothing',
    'inspection.not-at-this-stage': 'ordered announced in-fieldwork suspended fieldwork-ended cancelled',
    InspectionReportSubmitted: 'minutes-signed minutes-refused',
  },
  ReserveDissent: {
    else: 'DissentingOpinionReserved',
    'inspection.not-at-this-stage':
      'ordered announced in-fieldwork suspended fieldwork-ended minutes-signed minutes-refused closed cancelled',
  },
  OrderConclusionDrafting: {
    else: 'nothing',
    'inspection.not-at-this-stage':
      'ordered announced in-fieldwork suspended fieldwork-ended minutes-signed minutes-refused cancelled',
    ConclusionDraftingOrdered: 'report-submitted',
  },
  DraftConclusion: {
    else: 'nothing',
    'inspection.not-at-this-stage':
      'ordered announced in-fieldwork suspended fieldwork-ended minutes-signed minutes-refused report-submitted cancelled',
    ConclusionDrafted: 'conclusion-drafting',
  },
  SendDraftForResponse: {
    else: 'inspection.not-at-this-stage',
    'DraftSentForResponse + FindingCommunicated': 'conclusion-drafted',
    nothing: 'awaiting-response',
    DraftSentForResponse: 'conclusion-appraised',
  },
  RespondToDraft: {
    else: 'inspection.no-reply-window',
    UnitResponseReceived: 'awaiting-response',
    nothing:
      'response-received appraisal-returned conclusion-appraised referred-to-superior conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  WaiveResponse: { else: 'inspection.no-reply-window', UnitResponseWaived: 'awaiting-response' },
  NoteResponseLapsed: { else: 'inspection.no-reply-window', ResponseDeadlineLapsed: 'awaiting-response' },
  AssessResponse: {
    else: 'inspection.not-at-this-stage',
    ResponseAssessed: 'response-received',
    nothing:
      'appraisal-returned conclusion-appraised referred-to-superior conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  AppraiseDraft: {
    else: 'inspection.not-at-this-stage',
    DraftConclusionAppraised: 'conclusion-drafted',
    nothing:
      'conclusion-appraised referred-to-superior conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  ReturnDraft: {
    else: 'inspection.not-at-this-stage',
    AppraisalReturned: 'conclusion-drafted',
    nothing: 'appraisal-returned',
  },
  ReferToSuperior: {
    else: 'inspection.not-at-this-stage',
    ConclusionReferredToSuperior: 'conclusion-drafted conclusion-appraised',
    nothing: 'referred-to-superior',
  },
  RecordSuperiorOpinion: { else: 'inspection.not-at-this-stage', SuperiorOpinionReceived: 'referred-to-superior' },
  IssueConclusion: {
    else: 'inspection.no-draft',
    'inspection.unit-not-heard': 'conclusion-drafted',
    'inspection.reply-window-open': 'awaiting-response',
    'inspection.response-points-unassessed': 'response-received',
    'inspection.draft-not-appraised': 'appraisal-returned',
    ConclusionIssued: 'conclusion-appraised',
    'inspection.superior-opinion-awaited': 'referred-to-superior',
    nothing: 'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  RectifyConclusion: {
    else: 'inspection.not-concluded',
    ConclusionRectified: 'conclusion-issued conclusion-published implementation-directed under-follow-up',
    'inspection.not-at-this-stage': 'closed',
  },
  PrepareRedaction: {
    else: 'inspection.not-concluded',
    RedactionPrepared: 'conclusion-issued',
    nothing: 'conclusion-published implementation-directed under-follow-up closed',
  },
  PublishConclusion: {
    else: 'inspection.not-concluded',
    'inspection.redaction-missing': 'conclusion-issued',
    nothing: 'conclusion-published implementation-directed under-follow-up closed',
  },
  AttachPublicationProof: {
    else: 'inspection.not-concluded',
    'inspection.not-published': 'conclusion-issued',
    PublicationProofAttached: 'conclusion-published implementation-directed under-follow-up',
    nothing: 'closed',
  },
  EndPublication: {
    else: 'inspection.not-concluded',
    'inspection.not-published': 'conclusion-issued',
    'inspection.publication-unproven': 'conclusion-published implementation-directed under-follow-up',
    nothing: 'closed',
  },
  DirectImplementation: {
    else: 'inspection.not-concluded',
    ImplementationDirected: 'conclusion-issued conclusion-published',
    nothing: 'implementation-directed under-follow-up closed',
  },
  LodgeComplaint: {
    else: 'inspection.not-concluded',
    ComplaintLodged: 'conclusion-issued conclusion-published implementation-directed under-follow-up',
    'inspection.not-at-this-stage': 'closed',
  },
  ResolveComplaint: {
    else: 'inspection.not-concluded',
    'inspection.complaint-unknown':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  OrderReinspection: {
    else: 'inspection.not-concluded',
    ReinspectionOrdered: 'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  ConcludeReinspection: {
    else: 'inspection.not-concluded',
    'inspection.reinspection-unknown':
      'conclusion-issued conclusion-published implementation-directed under-follow-up closed',
  },
  ReferToInvestigation: {
    else: 'CaseReferredToInvestigation',
    'inspection.not-at-this-stage': 'ordered announced cancelled',
  },
};

function outcomeOf(
  history: (typeof longPathAt)[keyof typeof longPathAt],
  command: Message<InspectionCommands>,
): string {
  try {
    const events = decide(inspection, fold(inspection, history), command);
    return events.length === 0 ? 'nothing' : events.map((event) => event.type).join(' + ');
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return error.code;
  }
}

const statuses = Object.keys(longPathAt) as (keyof typeof longPathAt)[];

describe('the long path', () => {
  it('has a history for each status there is', () => {
    expect([...statuses].sort()).toEqual([...inspectionStatuses].sort());
    for (const status of statuses) expect(fold(inspection, longPathAt[status]).status).toBe(status);
  });

  it.each(Object.keys(outcomes) as (keyof InspectionCommands)[])('%s does what it says at each status', (type) => {
    const { else: otherwise, ...named } = outcomes[type];
    const command = { type, data: commands[type] } as Message<InspectionCommands>;
    for (const status of statuses) {
      const expected = Object.entries(named).find(([, at]) => at.split(' ').includes(status))?.[0] ?? otherwise;
      expect([status, outcomeOf(longPathAt[status], command)]).toEqual([status, expected]);
    }
  });

  it('would notice a status that is named for nothing', () => {
    for (const { else: _, ...named } of Object.values(outcomes))
      for (const at of Object.values(named))
        expect(at.split(' ').filter((status) => !statuses.some((known) => known === status))).toEqual([]);
  });
});
