import { type Decider, decide, type Facts, fold, type Message, refusals, Rejection, type Shapes } from '@soat/domain';
import { commandOf, type Guide, type Step } from './generators.js';

export type Answer<E extends Shapes> =
  | { readonly events: readonly Message<E>[] }
  | { readonly code: string; readonly facts: Facts };

/** A stream's rules, and who leads a walk through them on. */
export interface Walked<S, C extends Shapes, E extends Shapes> {
  readonly decider: Decider<S, C, E>;
  readonly guide: Guide<S, C>;
}

export function answerOf<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  state: S,
  command: Message<C>,
): Answer<E> {
  try {
    return { events: decide(decider, state, command) };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    if (!(error.code in refusals)) throw error;
    return { code: error.code, facts: error.facts };
  }
}

/** What a walk leaves behind. */
export function eventsOf<S, C extends Shapes, E extends Shapes>(
  { decider, guide }: Walked<S, C, E>,
  path: readonly Step<C>[],
): Message<E>[] {
  const all: Message<E>[] = [];
  let state = decider.initial;
  for (const step of path) {
    const answer = answerOf(decider, state, commandOf(step, state, guide));
    if ('code' in answer) continue;
    state = fold(decider, answer.events, state);
    all.push(...answer.events);
  }
  return all;
}
