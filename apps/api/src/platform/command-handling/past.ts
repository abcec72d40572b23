import { type Decider, fold, type Shapes, wasBy } from '@soat/domain';
import type { Past } from '../http/as-of.js';
import type { Loaded } from './execute.js';

/** A stream as it stood at a past moment; as it stands where none was asked. Its length is the number of events that count. */
export function asOf<S, C extends Shapes, E extends Shapes>(
  decider: Decider<S, C, E>,
  loaded: Loaded<S, E>,
  past: Past | null,
): Loaded<S, E> {
  if (!past) return loaded;
  const events = loaded.events.filter((event) => wasBy(past, event));
  return { state: fold(decider, events), length: events.length, events };
}
