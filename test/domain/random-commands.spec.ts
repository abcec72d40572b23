import { describe, expect, it } from '@jest/globals';
import {
  type Decider,
  decide,
  inspection,
  inspectionStatuses,
  type Message,
  Rejection,
  recommendation,
  refusals,
  type Shapes,
  unit,
} from '@soat/domain';
import fc from 'fast-check';
import { inspectionCommand, recommendationCommand, unitCommand } from '../support/generators.js';

/** SOAT_RUNS=10000 for a long run. */
const numRuns = Number(process.env.SOAT_RUNS ?? 500);

describe('random commands', () => {
  never('unit', unit, unitCommand, ['absent', 'established']);
  never('inspection', inspection, inspectionCommand, ['absent', ...inspectionStatuses]);
  never('recommendation', recommendation, recommendationCommand, [
    'absent',
    'issued',
    'planned',
    'in-progress',
    'returned',
    'awaiting-verification',
    'verified',
    'implemented',
    'not-implemented',
  ]);
});

function never<S extends { readonly status: string }, C extends Shapes, E extends Shapes>(
  name: string,
  decider: Decider<S, C, E>,
  command: fc.Arbitrary<Message<C>>,
  statuses: readonly string[],
): void {
  it(`${name}: never an undefined state, a repeat decides nothing, the fold never throws`, () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 60, size: 'max' }), (sequence) => {
        let state = decider.initial;
        for (const next of sequence) {
          const events = decided(decider, state, next);
          if (events === null) continue;
          state = evolved(decider, state, events);
          expect(statuses).toContain(state.status);
          reached.add(state.status);
          // The same command again, at once: nothing, or a refusal, but never the same facts twice.
          expect(decided(decider, state, next) ?? []).toEqual([]);
        }
      }),
      { numRuns },
    );
    // A generator that never gets anywhere would prove nothing.
    expect(reached.size).toBeGreaterThanOrEqual(Math.min(statuses.length - 1, 5));
  });

  it(`${name}: any event folds into any state without throwing`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(command, { maxLength: 30, size: 'max' }), { minLength: 2, maxLength: 2 }),
        ([one, other]) => {
          const foreign = eventsOf(decider, other ?? []);
          // Events of another history, out of their order: history is folded as it stands, it is not judged again.
          const state = evolved(
            decider,
            evolved(decider, decider.initial, eventsOf(decider, one ?? [])),
            foreign.reverse(),
          );
          expect(statuses).toContain(state.status);
        },
      ),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
}

function decided<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  state: S,
  command: Message<C>,
): readonly Message<E>[] | null {
  try {
    return decide(decider, state, command);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    expect(Object.keys(refusals)).toContain(error.code);
    return null;
  }
}

function evolved<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  from: S,
  events: readonly Message<E>[],
): S {
  return events.reduce((state, event) => decider.evolve[event.type as keyof E](state, event.data as E[keyof E]), from);
}

function eventsOf<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  sequence: readonly Message<C>[],
): Message<E>[] {
  const all: Message<E>[] = [];
  let state = decider.initial;
  for (const next of sequence) {
    const events = decided(decider, state, next) ?? [];
    state = evolved(decider, state, events);
    all.push(...events);
  }
  return all;
}
