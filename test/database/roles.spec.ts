import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import { wantingGuards } from '@soat/api/platform/database/grants.js';
import { connectionOf, type DatabaseRole, databaseRoles, takenOnBy } from '@soat/api/platform/database/roles.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { rebuildAll } from '@soat/api/platform/projections/rebuild.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import { projections, schema } from '@soat/api/schema.js';
import { eventCatalogue } from '@soat/domain';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { commandOf, eventOf, streamOf } from '../event-store/event-store.contract.js';
import path from 'node:path';
import { type TestPostgres, withPostgres } from '../support/postgres.js';

jest.setTimeout(120_000);

const fail = (error: Error) => {
  throw error;
};
const nothing = { entities: [], migrations: [] };

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await withPostgres();
});
afterAll(() => postgres.stop());

async function asked(config: pg.ClientConfig, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    const result = await client.query(sql);
    return result.rows ?? [];
  } finally {
    await client.end();
  }
}
const asAdmin = (url: string, sql: string) => asked({ connectionString: url }, sql);
const as = (role: DatabaseRole, url: string, sql: string) => asked(connectionOf(takenOnBy(url)(role)), sql);
const open = (databaseUrl: string, what: Parameters<typeof openDatabase>[1] = nothing) =>
  openDatabase({ dataFolder: null, databaseUrl, eventStoreUrl: null }, what, fail);
const loginOn = (url: string, name: string) => Object.assign(new URL(url), { username: name, password: 'x' }).href;

/** As on a server where nobody has ever heard of the service. */
async function forgetRoles(): Promise<void> {
  await asAdmin(postgres.url, `drop role if exists ${databaseRoles.join(', ')}`);
}

/** What each role may do, `role: SELECT INSERT`, by table. */
async function privileges(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = await asAdmin(
    url,
    `select relation.oid::regclass::text as name,
            array(select role || ': ' || string_agg(privilege, ' ' order by place)
                    from unnest(array['${databaseRoles.join("', '")}', 'public']) as role,
                         unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
                           with ordinality as each(privilege, place)
                   where has_table_privilege(role, relation.oid, privilege) group by role order by role) as may
       from pg_class as relation where relnamespace in ('soat_log'::regnamespace, 'soat_read'::regnamespace)
                                   and relkind in ('r', 'p', 'v', 'm') order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, may }) => [name, may])) as Record<string, readonly string[]>;
}

const all = 'SELECT INSERT UPDATE DELETE TRUNCATE REFERENCES TRIGGER';
const owned = [`soat_migrator: ${all}`, `soat_owner: ${all}`];
const besideTheLog = ['soat_app: SELECT INSERT', 'soat_auditor: SELECT', ...owned];
const sealed = ['soat_app: SELECT', 'soat_auditor: SELECT', ...owned, 'soat_sealer: SELECT INSERT'];
const readModel = ['soat_app: SELECT', 'soat_auditor: SELECT', `soat_migrator: ${all}`, `soat_projector: ${all}`];
/** The table of roles, tables and privileges; what is not named here is for whatever else comes to the schema. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  'soat_log.events': [
    ...['soat_app: SELECT INSERT', 'soat_auditor: SELECT', ...owned],
    ...['soat_projector: SELECT', 'soat_sealer: SELECT'],
  ],
  'soat_log.access_log': ['soat_app: SELECT INSERT', 'soat_auditor: SELECT', ...owned, 'soat_projector: SELECT INSERT'],
  'soat_log.tree_tiles': sealed,
  'soat_log.checkpoints': sealed,
};
const wantedOf = (table: string) => wanted[table] ?? (table.startsWith('soat_log.') ? besideTheLog : readModel);

describe('setting up the roles', () => {
  it('is done by a login that may make roles, by itself', async () => {
    const url = await postgres.freshDatabase();
    await forgetRoles();
    await asAdmin(url, "create role steward login createrole password 'x'");
    await asAdmin(url, `alter database ${path.basename(url)} owner to steward`);
    const database = await open(loginOn(url, 'steward'), schema);
    expect(await openEventStore(database).head()).toBe(0);
    await database.close();
    expect(await privileges(url)).toHaveProperty(['soat_log.events'], wanted['soat_log.events']);
  });

  it('is done once by many that start together on databases of one server', async () => {
    const urls: string[] = [];
    for (let index = 0; index < 4; index += 1) urls.push(await postgres.freshDatabase());
    for (const { datname } of await asAdmin(
      postgres.url,
      "select datname from pg_database where datname like 'fresh%'",
    )) {
      const used = Object.assign(new URL(postgres.url), { pathname: `/${datname}` }).href;
      await asAdmin(
        used,
        `do $$ declare role text; begin
        for role in select rolname from pg_roles where rolname like 'soat\\_%' loop
          execute format('drop owned by %I cascade', role); end loop; end $$`,
      );
    }
    await forgetRoles();
    const databases = await Promise.all([...urls, ...urls].map((url) => open(url)));
    await Promise.all(databases.map((database) => database.close()));
    for (const url of urls)
      expect(await privileges(url)).toHaveProperty(['soat_log.events'], wanted['soat_log.events']);
  });

  it('is asked of an administrator where the login may not, in the statements that do it', async () => {
    const url = await postgres.freshDatabase();
    await asAdmin(url, "create role clerk login password 'x'");
    const refused = open(loginOn(url, 'clerk'));
    await expect(refused).rejects.toMatchObject({ name: 'RolesWanting', login: 'clerk' });
    const { statements } = (await refused.catch((error) => error)) as { readonly statements: readonly string[] };
    expect(statements).toContain('grant soat_app to clerk');
    expect((await refused.catch((error) => error)).message).toContain(
      'create schema soat_log authorization soat_owner;',
    );
    for (const statement of statements) await asAdmin(url, statement);
    await (await open(loginOn(url, 'clerk'), schema)).close();
  });

  it('takes over what was made before there were roles', async () => {
    const url = await postgres.freshDatabase();
    await (await open(url, schema)).close();
    const before = await privileges(url);
    await asAdmin(url, 'reassign owned by soat_owner, soat_projector, soat_migrator to soat');
    await asAdmin(
      url,
      'revoke all on all tables in schema soat_log, soat_read from soat_app, soat_sealer, soat_auditor',
    );
    await asAdmin(url, 'grant update on soat_log.events to soat_app; grant truncate on soat_log.events to public');
    expect(await privileges(url)).not.toEqual(before);
    await (await open(url, schema)).close();
    expect(await privileges(url)).toEqual(before);
  });

  it('takes back what would let the log be changed, and mends what refuses it', async () => {
    const url = await postgres.freshDatabase();
    await (await open(url, schema)).close();
    const change = "update soat_log.events set actor = 'somebody'";
    await asAdmin(
      url,
      `grant update (actor) on soat_log.events to soat_app; grant soat_owner to soat_app; grant pg_write_all_data to soat_app;
       create or replace function soat_log.refuse_change() returns trigger language plpgsql as $$begin return null; end$$;
       create or replace trigger checkpoints_refuse_change before update or delete or truncate on soat_log.checkpoints
         when (false) execute function soat_log.refuse_change()`,
    );
    await as('soat_app', url, change);
    await asAdmin(url, 'alter role soat_app superuser');
    await (await open(url, schema)).close();
    await expect(as('soat_app', url, change)).rejects.toThrow('permission denied');
    for (const table of ['events', 'checkpoints'])
      await expect(asAdmin(url, `delete from soat_log.${table}`)).rejects.toThrow('the log only grows');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    expect(await wantingGuards(client)).toEqual([]);
    await client.end();
  });

  it('is not fooled by settings that the URL itself brings along', async () => {
    const url = `${await postgres.freshDatabase()}?options=-c%20role%3Dsoat`;
    const database = await open(url);
    expect(await database.dataSource.query('select current_user')).toEqual([{ current_user: 'soat_projector' }]);
    await database.close();
  });
});

/** A feature's, which says nothing about roles. */
class Later0001 implements MigrationInterface {
  readonly name = 'Later1863683200001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table soat_log.later (number serial primary key); create table soat_read.later (id int)',
    );
  }
  async down(): Promise<void> {}
}

describe('the roles', () => {
  let database: Database;
  let url: string;
  beforeAll(async () => {
    url = await postgres.freshDatabase();
    database = await open(url, { ...schema, migrations: [...schema.migrations, Later0001] });
    const store = openEventStore(database);
    await store.append(streamOf(1), [eventOf(1, commandOf(1))], 0, commandOf(1));
    await store.close();
  });
  afterAll(() => database.close());

  it('may do what the table says, with every table there is', async () => {
    const may = await privileges(url);
    const some = ['soat_log.events', 'soat_log.checkpoints', 'soat_log.later', 'soat_read.agenda', 'soat_read.later'];
    expect(Object.keys(may)).toEqual(expect.arrayContaining(some));
    expect(may).toEqual(Object.fromEntries(Object.keys(may).map((table) => [table, wantedOf(table)])));
  });

  it('still may, and no more, after the read models were made anew', async () => {
    const before = await privileges(url);
    const store = openEventStore(database);
    await rebuildAll(projections.slice(0, 2), store, new EventCodec(eventCatalogue), database.dataSource);
    await store.close();
    expect(await privileges(url)).toEqual(before);
  });

  it('are neither superusers nor above anybody’s rows, and make no roles', async () => {
    const rows = await asAdmin(
      url,
      `select rolname from pg_roles where rolname like 'soat\\_%'
          and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) order by 1`,
    );
    expect(rows.map(({ rolname }) => rolname)).toEqual([...databaseRoles].sort());
  });

  it('are what the process connects as', async () => {
    const role = 'select current_user as role';
    expect(await database.dataSource.query(role)).toEqual([{ role: 'soat_projector' }]);
    expect((await database.logPool?.query(role))?.rows).toEqual([{ role: 'soat_app' }]);
    expect((await database.sealPool?.query(role))?.rows).toEqual([{ role: 'soat_sealer' }]);
  });

  const denied = { code: '42501' };
  it.each<[DatabaseRole, string]>([
    ['soat_app', 'update soat_log.events set actor = actor'],
    ['soat_app', 'delete from soat_log.events'],
    ['soat_app', 'truncate soat_log.events'],
    ['soat_app', 'drop table soat_log.events'],
    ['soat_app', 'alter table soat_log.events disable trigger all'],
    ['soat_app', 'alter table soat_log.events add column more int'],
    ['soat_app', 'create trigger mine before insert on soat_log.events execute function soat_log.refuse_change()'],
    ['soat_app', 'set session_replication_role = replica'],
    [
      'soat_app',
      'create or replace function soat_log.refuse_change() returns trigger language plpgsql as $$begin end$$',
    ],
    ['soat_app', 'create table soat_log.mine (id int)'],
    ['soat_app', "insert into soat_log.checkpoints values (9, '', now(), '')"],
    ['soat_app', 'delete from soat_log.empty_answers'],
    ['soat_app', 'delete from soat_read.checkpoints'],
    ['soat_sealer', 'insert into soat_log.events select * from soat_log.events'],
    ['soat_sealer', 'update soat_log.checkpoints set note = note'],
    ['soat_sealer', 'select * from soat_log.empty_answers'],
    ['soat_sealer', 'select * from soat_read.checkpoints'],
    ['soat_projector', 'insert into soat_log.events select * from soat_log.events'],
    ['soat_projector', 'delete from soat_log.events'],
    ['soat_auditor', 'insert into soat_log.events select * from soat_log.events'],
    ['soat_auditor', 'delete from soat_read.checkpoints'],
    ['soat_auditor', 'create table soat_read.mine (id int)'],
    // Theirs to change by right; the triggers refuse them all the same, also where others would sleep.
    ['soat_owner', 'update soat_log.events set actor = actor'],
    ['soat_owner', 'delete from soat_log.events'],
    ['soat_owner', 'truncate soat_log.events'],
    ['soat_owner', 'delete from soat_log.later'],
    ['soat_migrator', 'delete from soat_log.checkpoints'],
  ])('%s is refused: %s', async (role, sql) => {
    await expect(as(role, url, sql)).rejects.toMatchObject(denied);
  });

  it('also refuses a superuser who puts the ordinary triggers to sleep', async () => {
    const sleeping = 'set session_replication_role = replica; delete from soat_log.events';
    await expect(asAdmin(url, sleeping)).rejects.toMatchObject(denied);
  });
});
