import type { Instant, LegalDate } from '@soat/domain';

/** A part of the story: it says when it goes on, and then does what happens at that time. */
export type Act = Generator<Instant, void, void>;

/** A minute of a Vietnamese day as an instant. */
export function at(on: LegalDate, minuteOfDay: number): Instant {
  return new Date(Date.parse(`${on}T00:00:00.000Z`) + (minuteOfDay - 7 * 60) * 60_000).toISOString();
}
