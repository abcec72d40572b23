/** Event and command maps: `{ FindingRecorded: { ...its data } }`, keyed by the stored literal name. */
export type Shapes = object;

/** One of a map's members as `{ type, data }`. */
export type Message<M extends Shapes> = { [T in keyof M & string]: { readonly type: T; readonly data: M[T] } }[keyof M &
  string];

/**
 * A stream's rules as two tables. `decide` answers a command with new events, with none when the command is a repeat, or
 * throws a Rejection. `evolve` folds one event and never throws; forgetting an event in it does not compile.
 */
export interface Decider<S, C extends Shapes, E extends Shapes> {
  readonly initial: S;
  readonly decide: { readonly [T in keyof C]: (state: S, command: C[T]) => readonly Message<E>[] };
  readonly evolve: { readonly [T in keyof E]: (state: S, data: E[T]) => S };
}

export function decide<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  state: S,
  command: Message<C>,
): readonly Message<E>[] {
  return decider.decide[command.type as keyof C](state, command.data as C[keyof C]);
}

/** The state after `events`, oldest first, starting from `from` or from the beginning. */
export function fold<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  events: Iterable<Message<E>>,
  from: S = decider.initial,
): S {
  let state = from;
  for (const event of events) state = decider.evolve[event.type as keyof E](state, event.data as E[keyof E]);
  return state;
}
