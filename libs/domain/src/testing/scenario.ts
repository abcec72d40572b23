import { type Decider, decide, fold, type Message, type Shapes } from '../kernel/decider.js';
import { type Facts, Rejection } from '../kernel/rejection.js';

/**
 * Given facts, when a command comes, then facts or a rejection. Compares whole events. Throws an Error with both sides when
 * they differ, so it needs no test framework and the library stays without imports.
 */
export function scenario<S, C extends Shapes, E extends Shapes>(decider: Decider<S, C, E>) {
  return {
    given: (...events: readonly Message<E>[]) => ({
      when: (command: Message<C>) => outcomeOf(decider, events, command),
    }),
  };
}

function outcomeOf<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  events: readonly Message<E>[],
  command: Message<C>,
) {
  const state = fold(decider, events);
  let result: readonly Message<E>[] | Rejection;
  try {
    result = decide(decider, state, command);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    result = error;
  }
  return {
    result,
    expect(...expected: readonly Message<E>[]): void {
      if (result instanceof Rejection) throw differs(expected, `rejection ${result.code} ${show(result.facts)}`);
      if (show(result) !== show(expected)) throw differs(expected, show(result));
      // Whoever sends the same again gets nothing new.
      const after = fold(decider, result, state);
      const repeated = decide(decider, after, command);
      if (repeated.length > 0) throw new Error(`the repeat of ${command.type} decided ${show(repeated)}`);
    },
    expectNothing(): void {
      if (result instanceof Rejection) throw differs([], `rejection ${result.code} ${show(result.facts)}`);
      if (result.length > 0) throw differs([], show(result));
    },
    expectRejection(code: string, facts?: Facts): void {
      if (!(result instanceof Rejection)) throw differs(code, show(result));
      if (result.code !== code) throw differs(code, `${result.code} ${show(result.facts)}`);
      if (facts !== undefined && show(result.facts) !== show(facts)) throw differs(facts, show(result.facts));
    },
  };
}

function differs(expected: unknown, got: string): Error {
  return new Error(`expected ${show(expected)}\n     got ${got}`);
}

/** Keys sorted, so that only content counts. */
function show(value: unknown): string {
  return JSON.stringify(
    value,
    (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    1,
  );
}
