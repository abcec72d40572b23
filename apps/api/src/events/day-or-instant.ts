import { addDays, type Instant, isLegalDay } from '@soat/domain';
import { Field, type FieldOptions } from '../platform/http/fields.js';
import { instant, type Kind, legalDate } from '../platform/http/kinds.js';

const dayOrInstant: Kind = {
  schema: { type: 'string' },
  check: (value) => (typeof value === 'string' && value.includes('T') ? instant.check(value) : legalDate.check(value)),
};

/** One end of a range of time: a day in Viet Nam, or an instant. */
export function DayOrInstant(options: FieldOptions): PropertyDecorator {
  return Field(dayOrInstant, { example: '2026-06-30', ...options });
}

/** The first instant that is in the range. */
export function firstIn(from: string): Instant {
  return isLegalDay(from) ? startOf(from) : from;
}

/** The first instant that is not in the range any more: its last day, or its last millisecond, is in it. */
export function firstAfter(to: string): Instant {
  return isLegalDay(to) ? startOf(addDays(to, 1)) : new Date(Date.parse(to) + 1).toISOString();
}

function startOf(on: string): Instant {
  return new Date(`${on}T00:00:00.000+07:00`).toISOString();
}
