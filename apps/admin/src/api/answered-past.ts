import { useSyncExternalStore } from 'react';
import type { AsOf } from './as-of.js';

const listeners = new Set<() => void>();
let current: (AsOf & { readonly position: number }) | null = null;

/** Notes which past an answer is of; answers about now say no position. */
export function notePast(answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('asOf' in answer)) return;
  const { asOf } = answer as { readonly asOf: AsOf | string | null };
  if (typeof asOf !== 'object' || asOf === null || asOf.position === null) return;
  if (asOf.position === current?.position && asOf.basis === current.basis) return;
  current = { ...asOf, position: asOf.position };
  for (const tell of listeners) tell();
}

/** Which past the answers on the screen are of, by the server. */
export function useAnsweredPast() {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => current,
  );
}
