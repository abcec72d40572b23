import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar as calendar } from '../calendar/vietnam-calendar.js';
import { addDays } from '../calendar/legal-day.js';
import { decide, fold } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import { deadline, people, recommendationId, recorded, school, streams, ward, office } from '../testing/fixtures.js';
import {
  awaiting,
  extensionAsked,
  issuedNow,
  proved,
  type RecommendationEvent,
  returned,
  sentBack,
  suspended,
} from '../testing/recommendation-histories.js';
import { rowOf } from '../testing/rows.js';
import { scenario } from '../testing/scenario.js';
import { ladderDay, ladderDue, ladderHorizon, recomputationDue } from './ladder.policy.js';
import { type LadderProfile, type LadderStep, ladderProfileOn, ladderProfiles } from './ladder-profile.js';
import { recommendation } from './recommendation.js';
import { recommendationBoard } from './recommendation-board.view.js';

const { given } = scenario(recommendation);
const dueOn = '2023-05-30';
const steps = ladderProfiles[0]?.steps ?? [];

function stepCalled(code: string): LadderStep {
  const step = steps.find((candidate) => candidate.code === code);
  if (!step) throw new Error(`no step ${code}`);
  return step;
}

function take(code: string, on: string, due = dueOn) {
  const step = stepCalled(code);
  const plannedOn = ladderDay(due, step, calendar);
  const data = { by: people.system, profile: 'internal-check-2021', step, dueOn: due, plannedOn, on };
  return { type: 'TakeLadderStep', data } as const;
}
const overdue = (on: string, due = dueOn) =>
  ({ type: 'NoteOverdue', data: { by: people.system, dueOn: due, on } }) as const;
const becameOverdue: RecommendationEvent = {
  type: 'RecommendationBecameOverdue',
  data: { dueOn, on: '2023-05-31' },
};
const implementing = [ward, school].map(({ id, name }) => ({ role: 'implementing' as const, unitId: id, name }));
const lead = { role: 'lead' as const, unitId: office.id, name: office.name };
function taken(code: string, takenOn: string, plannedOn = takenOn) {
  return {
    profile: 'internal-check-2021',
    step: code,
    workingDays: stepCalled(code).workingDays,
    dueOn,
    plannedOn,
    takenOn,
  };
}
const reminded: RecommendationEvent = {
  type: 'ReminderSent',
  data: { ...taken('T-5', '2023-05-23'), channel: 'in-app', to: implementing },
};
const extended: RecommendationEvent = {
  type: 'DeadlineExtended',
  data: {
    previousDueOn: dueOn,
    deadline: { ...deadline, dueOn: '2023-06-15' },
    note: 'Đồng ý',
    askedBy: people.officer.id,
    by: people.leader.id,
  },
};

describe('the ladder as data', () => {
  it('has the six steps in the order of their days, with their source', () => {
    for (const profile of ladderProfiles) {
      const days = profile.steps.map(({ workingDays }) => workingDays);
      expect(days).toEqual([...days].sort((one, other) => one - other));
      expect(new Set(profile.steps.map(({ code }) => code)).size).toBe(profile.steps.length);
      expect(profile.source).not.toBe('');
    }
    expect(steps.map(({ code }) => code)).toEqual(['T-5', 'T-2', 'T0', 'T+1', 'T+5', 'T+15']);
  });

  it('is the one in force on the day of issue, its first and last day included', () => {
    const [first] = ladderProfiles;
    if (!first) throw new Error('there is no ladder');
    const older: LadderProfile = { ...first, id: 'older', validTo: '2023-12-31' };
    const newer: LadderProfile = { ...first, id: 'newer', validFrom: '2024-01-01' };
    const on = (day: string) => ladderProfileOn(day, [older, newer])?.id ?? null;
    expect(['2020-12-31', '2021-01-01', '2023-12-31', '2024-01-01'].map(on)).toEqual([null, 'older', 'older', 'newer']);
  });

  it('counts its days by working days, both ways', () => {
    const day = (code: string, due = dueOn) => ladderDay(due, stepCalled(code), calendar);
    expect(['T-5', 'T-2', 'T0', 'T+1', 'T+5', 'T+15'].map((code) => day(code))).toEqual([
      '2023-05-23',
      '2023-05-26',
      '2023-05-30',
      '2023-05-31',
      '2023-06-06',
      '2023-06-20',
    ]);
    // Over Tết 2025, 25 January to 2 February.
    expect([day('T-5', '2025-02-05'), day('T-2', '2025-02-05'), day('T+1', '2025-01-24')]).toEqual([
      '2025-01-22',
      '2025-02-03',
      '2025-02-03',
    ]);
    // The make-up Saturday of 26 April 2025 counts.
    expect(day('T-2', '2025-04-28')).toBe('2025-04-25');
    expect(ladderHorizon('2025-01-24', calendar)).toBe('2025-02-07');
  });
});

describe('what the clock records', () => {
  it('says once that it is overdue, from the day after', () => {
    given(issuedNow).when(overdue('2023-05-31')).expect(becameOverdue);
    given(issuedNow, becameOverdue).when(overdue('2023-06-10')).expectNothing();
    given(issuedNow)
      .when(overdue('2023-05-30'))
      .expectRejection('recommendation.not-overdue', { dueOn, on: '2023-05-30' });
  });

  it('reminds the implementing bodies, late if nobody was there', () => {
    given(issuedNow).when(take('T-5', '2023-05-23')).expect(reminded);
    given(issuedNow)
      .when(take('T-5', '2023-05-24'))
      .expect({
        type: 'ReminderSent',
        data: { ...taken('T-5', '2023-05-24', '2023-05-23'), channel: 'in-app', to: implementing },
      });
    given(issuedNow)
      .when(take('T-5', '2023-05-22'))
      .expectRejection('recommendation.ladder-step-not-due', { step: 'T-5', plannedOn: '2023-05-23' });
  });

  it('takes it further up, beside the reminder', () => {
    given(issuedNow)
      .when(take('T+5', '2023-06-06'))
      .expect(
        {
          type: 'ReminderSent',
          data: { ...taken('T+5', '2023-06-06'), channel: 'in-app', to: [...implementing, lead] },
        },
        { type: 'RecommendationEscalated', data: { ...taken('T+5', '2023-06-06'), level: 'lead', to: [lead] } },
      );
    const { result } = given(issuedNow).when(take('T+15', '2023-06-20'));
    expect(result).toMatchObject([
      { type: 'ReminderSent' },
      {
        type: 'RecommendationEscalated',
        data: { level: 'superior', to: [{ role: 'superior', unitId: ward.parentId }] },
      },
    ]);
  });

  it('never goes back down, whichever way the clock is set', () => {
    given(issuedNow, reminded).when(take('T-5', '2023-05-20')).expectNothing();
    const later = fold(recommendation, [issuedNow]);
    const after = fold(recommendation, decide(recommendation, later, take('T+1', '2023-05-31')), later);
    for (const code of ['T-5', 'T-2', 'T0'])
      expect(() => decide(recommendation, after, take(code, '2023-05-31'))).toThrow(
        expect.objectContaining({ code: 'recommendation.ladder-step-outdated' }),
      );
  });

  it('does not apply while nothing is owed, nor to a date that is not in force any more', () => {
    for (const [history, status] of [
      [awaiting, 'awaiting-verification'],
      [[issuedNow, suspended], 'suspended'],
    ] as const) {
      given(...history)
        .when(take('T+5', '2023-06-06'))
        .expectRejection('recommendation.ladder-not-applicable', { status, dueOn });
      given(...history)
        .when(overdue('2023-06-06'))
        .expectRejection('recommendation.ladder-not-applicable');
    }
    given(issuedNow, extensionAsked, extended)
      .when(overdue('2023-05-31'))
      .expectRejection('recommendation.ladder-not-applicable', { status: 'issued', dueOn: '2023-06-15' });
    given(issuedNow, extensionAsked, extended)
      .when(take('T+1', '2023-05-31'))
      .expectRejection('recommendation.ladder-not-applicable');
  });
});

/** A day a line: what the policy asks for, done, as the runner would. */
function walkedTo(
  last: string,
  begun: readonly (readonly [on: string, event: RecommendationEvent])[],
  daysOff: (on: string) => boolean = () => false,
): readonly string[] {
  const script: (readonly [string, RecommendationEvent])[] = [];
  const lines: string[] = [];
  const waiting = [...begun];
  for (let on = '2023-05-09'; on <= last; on = addDays(on, 1)) {
    while (waiting[0] && waiting[0][0] <= on) script.push(waiting.shift() ?? waiting[0]);
    if (daysOff(on)) continue;
    for (let round = 0; round < 2; round += 1) {
      const log = recorded(
        ...script.map(
          ([day, event]) => [streams.recommendation, event, { recordedAt: `${day}T01:00:00.000Z` }] as const,
        ),
      );
      const row = rowOf(recommendationBoard, recommendationId, log);
      const state = fold(
        recommendation,
        script.map(([, event]) => event),
      );
      const reactions = ladderDue(row, on, calendar);
      // Asked again at once, nothing is left to ask for.
      if (round === 1) expect(reactions).toEqual([]);
      let after = state;
      for (const { command } of reactions) {
        const events = decide(recommendation, after, command);
        after = fold(recommendation, events, after);
        for (const event of events) {
          script.push([on, event]);
          lines.push(`${on} ${event.type}${'step' in event.data ? ` ${event.data.step}` : ''}`);
        }
      }
    }
  }
  return lines;
}

const issuedOn = ['2023-05-09', issuedNow] as const;

describe('the ladder as the days pass', () => {
  const all = [
    '2023-05-23 ReminderSent T-5',
    '2023-05-26 ReminderSent T-2',
    '2023-05-30 ReminderSent T0',
    '2023-05-31 RecommendationBecameOverdue',
    '2023-05-31 ReminderSent T+1',
    '2023-06-06 ReminderSent T+5',
    '2023-06-06 RecommendationEscalated T+5',
    '2023-06-20 ReminderSent T+15',
    '2023-06-20 RecommendationEscalated T+15',
  ];

  it('takes every step on its day, and nothing after the last', () => {
    expect(walkedTo('2023-12-31', [issuedOn])).toEqual(all);
  });

  it('passes over what nobody was there for, and takes the last step whose day has come', () => {
    const away = (on: string) => on > '2023-05-24' && on < '2023-06-08';
    expect(walkedTo('2023-06-30', [issuedOn], away)).toEqual([
      '2023-05-23 ReminderSent T-5',
      '2023-06-08 RecommendationBecameOverdue',
      '2023-06-08 ReminderSent T+5',
      '2023-06-08 RecommendationEscalated T+5',
      ...all.slice(7),
    ]);
  });

  it('begins anew by the new date after an extension, and cancels what was left of the old', () => {
    const lines = walkedTo('2023-06-20', [issuedOn, ['2023-05-26', extensionAsked], ['2023-05-29', extended]]);
    expect(lines).toEqual([
      '2023-05-23 ReminderSent T-5',
      '2023-05-26 ReminderSent T-2',
      '2023-06-08 ReminderSent T-5',
      '2023-06-13 ReminderSent T-2',
      '2023-06-15 ReminderSent T0',
      '2023-06-16 RecommendationBecameOverdue',
      '2023-06-16 ReminderSent T+1',
    ]);
  });

  it('is silent while a proof is judged; returned, it is overdue at once, and the days that passed are nobody’s fault', () => {
    const lines = walkedTo('2023-06-30', [issuedOn, ['2023-05-25', proved(1, 'b')], ['2023-06-08', returned(1)]]);
    expect(lines).toEqual([
      '2023-05-23 ReminderSent T-5',
      '2023-06-08 RecommendationBecameOverdue',
      '2023-06-20 ReminderSent T+15',
      '2023-06-20 RecommendationEscalated T+15',
    ]);
  });

  it('speaks to the new bodies after a handover, of what is still to come', () => {
    const reassigned: RecommendationEvent = {
      type: 'RecommendationReassigned',
      data: {
        previous: { lead: office, coordinating: [], implementing: [ward] },
        bodies: { lead: office, coordinating: [], implementing: [school] },
        reason: 'Sáp nhập',
        document: { number: '1', signedOn: '2023-05-26' },
        by: people.leader.id,
      },
    };
    const lines = walkedTo('2023-06-01', [issuedOn, ['2023-05-26', reassigned]]);
    // The reminder of 26 May went with the old bodies; the handover itself told the new ones.
    expect(lines).toEqual([
      '2023-05-23 ReminderSent T-5',
      '2023-05-30 ReminderSent T0',
      '2023-05-31 RecommendationBecameOverdue',
      '2023-05-31 ReminderSent T+1',
    ]);
    given(issuedNow, reassigned)
      .when(take('T0', '2023-05-30'))
      .expect({
        type: 'ReminderSent',
        data: {
          ...taken('T0', '2023-05-30'),
          channel: 'in-app',
          to: [{ role: 'implementing', unitId: school.id, name: school.name }],
        },
      });
  });

  it('asks by one key for one step of one date, whoever asks and when', () => {
    const row = rowOf(recommendationBoard, recommendationId, recorded([streams.recommendation, issuedNow]));
    const keys = (on: string) => ladderDue(row, on, calendar).map(({ key }) => key);
    expect(keys('2023-05-23')).toEqual([`${recommendationId} T-5 ${dueOn}`]);
    expect(keys('2023-05-24')).toEqual(keys('2023-05-23'));
    expect(keys('2023-05-31')).toEqual([`${recommendationId} overdue ${dueOn}`, `${recommendationId} T+1 ${dueOn}`]);
    expect(keys('2023-05-09')).toEqual([]);
  });

  it('asks for nothing the rules would turn down, on any day, in any order of events', () => {
    const histories = [[issuedNow], sentBack, awaiting, [issuedNow, suspended], [issuedNow, extensionAsked, extended]];
    for (const history of histories)
      for (let day = 0; day < 90; day += 1) {
        const on = addDays('2023-05-09', day);
        const row = rowOf(
          recommendationBoard,
          recommendationId,
          recorded(...history.map((event) => [streams.recommendation, event] as const)),
        );
        const state = fold(recommendation, history);
        for (const { command } of ladderDue(row, on, calendar)) {
          const answer = (() => {
            try {
              return decide(recommendation, state, command).length;
            } catch (error) {
              return error instanceof Rejection ? error.code : error;
            }
          })();
          expect(answer).toEqual(expect.any(Number));
          expect(answer).toBeGreaterThan(0);
        }
      }
  });
});

describe('asking about another calendar', () => {
  it('asks once for each that was counted by an earlier edition and still runs', () => {
    const row = rowOf(recommendationBoard, recommendationId, recorded([streams.recommendation, issuedNow]));
    const second = { ...calendar, edition: 2 };
    expect(recomputationDue(row, '2023-05-10', calendar)).toEqual([]);
    expect(recomputationDue(row, '2023-05-10', second)).toMatchObject([
      { key: `${recommendationId} calendar 2`, id: recommendationId, command: { type: 'RecomputeDeadline' } },
    ]);
    expect(recomputationDue({ ...row, status: 'suspended' }, '2023-05-10', second)).toEqual([]);
  });
});
