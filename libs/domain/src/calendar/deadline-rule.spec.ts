import { describe, expect, it } from '@jest/globals';
import { Rejection } from '../kernel/rejection.js';
import {
  type DeadlineProfile,
  type DeadlineRule,
  deadlineFor,
  deadlineProfileOn,
  deadlineProfiles,
  deadlineRuleFor,
} from './deadline-rule.js';
import { addDays, weekdayOf } from './legal-day.js';
import { vietnamCalendar } from './vietnam-calendar.js';
import { isWorkingDay, type WorkingCalendar } from './working-calendar.js';

const withoutCultureDay: WorkingCalendar = {
  ...vietnamCalendar,
  days: vietnamCalendar.days.filter((day) => day.on !== '2026-11-24'),
};

function rule(amount: number, unit: DeadlineRule['unit']): DeadlineRule {
  return {
    profile: 'test',
    purpose: 'remedy-recommendation',
    amount,
    unit,
    startEvent: 'RecommendationIssued',
    confirmed: true,
  };
}

function due(startOn: string, amount: number, unit: DeadlineRule['unit'], calendar = vietnamCalendar) {
  return deadlineFor({ rule: rule(amount, unit), startOn, calendar });
}

describe('a deadline', () => {
  it.each([
    {
      startOn: '2025-06-24',
      amount: 10,
      unit: 'working-day',
      dueOn: '2025-07-08',
      weekday: 2,
      why: 'runs across 01/07/2025, which changed units and no working day',
    },
    { startOn: '2026-02-11', amount: 5, unit: 'working-day', dueOn: '2026-02-25', weekday: 3, why: 'over Tết' },
    {
      startOn: '2026-04-16',
      amount: 15,
      unit: 'working-day',
      dueOn: '2026-05-12',
      weekday: 2,
      why: 'over the Hùng Kings’ day in lieu, 30 April and 1 May',
    },
    {
      startOn: '2024-04-25',
      amount: 5,
      unit: 'working-day',
      dueOn: '2024-05-06',
      weekday: 1,
      why: 'counts the make-up Saturday of 4 May',
    },
    { startOn: '2026-11-20', amount: 5, unit: 'working-day', dueOn: '2026-11-30', weekday: 1, why: '24 November off' },
    {
      startOn: '2026-02-01',
      amount: 15,
      unit: 'calendar-day',
      dueOn: '2026-02-23',
      weekday: 1,
      why: 'ends within Tết',
    },
    {
      startOn: '2026-04-15',
      amount: 15,
      unit: 'calendar-day',
      dueOn: '2026-05-04',
      weekday: 1,
      why: 'ends on 30 April',
    },
  ] as const)('from $startOn, $amount $unit, is due on $dueOn: $why', ({ startOn, amount, unit, dueOn, weekday }) => {
    const deadline = due(startOn, amount, unit);
    expect(deadline).toMatchObject({ startOn, originalDueOn: dueOn, dueOn, calendarEdition: 1 });
    expect(weekdayOf(deadline.dueOn)).toBe(weekday);
  });

  it('is due one working day sooner where 24 November is worked', () => {
    expect(due('2026-11-20', 5, 'working-day', withoutCultureDay).dueOn).toBe('2026-11-27');
  });

  it('runs over Tết 2027', () => {
    expect(due('2027-02-03', 5, 'working-day').dueOn).toBe('2027-02-17');
    expect(due('2027-01-28', 10, 'calendar-day').dueOn).toBe('2027-02-11');
    expect(due('2027-02-03', 5, 'working-day').confirmed).toBe(false);
  });

  it('names the days it skipped, holidays by name', () => {
    const { skippedOn } = due('2026-04-16', 15, 'working-day');
    expect(skippedOn.filter((day) => day.why !== 'weekend')).toEqual([
      { on: '2026-04-26', why: 'holiday', name: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' } },
      {
        on: '2026-04-27',
        why: 'substitute-holiday',
        name: { vi: 'Nghỉ bù Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day, in lieu' },
      },
      { on: '2026-04-30', why: 'holiday', name: { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day' } },
      { on: '2026-05-01', why: 'holiday', name: { vi: 'Ngày Quốc tế lao động 01/5', en: 'International Labour Day' } },
    ]);
    expect(skippedOn.filter((day) => day.why === 'weekend').map((day) => day.on)).toEqual([
      '2026-04-18',
      '2026-04-19',
      '2026-04-25',
      '2026-05-02',
      '2026-05-03',
      '2026-05-09',
      '2026-05-10',
    ]);
  });

  it('skips, in calendar days, only the days its end was moved over', () => {
    expect(due('2026-04-15', 15, 'calendar-day').skippedOn.map((day) => day.on)).toEqual([
      '2026-04-30',
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
    ]);
    expect(due('2026-06-01', 15, 'calendar-day')).toMatchObject({ dueOn: '2026-06-16', skippedOn: [] });
  });

  it('does not count the first day, whatever day it is', () => {
    expect(due('2026-06-05', 1, 'working-day').dueOn).toBe('2026-06-08');
    expect(due('2026-06-06', 1, 'working-day').dueOn).toBe('2026-06-08');
    expect(due('2026-06-07', 1, 'working-day').dueOn).toBe('2026-06-08');
    expect(due('2026-06-08', 1, 'calendar-day').dueOn).toBe('2026-06-09');
  });

  it('is confirmed only if its rule, every row it met and its years are', () => {
    expect(due('2026-04-16', 15, 'working-day').confirmed).toBe(true);
    expect(due('2026-11-20', 5, 'working-day').confirmed).toBe(false);
    expect(due('2026-11-20', 1, 'working-day').confirmed).toBe(true);
    expect(due('2025-12-25', 10, 'working-day').confirmed).toBe(false);
    expect(due('2028-03-01', 5, 'working-day').confirmed).toBe(false);
    expect(due('2020-03-01', 5, 'working-day').confirmed).toBe(false);
    const unconfirmedRule = { ...rule(15, 'working-day'), confirmed: false };
    expect(deadlineFor({ rule: unconfirmedRule, startOn: '2026-04-16', calendar: vietnamCalendar }).confirmed).toBe(
      false,
    );
  });

  it('ends on a working day, skips no working day, and accounts for every day between, from every day of seven years', () => {
    const broken: string[] = [];
    for (let on = '2021-01-01'; on < '2027-10-01'; on = addDays(on, 1)) {
      for (const amount of [5, 10, 15]) {
        const byWork = due(on, amount, 'working-day');
        const byCalendar = due(on, amount, 'calendar-day');
        const holds =
          [byWork, byCalendar].every(
            (deadline) =>
              isWorkingDay(deadline.dueOn, vietnamCalendar) &&
              deadline.skippedOn.every((day) => !isWorkingDay(day.on, vietnamCalendar)),
          ) &&
          addDays(on, amount + byWork.skippedOn.length) === byWork.dueOn &&
          addDays(on, amount + byCalendar.skippedOn.length) === byCalendar.dueOn;
        if (!holds) broken.push(`${on} + ${amount}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

describe('the deadline rule', () => {
  const choose = (severity: 'minor' | 'major' | 'critical' | null, startOn = '2026-04-16') =>
    deadlineRuleFor({ regime: 'internal-check', purpose: 'remedy-recommendation', severity, startOn });

  it('follows severity, and says that its terms are proposals', () => {
    expect(([null, 'minor', 'major', 'critical'] as const).map((severity) => choose(severity).amount)).toEqual([
      15, 10, 15, 5,
    ]);
    expect(choose('critical')).toEqual({
      profile: 'internal-check-2021',
      purpose: 'remedy-recommendation',
      amount: 5,
      unit: 'working-day',
      startEvent: 'RecommendationIssued',
      confirmed: false,
    });
  });

  it('takes the default where a purpose does not tell severities apart', () => {
    const rules = (['minor', 'critical', null] as const).map((severity) =>
      deadlineRuleFor({ regime: 'internal-check', purpose: 'answer', severity, startOn: '2026-04-16' }),
    );
    expect(new Set(rules.map((chosen) => chosen.amount))).toEqual(new Set([5]));
  });

  it('comes from the profile in force on the day of the start event, its first and last day included', () => {
    const [first] = deadlineProfiles;
    if (!first) throw new Error('no profile');
    const profiles: readonly DeadlineProfile[] = [
      { ...first, id: 'old', validTo: '2026-06-30' },
      { ...first, id: 'new', validFrom: '2026-07-01' },
    ];
    const profileOn = (on: string) => deadlineProfileOn('internal-check', on, profiles)?.id ?? null;
    expect(['2020-12-31', '2021-01-01', '2026-06-30', '2026-07-01', '2030-01-01'].map(profileOn)).toEqual([
      null,
      'old',
      'old',
      'new',
      'new',
    ]);
  });

  it('is refused before any profile was in force', () => {
    expect(() => choose('major', '2020-12-31')).toThrow(Rejection);
    expect(() => choose('major', '2020-12-31')).toThrow('recommendation.no-deadline-rule');
  });
});
