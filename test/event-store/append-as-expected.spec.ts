import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import { type NewEvent, OutcomeUnknown } from '@soat/api/platform/event-store/event-store.js';
import { committed } from '@soat/api/platform/event-store/postgres/committing.js';
import { PostgresEventStore } from '@soat/api/platform/event-store/postgres/postgres-event-store.js';
import { insertAsExpected } from '@soat/api/platform/event-store/postgres/statements.js';
import type pg from 'pg';
import { type TestPostgres, withPostgres } from '../support/postgres.js';
import { commandOf, eventOf, range, streamOf } from './event-store.contract.js';

describe('the append of one round trip', () => {
  let postgres: TestPostgres;
  let database: Database;
  let pool: pg.Pool;
  let store: PostgresEventStore;
  beforeAll(async () => {
    postgres = await withPostgres();
    const config = { dataFolder: null, databaseUrl: await postgres.freshDatabase(), eventStoreUrl: null };
    database = await openDatabase(config, { entities: [], migrations: [] }, () => {});
    if (!database.logPool) throw new Error('the log is in PostgreSQL');
    pool = database.logPool;
    store = new PostgresEventStore(pool);
  });
  afterAll(async () => {
    await store.close();
    await database.close();
    await postgres.stop();
  });

  const planOf = async () => {
    const { rows } = await pool.query(`explain (generic_plan) ${insertAsExpected.text}`);
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  };

  it('looks by index, under a plan made on an empty table and on a full one', async () => {
    expect(await planOf()).not.toContain('Seq Scan on events');
    await pool.query(`
      insert into soat_log.events
      select n, now() - interval '1 day', now() - interval '1 day', null, 1, 1, 0, gen_random_uuid(), gen_random_uuid(),
             gen_random_uuid(), gen_random_uuid(), null, gen_random_uuid(), 'inspection', 'X', 'a', 'r', null,
             decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), '{}'
        from generate_series(1, 20000) n`);
    await pool.query('analyze soat_log.events');
    expect(await planOf()).not.toContain('Seq Scan on events');
  });

  it('keeps rows apart that hold what arrays and lines are written with', async () => {
    const strange: Partial<NewEvent>[] = [
      { role: '{a,"b"}', onBehalfOf: 'NULL' },
      { role: '\\N', onBehalfOf: null, effectiveOn: null },
      { type: "it's", role: '\u2028', onBehalfOf: ',' },
    ];
    const appends = strange.map((columns, index) => {
      const command = commandOf(100 + index);
      return { command, event: { ...eventOf(100 + index, command), ...columns } };
    });
    // In one turn of the event loop, so in one batch.
    await Promise.all(
      appends.map(({ command, event }, index) => store.append(streamOf(100 + index), [event], 0, command)),
    );
    for (const [index, { event }] of appends.entries()) {
      const [stored] = await store.read(streamOf(100 + index));
      expect(stored).toMatchObject(event);
    }
  });

  it('takes one append after another to the same stream in one batch', async () => {
    const commands = range(3).map((index) => commandOf(200 + index));
    const appended = await Promise.all(
      commands.map((command, index) => store.append(streamOf(200), [eventOf(200 + index, command)], index, command)),
    );
    expect(appended.map(({ length }) => length)).toEqual([1, 2, 3]);
    expect((await store.read(streamOf(200))).map(({ version }) => version)).toEqual([1, 2, 3]);
  });

  it('answers each with its own position', async () => {
    const appended = await Promise.all(
      range(4).map((index) => {
        const command = commandOf(300 + index);
        const events = range(index + 1).map((place) => eventOf(300 + 10 * index + place, command));
        return store.append(streamOf(300 + index), events, 0, command);
      }),
    );
    for (const { stream, position } of appended) expect((await store.read(stream)).at(-1)?.position).toBe(position);
  });

  it('does not call written what was never sent', async () => {
    const client = await pool.connect();
    const failing = () => [client.query('begin'), Promise.reject(new TypeError('cannot be sent'))];
    await expect(committed(client, failing)).rejects.toThrow(OutcomeUnknown);
    client.release();
  });
});
