import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chooseDataFolder, isReachableBy } from '@soat/api/platform/database/data-folder.js';
import { openDatabase, openPoolAs, problemsOf } from '@soat/api/platform/database/database.js';
import { takenRoles } from '@soat/api/platform/database/roles.js';
import { StoreUnavailable } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type TestPostgres, temporaryFolder, withPostgres } from '../support/postgres.js';

jest.setTimeout(60_000);

class Rows0002 implements MigrationInterface {
  readonly name = 'Rows1763683200002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table rows (number int)');
  }
  async down(): Promise<void> {}
}

const nothing = { entities: [], migrations: [] };
const fail = (error: Error) => {
  throw error;
};

/** What the URL's own login sees. */
async function asLogin(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the database of the process', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await withPostgres();
  });
  afterAll(() => postgres.stop());

  const given = async () => ({ dataFolder: null, databaseUrl: await postgres.freshDatabase(), eventStoreUrl: null });

  it("has the log and the features' tables after the first start, and starts again on them", async () => {
    const config = await given();
    for (const _ of ['first', 'second']) {
      const database = await openDatabase(config, { entities: [], migrations: [Rows0002] }, fail);
      expect(database.embedded).toBeNull();
      expect(await openEventStore(database).head()).toBe(0);
      expect(await asLogin(config.databaseUrl, 'select * from rows')).toEqual([]);
      expect(await asLogin(config.databaseUrl, 'select name from migrations')).toHaveLength(3);
      await database.close();
    }
  });

  it('is migrated once when two processes start together', async () => {
    const config = await given();
    const both = await Promise.all(
      [1, 2].map(() => openDatabase(config, { entities: [], migrations: [Rows0002] }, fail)),
    );
    expect(await asLogin(config.databaseUrl, 'select name from migrations')).toHaveLength(3);
    await Promise.all(both.map((database) => database.close()));
  });

  it('neither waits nor is waited for without end where the network falls silent', async () => {
    const database = await openDatabase(await given(), nothing, fail);
    const asked = `select current_setting('tcp_keepalives_idle') as keepalive, current_setting('tcp_user_timeout') as silence,
      current_setting('idle_in_transaction_session_timeout') as idle`;
    // In milliseconds, or as the server writes longer times.
    const wanted = [{ keepalive: '10', silence: '25000', idle: '1min' }];
    const { logPool } = database;
    if (!logPool) throw new Error('the log is in PostgreSQL');
    expect((await logPool.query(asked)).rows).toEqual(wanted);
    expect(await database.dataSource.query(asked)).toEqual(wanted);
    const hung = { text: 'select pg_sleep(30)', query_timeout: 200 };
    await expect(logPool.query(hung)).rejects.toThrow('timeout');
    expect(logPool.options.query_timeout).toBeGreaterThan(0);
    await database.close();
  });

  it('puts the log into the database that EVENT_STORE_URL names, and only there', async () => {
    const config = { ...(await given()), eventStoreUrl: await postgres.freshDatabase() };
    const database = await openDatabase(config, nothing, fail);
    const name = 'select current_database() as name';
    expect(await database.dataSource.query(name)).toEqual([{ name: path.basename(config.databaseUrl) }]);
    expect((await database.logPool?.query(name))?.rows).toEqual([{ name: path.basename(config.eventStoreUrl) }]);
    expect(await openEventStore(database).head()).toBe(0);
    await database.close();
  });

  it('opens no pool for a log that is in a KurrentDB', async () => {
    const eventStoreUrl = 'kurrentdb://127.0.0.1:1?tls=false';
    const database = await openDatabase({ ...(await given()), eventStoreUrl }, nothing, fail);
    expect(database).toMatchObject({ logPool: null, logUrl: eventStoreUrl });
    const store = openEventStore(database);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await store.close();
    await database.close();
  });

  it('is refused when it would answer before a commit is on the disk', async () => {
    const config = await given();
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(`alter database ${path.basename(config.databaseUrl)} set synchronous_commit to off`);
    await admin.end();
    const refused = openDatabase(config, nothing, fail);
    await expect(refused).rejects.toThrow('synchronous_commit is off');
    await expect(refused).rejects.toMatchObject({ name: 'UnfitDatabase' });
  });

  it('is refused for every setting that could lose a commit, for its age and for its encoding', () => {
    const fit = {
      version: 15,
      server_encoding: 'UTF8',
      fsync: 'on',
      synchronous_commit: 'remote_apply',
      full_page_writes: 'on',
    };
    const unfit = {
      version: 14,
      server_encoding: 'LATIN1',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    };
    expect(problemsOf(fit)).toEqual([]);
    expect(problemsOf(unfit).map((problem) => problem.split(/[ :]/)[0])).toEqual([
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'PostgreSQL',
      'its',
    ]);
  });

  it('does not end the process when the server ends its sessions', async () => {
    const reported: Error[] = [];
    const database = await openDatabase(await given(), nothing, (error) => reported.push(error));
    const store = openEventStore(database);
    await store.head();
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    const { rowCount } = await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = $1',
      [path.basename(database.url)],
    );
    await admin.end();
    // Every one of them: a pool that has not heard yet would lend out a session that is gone.
    while (reported.length < Number(rowCount)) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await store.head()).toBe(0);
    await database.close();
  });
});

describe('the embedded database of the process', () => {
  it('is started in the data folder, serves the log, and is gone after close', async () => {
    const folder = await temporaryFolder();
    const config = { dataFolder: path.join(folder, 'soat'), databaseUrl: null, eventStoreUrl: null };
    const database = await openDatabase(config, nothing, fail);
    expect(database.dataFolder).toBe(config.dataFolder);
    expect(await openEventStore(database).head()).toBe(0);
    const { pid, enter } = database.embedded ?? {};
    if (!enter) throw new Error('it is the embedded one');
    // Each role is a login that can become nobody else.
    for (const role of takenRoles) {
      const url = enter(role).url;
      expect(await asLogin(url, 'select session_user as who, current_user as as')).toEqual([{ who: role, as: role }]);
    }
    for (const other of ['soat', 'soat_owner', 'soat_sealer', 'soat_migrator'])
      await expect(asLogin(enter('soat_app').url, `set role ${other}`)).rejects.toMatchObject({
        code: '42501',
      });
    await asLogin(database.url, 'alter role soat_app set synchronous_commit to off');
    await expect(openPoolAs(enter('soat_app'), fail)).rejects.toThrow('synchronous_commit is off for soat_app');
    await expect(asLogin(enter('soat_owner').url, 'select')).rejects.toMatchObject({ code: '28P01' });
    await database.close();
    await database.close();
    expect(pid).toBeGreaterThan(0);
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await expect(client.connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the data folder', () => {
  it('is the one given, else .soat here', () => {
    expect(chooseDataFolder('/srv/soat', '/')).toBe('/srv/soat');
    expect(chooseDataFolder('data', '/srv')).toBe('/srv/data');
    expect(chooseDataFolder(null, '/')).toBe('/.soat');
  });

  it('is out of reach below a directory closed to the account', async () => {
    const folder = await temporaryFolder();
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const stranger = { uid: 65_533, gid: 65_533 };
    expect(isReachableBy(stranger, path.join(folder, 'not-yet'))).toBe(true);
    expect(isReachableBy(stranger, path.join(closed, 'soat'))).toBe(false);
    expect(isReachableBy(null, path.join(closed, 'soat'))).toBe(true);
    if (process.getuid?.() === 0) expect(chooseDataFolder(null, closed)).toBe('/var/lib/soat');
    rmSync(folder, { recursive: true, force: true });
  });
});
