import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Database, openDatabase, openPool } from '@soat/api/platform/database/database.js';
import { OutcomeUnknown, StoreUnavailable } from '@soat/api/platform/event-store/event-store.js';
import { PostgresEventStore } from '@soat/api/platform/event-store/postgres/postgres-event-store.js';
import { leafHashOf } from '@soat/api/platform/trail/leaf.js';
import { takenOnBy } from '@soat/api/platform/database/roles.js';
import pg from 'pg';
import { type TestPostgres, withPostgres } from '../support/postgres.js';
import { commandOf, eventOf, eventStoreContract, range, streamOf } from './event-store.contract.js';

jest.setTimeout(60_000);

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await withPostgres();
});
afterAll(() => postgres.stop());

const fail = (error: Error) => {
  throw error;
};

/** `admin` runs as the login; everybody else as the role that may append. */
async function openLog(): Promise<{
  database: Database;
  admin: pg.Pool;
  pools: readonly pg.Pool[];
  close(): Promise<void>;
}> {
  const databaseUrl = await postgres.freshDatabase();
  const config = { dataFolder: null, databaseUrl, eventStoreUrl: null };
  const database = await openDatabase(config, { entities: [], migrations: [] }, fail);
  const pools = range(3).map(() => openPool(takenOnBy(databaseUrl)('soat_app'), fail, 5));
  const admin = openPool(databaseUrl, fail);
  return {
    database,
    admin,
    pools,
    async close() {
      await Promise.all([admin, ...pools].map((pool) => pool.end()));
      await database.close();
    },
  };
}

eventStoreContract('PostgreSQL', async () => {
  const { admin, pools, close } = await openLog();
  const [a, b, c] = pools.map((pool) => new PostgresEventStore(pool));
  if (!a || !b || !c) throw new Error('three pools, three doors');
  return {
    doors: [a, b, c],
    promises: { densePositions: true, uniqueEventIds: true, oneClock: true },
    async holdTransactionOpen() {
      const client = await admin.connect();
      await client.query('begin; create table public.scratch (number int); insert into public.scratch values (1)');
      return async () => {
        await client.query('commit');
        client.release();
      };
    },
    async close() {
      await Promise.all([a.close(), b.close(), c.close()]);
      await close();
    },
  };
});

describe('the log in PostgreSQL', () => {
  let log: Awaited<ReturnType<typeof openLog>>;
  /** As the login: what the service itself may not do. */
  let pool: pg.Pool;
  let store: PostgresEventStore;
  beforeEach(async () => {
    log = await openLog();
    if (!log.database.logPool) throw new Error('the log is in PostgreSQL');
    store = new PostgresEventStore(log.database.logPool);
    pool = log.admin;
  });
  afterEach(async () => {
    await store.close();
    await log.close();
  });

  const append = (number: number, door = store) => {
    const command = commandOf(number);
    return door.append(streamOf(number), [eventOf(number, command)], 0, command);
  };

  it('has dense positions from 1, also after appends that failed', async () => {
    await append(1);
    const command = commandOf(2);
    await expect(store.append(streamOf(2), [{ ...eventOf(1, command) }], 0, command)).rejects.toThrow(
      'events_event_id',
    );
    await append(3);
    expect((await store.readAll(0, 10)).map(({ position }) => position)).toEqual([1, 2]);
  });

  it('commits together what comes together, each append judged for itself', async () => {
    await append(1);
    const before = await transactions();
    const bad = commandOf(900);
    const late = commandOf(901);
    const outcomes = await Promise.allSettled([
      ...range(30).map((number) => append(number + 100)),
      // An event id that is there already, a stream that is longer, a repeat, and a decision of nothing.
      store.append(streamOf(900), [eventOf(1, bad)], 0, bad),
      store.append(streamOf(1), [eventOf(901, late)], 0, late),
      append(1),
      store.append(streamOf(902), [], 0, commandOf(902)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...range(30).map(() => 'fulfilled'),
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect((await store.readAll(0, 100)).map(({ position }) => position)).toEqual(range(31).map((n) => n + 1));
    // The bad one makes its batch be judged one by one; without it all of them are one transaction.
    expect(await transactions()).toBeGreaterThan(before);
    const alone = await transactions();
    await Promise.all(range(30).map((number) => append(number + 200)));
    expect((await transactions()) - alone).toBe(1);
  });

  it('wakes the subscribers of another process, also after the connection it listens on was lost', async () => {
    const apart = openPool(log.database.url, () => {}, 3);
    // Nobody looks again by himself within this test.
    const patient = new PostgresEventStore(apart, Date.now, 10_000, 3_600_000);
    const stop = new AbortController();
    const seen: number[] = [];
    const following = (async () => {
      for await (const page of patient.subscribe(0, stop.signal)) seen.push(...page.map(({ position }) => position));
    })();
    await listened();
    await append(1);
    while (seen.length < 1) await sleep(5);
    await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen soat_log'");
    await append(2);
    await listened();
    while (seen.length < 2) await sleep(5);
    expect(seen).toEqual([1, 2]);
    stop.abort();
    await following;
    await patient.close();
    await apart.end();
  });

  async function listened(): Promise<void> {
    for (;;) {
      const { rowCount } = await pool.query("select from pg_stat_activity where query = 'listen soat_log'");
      if (rowCount) return;
      await sleep(5);
    }
  }

  /** How many transactions have written to the log. */
  async function transactions(): Promise<number> {
    const { rows } = await pool.query('select count(distinct xmin::text)::int as count from soat_log.events');
    return rows[0].count;
  }

  it.each(['update soat_log.events set actor = actor', 'delete from soat_log.events', 'truncate soat_log.events'])(
    'refuses "%s" to its owner, and to a superuser who switches triggers off',
    async (sql) => {
      await append(1);
      const empty = commandOf(2);
      await store.append(streamOf(1), [], 'any', empty);
      const before = await store.readAll(0, 10);
      for (const table of ['soat_log.events', 'soat_log.empty_answers']) {
        const statement = sql.replace('soat_log.events', table);
        await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
        await expect(pool.query(`set session_replication_role = replica; ${statement}`)).rejects.toMatchObject({
          code: '42501',
        });
      }
      await expect(
        pool.query(
          'insert into soat_log.events select * from soat_log.events on conflict (position) do update set type = $1',
          ['X'],
        ),
      ).rejects.toMatchObject({ code: '42501' });
      expect(await store.readAll(0, 10)).toEqual(before);
      expect(await store.findAnswer(empty)).toMatchObject({ eventIds: [], isReplay: true });
    },
  );

  it('shows an edit made behind its back in the leaf', async () => {
    await append(1);
    await pool.query(`alter table soat_log.events disable trigger events_refuse_change;
      update soat_log.events set actor = 'tran-binh';
      alter table soat_log.events enable always trigger events_refuse_change`);
    const [event] = await store.readAll(0, 1);
    if (!event) throw new Error('it is there');
    expect(leafHashOf(event)).not.toEqual(event.leafHash);
  });

  it('never goes back in time when the clock does', async () => {
    let now = Date.parse('2026-11-21T03:04:05.678Z');
    const door = new PostgresEventStore(pool, () => now);
    await append(1, door);
    now -= 3_600_000;
    await append(2, door);
    now += 7_200_000;
    await append(3, door);
    expect((await store.readAll(0, 10)).map(({ recordedAt }) => recordedAt)).toEqual([
      '2026-11-21T03:04:05.678Z',
      '2026-11-21T03:04:05.678Z',
      '2026-11-21T04:04:05.678Z',
    ]);
  });

  it("does not depend on the session's time zone, nor on its date style or isolation", async () => {
    const name = new URL(log.database.url).pathname.slice(1);
    await pool.query(`alter database ${name} set timezone to 'Asia/Ho_Chi_Minh';
      alter database ${name} set default_transaction_isolation to 'serializable'`);
    const abroad = [openPool(log.database.url, fail, 2), openPool(log.database.url, fail, 2)];
    const [one, two] = abroad.map((each) => new PostgresEventStore(each));
    if (!one || !two) throw new Error('two pools, two doors');
    await Promise.all(range(20).map((number) => append(number, number % 2 ? one : two)));
    const [event] = await one.readAll(0, 1);
    expect(event?.occurredAt).toBe('2026-11-21T02:10:00.000Z');
    expect(event && leafHashOf(event)).toEqual(event?.leafHash);
    await Promise.all(abroad.map((each) => each.end()));
  });

  it('finds its places by index, under a plan made on an empty table and on a full one', async () => {
    const single = openPool(log.database.url, fail, 1);
    await single.query('set plan_cache_mode = force_generic_plan');
    const door = new PostgresEventStore(single);
    const everyPlan = async () => {
      await door.append(streamOf(1), [], 'any', commandOf(Date.now()));
      await door.findAnswer(commandOf(1));
      await door.read(streamOf(1));
      await door.readAll(0, 10);
      const explained = [
        `"soat-answers" ('{${commandOf(1).id}}')`,
        `"soat-places" ('{inspection}', '{${streamOf(1).id}}', '{${commandOf(1).id}}')`,
        `"soat-read-stream" ('inspection', '${streamOf(1).id}')`,
        `"soat-read-page" (0, 10)`,
      ].map((statement) => single.query(`explain execute ${statement}`));
      return (await Promise.all(explained))
        .flatMap(({ rows }) => rows.map((row) => String(row['QUERY PLAN'])))
        .join('\n');
    };
    expect(await everyPlan()).not.toContain('Seq Scan on events');
    await pool.query(`
      insert into soat_log.events
      select n, now(), now(), null, 1, 1, 0, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), null,
             gen_random_uuid(), 'inspection', 'X', 'a', 'r', null, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), '{}'
        from generate_series(1, 20000) n`);
    expect(await everyPlan()).not.toContain('Seq Scan on events');
    await pool.query('analyze soat_log.events');
    expect(await everyPlan()).not.toContain('Seq Scan on events');
    await single.end();
  });

  describe('when the database fails', () => {
    it('is unavailable when nobody answers, and nothing was written', async () => {
      const nobody = openPool('postgres://soat:x@127.0.0.1:1/soat', fail, 1);
      const away = new PostgresEventStore(nobody);
      await expect(append(1, away)).rejects.toThrow(StoreUnavailable);
      await expect(away.read(streamOf(1))).rejects.toThrow(StoreUnavailable);
      await expect(away.findAnswer(commandOf(1))).rejects.toThrow(StoreUnavailable);
      await expect(away.head()).rejects.toThrow(StoreUnavailable);
      await nobody.end();
    });

    it('is unavailable when the connection is lost before the commit, and goes on afterwards', async () => {
      const blocker = await log.admin.connect();
      await blocker.query('begin; lock table soat_log.events in exclusive mode');
      const lost = append(1);
      await killWaitingBackend(log.admin, 'insert into soat_log.events');
      await expect(lost).rejects.toThrow(StoreUnavailable);
      await blocker.query('rollback');
      blocker.release();
      expect(await store.head()).toBe(0);
      expect((await append(1)).isReplay).toBe(false);
    });

    it('does not know the outcome when the connection is lost at the commit, and the command id settles it', async () => {
      // A deferred trigger makes the commit wait where a slow disk or a standby would.
      await pool.query(`
        create function public.linger() returns trigger language plpgsql as $$ begin perform pg_sleep(30); return null; end $$;
        create constraint trigger linger after insert on soat_log.events deferrable initially deferred
          for each row execute function public.linger()`);
      const lost = append(1);
      await killWaitingBackend(log.admin, 'commit');
      await expect(lost).rejects.toThrow(OutcomeUnknown);
      await pool.query('drop trigger linger on soat_log.events');
      expect(await store.findAnswer(commandOf(1))).toBeNull();
      expect((await append(1)).isReplay).toBe(false);
      expect((await append(1)).isReplay).toBe(true);
    });

    it('does not know the outcome when the wait for the standby is cancelled, though the event stands in the log', async () => {
      await pool.query("alter system set synchronous_standby_names = 'nobody'");
      await pool.query('select pg_reload_conf()');
      try {
        await sleep(200);
        const unsure = append(1);
        await cancelWaitingBackend(log.admin, 'commit');
        await expect(unsure).rejects.toThrow(OutcomeUnknown);
      } finally {
        await pool.query('alter system reset synchronous_standby_names');
        await pool.query('select pg_reload_conf()');
        await sleep(200);
      }
      expect((await append(1)).isReplay).toBe(true);
    });

    it('turns a lock that is held too long into unavailable', async () => {
      const blocker = await log.admin.connect();
      await blocker.query('begin; select pg_advisory_xact_lock(7368562)');
      await expect(append(1, new PostgresEventStore(pool, Date.now, 100))).rejects.toThrow(StoreUnavailable);
      await blocker.query('rollback');
      blocker.release();
      expect((await append(1)).position).toBe(1);
    });
  });

  // The failing control: what the contract's subscriber would see if positions came from a bare sequence.
  it('a reader that polls a bare sequence loses events, which is why positions are given under a lock', async () => {
    await pool.query('create table public.naive (position bigserial primary key)');
    const written = new Set<number>();
    const seen = new Set<number>();
    let isWriting = true;
    const reading = (async () => {
      for (let last = 0; isWriting; ) {
        const { rows } = await pool.query('select position from public.naive where position > $1 order by position', [
          last,
        ]);
        for (const { position } of rows) {
          last = Number(position);
          seen.add(last);
        }
      }
    })();
    // Two transactions that overlap, the one with the smaller number ending last: no chance is needed.
    const slow = await log.admin.connect();
    await slow.query('begin');
    written.add(
      Number((await slow.query('insert into public.naive default values returning position')).rows[0].position),
    );
    for (const _ of range(5))
      written.add(
        Number((await log.admin.query('insert into public.naive default values returning position')).rows[0].position),
      );
    while (seen.size < 5) await sleep(5);
    await slow.query('commit');
    slow.release();
    await sleep(200);
    isWriting = false;
    await reading;
    expect(written.size).toBe(6);
    expect([...written].filter((position) => !seen.has(position))).toEqual([1]);
  });
});

interface Queryable {
  query(sql: string, values: unknown[]): Promise<pg.QueryResult>;
}

const killWaitingBackend = (pool: Queryable, query: string) => signalBackend(pool, query, 'pg_terminate_backend');
const cancelWaitingBackend = (pool: Queryable, query: string) => signalBackend(pool, query, 'pg_cancel_backend');

/** As soon as a session waits in this; asked outside any transaction, which would see the same sessions over and over. */
async function signalBackend(pool: Queryable, query: string, signal: string): Promise<void> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; await sleep(10)) {
    const { rowCount } = await pool.query(
      `select ${signal}(pid) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()
          and datname = current_database() and wait_event is not null and query ~ ('^\\s*' || $1)`,
      [query],
    );
    if (rowCount) return;
  }
  throw new Error(`no session was busy with ${query}`);
}
