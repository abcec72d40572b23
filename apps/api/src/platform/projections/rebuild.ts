import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { Copying } from '../database/copy.js';
import type { AnyEvent, EventCodec } from '../event-store/codec.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { lockedCheckpoint, moveCheckpoint, readCheckpoint } from './checkpoints.js';
import { PoisonedEvent } from './fold-page.js';
import type { Projection } from './projection.js';
import { type RowTable, tableOf } from './rows.js';
import { SpareRows } from './spare-rows.js';
import { compareTables, type TableComparison } from './table-comparison.js';
import { versionTablesOf } from './versions.js';

export interface RebuildLimits {
  /** Events read, and rows overwritten, at once. */
  readonly pageSize: number;
  /** Rows of a projection that are held in memory before they are written. */
  readonly rowsMax: number;
}

const lockAgainMs = 200;
// An order of an inspection carries its checklist, 70 kB of it: a page of nothing else is 35 MB.
const ordinaryLimits: RebuildLimits = { pageSize: 500, rowsMax: 5_000 };

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
  const reached = await rebuildAll([projection], store, codec, dataSource, limits);
  return reached.get(projection.name) ?? 0;
}

/**
 * The same for several projections, which costs one reading of the log and not one for each of them: reading and decoding is
 * most of it. Answers the position reached by name.
 * @throws PoisonedEvent, and then nothing has changed of the projection that it names; the others were made anew
 */
export async function rebuildAll(
  projections: readonly Projection[],
  store: EventStore,
  codec: EventCodec,
  dataSource: DataSource,
  limits = ordinaryLimits,
): Promise<ReadonlyMap<string, number>> {
  return await withPass(projections, store, codec, dataSource, limits, (pass) => pass.over(projections));
}

async function withPass<T>(
  projections: readonly Projection[],
  store: EventStore,
  codec: EventCodec,
  dataSource: DataSource,
  limits: RebuildLimits,
  work: (pass: Pass) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  let copying: Copying | null = null;
  try {
    copying = await Copying.open(dataSource);
    const pass = new Pass(store, codec, runner, copying, limits);
    return await alone(runner, projections, () => work(pass));
  } finally {
    await copying?.close();
    await runner.release();
  }
}

/** What a projection's tables hold, held against what the log makes of them. */
export interface Comparison {
  readonly name: string;
  /** Null where it could not be done: its rows are of another version of the fold, or an event is one it cannot take. */
  readonly rows: number | null;
  readonly differing: number;
  /** Table, key and in which way, of the first one. */
  readonly first: string | null;
}

/**
 * Folds the log into spare tables up to where each projection stands, and compares them row by row with the live ones under its
 * checkpoint's lock: what is read and kept up meanwhile is not touched.
 */
export async function compareAll(
  projections: readonly Projection[],
  store: EventStore,
  codec: EventCodec,
  dataSource: DataSource,
  limits = ordinaryLimits,
): Promise<readonly Comparison[]> {
  return await withPass(projections, store, codec, dataSource, limits, (pass) => pass.comparing(projections));
}

/** One rebuild of a projection at a time, whichever process does it. */
async function alone<T>(runner: QueryRunner, projections: readonly Projection[], work: () => Promise<T>): Promise<T> {
  // In one order for everybody: two that wait for each other would wait for ever.
  const locks = projections.map(({ name }) => `soat_read ${name}`).sort();
  // Asked for again and again: the other rebuild may take longer than any one statement is waited for.
  const take = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as "isTaken"';
  const taken: string[] = [];
  try {
    for (const lock of locks) {
      while (!(await runner.query(take, [lock]))[0].isTaken) await pause(lockAgainMs);
      taken.push(lock);
    }
    return await work();
  } finally {
    for (const lock of taken) await runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock]);
  }
}

/** A table, and the one that is to take its place. */
interface Pair {
  readonly live: RowTable;
  readonly spare: RowTable;
}

/** A projection on its way: its tables, and what is not in the spare ones yet. */
interface Made {
  readonly projection: Projection;
  /** Of its rows, and of their versions where it keeps them. */
  readonly tables: readonly Pair[];
  readonly rows: SpareRows;
}

/** Once over the log, for all that are to be made anew. */
class Pass {
  private readonly poisons: PoisonedEvent[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly runner: QueryRunner,
    private readonly copying: Copying,
    private readonly limits: RebuildLimits,
  ) {}

  async over(projections: readonly Projection[]): Promise<ReadonlyMap<string, number>> {
    const all: Made[] = [];
    const reached = new Map<string, number>();
    try {
      for (const projection of projections) all.push(await this.begin(projection));
      // The long way without a lock, then, one projection after the other, what has come meanwhile under it.
      const position = await this.follow(0, async (page) => {
        const once = decodingOnce(this.codec);
        for (const made of all) await this.unlessPoisoned(made, () => made.rows.take(page, once));
      });
      for (const made of all) await this.unlessPoisoned(made, () => made.rows.flush());
      for (const made of all)
        await this.unlessPoisoned(made, async () => {
          reached.set(made.projection.name, await this.finish(made, position));
        });
    } finally {
      // Of those that took their live table's place there is none any more.
      await this.drop(all);
    }
    const [poison] = this.poisons;
    if (poison) throw poison;
    return reached;
  }

  private async begin(projection: Projection): Promise<Made> {
    const { manager } = this.runner;
    const rows = await this.spareOf(tableOf(manager, projection));
    const live = versionTablesOf(manager, projection);
    const versions = live && (await this.spareOf(live.rows));
    const parts = live?.parts ? await this.spareOf(live.parts) : null;
    const spareVersions = versions && { rows: versions.spare, parts: parts?.spare ?? null };
    return {
      projection,
      tables: [rows, versions, parts].filter((pair) => pair !== null),
      rows: new SpareRows(manager, this.copying, projection, rows.spare, spareVersions, this.limits),
    };
  }

  private async spareOf(live: RowTable): Promise<Pair> {
    const spare: RowTable = { ...live, name: `${live.name}_spare` };
    await this.runner.query(
      `drop table if exists ${spare.name}; create table ${spare.name} (like ${live.name} including all)`,
    );
    return { live, spare };
  }

  async comparing(projections: readonly Projection[]): Promise<readonly Comparison[]> {
    const all: { readonly made: Made; readonly stoodAt: number }[] = [];
    const compared = new Map<string, Comparison>();
    try {
      for (const projection of projections) {
        const { name, version } = projection;
        const checkpoint = await readCheckpoint(this.runner.manager, name);
        if (checkpoint?.version === version)
          all.push({ made: await this.begin(projection), stoodAt: checkpoint.position });
      }
      await this.follow(
        0,
        async (page) => {
          const once = decodingOnce(this.codec);
          for (const { made, stoodAt } of all)
            await this.unlessPoisoned(made, () => made.rows.take(upTo(page, stoodAt), once));
        },
        Math.max(0, ...all.map(({ stoodAt }) => stoodAt)),
      );
      for (const { made, stoodAt } of all)
        await this.unlessPoisoned(made, async () => {
          await made.rows.flush();
          compared.set(made.projection.name, await this.compare(made, stoodAt));
        });
    } finally {
      await this.drop(all.map(({ made }) => made));
    }
    return projections.map(({ name }) => compared.get(name) ?? { name, rows: null, differing: 0, first: null });
  }

  private async compare({ projection, tables, rows }: Made, after: number): Promise<Comparison> {
    const { name, version } = projection;
    return await this.runner.manager.transaction(async (locked) => {
      // What has come meanwhile, and nothing more until the tables were compared.
      const { position } = await lockedCheckpoint(locked, name, version);
      await this.follow(after, (page) => rows.take(upTo(page, position), this.codec), position);
      await rows.flush();
      const compared: TableComparison[] = [];
      for (const { live, spare } of tables) compared.push(await compareTables(locked, live.name, spare.name));
      return {
        name,
        rows: compared.reduce((sum, each) => sum + each.rows, 0),
        differing: compared.reduce((sum, each) => sum + each.differing, 0),
        first: compared.find((each) => each.first !== null)?.first ?? null,
      };
    });
  }

  private async drop(all: readonly Made[]): Promise<void> {
    for (const { spare } of all.flatMap(({ tables }) => tables))
      await this.runner.query(`drop table if exists ${spare.name}`).catch(() => {});
  }

  /** Up to `until`, or to the end. Answers the position of the last event. */
  private async follow(
    after: number,
    take: (page: readonly StoredEvent[]) => Promise<void>,
    until = Number.POSITIVE_INFINITY,
  ): Promise<number> {
    for (let position = after; ; ) {
      if (position >= until) return position;
      const page = await this.store.readAll(position, this.limits.pageSize);
      const last = page.at(-1);
      if (!last) return position;
      await take(page);
      position = last.position;
    }
  }

  private async finish({ projection, tables, rows }: Made, after: number): Promise<number> {
    const { name, version } = projection;
    return await this.runner.manager.transaction(async (locked) => {
      await lockedCheckpoint(locked, name, version);
      const position = await this.follow(after, (page) => rows.take(page, this.codec));
      await rows.flush();
      for (const { live, spare } of tables) await takePlace(locked, live, spare);
      await moveCheckpoint(locked, { name, version, position });
      return position;
    });
  }

  /** What one projection cannot take is nothing to the others. */
  private async unlessPoisoned({ projection }: Made, work: () => Promise<void>): Promise<void> {
    if (this.poisons.some((poison) => poison.projection === projection.name)) return;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof PoisonedEvent)) throw error;
      this.poisons.push(error);
    }
  }
}

function upTo(page: readonly StoredEvent[], position: number): readonly StoredEvent[] {
  return page.filter((event) => event.position <= position);
}

/** However many ask for the same event. */
function decodingOnce(codec: EventCodec): Pick<EventCodec, 'decode'> {
  const decoded = new Map<StoredEvent, AnyEvent>();
  return {
    decode(stored) {
      const known = decoded.get(stored);
      if (known) return known;
      const event = codec.decode(stored);
      decoded.set(stored, event);
      return event;
    },
  };
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
