import { type EntityManager, QueryFailedError } from 'typeorm';
import type { EventCodec } from '../event-store/codec.js';
import type { StoredEvent } from '../event-store/event-store.js';
import { errorCode } from '../http/error-code.js';
import type { Projection } from './projection.js';
import { deleteRows, readRows, tableOf, writeRows } from './rows.js';
import { MadeVersions, versionTablesOf } from './versions.js';

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

/** Rows by key; null for one that is not there, or not any more. */
export type Rows = Map<string, object | null>;

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
  const keyed = keyedBy(projection, codec, handled);
  const table = tableOf(manager, projection);
  const before = await readRows(manager, table, [...new Set(keyed.map(({ key }) => key))]);
  const after: Rows = new Map(before);
  const versionTables = versionTablesOf(manager, projection);
  const versions = new MadeVersions(projection.parts);
  foldInto(after, projection, keyed, versionTables ? versions.take : undefined);

  const kept = [...after].flatMap(([key, row]) => (row !== null && row !== before.get(key) ? [row] : []));
  const gone = [...after].flatMap(([key, row]) => (row === null && before.has(key) ? [key] : []));
  await poisonedAt(projection, first.position, async () => {
    await writeRows(manager, table, kept);
    await deleteRows(manager, table, gone);
    if (versionTables) await versions.write(manager, versionTables, null);
  });
}

/** An event and the key of the row it touches. */
export interface Keyed {
  readonly event: ReturnType<EventCodec['decode']>;
  readonly key: string;
}

/** The events a projection handles, decoded. @throws PoisonedEvent */
export function keyedBy(
  projection: Projection,
  codec: Pick<EventCodec, 'decode'>,
  page: readonly StoredEvent[],
): readonly Keyed[] {
  return page
    .filter((stored) => projection.handles.has(stored.type))
    .map((stored) =>
      poisoning(projection, stored.position, () => {
        const event = codec.decode(stored);
        return { event, key: projection.keyOf(event) };
      }),
    );
}

/** @throws PoisonedEvent */
export function foldInto(
  rows: Rows,
  projection: Projection,
  keyed: readonly Keyed[],
  /** Told of each event that made another row of it, or none any more. */
  changed?: (key: string, before: object | null, after: object | null, position: number) => void,
): void {
  for (const { event, key } of keyed) {
    const before = rows.get(key) ?? null;
    const after = poisoning(projection, event.position, () => projection.fold(before, event));
    rows.set(key, after);
    if (after !== before) changed?.(key, before, after, event.position);
  }
}

/** Data that the database refuses is the event's fault, and will be refused however often it is tried. */
export async function poisonedAt<T>({ name }: Projection, position: number, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    // SQLSTATE classes 22 and 23.
    const isRefused = /^2[23]/.test(errorCode(error instanceof QueryFailedError ? error.driverError : error) ?? '');
    throw isRefused ? new PoisonedEvent(name, position, error) : error;
  }
}

function poisoning<T>({ name }: Projection, position: number, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new PoisonedEvent(name, position, cause);
  }
}
