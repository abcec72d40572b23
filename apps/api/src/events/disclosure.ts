import {
  type Actor,
  checklist,
  type Decider,
  fileForUnit,
  fold,
  inspection,
  integrityCheck,
  maySee,
  programme,
  type Recorded,
  recommendation,
  type Shapes,
  sightedInspection,
  sightedRecommendation,
  sightOf,
  type StreamCategory,
  unit,
} from '@soat/domain';
import type { AnyEvent } from '../platform/event-store/codec.js';

type Events = readonly AnyEvent[];

/** The state of a stream after these events, whichever stream it is. */
const states: Readonly<Record<StreamCategory, (events: Events) => unknown>> = {
  unit: stateBy(unit),
  programme: stateBy(programme),
  checklist: stateBy(checklist),
  inspection: stateBy(inspection),
  recommendation: stateBy(recommendation),
  'integrity-check': stateBy(integrityCheck),
};

function stateBy<S, C extends Shapes, E extends Shapes>(decider: Decider<S, C, E>): (events: Events) => S {
  return (events) => fold(decider, events as readonly Recorded<E>[]);
}

/** The state after the first events of a stream as a person may see it: of an inspection the unit reads what it was told. */
export function stateFor(person: Actor, category: StreamCategory, events: Events): unknown {
  if (category !== 'inspection' || sightOf(person) !== 'own-unit') return states[category](events);
  const state = stateBy(inspection)(events);
  return state.status === 'absent' ? state : fileForUnit(state.status, state.file);
}

/**
 * Whether a person who may read of an event may also read what it carries; `events` is its whole stream. As in bundles:
 * who is not on a case's team has its sentences, where they are told, and not its papers.
 */
export function mayReadPayload(person: Actor, category: StreamCategory, events: Events): boolean {
  if (sightOf(person) === 'everything' || category === 'unit') return true;
  if (category === 'inspection') {
    const state = stateBy(inspection)(events);
    return state.status !== 'absent' && maySee(person, sightedInspection(state.file));
  }
  if (category === 'recommendation') {
    const state = stateBy(recommendation)(events);
    return state.status !== 'absent' && maySee(person, sightedRecommendation(state));
  }
  // A programme names its unannounced items, a checklist's history what is only being written.
  return false;
}
