import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  compareDays,
  dayNumberOf,
  daysBetween,
  isLegalDay,
  legalDayOf,
  legalDayOfNumber,
  weekdayOf,
} from './legal-day.js';

describe('a legal day', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isLegalDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-04-00',
    '0000-01-01',
    '2026-4-1',
    '20260401',
    ' 2026-04-01',
    '2026-04-01\n',
    '２０２６-04-01',
    '',
  ])('refuses %j', (text) => {
    expect(isLegalDay(text)).toBe(false);
    expect(() => dayNumberOf(text)).toThrow(RangeError);
  });

  it('counts from 1970', () => {
    expect(dayNumberOf('1970-01-01')).toBe(0);
    expect(dayNumberOf('2000-03-01')).toBe(11_017);
    expect(dayNumberOf('1969-12-31')).toBe(-1);
  });

  it('agrees with counting on one’s fingers from 1899 to 2101, and goes there and back', () => {
    const wrong: string[] = [];
    let number = dayNumberOf('1899-01-01');
    // 1 January 1899 was a Sunday.
    let weekday = 7;
    for (let year = 1899; year <= 2101; year += 1) {
      const isLeap = year % 4 === 0 && year !== 1900 && year !== 2100;
      for (const [index, length] of [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
        for (let day = 1; day <= length; day += 1) {
          const on = `${year}-${String(index + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          if (legalDayOfNumber(number) !== on || dayNumberOf(on) !== number || weekdayOf(on) !== weekday)
            wrong.push(on);
          number += 1;
          weekday = (weekday % 7) + 1;
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('adds days over the ends of months, years and February', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
  });

  it('compares, and counts what lies between', () => {
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2025-01-01', '2024-01-01')).toBe(-366);
    expect(['2026-03-01', '2025-12-31', '2026-02-28'].sort(compareDays)).toEqual([
      '2025-12-31',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(compareDays('2026-03-01', '2026-03-01')).toBe(0);
  });

  it('turns at midnight in Vietnam, which is 17:00 UTC', () => {
    expect(legalDayOf('2026-11-21T16:59:59.999Z')).toBe('2026-11-21');
    expect(legalDayOf('2026-11-21T17:00:00.000Z')).toBe('2026-11-22');
    expect(legalDayOf('2026-12-31T17:00:00Z')).toBe('2027-01-01');
    expect(legalDayOf('2024-02-28T23:00:00.000Z')).toBe('2024-02-29');
  });

  it.each(['2026-11-21', '2026-11-21T24:00:00Z', '2026-02-30T00:00:00Z', '2026-11-21T10:00:00+07:00', 'now'])(
    'takes %j for no instant',
    (text) => {
      expect(() => legalDayOf(text)).toThrow(RangeError);
    },
  );
});
