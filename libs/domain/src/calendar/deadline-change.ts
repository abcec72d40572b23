import type { LegalDate } from '../kernel/recorded.js';
import { type Deadline, deadlineFor } from './deadline-rule.js';
import { addDays, compareDays, daysBetween } from './legal-day.js';
import {
  addWorkingDays,
  calendarDayOn,
  firstWorkingDayFrom,
  type WorkingCalendar,
  workingDaysBetween,
} from './working-calendar.js';

/** The rule of a date that somebody else's document sets: nothing is counted, and no change of the calendar moves it. */
export const documentProfile = 'document';

/** A due date taken from an external body's document as it stands. */
export function deadlineGiven({
  startOn,
  dueOn,
  calendar,
}: {
  readonly startOn: LegalDate;
  readonly dueOn: LegalDate;
  readonly calendar: WorkingCalendar;
}): Deadline {
  return {
    rule: {
      profile: documentProfile,
      purpose: 'remedy-recommendation',
      amount: daysBetween(startOn, dueOn),
      unit: 'calendar-day',
      startEvent: 'RecommendationIssued',
      confirmed: true,
    },
    startOn,
    originalDueOn: dueOn,
    dueOn,
    skippedOn: [],
    calendarEdition: calendar.edition,
    confirmed: true,
  };
}

/** Moved to a chosen day by an extension; where it was moved from stays in `originalDueOn`. */
export function deadlineMovedTo(deadline: Deadline, dueOn: LegalDate, calendar: WorkingCalendar): Deadline {
  return {
    ...deadline,
    dueOn,
    calendarEdition: calendar.edition,
    confirmed: deadline.rule.confirmed && isKnown(dueOn, calendar),
  };
}

/**
 * After the clock stood still: as many days are left as there were when it stopped, working days where the rule counts
 * them. What was overdue by then is overdue by as many days still.
 */
export function deadlineAfterStop(
  deadline: Deadline,
  stop: { readonly stoppedOn: LegalDate; readonly resumedOn: LegalDate },
  calendar: WorkingCalendar,
): Deadline {
  const { stoppedOn, resumedOn } = stop;
  const dueOn =
    deadline.rule.unit === 'working-day'
      ? addWorkingDays(deadline.dueOn, workingDaysBetween(stoppedOn, resumedOn, calendar), calendar)
      : firstWorkingDayFrom(addDays(deadline.dueOn, daysBetween(stoppedOn, resumedOn)), calendar);
  return stoppedOn === resumedOn ? deadline : deadlineMovedTo(deadline, dueOn, calendar);
}

/**
 * By another edition of the calendar. A date that was counted is counted anew, one that was moved by hand goes to the next
 * working day; neither becomes earlier than the unit was told, nor does one that has passed come back.
 */
export function deadlineRecounted(deadline: Deadline, on: LegalDate, calendar: WorkingCalendar): Deadline {
  if (deadline.rule.profile === documentProfile || compareDays(deadline.dueOn, on) < 0) return deadline;
  const isAsCounted = isStillAsCounted(deadline);
  const counted = deadlineFor({ rule: deadline.rule, startOn: deadline.startOn, calendar });
  const dueOn = isAsCounted ? counted.dueOn : firstWorkingDayFrom(deadline.dueOn, calendar);
  if (compareDays(dueOn, deadline.dueOn) <= 0) return deadline;
  return {
    ...deadlineMovedTo(deadline, dueOn, calendar),
    skippedOn: isAsCounted ? counted.skippedOn : deadline.skippedOn,
  };
}

/** Nobody moved it by hand: it is as many days from its start as the rule says, but for those that were skipped. */
function isStillAsCounted({ rule, startOn, originalDueOn, dueOn, skippedOn }: Deadline): boolean {
  return dueOn === originalDueOn || daysBetween(startOn, dueOn) - skippedOn.length === rule.amount;
}

function isKnown(on: LegalDate, calendar: WorkingCalendar): boolean {
  const isWithin = compareDays(calendar.from, on) <= 0 && compareDays(on, calendar.through) <= 0;
  return isWithin && (calendarDayOn(on, calendar)?.confirmed ?? true);
}
