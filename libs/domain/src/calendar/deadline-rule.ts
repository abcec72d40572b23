import type { Severity, Text } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';
import { addDays, compareDays, daysBetween } from './legal-day.js';
import {
  addWorkingDays,
  type CalendarDayKind,
  calendarDayOn,
  firstWorkingDayFrom,
  isWorkingDay,
  type WorkingCalendar,
} from './working-calendar.js';

/** Selects deadlines, documents and roles: thanh tra, kiểm tra chuyên ngành, kiểm tra nội bộ, tự kiểm tra. */
export type Regime = 'state-inspection' | 'sectoral-check' | 'internal-check' | 'self-check';

/** What must be done in time: khắc phục, lập kế hoạch khắc phục, giải trình, xác minh. */
export const deadlinePurposes = ['remedy-recommendation', 'submit-plan', 'answer', 'verify'] as const;
export type DeadlinePurpose = (typeof deadlinePurposes)[number];

/** The event whose legal day is not counted. */
export type StartEvent = 'RecommendationIssued' | 'FindingCommunicated' | 'RemediationReportedComplete';

export type DeadlineUnit = 'working-day' | 'calendar-day';

/** How long one purpose takes. */
export interface DeadlineTerm {
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly startEvent: StartEvent;
  readonly source: string;
  /** False for a term nobody has decided: it is proposed, and shown as such. */
  readonly confirmed: boolean;
}

/** The terms of a regime for as long as they are in force. */
export interface DeadlineProfile {
  readonly id: string;
  readonly regime: Regime;
  readonly validFrom: LegalDate;
  /** The last day in force; null while it is open. */
  readonly validTo: LegalDate | null;
  readonly source: string;
  readonly confirmed: boolean;
  readonly rules: Readonly<
    Record<
      DeadlinePurpose,
      { readonly default: DeadlineTerm; readonly bySeverity: Readonly<Partial<Record<Severity, DeadlineTerm>>> }
    >
  >;
}

/** The term that was chosen, as events carry it. */
export interface DeadlineRule {
  /** Id of the profile. */
  readonly profile: string;
  readonly purpose: DeadlinePurpose;
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly startEvent: StartEvent;
  readonly confirmed: boolean;
}

/** A day left out of the count, and why: *15 ngày làm việc từ 16/04/2026, trừ 27/4, 30/4, 01/5*. */
export interface SkippedDay {
  readonly on: LegalDate;
  readonly why: 'weekend' | Exclude<CalendarDayKind, 'make-up-workday'>;
  /** Name of the holiday; null for a plain weekend. */
  readonly name: Text | null;
}

/** A due date with what it was computed from. An extension moves `dueOn` and leaves the rest. */
export interface Deadline {
  readonly rule: DeadlineRule;
  readonly startOn: LegalDate;
  readonly originalDueOn: LegalDate;
  /** In force. */
  readonly dueOn: LegalDate;
  /** Oldest first. For calendar days, only the days that the end was moved over. */
  readonly skippedOn: readonly SkippedDay[];
  readonly calendarEdition: number;
  /** False when the rule, or a row of the calendar that the count met, is unconfirmed, or the count left the calendar. */
  readonly confirmed: boolean;
}

/** The profile in force on a day, or null. */
export function deadlineProfileOn(
  regime: Regime,
  on: LegalDate,
  profiles: readonly DeadlineProfile[] = deadlineProfiles,
): DeadlineProfile | null {
  const inForce = profiles.filter(
    (profile) =>
      profile.regime === regime &&
      compareDays(profile.validFrom, on) <= 0 &&
      (profile.validTo === null || compareDays(on, profile.validTo) <= 0),
  );
  return inForce.at(-1) ?? null;
}

/**
 * The rule of the profile in force on the day of the start event, by severity where the profile tells severities apart.
 * @throws Rejection when no profile is in force on that day.
 */
export function deadlineRuleFor(
  choice: {
    readonly regime: Regime;
    readonly purpose: DeadlinePurpose;
    readonly severity: Severity | null;
    readonly startOn: LegalDate;
  },
  profiles: readonly DeadlineProfile[] = deadlineProfiles,
): DeadlineRule {
  const profile = deadlineProfileOn(choice.regime, choice.startOn, profiles);
  if (!profile) throw refusal('recommendation.no-deadline-rule', { regime: choice.regime, startOn: choice.startOn });
  const terms = profile.rules[choice.purpose];
  const term = (choice.severity && terms.bySeverity[choice.severity]) ?? terms.default;
  const { amount, unit, startEvent } = term;
  return {
    profile: profile.id,
    purpose: choice.purpose,
    amount,
    unit,
    startEvent,
    confirmed: profile.confirmed && term.confirmed,
  };
}

/**
 * Civil Code 2015, articles 147 and 148: the day of the start event is not counted; a period in days whose last day is no
 * working day ends with the next working day. Working days count make-up Saturdays.
 */
export function deadlineFor({
  rule,
  startOn,
  calendar,
}: {
  readonly rule: DeadlineRule;
  readonly startOn: LegalDate;
  readonly calendar: WorkingCalendar;
}): Deadline {
  const nominal = addDays(startOn, rule.amount);
  const originalDueOn =
    rule.unit === 'working-day'
      ? addWorkingDays(startOn, rule.amount, calendar)
      : firstWorkingDayFrom(nominal, calendar);
  const countedFrom = rule.unit === 'working-day' ? addDays(startOn, 1) : nominal;
  const met = daysFrom(countedFrom, originalDueOn);
  return {
    rule,
    startOn,
    originalDueOn,
    dueOn: originalDueOn,
    skippedOn: met.filter((on) => !isWorkingDay(on, calendar)).map((on) => skipped(on, calendar)),
    calendarEdition: calendar.edition,
    confirmed:
      rule.confirmed &&
      compareDays(calendar.from, countedFrom) <= 0 &&
      compareDays(originalDueOn, calendar.through) <= 0 &&
      met.every((on) => calendarDayOn(on, calendar)?.confirmed ?? true),
  };
}

function daysFrom(first: LegalDate, last: LegalDate): readonly LegalDate[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, step) => addDays(first, step));
}

function skipped(on: LegalDate, calendar: WorkingCalendar): SkippedDay {
  const row = calendarDayOn(on, calendar);
  return row && row.kind !== 'make-up-workday'
    ? { on, why: row.kind, name: row.name }
    : { on, why: 'weekend', name: null };
}

const proposed = 'Đề xuất của hệ thống, chờ cơ quan có thẩm quyền quyết định';

/**
 * Deadlines by regime, oldest first. Internal checks have no statutory terms: the plan of Như Quỳnh 2024, 2.2a, asks for
 * "thời hạn cụ thể" without naming one, and the other regimes leave the term of a recommendation to its document, so each
 * term here is a proposal until the pilot body decides.
 */
export const deadlineProfiles: readonly DeadlineProfile[] = [
  {
    id: 'internal-check-2021',
    regime: 'internal-check',
    validFrom: '2021-01-01',
    validTo: null,
    source: 'Kiểm tra nội bộ, kiểm tra công vụ theo kế hoạch của Ủy ban nhân dân',
    confirmed: false,
    rules: proposedRules(),
  },
  {
    id: 'state-inspection-2023',
    regime: 'state-inspection',
    validFrom: '2023-07-01',
    validTo: null,
    source: 'Luật Thanh tra; thời hạn của từng kiến nghị do kết luận ấn định',
    confirmed: false,
    rules: proposedRules(),
  },
  {
    id: 'sectoral-check-2021',
    regime: 'sectoral-check',
    validFrom: '2021-01-01',
    validTo: null,
    source: 'Kiểm tra chuyên ngành của cơ quan quản lý nhà nước',
    confirmed: false,
    rules: proposedRules(),
  },
  {
    id: 'self-check-2021',
    regime: 'self-check',
    validFrom: '2021-01-01',
    validTo: null,
    source: 'Tự kiểm tra theo kế hoạch của đơn vị',
    confirmed: false,
    rules: proposedRules(),
  },
];

function proposedRules(): DeadlineProfile['rules'] {
  return {
    'remedy-recommendation': {
      default: workingDays(15, 'RecommendationIssued'),
      bySeverity: {
        minor: workingDays(10, 'RecommendationIssued'),
        major: workingDays(15, 'RecommendationIssued'),
        critical: workingDays(5, 'RecommendationIssued'),
      },
    },
    'submit-plan': { default: workingDays(5, 'RecommendationIssued'), bySeverity: {} },
    answer: { default: workingDays(5, 'FindingCommunicated'), bySeverity: {} },
    verify: { default: workingDays(5, 'RemediationReportedComplete'), bySeverity: {} },
  };
}

function workingDays(amount: number, startEvent: StartEvent): DeadlineTerm {
  return { amount, unit: 'working-day', startEvent, source: proposed, confirmed: false };
}
