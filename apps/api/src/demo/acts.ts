import type { Instant, InspectionFile, LegalDate, UnitSnapshot, Uuid } from '@soat/domain';
import type { World } from './world.js';

/** A part of the story: it says when it goes on, and then does what happens at that time. */
export type Act = Generator<Instant, void, void>;

/** A minute of a Vietnamese day as an instant. */
export function at(on: LegalDate, minuteOfDay: number): Instant {
  return new Date(Date.parse(`${on}T00:00:00.000Z`) + (minuteOfDay - 7 * 60) * 60_000).toISOString();
}

export function fileOf(world: World, id: Uuid): InspectionFile {
  const state = world.inspectionOf(id);
  if (state.status === 'absent') throw new Error(`no inspection ${id}`);
  return state.file;
}

export function snapshot(world: World, id: Uuid): UnitSnapshot {
  const state = world.unitOf(id);
  if (state.status === 'absent') throw new Error(`no unit ${id}`);
  return state.unit;
}
