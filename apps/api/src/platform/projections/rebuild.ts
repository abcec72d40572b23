import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { EventCodec } from '../event-store/codec.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { lockedCheckpoint, moveCheckpoint } from './checkpoints.js';
import { foldInto, keyedBy, poisonedAt, type Rows } from './fold-page.js';
import type { Projection } from './projection.js';
import { deleteRows, type RowTable, readRows, tableOf, writeRows } from './rows.js';

export interface RebuildLimits {
  /** Events read, and rows written, at once. */
  readonly pageSize: number;
  /** Rows held in memory before they are written. */
  readonly rowsMax: number;
}

const lockAgainMs = 200;
const ordinaryLimits: RebuildLimits = { pageSize: 2_000, rowsMax: 20_000 };

/**
 * Makes a projection's rows anew from the whole log, in a spare table beside the one that is read and kept up meanwhile, and
 * lets it take that one's place in one short transaction. Answers the position reached.
 * @throws PoisonedEvent, and then nothing has changed
 */
export async function rebuild(
  projection: Projection,
  store: EventStore,
  codec: EventCodec,
  dataSource: DataSource,
  limits = ordinaryLimits,
): Promise<number> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    return await alone(runner, projection, () => fold(projection, store, codec, runner, limits));
  } finally {
    await runner.release();
  }
}

/** One rebuild of a projection at a time, whichever process does it. */
async function alone<T>(runner: QueryRunner, { name }: Projection, work: () => Promise<T>): Promise<T> {
  const lock = `soat_read ${name}`;
  // Asked for again and again: the other rebuild may take longer than any one statement is waited for.
  const take = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as "isTaken"';
  while (!(await runner.query(take, [lock]))[0].isTaken) await pause(lockAgainMs);
  try {
    return await work();
  } finally {
    await runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock]);
  }
}

async function fold(
  projection: Projection,
  store: EventStore,
  codec: EventCodec,
  runner: QueryRunner,
  limits: RebuildLimits,
): Promise<number> {
  const { manager } = runner;
  const live = tableOf(manager, projection);
  const spare: RowTable = { ...live, name: `${live.name}_spare` };
  await runner.query(
    `drop table if exists ${spare.name}; create table ${spare.name} (like ${live.name} including all)`,
  );
  try {
    const rows = new SpareRows(manager, projection, spare, codec, limits);
    // The long way without a lock, then what has come meanwhile under it.
    const reached = await follow(store, rows, 0, limits);
    return await runner.manager.transaction(async (locked) => {
      await lockedCheckpoint(locked, projection.name, projection.version);
      const position = await follow(store, rows, reached, limits);
      await rows.flush();
      await takePlace(locked, live, spare);
      await moveCheckpoint(locked, { name: projection.name, version: projection.version, position });
      return position;
    });
  } catch (error) {
    await runner.query(`drop table if exists ${spare.name}`).catch(() => {});
    throw error;
  }
}

async function follow(store: EventStore, rows: SpareRows, after: number, { pageSize }: RebuildLimits): Promise<number> {
  for (let position = after; ; ) {
    const page = await store.readAll(position, pageSize);
    const last = page.at(-1);
    if (!last) return position;
    await rows.take(page);
    position = last.position;
  }
}

/** Rows on their way into the spare table: in memory until there are too many. */
class SpareRows {
  private rows: Rows = new Map();
  private isEmpty = true;
  private firstPosition = 0;

  constructor(
    private readonly manager: EntityManager,
    private readonly projection: Projection,
    private readonly spare: RowTable,
    private readonly codec: EventCodec,
    private readonly limits: RebuildLimits,
  ) {}

  async take(page: readonly StoredEvent[]): Promise<void> {
    if (this.rows.size === 0) this.firstPosition = page[0]?.position ?? 0;
    const keyed = keyedBy(this.projection, this.codec, page);
    if (!this.isEmpty) {
      const missing = [...new Set(keyed.map(({ key }) => key))].filter((key) => !this.rows.has(key));
      const written = await readRows(this.manager, this.projection, this.spare, missing);
      for (const [key, row] of written) this.rows.set(key, row);
    }
    foldInto(this.rows, this.projection, keyed);
    if (this.rows.size > this.limits.rowsMax) await this.flush();
  }

  async flush(): Promise<void> {
    const kept = [...this.rows.values()].filter((row) => row !== null);
    const gone = [...this.rows].flatMap(([key, row]) => (row === null ? [key] : []));
    await poisonedAt(this.projection, this.firstPosition, async () => {
      const { pageSize } = this.limits;
      for (let start = 0; start < kept.length; start += pageSize)
        await writeRows(this.manager, this.spare, kept.slice(start, start + pageSize));
      if (!this.isEmpty) await deleteRows(this.manager, this.spare, gone);
    });
    this.isEmpty = this.isEmpty && kept.length === 0;
    this.rows = new Map();
  }
}

/** The spare table under the live one's name, and its indexes under theirs, so that later migrations find them. */
async function takePlace(manager: EntityManager, live: RowTable, spare: RowTable): Promise<void> {
  const indexes: readonly { readonly live: string; readonly spare: string }[] = await manager.query(
    `select of_live.relname as live, of_spare.relname as spare
       from pg_index live join pg_class of_live on of_live.oid = live.indexrelid
       join pg_index spare on spare.indrelid = $2::regclass and spare.indkey::text = live.indkey::text
                          and spare.indisprimary = live.indisprimary and spare.indisunique = live.indisunique
       join pg_class of_spare on of_spare.oid = spare.indexrelid
      where live.indrelid = $1::regclass`,
    [live.name, spare.name],
  );
  const [schema, name] = live.name.split('.');
  await manager.query(`drop table ${live.name}`);
  await manager.query(`alter table ${spare.name} rename to ${name}`);
  for (const index of indexes) await manager.query(`alter index ${schema}.${index.spare} rename to ${index.live}`);
}
