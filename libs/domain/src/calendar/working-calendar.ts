import type { Text } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { addDays, compareDays, daysBetween, weekdayOf } from './legal-day.js';

/** nghỉ lễ, nghỉ bù, hoán đổi ngày nghỉ, làm bù. */
export type CalendarDayKind = 'holiday' | 'substitute-holiday' | 'swapped-day-off' | 'make-up-workday';

/** A day that is not what its weekday says, or a holiday that falls on a weekend in any case. */
export interface CalendarDay {
  readonly on: LegalDate;
  readonly kind: CalendarDayKind;
  readonly name: Text;
  readonly source: string;
  /** False until someone has read the decision behind the row; it counts as it stands meanwhile. */
  readonly confirmed: boolean;
}

/** Days are data: a decision on holidays is a new edition, and a deadline once set is recomputed only by an event. */
export interface WorkingCalendar {
  /** From 1. */
  readonly edition: number;
  /** Outside `from` to `through` only weekdays are known, which no deadline may pass off as confirmed. */
  readonly from: LegalDate;
  readonly through: LegalDate;
  /** Oldest first, one row a day. */
  readonly days: readonly CalendarDay[];
}

/** The row of a day, or undefined for a day that is what its weekday says. */
export function calendarDayOn(on: LegalDate, calendar: WorkingCalendar): CalendarDay | undefined {
  let low = 0;
  let high = calendar.days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = calendar.days[middle];
    // Legal days have a fixed width, so the order of the text is the order of the days.
    if (day && day.on < on) low = middle + 1;
    else high = middle;
  }
  const found = calendar.days[low];
  return found?.on === on ? found : undefined;
}

/** A make-up Saturday is a working day; an unconfirmed row counts as it stands. */
export function isWorkingDay(on: LegalDate, calendar: WorkingCalendar): boolean {
  const row = calendarDayOn(on, calendar);
  return row ? row.kind === 'make-up-workday' : weekdayOf(on) <= 5;
}

/** The first working day after this one. */
export function nextWorkingDay(on: LegalDate, calendar: WorkingCalendar): LegalDate {
  return firstWorkingDayFrom(addDays(on, 1), calendar);
}

/** This day if it is a working day, else the next one that is. */
export function firstWorkingDayFrom(on: LegalDate, calendar: WorkingCalendar): LegalDate {
  let day = on;
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The first day is not counted, whatever day it is; zero days later is the day itself. @throws RangeError for a negative count. */
export function addWorkingDays(on: LegalDate, days: number, calendar: WorkingCalendar): LegalDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`);
  let day = on;
  for (let counted = 0; counted < days; counted += 1) day = nextWorkingDay(day, calendar);
  return day;
}

/** Working days after `from` up to and including `to`; the same, negative, when `to` is the earlier. */
export function workingDaysBetween(from: LegalDate, to: LegalDate, calendar: WorkingCalendar): number {
  if (compareDays(from, to) > 0) return -workingDaysBetween(to, from, calendar) || 0;
  // By weeks, and then the days that are not what their weekday says: a list of dates years back costs no more than one.
  const span = daysBetween(from, to);
  let working = Math.floor(span / 7) * 5;
  for (let day = weekdayOf(from) + 1; day <= weekdayOf(from) + (span % 7); day += 1)
    if ((day - 1) % 7 < 5) working += 1;
  for (const { on, kind } of calendar.days) {
    if (on <= from || on > to) continue;
    const isWeekday = weekdayOf(on) <= 5;
    if (kind === 'make-up-workday') working += isWeekday ? 0 : 1;
    else if (isWeekday) working -= 1;
  }
  return working;
}
