import type pg from 'pg';
import {
  type LogRow,
  LogRows,
  type OutOfOrder,
  type StoredCheckpoint,
  type TileName,
} from '../../integrity/log-rows.js';
import { type Tile, tileKey } from '../../trail/growing-tree.js';
import type { StoredEvent } from '../event-store.js';
import { instantOf, logTypes, storedColumns, storedEvent } from './stored-row.js';

const pageSize = 2_000;

/** On a connection of its own, which waits as long as a statement takes. */
export class PostgresLogRows extends LogRows {
  constructor(private readonly client: pg.ClientBase) {
    super();
  }

  async sealedSize(): Promise<number> {
    const [row] = await this.rows('select coalesce(max(size), 0)::float8 as size from soat_log.checkpoints');
    return row?.size;
  }

  async head(): Promise<number> {
    const [row] = await this.rows('select coalesce(max(position), 0)::float8 as head from soat_log.events');
    return row?.head;
  }

  async page(after: number, until: number): Promise<readonly LogRow[]> {
    const { rows } = await this.client.query({
      name: 'soat-fsck-page',
      text: `select ${storedColumns}, position::float8 as position from soat_log.events
              where position > $1 and position <= $2 order by position limit ${pageSize}`,
      values: [after, until],
      types: logTypes,
    });
    return rows.map((row) => ({ position: row.position, event: read(row) }));
  }

  /** Events whose place in their stream, or in their command, is not the one they came in. PostgreSQL sorts them on its disk. */
  async outOfOrder(of: 'stream' | 'command', until: number): Promise<OutOfOrder> {
    const [partition, place] =
      of === 'stream' ? ['stream_category, stream_id', 'version'] : ['command_id', 'command_index + 1'];
    const [row] = await this.rows(
      `select count(*)::int as count, min(position)::float8 as first
         from (select position, ${place} as place, row_number() over (partition by ${partition} order by position) as wanted
                 from soat_log.events where position <= $1) as placed
        where place <> wanted`,
      [until],
    );
    return row;
  }

  async checkpoints(after: number, until: number): Promise<readonly StoredCheckpoint[]> {
    const rows = await this.rows(
      `select size::float8 as size, root, sealed_at::text as "sealedAt", note from soat_log.checkpoints
        where checkpoints.size > $1 and checkpoints.size <= $2 order by checkpoints.size limit 1000`,
      [after, until],
    );
    return rows.map((row) => ({ ...row, sealedAt: instantOf(row.sealedAt) }));
  }

  async tiles(names: readonly TileName[]): Promise<ReadonlyMap<string, Pick<Tile, 'hashes' | 'root'>>> {
    if (names.length === 0) return new Map();
    const rows = await this.rows(
      `select level, index::float8 as index, hashes, root from soat_log.tree_tiles
         join unnest($1::smallint[], $2::bigint[]) as asked(level, index) using (level, index)`,
      [names.map(({ level }) => level), names.map(({ index }) => index)],
    );
    return new Map(rows.map((row) => [tileKey(row), row]));
  }

  async tilesBeyondSealed(): Promise<readonly TileName[]> {
    return await this.rows(
      `select level, index::float8 as index from soat_log.tree_tiles
        where (index + 1) * 256::numeric ^ (level + 1) > (select coalesce(max(size), 0) from soat_log.checkpoints)
        order by level, index limit 1000`,
    );
  }

  private async rows(text: string, values: readonly unknown[] = []) {
    return (await this.client.query(text, [...values])).rows;
  }
}

function read(row: Parameters<typeof storedEvent>[0]): StoredEvent | null {
  try {
    return storedEvent(row);
  } catch {
    return null;
  }
}
