import type { Instant, LegalDate } from '@soat/domain';

/** A part of the story: it says when it goes on, and then does what happens at that time. */
export type Act = Generator<Instant, void, void>;

/** Parts of the story that run side by side, as one; of two at the same time the one that came first goes first. */
export function* sideBySide(acts: readonly Act[]): Act {
  const waiting = acts.flatMap(next);
  for (;;) {
    // Looked for rather than kept in order: a sort for each step of the story took as long as the step.
    let first = 0;
    for (let index = 1; index < waiting.length; index += 1)
      if ((waiting[index]?.at ?? '') < (waiting[first]?.at ?? '')) first = index;
    const [turn] = waiting.splice(first, 1);
    if (!turn) return;
    yield turn.at;
    waiting.push(...next(turn.act));
  }
}

/** When an act goes on; nothing when it is over. */
function next(act: Act): readonly { readonly at: Instant; readonly act: Act }[] {
  const turn = act.next();
  return turn.done ? [] : [{ at: turn.value, act }];
}

/** A minute of a Vietnamese day as an instant. */
export function at(on: LegalDate, minuteOfDay: number): Instant {
  return new Date(Date.parse(`${on}T00:00:00.000Z`) + (minuteOfDay - 7 * 60) * 60_000).toISOString();
}
