import type { DueAfter } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { addDays } from './legal-day.js';
import { addWorkingDays, type WorkingCalendar } from './working-calendar.js';

/** The due day of a checklist item, from the day it counts from; the first day is not counted. */
export function dueDayOf({ days, unit }: DueAfter, from: LegalDate, calendar: WorkingCalendar): LegalDate {
  return unit === 'working-days' ? addWorkingDays(from, days, calendar) : addDays(from, days);
}
