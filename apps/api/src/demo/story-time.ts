import type { Instant, LegalDate } from '@soat/domain';

/** A part of the story: it says when it goes on, and then does what happens at that time. */
export type Act = Generator<Instant, void, void>;

/** Parts of the story that run side by side, as one. */
export function* sideBySide(acts: readonly Act[]): Act {
  const waiting = acts.flatMap(next);
  for (;;) {
    waiting.sort(byTime);
    const turn = waiting.shift();
    if (!turn) return;
    yield turn.at;
    waiting.push(...next(turn.act));
  }
}

interface Turn {
  readonly at: Instant;
  readonly act: Act;
}

/** When an act goes on; nothing when it is over. */
export function next(act: Act): readonly Turn[] {
  const turn = act.next();
  return turn.done ? [] : [{ at: turn.value, act }];
}

export function byTime(one: Turn, other: Turn): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}

/** A minute of a Vietnamese day as an instant. */
export function at(on: LegalDate, minuteOfDay: number): Instant {
  return new Date(Date.parse(`${on}T00:00:00.000Z`) + (minuteOfDay - 7 * 60) * 60_000).toISOString();
}
