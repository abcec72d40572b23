import { describe, expect, it } from '@jest/globals';
import { deadlineAfterStop, deadlineGiven, deadlineMovedTo, deadlineRecounted } from './deadline-change.js';
import { type Deadline, type DeadlineRule, deadlineFor } from './deadline-rule.js';
import { addDays } from './legal-day.js';
import { vietnamCalendar as calendar } from './vietnam-calendar.js';
import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from './working-calendar.js';

const rule: DeadlineRule = {
  profile: 'p',
  purpose: 'remedy-recommendation',
  amount: 15,
  unit: 'working-day',
  startEvent: 'RecommendationIssued',
  confirmed: true,
};
const counted = (startOn: string, part: Partial<DeadlineRule> = {}): Deadline =>
  deadlineFor({ rule: { ...rule, ...part }, startOn, calendar });

function amended(on: string, kind: 'holiday' | 'make-up-workday'): WorkingCalendar {
  const row = { on, kind, name: { vi: 'x', en: 'x' }, source: 'x', confirmed: false } as const;
  const days = [...calendar.days.filter((day) => day.on !== on), row].sort((one, other) =>
    one.on < other.on ? -1 : 1,
  );
  return { ...calendar, edition: 2, days };
}

describe('a date that somebody else sets', () => {
  const given = deadlineGiven({ startOn: '2023-05-04', dueOn: '2023-06-30', calendar });

  it('stands as it is, confirmed, and no calendar moves it', () => {
    expect(given).toMatchObject({ originalDueOn: '2023-06-30', dueOn: '2023-06-30', confirmed: true, skippedOn: [] });
    expect(given.rule).toMatchObject({ profile: 'document', amount: 57, unit: 'calendar-day' });
    expect(deadlineRecounted(given, '2023-05-05', amended('2023-06-30', 'holiday'))).toBe(given);
  });
});

describe('a date moved by hand', () => {
  it('keeps where it came from', () => {
    const deadline = counted('2023-05-09');
    expect(deadlineMovedTo(deadline, '2023-06-15', calendar)).toEqual({ ...deadline, dueOn: '2023-06-15' });
  });

  it('is unconfirmed on a day nobody has confirmed, or outside the calendar', () => {
    expect(deadlineMovedTo(counted('2023-05-09'), '2026-08-22', calendar).confirmed).toBe(false);
    expect(deadlineMovedTo(counted('2023-05-09'), '2029-01-05', calendar).confirmed).toBe(false);
  });
});

describe('a clock that stood still', () => {
  it.each([
    // [issued, stopped, resumed, due before, due after, why]
    ['2023-05-09', '2023-05-22', '2023-06-05', '2023-05-30', '2023-06-13', 'over three weekends'],
    ['2025-01-06', '2025-01-20', '2025-02-10', '2025-02-03', '2025-02-17', 'over Tết 2025'],
    [
      '2025-04-14',
      '2025-04-24',
      '2025-05-05',
      '2025-05-07',
      '2025-05-14',
      'over the make-up Saturday of 26 April 2025',
    ],
    ['2025-06-24', '2025-06-27', '2025-07-04', '2025-07-15', '2025-07-22', 'over 01/07/2025'],
    ['2023-05-09', '2023-06-05', '2023-06-12', '2023-05-30', '2023-06-06', 'while it was overdue'],
  ])('issued %s, stopped %s, resumed %s: from %s to %s, %s', (startOn, stoppedOn, resumedOn, before, after) => {
    const deadline = counted(startOn);
    expect(deadline.dueOn).toBe(before);
    const moved = deadlineAfterStop(deadline, { stoppedOn, resumedOn }, calendar);
    expect(moved).toMatchObject({ dueOn: after, originalDueOn: before });
    // As many working days are left as there were, or it is as late as it was.
    const left = workingDaysBetween(stoppedOn, before, calendar);
    expect(workingDaysBetween(resumedOn, after, calendar)).toBe(left);
  });

  it('counts calendar days where the rule does, and ends on a working day', () => {
    const deadline = counted('2023-05-09', { unit: 'calendar-day' });
    expect(deadline.dueOn).toBe('2023-05-24');
    const stop = { stoppedOn: '2023-05-15', resumedOn: '2023-05-18' };
    expect(deadlineAfterStop(deadline, stop, calendar).dueOn).toBe('2023-05-29');
  });

  it('changes nothing within one day, and never takes a day away, from every day of a year', () => {
    for (let day = 0; day < 365; day += 1) {
      const deadline = counted(addDays('2024-12-01', day));
      const stoppedOn = addDays(deadline.startOn, 3);
      expect(deadlineAfterStop(deadline, { stoppedOn, resumedOn: stoppedOn }, calendar)).toBe(deadline);
      const moved = deadlineAfterStop(deadline, { stoppedOn, resumedOn: addDays(stoppedOn, day % 40) }, calendar);
      expect(moved.dueOn >= deadline.dueOn).toBe(true);
      expect(isWorkingDay(moved.dueOn, calendar)).toBe(true);
    }
  });
});

describe('another edition of the calendar', () => {
  const deadline = counted('2023-05-09');

  it('moves a counted date past a new day off', () => {
    const recounted = deadlineRecounted(deadline, '2023-05-15', amended('2023-05-29', 'holiday'));
    expect(recounted).toMatchObject({
      originalDueOn: '2023-05-30',
      dueOn: '2023-05-31',
      calendarEdition: 2,
      confirmed: true,
    });
    expect(recounted.skippedOn.map(({ on }) => on)).toContain('2023-05-29');
  });

  it('counts anew by every edition, the third as the second', () => {
    const second = deadlineRecounted(deadline, '2023-05-15', amended('2023-05-29', 'holiday'));
    const both = amended('2023-05-29', 'holiday');
    const off = {
      on: '2023-05-17',
      kind: 'holiday',
      name: { vi: 'x', en: 'x' },
      source: 'x',
      confirmed: false,
    } as const;
    const days = [...both.days, off].sort((one, other) => (one.on < other.on ? -1 : 1));
    const third = deadlineRecounted(second, '2023-05-16', { ...both, edition: 3, days });
    expect(third).toMatchObject({ originalDueOn: '2023-05-30', dueOn: '2023-06-01', calendarEdition: 3 });
  });

  it('never brings it forward: a new make-up Saturday does not shorten what the unit was told', () => {
    expect(deadlineRecounted(deadline, '2023-05-15', amended('2023-05-20', 'make-up-workday'))).toBe(deadline);
  });

  it('does not bring back a date that has passed', () => {
    expect(deadlineRecounted(deadline, '2023-05-31', amended('2023-05-29', 'holiday'))).toBe(deadline);
    expect(deadlineRecounted(deadline, '2023-05-30', amended('2023-05-29', 'holiday')).dueOn).toBe('2023-05-31');
  });

  it('takes a date chosen by an extension to the next working day, if it is none any more', () => {
    const extended = deadlineMovedTo(deadline, '2023-06-15', calendar);
    expect(deadlineRecounted(extended, '2023-05-31', amended('2023-05-29', 'holiday'))).toBe(extended);
    expect(deadlineRecounted(extended, '2023-05-31', amended('2023-06-15', 'holiday')).dueOn).toBe('2023-06-16');
  });
});
