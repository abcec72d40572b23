import type { Shapes } from './decider.js';

/**
 * How stored data of older versions becomes today's shape. An event's stored version is its number of steps plus one, so
 * an event without an entry is at version 1. The last step must return today's type; a step never changes meaning: a new
 * meaning is a new event name.
 */
export type Upcasts<E extends Shapes> = {
  readonly [T in keyof E]?: readonly [...((older: never) => unknown)[], (older: never) => E[T]];
};

/** One frozen sample for each stored version of every event, oldest first; an event without one does not compile. */
export type Samples<E extends Shapes> = { readonly [T in keyof E]: readonly [...older: unknown[], current: E[T]] };

export function currentVersion<E extends Shapes>(upcasts: Upcasts<E>, type: keyof E): number {
  return (upcasts[type]?.length ?? 0) + 1;
}

/** @throws Error when the stored version is newer than this code knows. */
export function upcast<E extends Shapes, T extends keyof E>(
  upcasts: Upcasts<E>,
  type: T,
  storedVersion: number,
  data: unknown,
): E[T] {
  const steps = (upcasts[type] ?? []) as readonly ((older: unknown) => unknown)[];
  if (storedVersion < 1 || storedVersion > steps.length + 1)
    throw new Error(`${String(type)} version ${storedVersion} is unknown here (newest: ${steps.length + 1})`);
  return steps.slice(storedVersion - 1).reduce((older, step) => step(older), data) as E[T];
}
