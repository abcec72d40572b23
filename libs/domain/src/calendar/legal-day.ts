import type { Instant, LegalDate } from '../kernel/recorded.js';

/** Day arithmetic on `yyyy-mm-dd`, in the proleptic Gregorian calendar, years 1 to 9999. No clock, no time zone database. */

/** Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function isLegalDay(text: string): boolean {
  return readDay(text) !== null;
}

/** Days since 1970-01-01. @throws RangeError when it is no day; bodies are checked with `isLegalDay` before. */
export function dayNumberOf(on: LegalDate): number {
  const day = readDay(on);
  if (!day) throw new RangeError(`not a day: ${on}`);
  return dayNumber(day.year, day.month, day.day);
}

/** @throws RangeError outside the years 1 to 9999. */
export function legalDayOfNumber(number: number): LegalDate {
  if (!Number.isInteger(number) || number < firstDay || number > lastDay) throw new RangeError(`not a day: ${number}`);
  // Civil-from-days: years begin in March, so that the leap day ends them; 146,097 days are 400 years.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

export function addDays(on: LegalDate, days: number): LegalDate {
  return legalDayOfNumber(dayNumberOf(on) + days);
}

/** Negative when `to` is the earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** For sorting, oldest first. */
export function compareDays(one: LegalDate, other: LegalDate): number {
  return Math.sign(daysBetween(other, one));
}

export function weekdayOf(on: LegalDate): Weekday {
  return weekdays[(((dayNumberOf(on) + 3) % 7) + 7) % 7] ?? 1;
}

/**
 * The day on which an instant falls in Asia/Ho_Chi_Minh: seven hours ahead of UTC the year round since 1975, which is
 * before anything recorded here. @throws RangeError when it is no UTC instant.
 */
export function legalDayOf(instant: Instant): LegalDate {
  const [, on, hours] = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/.exec(instant) ?? [];
  if (on === undefined || hours === undefined || !isLegalDay(on)) throw new RangeError(`not an instant: ${instant}`);
  return Number(hours) + 7 < 24 ? on : addDays(on, 1);
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const firstDay = dayNumber(1, 1, 1);
const lastDay = dayNumber(9999, 12, 31);

function readDay(text: string): { year: number; month: number; day: number } | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= length ? { year, month, day } : null;
}

function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
