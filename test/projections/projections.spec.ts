import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDemo } from '@soat/api/demo/load-demo.js';
import { Clock } from '@soat/api/platform/clock.js';
import { CommandExecutor } from '@soat/api/platform/command-handling/execute.js';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import type { EventStore } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { recordCheck } from '@soat/api/platform/integrity/recording.js';
import type { Projection } from '@soat/api/platform/projections/projection.js';
import { ProjectionRunner } from '@soat/api/platform/projections/projection-runner.js';
import { rowsAt, tableAt, wholeRowsAt } from '@soat/api/platform/projections/rows-at.js';
import { PositionAhead, ProjectionLagging, ReadAfterWrite } from '@soat/api/platform/projections/read-after-write.js';
import { rebuild, rebuildAll } from '@soat/api/platform/projections/rebuild.js';
import { projections, schema } from '@soat/api/schema.js';
import { eventCatalogue, type IntegrityReport, unit } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { temporaryFolder, withPostgres } from '../support/postgres.js';

const codec = new EventCodec(eventCatalogue);
const checkedOnce: IntegrityReport = {
  startedAt: '2026-11-21T03:04:05.678Z',
  tookMs: 1_200,
  events: 1_800,
  size: 1_800,
  checkpoint: null,
  checkpoints: 0,
  tiles: 0,
  views: 17,
  rows: 5_000,
  evidence: 400,
  differences: [{ kind: 'view-mismatch', count: 2, position: null, at: 'unit-overview 0188' }],
  notChecked: [{ what: 'evidence-bytes', at: null }],
};
const silent = { error: () => {}, warn: () => {} };

describe('projections over the demo’s log', () => {
  let folder: string;
  let database: Database;
  let store: EventStore;
  let head: number;
  let started: ProjectionRunner[];

  beforeAll(async () => {
    folder = await temporaryFolder();
    const databaseUrl = await (await withPostgres()).freshDatabase();
    database = await openDatabase({ dataFolder: folder, databaseUrl, eventStoreUrl: null }, schema, () => {});
    const clock = new Clock();
    store = openEventStore(database, clock.nowMs);
    await loadDemo(store, clock, folder, { isShort: true });
    // The demo makes up no check of integrity.
    const [first] = await store.readAll(0, 1);
    await recordCheck({ store, codec }, checkedOnce, first?.unitId ?? '');
    head = await store.head();
  });
  afterAll(async () => {
    await store.close();
    await database.close();
    await (await withPostgres()).stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    started = [];
    for (const projection of projections) await emptied(projection);
    await database.dataSource.query('delete from soat_read.checkpoints');
  });
  afterEach(() => Promise.all(started.map((runner) => runner.stop())));

  function run(projection: Projection): ProjectionRunner {
    const runner = new ProjectionRunner(projection, store, codec, database.dataSource, silent);
    started.push(runner);
    runner.start();
    return runner;
  }

  function caughtUp(...runners: readonly ProjectionRunner[]): Promise<void> {
    const names = runners.map((runner) => runner.projection.name);
    return new ReadAfterWrite(runners, store, 30_000).waitFor(names, head);
  }

  function tablesOf({ table, versions, parts }: Projection): readonly (new () => object)[] {
    return [table, versions, parts?.table ?? null].filter((each) => each !== null);
  }

  async function emptied(projection: Projection): Promise<void> {
    for (const table of tablesOf(projection))
      await database.dataSource.createQueryBuilder().delete().from(table).execute();
  }

  /** Every row, and every version of it, as PostgreSQL writes them, in one order. */
  async function bytes(projection: Projection): Promise<string> {
    const all: string[] = [];
    for (const table of tablesOf(projection)) {
      const { tablePath } = database.dataSource.getMetadata(table);
      const rows: readonly { readonly row: string }[] = await database.dataSource.query(
        `select row_to_json(kept)::text as row from ${tablePath} kept order by 1`,
      );
      all.push(...rows.map(({ row }) => row));
    }
    return all.join('\n');
  }

  /** What the fold alone makes of the log, without a table between one event and the next; at each position asked for. */
  async function foldedAt(
    projection: Projection,
    positions: readonly number[],
  ): Promise<ReadonlyMap<number, readonly object[]>> {
    const rows = new Map<string, object>();
    const found = new Map<number, readonly object[]>([[0, []]]);
    for (const stored of await store.readAll(0, 100_000)) {
      if (projection.handles.has(stored.type)) {
        const event = codec.decode(stored);
        const key = projection.keyOf(event);
        const row = projection.fold(rows.get(key) ?? null, event);
        if (row) rows.set(key, row);
        else rows.delete(key);
      }
      if (positions.includes(stored.position)) found.set(stored.position, [...rows.values()]);
    }
    return found;
  }

  async function folded(projection: Projection): Promise<readonly object[]> {
    const last = await store.head();
    return (await foldedAt(projection, [last])).get(last) ?? [];
  }

  function named(name: string): Projection {
    const found = projections.find((projection) => projection.name === name);
    if (!found) throw new Error(`${name} has gone`);
    return found;
  }

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    '%s: the table gives back what the fold made, and a rebuild the same bytes',
    async (_, projection) => {
      await caughtUp(run(projection));
      const rows = await database.dataSource.manager.find(projection.table);
      const expected = await folded(projection);
      expect(rows).toHaveLength(expected.length);
      expect(sorted(rows)).toEqual(sorted(expected));
      expect(expected.length).toBeGreaterThan(0);

      const before = await bytes(projection);
      await Promise.all(started.map((runner) => runner.stop()));
      await emptied(projection);
      expect(await bytes(projection)).toBe('');
      expect(await rebuild(projection, store, codec, database.dataSource)).toBe(head);
      expect(await bytes(projection)).toBe(before);
    },
  );

  const versioned = projections.filter(({ versions }) => versions);

  it.each(versioned.map((projection) => [projection.name, projection] as const))(
    '%s: stands at any position as the fold left it there, event by event',
    async (_, projection) => {
      await caughtUp(run(projection));
      const places = [0, 1, 2, head - 1, head, ...range(4).map((step) => Math.floor(((step + 1) * head) / 5))];
      const then = await foldedAt(projection, places);
      for (const position of places) {
        const expected = sorted(then.get(position) ?? []);
        const rows = projection.parts
          ? await wholeRowsAt(database.dataSource, projection.table, projection.parts, position)
          : await rowsAt(database.dataSource, projection.table, position).getMany();
        expect([position, sorted(rows)]).toEqual([position, expected]);
        const byHand: readonly object[] = await database.dataSource.query(
          `select to_json(row) from ${tableAt(database.dataSource, projection.table, position, String)}`,
        );
        expect(byHand).toHaveLength(expected.length);
      }
      expect(sorted(await rowsAt(database.dataSource, projection.table, null).getMany())).toEqual(
        sorted(await folded(projection)),
      );
    },
  );

  it('knows of rows that went away, and of those that came back, whether written live or made anew', async () => {
    const register = named('unit-register');
    const keys = range(4).map((index) => `01880000-0000-7000-8000-00000000000${index}`);
    const keyOf: Projection['keyOf'] = ({ position }) => keys[position % keys.length] ?? '';
    // Gone with every third event, so that some come back and some stay away.
    const coming: Projection = {
      ...register,
      keyOf,
      fold: (row, event) => {
        const folded = event.position % 3 === 0 ? null : (register.fold(row, event) ?? row);
        return folded && { ...folded, id: keyOf(event) };
      },
    };
    await caughtUp(run(coming));
    const live = await bytes(coming);
    expect(live).toMatch(/"gone_at":\d/);
    const places = range(12).map((step) => 5 * step);
    const then = await foldedAt(coming, places);
    for (const position of places) {
      const rows = await rowsAt(database.dataSource, coming.table, position).getMany();
      expect([position, sorted(rows)]).toEqual([position, sorted(then.get(position) ?? [])]);
    }
    for (const limits of [undefined, { pageSize: 7, rowsMax: 3 }]) {
      await rebuild(coming, store, codec, database.dataSource, limits);
      expect(await bytes(coming)).toBe(live);
    }
  });

  it('does each page once where two processes run the same projection', async () => {
    const overview = named('unit-overview');
    await caughtUp(run(overview), run({ ...overview }));
    await rebuilt(overview);
  });

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    '%s: is made anew while events come and the live one goes on, and nobody sees less meanwhile',
    async (_, projection) => {
      await caughtUp(run(projection));
      const { tablePath } = database.dataSource.getMetadata(projection.table);
      const count = async () =>
        (await database.dataSource.query(`select count(*)::int as count from ${tablePath}`))[0].count;
      const rowsBefore = await count();
      let isRebuilding = true;
      const reading = (async () => {
        while (isRebuilding) expect(await count()).toBeGreaterThanOrEqual(rowsBefore);
      })();
      const writing = writeUnits(5);
      // Little memory, so that rows are written, read again and overwritten on the way.
      await rebuild(projection, store, codec, database.dataSource, { pageSize: 40, rowsMax: 3 });
      isRebuilding = false;
      await Promise.all([reading, writing]);
      head = await store.head();
      await caughtUp(...started);
      const rows = await database.dataSource.manager.find(projection.table);
      expect(sorted(rows)).toEqual(sorted(await folded(projection)));
      const anew = await bytes(projection);
      await rebuild(projection, store, codec, database.dataSource);
      expect(await bytes(projection)).toBe(anew);
    },
  );

  it('keeps the names of its indexes, for the migrations to come', async () => {
    const names = () =>
      database.dataSource.query("select indexname, indexdef from pg_indexes where schemaname = 'soat_read' order by 1");
    const before = await names();
    for (const projection of projections) await rebuild(projection, store, codec, database.dataSource);
    expect(await names()).toEqual(before);
  });

  it.each([
    ['of new rows', undefined],
    ['of new rows and of rows that are overwritten', { pageSize: 40, rowsMax: 3 }],
  ])('keeps every character of what is copied: %s', async (_, limits) => {
    const list = named('inspection-list');
    const texts = [
      '\t',
      'a\nb\r\nc',
      '\\',
      '\\N',
      '\\.',
      '\\t',
      `'"`,
      '',
      ' ',
      'NULL',
      '{a,"b"}',
      'Đỗ Thị Ế — phường 1',
      '🏛️',
      '\b\f\v',
    ];
    const nasty: Projection = {
      ...list,
      fold: (row, event) => {
        const folded = list.fold(row, event);
        const at = (offset: number) => texts[(event.position + offset) % texts.length] ?? '';
        const teamIds = event.position % 3 === 0 ? [] : [...texts, at(0), `${at(1)},${at(2)}`];
        const title = { [at(3)]: [at(4), { [at(5)]: [null, 1.5, false, [], {}, at(6)] }], texts };
        const startedAt = event.position % 2 === 0 ? null : at(7);
        return (
          folded && { ...folded, unitName: at(0), number: texts.join('|'), leadName: at(1), teamIds, title, startedAt }
        );
      },
    };
    await rebuild(nasty, store, codec, database.dataSource, limits);
    const rows = await database.dataSource.manager.find(nasty.table);
    expect(sorted(rows)).toEqual(sorted(await folded(nasty)));
    const copied = await bytes(nasty);
    // The live one writes otherwise, and the same.
    await emptied(nasty);
    await database.dataSource.query('delete from soat_read.checkpoints');
    await caughtUp(run(nasty));
    expect(await bytes(nasty)).toBe(copied);
  });

  it.each([
    ['a text where there must be one', { sentenceVi: null }, '23502'],
    ['a text PostgreSQL cannot hold', { sentenceVi: 'a\u0000b' }, '22021'],
  ])('calls an event poisoned whose row cannot be copied: %s', async (_, wrong, code) => {
    const timeline = named('event-history');
    const poison = 17;
    const poisoned: Projection = {
      ...timeline,
      fold: (row, event) => ({ ...timeline.fold(row, event), ...(event.position === poison && wrong) }),
    };
    await expect(rebuild(poisoned, store, codec, database.dataSource)).rejects.toMatchObject({
      name: 'PoisonedEvent',
      cause: { code },
    });
  });

  it('makes several anew in one reading, and leaves only that one as it was which cannot be', async () => {
    await caughtUp(...projections.map(run));
    await Promise.all(started.map((runner) => runner.stop()));
    const before = new Map<string, string>();
    for (const projection of projections) before.set(projection.name, await bytes(projection));
    let pages = 0;
    const counting = Object.create(store, {
      readAll: {
        value: (after: number, limit: number) => {
          pages += after < head ? 1 : 0;
          return store.readAll(after, limit);
        },
      },
    }) as EventStore;
    await database.dataSource.query("update soat_read.unit_register set name = 'sai'");
    await database.dataSource.query("update soat_read.unit_overview set name = 'sai'");
    const planted = projections.map((projection) =>
      projection.name === 'unit-register'
        ? {
            ...projection,
            fold: () => {
              throw new Error('planted');
            },
          }
        : projection,
    );
    await expect(rebuildAll(planted, counting, codec, database.dataSource)).rejects.toMatchObject({
      projection: 'unit-register',
    });
    expect(pages).toBe(Math.ceil(head / 500));
    expect(await bytes(named('unit-register'))).toContain('sai');
    expect(await bytes(named('unit-overview'))).toBe(before.get('unit-overview'));

    const reached = await rebuildAll(projections, store, codec, database.dataSource);
    expect([...reached]).toEqual(projections.map(({ name }) => [name, head]));
    for (const projection of projections) expect(await bytes(projection)).toBe(before.get(projection.name));
    const spares =
      "select from information_schema.tables where table_schema = 'soat_read' and table_name like '%_spare'";
    expect(await database.dataSource.query(spares)).toEqual([]);
  });

  it('is made anew once after the other where two ask for it at once', async () => {
    const overview = named('unit-overview');
    await Promise.all([1, 2, 3].map(() => rebuild(overview, store, codec, database.dataSource)));
    await caughtUp(run(overview));
    await rebuilt(overview);
  });

  it('changes nothing when it cannot be made anew', async () => {
    const register = named('unit-register');
    await caughtUp(run(register));
    const before = await bytes(register);
    const poisoned: Projection = {
      ...register,
      fold: (row, event) => {
        if (event.position > 5) throw new Error('planted');
        return register.fold(row, event);
      },
    };
    await expect(rebuild(poisoned, store, codec, database.dataSource)).rejects.toMatchObject({ name: 'PoisonedEvent' });
    expect(await bytes(register)).toBe(before);
    expect(await database.dataSource.query("select to_regclass('soat_read.unit_register_spare') as spare")).toEqual([
      { spare: null },
    ]);
  });

  /** By another process, as it were. */
  async function writeUnits(times: number): Promise<void> {
    const executor = new CommandExecutor(store, codec);
    for (let written = 0; written < times; written += 1) {
      const [id, key] = [uuidv7(), uuidv7()];
      await executor.execute({
        category: 'unit',
        id,
        decider: unit,
        command: {
          type: 'EstablishUnit',
          data: {
            id,
            name: 'Phòng mới',
            code: 'M',
            kind: 'department',
            parentId: null,
            basis: null,
            validFrom: '2026-01-01',
          },
        },
        unitIdOf: () => id,
        context: {
          stamp: { id: key, digest: 'a'.repeat(64), actor: 'admin' },
          person: { id: 'admin', role: 'administrator', onBehalfOf: null },
          occurredAt: '2026-11-21T03:04:05.678Z',
          effectiveOn: null,
          causationId: null,
          correlationId: key,
          isSimulated: true,
        },
      });
    }
  }

  it('goes on where it stopped', async () => {
    const overview = named('unit-overview');
    const runner = run(overview);
    while (runner.status.position === 0) await sleep(1);
    await runner.stop();
    expect(runner.status.state).toBe('stopped');
    await caughtUp(run(overview));
    await rebuilt(overview);
  });

  it('makes its rows anew when the fold has changed', async () => {
    const register = named('unit-register');
    await caughtUp(run(register));
    await Promise.all(started.map((runner) => runner.stop()));
    await database.dataSource.query("update soat_read.unit_register set name = 'bởi cách gộp cũ'");
    await caughtUp(run({ ...register, version: register.version + 1 }));
    expect(await bytes(register)).not.toContain('bởi cách gộp cũ');
    await rebuilt({ ...register, version: register.version + 1 });
  });

  it('parks at an event its fold cannot take, with everything before it kept and nobody else stopped', async () => {
    const timeline = named('event-history');
    const poison = Math.floor(head / 2);
    const poisoned: Projection = {
      ...timeline,
      fold: (row, event) => {
        if (event.position === poison) throw new Error('planted');
        return timeline.fold(row, event);
      },
    };
    const parked = run(poisoned);
    const other = run(named('unit-overview'));
    await caughtUp(other);
    await until(() => parked.status.state === 'parked');
    expect(parked.status.position).toBe(poison - 1);
    const [{ count }] = await database.dataSource.query('select count(*)::int as count from soat_read.event_history');
    expect(count).toBe(poison - 1);
    await expect(new ReadAfterWrite([parked], store).waitFor(['event-history'], head)).rejects.toBeInstanceOf(
      ProjectionLagging,
    );
    // Mended, it goes on from there.
    await parked.stop();
    await caughtUp(run(timeline));
    await rebuilt(timeline);
  });

  it('parks at the very event whose row the database refuses', async () => {
    const timeline = named('event-history');
    const poison = 17;
    const parked = run({
      ...timeline,
      fold: (row, event) => {
        const folded = timeline.fold(row, event);
        return event.position === poison ? { ...folded, sentenceVi: null } : folded;
      },
    });
    await until(() => parked.status.state === 'parked');
    expect(parked.status.position).toBe(poison - 1);
  });

  it('lets a reader wait for a write, but not for one that was never made', async () => {
    const runner = new ProjectionRunner(named('unit-register'), store, codec, database.dataSource, silent);
    started.push(runner);
    const reading = new ReadAfterWrite([runner], store, 50);
    await reading.waitFor(['unit-register'], undefined);
    await expect(reading.waitFor(['unit-register'], head)).rejects.toBeInstanceOf(ProjectionLagging);
    await expect(reading.waitFor(['unit-register'], head + 1)).rejects.toBeInstanceOf(PositionAhead);
    const patient = new ReadAfterWrite([runner], store, 30_000).waitFor(['unit-register'], head);
    runner.start();
    await patient;
    expect(runner.status.position).toBe(head);
  });

  async function rebuilt(projection: Projection): Promise<void> {
    const before = await bytes(projection);
    await rebuild(projection, store, codec, database.dataSource);
    expect(await bytes(projection)).toBe(before);
  }
});

function sorted(rows: readonly object[]): readonly unknown[] {
  return rows
    .map((row) => ({ ...row }))
    .sort((one, other) => (JSON.stringify(Object.values(one)[0]) < JSON.stringify(Object.values(other)[0]) ? -1 : 1));
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
