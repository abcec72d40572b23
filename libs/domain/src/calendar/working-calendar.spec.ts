import { describe, expect, it } from '@jest/globals';
import { addDays, weekdayOf } from './legal-day.js';
import { vietnamCalendar } from './vietnam-calendar.js';
import {
  addWorkingDays,
  calendarDayOn,
  firstWorkingDayFrom,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './working-calendar.js';

const calendar = vietnamCalendar;
const allDays = Array.from({ length: 2556 }, (_, step) => addDays('2021-01-01', step));

describe('the working calendar', () => {
  it('knows weekends, holidays and make-up Saturdays', () => {
    expect(isWorkingDay('2026-11-20', calendar)).toBe(true);
    expect(isWorkingDay('2026-11-21', calendar)).toBe(false);
    expect(isWorkingDay('2026-04-27', calendar)).toBe(false);
    expect(isWorkingDay('2026-08-31', calendar)).toBe(false);
    for (const saturday of ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']) {
      expect(weekdayOf(saturday)).toBe(6);
      expect(isWorkingDay(saturday, calendar)).toBe(true);
    }
  });

  it('tells the next working day from the first one on or after', () => {
    expect(nextWorkingDay('2026-04-29', calendar)).toBe('2026-05-04');
    expect(nextWorkingDay('2024-05-03', calendar)).toBe('2024-05-04');
    expect(firstWorkingDayFrom('2026-04-29', calendar)).toBe('2026-04-29');
    expect(firstWorkingDayFrom('2026-04-30', calendar)).toBe('2026-05-04');
  });

  it('refuses a negative or broken count', () => {
    expect(() => addWorkingDays('2026-04-29', -1, calendar)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-04-29', 1.5, calendar)).toThrow(RangeError);
    expect(addWorkingDays('2026-05-02', 0, calendar)).toBe('2026-05-02');
  });

  it('finds the row of every listed day and of no other', () => {
    const found = allDays.filter((on) => calendarDayOn(on, calendar));
    expect(found).toEqual(calendar.days.map((day) => day.on));
  });

  it('lands on working days, later for more, and counts back to the same number, from every day of seven years', () => {
    const broken: string[] = [];
    for (const from of allDays.slice(0, -60)) {
      let previous = from;
      for (const days of [1, 2, 5, 10, 15]) {
        const due = addWorkingDays(from, days, calendar);
        const holds =
          isWorkingDay(due, calendar) &&
          due > previous &&
          workingDaysBetween(from, due, calendar) === days &&
          workingDaysBetween(due, from, calendar) === -days;
        if (!holds) broken.push(`${from} + ${days} = ${due}`);
        previous = due;
      }
    }
    expect(broken).toEqual([]);
  });

  it('counts as one who goes through the days, over years and from any day to any other', () => {
    const broken: string[] = [];
    for (const from of allDays.filter((_, index) => index % 97 === 0)) {
      let working = 0;
      for (let step = 1; step <= 900; step += 1) {
        const to = addDays(from, step);
        if (isWorkingDay(to, calendar)) working += 1;
        if (workingDaysBetween(from, to, calendar) !== working) broken.push(`${from} to ${to}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('adds up: three and then four working days are seven', () => {
    const broken = allDays
      .slice(0, -60)
      .filter(
        (from) => addWorkingDays(addWorkingDays(from, 3, calendar), 4, calendar) !== addWorkingDays(from, 7, calendar),
      );
    expect(broken).toEqual([]);
  });
});

describe('the Vietnamese calendar', () => {
  it('has one row a day, oldest first, inside its years, each with names and a source', () => {
    const days = calendar.days.map((day) => day.on);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days[0]).toBe('2021-01-01');
    expect(days.at(-1)).toBe('2027-11-24');
    for (const day of calendar.days) {
      expect(day.name.vi.normalize('NFC')).toBe(day.name.vi);
      expect([day.name.vi, day.name.en, day.source].every((text) => text.length > 5)).toBe(true);
    }
  });

  it('puts substitutes and swapped days off on weekdays, and make-up workdays on Saturdays', () => {
    const wrong = calendar.days.filter((day) =>
      day.kind === 'make-up-workday' ? weekdayOf(day.on) !== 6 : day.kind !== 'holiday' && weekdayOf(day.on) > 5,
    );
    expect(wrong).toEqual([]);
  });

  it('gives a substitute for each holiday on a weekend, and a make-up Saturday for each swap', () => {
    for (let year = 2021; year <= 2027; year += 1) {
      const rows = calendar.days.filter((day) => day.on.startsWith(String(year)));
      const count = (kind: string) => rows.filter((day) => day.kind === kind).length;
      const onWeekend = rows.filter((day) => day.kind === 'holiday' && weekdayOf(day.on) > 5).length;
      expect({ year, substitutes: count('substitute-holiday') }).toEqual({ year, substitutes: onWeekend });
      expect({ year, worked: count('make-up-workday') }).toEqual({ year, worked: count('swapped-day-off') });
      // Eleven days by article 112; a twelfth, 24 November, from 2026.
      expect({ year, holidays: count('holiday') }).toEqual({ year, holidays: year < 2026 ? 11 : 12 });
    }
  });

  it.each([
    ['2021-02-10', '2021-02-16', '2021-02-09', '2021-02-17'],
    ['2022-01-29', '2022-02-06', '2022-01-28', '2022-02-07'],
    ['2023-01-20', '2023-01-26', '2023-01-19', '2023-01-27'],
    ['2024-02-08', '2024-02-14', '2024-02-07', '2024-02-15'],
    ['2025-01-25', '2025-02-02', '2025-01-24', '2025-02-03'],
    ['2026-02-14', '2026-02-22', '2026-02-13', '2026-02-23'],
    ['2027-02-04', '2027-02-10', '2027-02-03', '2027-02-11'],
  ])('is off for Tết from %s to %s and no longer', (first, last, before, after) => {
    const off: string[] = [];
    for (let on = first; on <= last; on = addDays(on, 1)) off.push(on);
    expect(off.filter((on) => isWorkingDay(on, calendar))).toEqual([]);
    expect([before, after].map((on) => isWorkingDay(on, calendar))).toEqual([true, true]);
  });

  it('says what nobody has confirmed: the swaps of 2026, 24 November, all of 2027', () => {
    const unconfirmed = calendar.days.filter((day) => !day.confirmed).map((day) => day.on);
    expect(unconfirmed.filter((on) => on < '2027')).toEqual([
      '2026-01-02',
      '2026-01-10',
      '2026-08-22',
      '2026-08-31',
      '2026-09-01',
      '2026-11-24',
    ]);
    expect(calendar.days.filter((day) => day.on >= '2027' && day.confirmed)).toEqual([]);
  });
});
