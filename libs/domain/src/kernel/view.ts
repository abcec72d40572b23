import type { Shapes } from './decider.js';
import type { Recorded } from './recorded.js';

/**
 * A read model as a fold. `keys` names the rows an event touches, `handle` folds it into each; the handled types are the
 * projection's subscription filter. Pure: no clock, no look-ups; the same events give the same rows.
 */
export interface View<Row, E extends Shapes> {
  /** Kebab case, also the checkpoint's name: `unit-overview`. */
  readonly name: string;
  /** Rises when rows must be rebuilt because the fold changed. */
  readonly version: number;
  readonly key: (event: Recorded<E>) => string;
  readonly handle: {
    readonly [T in keyof E]?: (row: Row | null, event: Extract<Recorded<E>, { type: T }>) => Row | null;
  };
}

export function handledTypes<Row, E extends Shapes>(view: View<Row, E>): readonly string[] {
  return Object.keys(view.handle);
}

/** One row after one event; `null` when there is none. An event the view does not handle leaves the row as it is. */
export function foldRow<Row, E extends Shapes>(view: View<Row, E>, row: Row | null, event: Recorded<E>): Row | null {
  const handler = view.handle[event.type as keyof E] as
    | ((row: Row | null, event: Recorded<E>) => Row | null)
    | undefined;
  return handler ? handler(row, event) : row;
}
