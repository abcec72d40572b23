import type { EntityManager } from 'typeorm';
import { CheckpointTable } from './checkpoint.table.js';

/** The checkpoint, at 0 when there is none yet, locked until the transaction ends. */
export async function lockedCheckpoint(
  manager: EntityManager,
  name: string,
  version: number,
): Promise<CheckpointTable> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(CheckpointTable)
    .values({ name, version, position: 0 })
    .orIgnore()
    .execute();
  return manager.findOneOrFail(CheckpointTable, { where: { name }, lock: { mode: 'pessimistic_write' } });
}

export async function moveCheckpoint(manager: EntityManager, checkpoint: CheckpointTable): Promise<void> {
  const { name, version, position } = checkpoint;
  await manager.update(CheckpointTable, { name }, { version, position });
}
