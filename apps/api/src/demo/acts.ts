import type { InspectionFile, UnitSnapshot, Uuid } from '@soat/domain';
import type { World } from './world.js';

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
