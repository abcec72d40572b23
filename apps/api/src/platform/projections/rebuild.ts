import type { DataSource } from 'typeorm';
import type { EventCodec } from '../event-store/codec.js';
import type { EventStore } from '../event-store/event-store.js';
import { lockedCheckpoint, moveCheckpoint } from './checkpoints.js';
import { foldPage } from './fold-page.js';
import type { Projection } from './projection.js';

const pageSize = 500;

/**
 * Makes a projection's rows anew from the whole log, in one transaction: readers see the old ones until it is done, and a
 * running projection waits for it. Answers the position reached. @throws PoisonedEvent, and then nothing has changed
 */
export function rebuild(
  projection: Projection,
  store: EventStore,
  codec: EventCodec,
  dataSource: DataSource,
): Promise<number> {
  const { name, version, table } = projection;
  return dataSource.transaction(async (manager) => {
    await lockedCheckpoint(manager, name, version);
    await manager.createQueryBuilder().delete().from(table).execute();
    let position = 0;
    for (;;) {
      const page = await store.readAll(position, pageSize);
      const last = page.at(-1);
      if (!last) break;
      await foldPage(manager, projection, codec, page);
      position = last.position;
    }
    await moveCheckpoint(manager, { name, version, position });
    return position;
  });
}
