import { describe, expect, it } from '@jest/globals';
import { storyOf } from './story.js';

const now = '2026-11-20T03:00:00.000Z';
const steps = storyOf(2023, now);

describe('the demo story', () => {
  it('is the same for the same seed and instant, and another for another seed', () => {
    expect(storyOf(2023, now)).toEqual(steps);
    expect(storyOf(2024, now)).not.toEqual(steps);
  });

  it('runs in time and never past now', () => {
    const times = steps.map((step) => step.at);
    expect([...times].sort()).toEqual(times);
    expect(times.at(-1)).toBeDefined();
    expect(times.every((at) => at <= now)).toBe(true);
  });

  it('tells of every way a check can end', () => {
    const types = new Set(steps.map((step) => step.command.type));
    for (const type of [
      'CancelInspection',
      'SignMinutes',
      'RecordMinutesRefusal',
      'CorrectFindingOnSite',
      'DismissProposedFinding',
      'ReturnProof',
      'VerifyRemediation',
      'CloseRecommendation',
      'DeclareNotImplemented',
      'ReportObstacle',
    ])
      expect(types).toContain(type);
    expect(steps.filter((step) => step.command.type === 'OrderInspection')).toHaveLength(19);
  });

  it('tells of the whole long path', () => {
    const types = new Set(steps.map((step) => step.command.type));
    for (const type of [
      'DeclareConflictOfInterest',
      'ReplaceTeamMember',
      'AnnounceInspection',
      'ExtendFieldwork',
      'RecordPositiveFinding',
      'ConfirmFinding',
      'AcceptFinding',
      'DisputeFinding',
      'AcceptDispute',
      'RejectDispute',
      'SubmitReport',
      'ReserveDissent',
      'OrderConclusionDrafting',
      'DraftConclusion',
      'SendDraftForResponse',
      'RespondToDraft',
      'NoteResponseLapsed',
      'AssessResponse',
      'AppraiseDraft',
      'ReturnDraft',
      'ReferToSuperior',
      'RecordSuperiorOpinion',
      'IssueConclusion',
      'RectifyConclusion',
      'PrepareRedaction',
      'PublishConclusion',
      'AttachPublicationProof',
      'EndPublication',
      'DirectImplementation',
      'LodgeComplaint',
      'ResolveComplaint',
      'OrderReinspection',
      'ConcludeReinspection',
    ])
      expect(types).toContain(type);
  });

  it('holds together on any day of the year, weekends and Tết included', () => {
    for (const day of ['2026-02-16', '2026-02-18', '2026-08-22', '2026-11-21', '2026-11-22', '2027-01-01'])
      expect(() => storyOf(7, `${day}T01:30:00.000Z`)).not.toThrow();
  });
});
