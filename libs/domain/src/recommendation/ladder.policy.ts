import { addDays, compareDays, legalDayOf } from '../calendar/legal-day.js';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { Message } from '../kernel/decider.js';
import type { Instant, LegalDate, Uuid } from '../kernel/recorded.js';
import type { RecommendationCommands, RecommendationStatus } from './facts.js';
import { isOwing } from './guards.js';
import { type LadderProfile, type LadderStep, ladderProfileOn, ladderProfiles } from './ladder-profile.js';

/** The clock as the one who acts. */
export const clockActor = { id: 'system:clock', name: 'Soát', role: 'system', unitId: null } as const;

/** What the ladder needs to know of a recommendation; a part of the board's row. */
export interface LadderCandidate {
  readonly id: Uuid;
  readonly status: RecommendationStatus;
  readonly dueOn: LegalDate;
  readonly issuedAt: Instant;
  /** Steps whose day is this one or earlier are passed over: the date, or whose turn it is, was told on that day. */
  readonly ladderSince: LegalDate;
  /** The furthest step taken, and the due date it was taken for. */
  readonly ladderStep: { readonly dueOn: LegalDate; readonly workingDays: number } | null;
  /** The last due date it became overdue for. */
  readonly overdueFor: LegalDate | null;
}

/** A command the clock asks for. The key is the same for the same step of the same due date, whoever asks and when. */
export interface ClockReaction {
  readonly key: string;
  readonly id: Uuid;
  readonly command: Message<Pick<RecommendationCommands, 'NoteOverdue' | 'TakeLadderStep' | 'RecomputeDeadline'>>;
}

/**
 * What is due on that day: that it became overdue, and the last step whose day has come. Steps that were missed are passed
 * over, not made up for: nobody is told on Friday that five days were left on Monday.
 */
export function ladderDue(
  candidate: LadderCandidate,
  today: LegalDate,
  calendar: WorkingCalendar,
  profiles: readonly LadderProfile[] = ladderProfiles,
): readonly ClockReaction[] {
  const { id, status, dueOn, ladderSince, overdueFor } = candidate;
  if (!isOwing(status)) return [];
  const reactions: ClockReaction[] = [];
  if (compareDays(today, dueOn) > 0 && overdueFor !== dueOn)
    reactions.push({
      key: `${id} overdue ${dueOn}`,
      id,
      command: { type: 'NoteOverdue', data: { by: clockActor, dueOn, on: today } },
    });
  const profile = ladderProfileOn(legalDayOf(candidate.issuedAt), profiles);
  const taken = candidate.ladderStep?.dueOn === dueOn ? candidate.ladderStep.workingDays : Number.NEGATIVE_INFINITY;
  const due = profile?.steps
    .map((step) => ({ step, plannedOn: ladderDay(dueOn, step, calendar) }))
    .filter(({ plannedOn }) => compareDays(plannedOn, today) <= 0)
    .at(-1);
  if (profile && due && due.step.workingDays > taken && compareDays(due.plannedOn, ladderSince) > 0)
    reactions.push({
      key: `${id} ${due.step.code} ${dueOn}`,
      id,
      command: {
        type: 'TakeLadderStep',
        data: {
          by: clockActor,
          profile: profile.id,
          step: due.step,
          dueOn,
          plannedOn: due.plannedOn,
          on: today,
        },
      },
    });
  return reactions;
}

/** The day of a step: so many working days before or after the due date. */
export function ladderDay(
  dueOn: LegalDate,
  { workingDays }: Pick<LadderStep, 'workingDays'>,
  calendar: WorkingCalendar,
): LegalDate {
  if (workingDays >= 0) return addWorkingDays(dueOn, workingDays, calendar);
  let day = dueOn;
  for (let counted = 0; counted > workingDays; counted -= 1) {
    day = addDays(day, -1);
    while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  }
  return day;
}

/** Recommendations due after this day concern no step of any ladder yet. */
export function ladderHorizon(
  today: LegalDate,
  calendar: WorkingCalendar,
  profiles: readonly LadderProfile[] = ladderProfiles,
): LegalDate {
  const before = Math.max(0, ...profiles.flatMap(({ steps }) => steps.map(({ workingDays }) => -workingDays)));
  return addWorkingDays(today, before, calendar);
}

/** Another edition of the calendar, asked about once for each recommendation that was counted by an earlier one. */
export function recomputationDue(
  { id, status, calendarEdition }: Pick<LadderCandidate, 'id' | 'status'> & { readonly calendarEdition: number },
  today: LegalDate,
  calendar: WorkingCalendar,
): readonly ClockReaction[] {
  if (calendarEdition >= calendar.edition) return [];
  if (!isOwing(status) && status !== 'awaiting-verification') return [];
  const data = { by: clockActor, on: today, calendar };
  return [{ key: `${id} calendar ${calendar.edition}`, id, command: { type: 'RecomputeDeadline', data } }];
}
