import type { UnitId, Uuid } from '@soat/domain';
import type { Pool, PoolClient } from 'pg';
import { hashesIn, type Tile, tileWidth } from '../../trail/growing-tree.js';
import type { StoredEvent } from '../event-store.js';
import { type LeafName, type Sealed, type Sealing, type TileName, TrailStore } from '../../trail/trail-store.js';
import { committed } from './committing.js';
import { orUnavailable } from './failures.js';
import { readHead, readPage, readPageOfUnit } from './statements.js';
import { instantOf, storedEvent } from './stored-row.js';

// Any number will do that nothing else in the database takes; see also the appends'.
const sealLock = 7_368_564;

const sealedColumns = 'size::text as size, root, sealed_at::text as "sealedAt", note';

/** The trail of a log in PostgreSQL, beside it in `soat_log`. The pools stay the caller's to close. */
export class PostgresTrailStore extends TrailStore {
  constructor(
    private readonly pool: Pool,
    /** As the one role that may add tiles and checkpoints. */
    private readonly sealPool: Pool,
  ) {
    super();
  }

  async latest(): Promise<Sealed | null> {
    return latestOf(
      await this.rows(`select ${sealedColumns} from soat_log.checkpoints order by checkpoints.size desc limit 1`),
    );
  }

  async head(): Promise<number> {
    const { rows } = await orUnavailable(() => this.pool.query(readHead));
    return rows[0].position;
  }

  async leafOf(eventId: Uuid): Promise<LeafName | null> {
    const [row] = await this.rows('select position::text as position from soat_log.events where event_id = $1', [
      eventId,
    ]);
    return row ? { eventId, position: Number(row.position) } : null;
  }

  async leavesOf(commandId: Uuid): Promise<readonly LeafName[]> {
    const rows = await this.rows(
      `select event_id as "eventId", position::text as position from soat_log.events
        where command_id = $1 order by command_index`,
      [commandId],
    );
    return rows.map(({ eventId, position }) => ({ eventId, position: Number(position) }));
  }

  async tiles(names: readonly TileName[]): Promise<readonly (readonly Uint8Array[])[]> {
    if (names.length === 0) return [];
    const full = await this.rows(
      `select asked.place::int as place, tile.hashes
         from unnest($1::smallint[], $2::bigint[]) with ordinality as asked(level, index, place)
         join soat_log.tree_tiles as tile using (level, index)`,
      [names.map(({ level }) => level), names.map(({ index }) => index)],
    );
    const found = new Map(full.map(({ place, hashes }) => [place, hashesIn(hashes)]));
    return await Promise.all(names.map(async (name, at) => found.get(at + 1) ?? (await this.unfinished(name))));
  }

  async eventsOfUnit(unitId: UnitId, after: number, limit: number): Promise<readonly StoredEvent[]> {
    const { rows } = await orUnavailable(() => this.pool.query({ ...readPageOfUnit, values: [unitId, after, limit] }));
    return rows.map(storedEvent);
  }

  async alone<T>(work: (sealing: Sealing) => Promise<T>): Promise<T | null> {
    const client = await orUnavailable(() => this.sealPool.connect());
    let isDone = false;
    try {
      await orUnavailable(() => client.query('begin isolation level read committed read write'));
      const { rows } = await orUnavailable(() =>
        client.query(`select pg_try_advisory_xact_lock(${sealLock}) as "isAlone"`),
      );
      const result = rows[0].isAlone ? await work(new PostgresSealing(client)) : null;
      // A commit of which it is not known whether it holds fails here: nobody is shown what a failover could take back.
      await committed(client, () => []);
      isDone = true;
      return result;
    } finally {
      // A transaction that did not end goes with its connection.
      client.release(!isDone);
    }
  }

  private async unfinished({ level, index }: TileName): Promise<readonly Uint8Array[]> {
    const first = index * tileWidth;
    const rows = await this.rows(
      level === 0
        ? `select leaf_hash as hash from soat_log.events where position > $1 and position <= $1 + ${tileWidth}
            order by position`
        : `select root as hash from soat_log.tree_tiles where level = $2 and index >= $1 and index < $1 + ${tileWidth}
            order by index`,
      level === 0 ? [first] : [first, level - 1],
    );
    return rows.map(({ hash }) => hash);
  }

  private async rows(text: string, values: readonly unknown[] = []) {
    return (await orUnavailable(() => this.pool.query(text, [...values]))).rows;
  }
}

class PostgresSealing implements Sealing {
  constructor(private readonly client: PoolClient) {}

  async latest() {
    return latestOf(
      await this.rows(`select ${sealedColumns} from soat_log.checkpoints order by checkpoints.size desc limit 1`),
    );
  }

  async events(after: number, limit: number) {
    const { rows } = await orUnavailable(() => this.client.query({ ...readPage, values: [after, limit] }));
    return rows.map(storedEvent);
  }

  async tileRoots(level: number, index: number) {
    const rows = await this.rows(
      'select root from soat_log.tree_tiles where level = $1 and index >= $2 order by index',
      [level, index],
    );
    return rows.map(({ root }) => root);
  }

  async write(tiles: readonly Tile[], { size, root, sealedAt, note }: Sealed) {
    await this.rows(
      `insert into soat_log.tree_tiles (level, index, hashes, root)
       select * from unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])`,
      [
        tiles.map(({ level }) => level),
        tiles.map(({ index }) => index),
        tiles.map(({ hashes }) => hashes),
        tiles.map((tile) => tile.root),
      ],
    );
    await this.rows('insert into soat_log.checkpoints (size, root, sealed_at, note) values ($1, $2, $3, $4)', [
      size,
      root,
      sealedAt,
      note,
    ]);
  }

  private async rows(text: string, values: readonly unknown[] = []) {
    return (await orUnavailable(() => this.client.query(text, [...values]))).rows;
  }
}

interface SealedRow {
  readonly size: string;
  readonly root: Buffer;
  readonly sealedAt: string;
  readonly note: string;
}

function latestOf(rows: readonly SealedRow[]): Sealed | null {
  const [row] = rows;
  return row ? { ...row, size: Number(row.size), sealedAt: instantOf(row.sealedAt) } : null;
}
