import { type EntityManager, In, QueryFailedError } from 'typeorm';
import type { EventCodec } from '../event-store/codec.js';
import type { StoredEvent } from '../event-store/event-store.js';
import { errorCode } from '../http/error-code.js';
import type { Projection } from './projection.js';

/** The codec, the fold or the table will not take this event; nothing of its page was kept. */
export class PoisonedEvent extends Error {
  override readonly name = 'PoisonedEvent';
  constructor(
    readonly projection: string,
    /** The event's; the first one's where the database refused the rows of a page together. */
    readonly position: number,
    cause: unknown,
  ) {
    super(`${projection} cannot take event ${position}`, { cause });
  }
}

/** Folds events into the rows they touch and writes what came of it, within the caller's transaction. @throws PoisonedEvent */
export async function foldPage(
  manager: EntityManager,
  projection: Projection,
  codec: EventCodec,
  page: readonly StoredEvent[],
): Promise<void> {
  const handled = page.filter((event) => projection.handles.has(event.type));
  const first = handled[0];
  if (!first) return;
  const decoded = handled.map((stored) =>
    poisoning(projection, stored.position, () => {
      const event = codec.decode(stored);
      return { event, key: projection.keyOf(event) };
    }),
  );
  const { key, columns } = tableOf(manager, projection);
  const keys = new Set(decoded.map((each) => each.key));
  const stored = await manager.find(projection.table, { where: { [key.propertyName]: In([...keys]) } });
  const before = new Map<string, object>(stored.map((row) => [String(key.getEntityValue(row)), row]));
  const after = new Map<string, object | null>(before);
  for (const { event, key: rowKey } of decoded)
    after.set(
      rowKey,
      poisoning(projection, event.position, () => projection.fold(after.get(rowKey) ?? null, event)),
    );

  const kept = [...after].flatMap(([rowKey, row]) => (row !== null && row !== before.get(rowKey) ? [row] : []));
  const gone = [...after].flatMap(([rowKey, row]) => (row === null && before.has(rowKey) ? [rowKey] : []));
  try {
    if (kept.length > 0)
      await manager
        .createQueryBuilder()
        .insert()
        .into(projection.table)
        .values(kept)
        .orUpdate(
          columns.filter((column) => column !== key).map((column) => column.databaseName),
          [key.databaseName],
        )
        .updateEntity(false)
        .execute();
    if (gone.length > 0) await manager.delete(projection.table, { [key.propertyName]: In(gone) });
  } catch (error) {
    throw isRefusedData(error) ? new PoisonedEvent(projection.name, first.position, error) : error;
  }
}

/** The column of the rows' key, and all of them. */
function tableOf(manager: EntityManager, { table, name }: Projection) {
  const { primaryColumns, columns } = manager.connection.getMetadata(table);
  const [key, ...others] = primaryColumns;
  if (!key || others.length > 0) throw new Error(`${name}: its table needs one key column`);
  return { key, columns };
}

/** SQLSTATE classes 22 and 23: this data will be refused however often it is tried. */
function isRefusedData(error: unknown): boolean {
  return error instanceof QueryFailedError && /^2[23]/.test(errorCode(error.driverError) ?? '');
}

function poisoning<T>({ name }: Projection, position: number, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new PoisonedEvent(name, position, cause);
  }
}
