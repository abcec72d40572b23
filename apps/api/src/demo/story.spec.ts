import { describe, expect, it } from '@jest/globals';
import {
  decide,
  fold,
  type Message,
  type RecommendationCommands,
  type RecommendationState,
  recommendation,
  recommendationStatuses,
} from '@soat/domain';
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
      'ImportContributionLedger',
      'RecordBudgetFigures',
      'DrawSample',
      'CheckEarlierRecommendation',
    ])
      expect(types).toContain(type);
    expect(steps.filter((step) => step.command.type === 'OrderInspection')).toHaveLength(25);
  });

  it('has checks of each of the three kinds, done and under way', () => {
    const kinds = steps.flatMap(({ command }) =>
      command.type === 'OrderInspection' ? [command.data.checklist.kind] : [],
    );
    const counted = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(['one-stop-spot-check', 'budget-disclosure-check', 'contributions-audit'].map(counted)).toEqual([19, 3, 3]);
    expect(
      new Set(steps.flatMap(({ command }) => (command.type === 'AnswerItem' ? [command.data.value.kind] : []))),
    ).toEqual(new Set(['yesNo', 'number', 'ratio', 'money', 'reconciliation', 'date']));
  });

  it('adopts the plan of every year, and orders every check by one of its lines', () => {
    const adopted = steps.flatMap(({ id, command }) => (command.type === 'AdoptProgramme' ? [[id, command.data]] : []));
    expect(adopted.map(([, data]) => (typeof data === 'object' ? data.items.length : 0))).toEqual([9, 9, 9, 9]);
    const ids = adopted.map(([id]) => id);
    const links = steps.flatMap(({ command }) =>
      command.type === 'OrderInspection' ? [command.data.programmeItem?.link ?? null] : [],
    );
    const linked = links.filter((link) => link !== null);
    expect([links.length, linked.length]).toEqual([25, 19]);
    for (const { programmeId } of linked) expect(ids).toContain(programmeId);
  });

  it('tells of every command and every status a recommendation can have', () => {
    const asked = steps.filter(({ category }) => category === 'recommendation');
    const types = new Set(asked.map(({ command }) => command.type));
    // Only another edition of the calendar asks for this one, and there is one edition.
    const missing = Object.keys(recommendation.decide).filter((type) => !types.has(type as never));
    expect(missing).toEqual(['RecomputeDeadline']);

    const states = new Map<string, RecommendationState>();
    const reached = new Set<string>();
    for (const { id, command } of asked) {
      const before = states.get(id) ?? recommendation.initial;
      const message = command as Message<RecommendationCommands>;
      const after = fold(recommendation, decide(recommendation, before, message), before);
      states.set(id, after);
      reached.add(after.status);
    }
    expect([...reached].sort()).toEqual([...recommendationStatuses].sort());
    // And nearly every one of them can be looked at today.
    const today = new Set([...states.values()].map(({ status }) => status));
    expect(recommendationStatuses.filter((status) => !today.has(status))).toEqual([]);
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
