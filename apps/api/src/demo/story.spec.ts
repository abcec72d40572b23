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
      'ImportContributionLedger',
      'RecordBudgetFigures',
      'DrawSample',
    ])
      expect(types).toContain(type);
    expect(steps.filter((step) => step.command.type === 'OrderInspection')).toHaveLength(22);
  });

  it('has checks of each of the three kinds, done and under way', () => {
    const kinds = steps.flatMap(({ command }) =>
      command.type === 'OrderInspection' ? [command.data.checklist.kind] : [],
    );
    const counted = (kind: string) => kinds.filter((one) => one === kind).length;
    expect(['one-stop-spot-check', 'budget-disclosure-check', 'contributions-audit'].map(counted)).toEqual([16, 3, 3]);
    expect(
      new Set(steps.flatMap(({ command }) => (command.type === 'AnswerItem' ? [command.data.value.kind] : []))),
    ).toEqual(new Set(['yesNo', 'number', 'ratio', 'money', 'reconciliation', 'date']));
  });

  it('holds together on any day of the year, weekends and Tết included', () => {
    for (const day of ['2026-02-16', '2026-02-18', '2026-08-22', '2026-11-21', '2026-11-22', '2027-01-01'])
      expect(() => storyOf(7, `${day}T01:30:00.000Z`)).not.toThrow();
  });
});
