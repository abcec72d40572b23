import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadDemo } from '@soat/api/demo/load-demo.js';
import { Clock } from '@soat/api/platform/clock.js';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import { wantingGuards } from '@soat/api/platform/database/grants.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import type { EventStore } from '@soat/api/platform/event-store/event-store.js';
import {
  openEventStore,
  openImporting,
  openLogRows,
  openTrailStore,
} from '@soat/api/platform/event-store/open-event-store.js';
import { storedColumns, storedEvent } from '@soat/api/platform/event-store/postgres/stored-row.js';
import { check } from '@soat/api/platform/integrity/check.js';
import { type Witnesses, witnessesOf } from '@soat/api/platform/integrity/witnesses.js';
import { compareAll, rebuildAll } from '@soat/api/platform/projections/rebuild.js';
import { leafHashOf } from '@soat/api/platform/trail/leaf.js';
import { nothingPublished } from '@soat/api/platform/trail/published-checkpoint.js';
import { newSigningKey, signerOf } from '@soat/api/platform/trail/signed-note.js';
import { openTrail } from '@soat/api/platform/trail/trail.js';
import { projections, schema } from '@soat/api/schema.js';
import { type DifferenceKind, eventCatalogue, type IntegrityReport } from '@soat/domain';
import pg from 'pg';
import { commandOf, eventOf, range, streamOf } from '../event-store/event-store.contract.js';
import { temporaryFolder, withPostgres } from '../support/postgres.js';

jest.setTimeout(60_000);

const program = path.join(import.meta.dirname, '../../apps/api/dist/fsck.js');
const codec = new EventCodec(eventCatalogue);
const silent = { error: () => {}, warn: () => {} };
/** Of the event that is tampered with: in a full tile, and in the midst of a stream and a command. */
const victim = 105;
const edit = (set: string) => `update soat_log.events set ${set} where position = ${victim}`;

afterAll(async () => (await withPostgres()).stop());

/** A database with a sealed log. */
interface Kept {
  readonly folder: string;
  readonly keyFile: string;
  readonly databaseUrl: string;
  readonly database: Database;
  readonly store: EventStore;
  /** To whom nothing is forbidden. */
  readonly admin: pg.Client;
  readonly witnesses: Witnesses;
  checked(part?: Partial<Parameters<typeof check>[0]>): Promise<IntegrityReport>;
  close(): Promise<void>;
}

async function kept(fill: (into: Pick<Kept, 'database' | 'store' | 'folder'>) => Promise<void>): Promise<Kept> {
  const folder = await temporaryFolder();
  const databaseUrl = await (await withPostgres()).freshDatabase();
  const database = await openDatabase({ dataFolder: folder, databaseUrl, eventStoreUrl: null }, schema, () => {});
  const store = openEventStore(database);
  await fill({ database, store, folder });
  const keyFile = path.join(folder, 'key');
  await writeFile(keyFile, newSigningKey('test.example/log'), { mode: 0o600 });
  const config = { sealingKeyFile: keyFile, checkpointFile: null, isDemo: true };
  const sealing = { dataFolder: folder, isEmbedded: false, nowMs: Date.now, log: silent };
  const { sealer } = await openTrail(config, { ...sealing, store: openTrailStore(database) });
  await sealer?.seal();
  const witnesses = await witnessesOf(config, folder, []);
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  return {
    ...{ folder, keyFile, databaseUrl, database, store, admin, witnesses },
    checked: (part = {}) =>
      check({
        log: openLogRows({ log: admin }),
        guards: () => wantingGuards(admin),
        views: null,
        projections,
        witnesses,
        ...part,
      }),
    async close() {
      await admin.end();
      await store.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe('a check of the log', () => {
  let log: Kept;
  const head = 300;
  beforeAll(async () => {
    log = await kept(async ({ store }) => {
      for (let number = 1; number <= head / 10; number += 1) {
        const command = commandOf(number);
        const events = range(10).map((index) => eventOf(number * 100 + index, command));
        await store.append(streamOf(number), events, 0, command);
      }
    });
  });
  afterAll(() => log.close());

  const checked = (part: Partial<Parameters<typeof check>[0]> = {}) => log.checked(part);
  const kindsOf = ({ differences }: IntegrityReport) => differences.map(({ kind }) => kind);

  /** What a check says after this was done by somebody to whom nothing is forbidden, who left no other trace; then undone. */
  async function after(...statements: readonly string[]): Promise<IntegrityReport> {
    const { admin } = log;
    const tables = ['events', 'checkpoints', 'tree_tiles'];
    await admin.query('begin');
    try {
      for (const table of tables) await admin.query(`alter table soat_log.${table} disable trigger all`);
      for (const statement of statements) await admin.query(statement);
      for (const table of tables)
        await admin.query(`alter table soat_log.${table} enable always trigger ${table}_refuse_change`);
      return await checked();
    } finally {
      await admin.query('rollback');
    }
  }

  it('finds nothing where nothing was done, and says what it did not look at', async () => {
    expect(await checked()).toMatchObject({ events: head, size: head, checkpoints: 1, tiles: 1, differences: [] });
    const without = await checked({ witnesses: { verifiers: [], published: 'absent' } });
    expect(without.notChecked.map(({ what }) => what)).toEqual([
      'signatures',
      'published-checkpoint',
      ...projections.map(() => 'view'),
    ]);
  });

  const other = "'01880000-0000-7000-8000-00000000beef'";
  it.each<[string, readonly DifferenceKind[]]>([
    ["occurred_at = occurred_at + interval '1 ms'", ['leaf-mismatch']],
    ["recorded_at = recorded_at - interval '10 years'", ['leaf-mismatch', 'clock-backwards']],
    ["effective_on = '2020-02-02'", ['leaf-mismatch']],
    ['version = version + 500', ['leaf-mismatch', 'stream-gap']],
    ['schema_version = schema_version + 1', ['leaf-mismatch']],
    ['command_index = command_index + 50', ['leaf-mismatch', 'command-gap']],
    [`event_id = ${other}`, ['leaf-mismatch']],
    [`stream_id = ${other}, version = 1`, ['leaf-mismatch']],
    [`unit_id = ${other}`, ['leaf-mismatch']],
    [`command_id = ${other}, command_index = 0`, ['leaf-mismatch']],
    [`causation_id = ${other}`, ['leaf-mismatch']],
    [`correlation_id = ${other}`, ['leaf-mismatch']],
    ["stream_category = 'other'", ['leaf-mismatch']],
    ["type = type || 's'", ['leaf-mismatch']],
    ["actor = 'somebody'", ['leaf-mismatch']],
    ["role = 'leadership-too'", ['leaf-mismatch']],
    ["on_behalf_of = 'somebody'", ['leaf-mismatch']],
    ["salt = decode(repeat('00', 16), 'hex')", ['leaf-mismatch']],
    ["leaf_hash = decode(repeat('00', 32), 'hex')", ['leaf-mismatch']],
    ["payload = replace(payload::text, '{\"', '{ \"')::json", ['leaf-mismatch', 'payload-not-canonical']],
    ['payload = \'{"data":{},"meta":{}}\'', ['leaf-mismatch']],
  ])('names the event where somebody changed %s', async (set, kinds) => {
    const report = await after(edit(set));
    expect(report.differences).toContainEqual({ kind: 'leaf-mismatch', count: 1, position: victim, at: null });
    expect(kindsOf(report)).toEqual(expect.arrayContaining([...kinds]));
  });

  it('names the event where somebody also changed the leaf to fit: the tree does not', async () => {
    const { rows } = await log.admin.query(`select ${storedColumns} from soat_log.events where position = ${victim}`);
    const forged = leafHashOf({ ...storedEvent(rows[0]), actor: 'somebody' }).toString('hex');
    const report = await after(edit(`actor = 'somebody', leaf_hash = decode('${forged}', 'hex')`));
    expect(kindsOf(report)).not.toContain('leaf-mismatch');
    expect(report.differences).toContainEqual({ kind: 'tile-mismatch', count: 1, position: victim, at: '0/0' });
    expect(kindsOf(report)).toEqual(expect.arrayContaining(['checkpoint-mismatch', 'published-mismatch']));
  });

  it('names the first that is missing, in the midst and at the end', async () => {
    const missing = { kind: 'position-missing', count: 1, position: victim, at: null };
    expect((await after(`delete from soat_log.events where position = ${victim}`)).differences).toContainEqual(missing);
    expect((await after(edit('position = position + 196'))).differences).toContainEqual(missing);
    const report = await after(`delete from soat_log.events where position > ${head - 3}`);
    expect(report.differences).toContainEqual({ ...missing, count: 3, position: head - 2 });
    expect(kindsOf(report)).toContain('checkpoint-mismatch');
  });

  it('names the first of two that changed places', async () => {
    const report = await after(
      `update soat_log.events set position = -position where position in (${victim}, ${victim + 7})`.replace(
        'set position = -position',
        'set position = 1000000 + position',
      ),
      `update soat_log.events set position = ${victim + 7} where position = 1000000 + ${victim}`,
      `update soat_log.events set position = ${victim} where position = 1000000 + ${victim + 7}`,
    );
    expect(report.differences).toContainEqual({ kind: 'tile-mismatch', count: 1, position: victim, at: '0/0' });
  });

  it.each<[string, DifferenceKind, string]>([
    ["update soat_log.tree_tiles set root = decode(repeat('00', 32), 'hex') where index = 0", 'tile-mismatch', '0/0'],
    ['delete from soat_log.tree_tiles where index = 0', 'tile-mismatch', '0/0'],
    [
      'insert into soat_log.tree_tiles select 0, 900, hashes, root from soat_log.tree_tiles where index = 0',
      'tile-mismatch',
      '0/900',
    ],
    ["update soat_log.checkpoints set root = decode(repeat('00', 32), 'hex')", 'checkpoint-mismatch', 'head'],
    ['update soat_log.checkpoints set size = size - 1', 'checkpoint-mismatch', 'before'],
    ["update soat_log.checkpoints set note = replace(note, 'A', 'B')", 'signature-invalid', 'head'],
  ])('names what of the trail was changed: %s', async (statement, kind, at) => {
    const place = { head: `${head}`, before: `${head - 1}` }[at] ?? at;
    expect((await after(statement)).differences).toContainEqual(expect.objectContaining({ kind, at: place }));
  });

  it('names a checkpoint that was published and is of no such log', async () => {
    const published = { origin: 'test.example/log', size: head, root: Buffer.alloc(32) };
    const differing = async (each: Witnesses['published']) =>
      (await checked({ witnesses: { ...log.witnesses, published: each } })).differences;
    const mismatch = { kind: 'published-mismatch', count: 1, position: null };
    expect(await differing(published)).toEqual([{ ...mismatch, at: `${head}` }]);
    expect(await differing({ ...published, size: head + 9 })).toEqual([{ ...mismatch, at: `${head + 9}` }]);
    expect(await differing('foreign')).toEqual([
      { kind: 'signature-invalid', count: 1, position: null, at: 'published' },
    ]);
    const stranger = signerOf(newSigningKey('test.example/log')).verifierKey;
    expect(
      (await witnessesOf({ sealingKeyFile: log.keyFile, checkpointFile: null }, log.folder, [stranger])).published,
    ).toEqual(log.witnesses.published);
    const checkpointFile = path.join(log.folder, 'none-yet');
    await writeFile(checkpointFile, nothingPublished);
    expect((await witnessesOf({ sealingKeyFile: log.keyFile, checkpointFile }, log.folder, [])).published).toBe(
      'absent',
    );
  });

  it('names whatever guard of the log is not as it was made', async () => {
    const trigger = 'trigger events_refuse_change before';
    const remade = (how: string) =>
      `create or replace ${trigger} ${how} execute function soat_log.refuse_change();
       alter table soat_log.events enable always trigger events_refuse_change`;
    const refusal = 'create or replace function soat_log.refuse_change() returns trigger';
    for (const [statement, at] of [
      ['alter table soat_log.events disable trigger events_refuse_change', 'create or replace trigger'],
      ['alter table soat_log.events enable trigger events_refuse_change', 'create or replace trigger'],
      [remade('update or delete or truncate on soat_log.events when (false)'), 'create or replace trigger'],
      [remade('update of actor or delete or truncate on soat_log.events'), 'create or replace trigger'],
      [remade('update or delete on soat_log.events for each row'), 'create or replace trigger'],
      [`${refusal} language plpgsql as $$begin return null; end$$`, refusal],
      ['alter function soat_log.refuse_change() security definer', refusal],
      ["alter function soat_log.refuse_change() set session_replication_role = 'replica'", refusal],
      ['grant update on soat_log.events to soat_app', 'revoke update on soat_log.events from soat_app'],
      ['grant update (actor) on soat_log.events to soat_app', 'revoke update (actor) on soat_log.events from soat_app'],
      ['grant update (actor) on soat_log.events to soat', 'revoke update (actor) on soat_log.events from soat'],
      ['grant soat_owner to soat_app', 'revoke soat_owner from soat_app'],
      ['grant pg_write_all_data to soat_sealer', 'revoke pg_write_all_data from soat_sealer'],
      ['alter role soat_app superuser', 'alter role soat_app nosuperuser'],
      ['alter role soat_auditor bypassrls', 'alter role soat_auditor nosuperuser nobypassrls'],
      ['alter role soat_projector createrole', 'alter role soat_projector nosuperuser nobypassrls nocreaterole'],
    ] as const) {
      await log.admin.query('begin');
      await log.admin.query(statement);
      const { differences } = await checked();
      await log.admin.query('rollback');
      expect(differences[0]).toMatchObject({ kind: 'guard-missing', at: expect.stringContaining(at) });
    }
  });
});

describe('a check of everything', () => {
  let demo: Kept;
  let head: number;
  beforeAll(async () => {
    demo = await kept(async ({ database, store, folder }) => {
      await loadDemo(store, new Clock(), folder, { isShort: true, importing: openImporting(database) });
      await rebuildAll(projections, store, codec, database.dataSource);
    });
    head = await demo.store.head();
  });
  afterAll(() => demo.close());

  it('holds every view against one made anew', async () => {
    const { store, database } = demo;
    const report = await demo.checked({ views: { store, codec, dataSource: database.dataSource } });
    expect(report).toMatchObject({ events: head, differences: [], views: projections.length });
    expect([report.tiles > 1, report.evidence > 0, report.rows > 100]).toEqual([true, true, true]);
    expect(report.notChecked).toEqual([{ what: 'evidence-bytes', at: null }]);
  });

  it('names the table and the row where a view is not what the log makes of it', async () => {
    const { admin, store, database } = demo;
    const few = projections.filter(({ name }) => ['unit-register', 'case-number', 'inspection-list'].includes(name));
    const compared = async (...changes: readonly string[]) => {
      for (const change of changes) await admin.query(change);
      const views = await compareAll(few, store, codec, database.dataSource);
      return views.flatMap(({ first, differing }) => (first === null ? [] : [`${differing} ${first}`]));
    };
    const [one, two] = (await admin.query('select id from soat_read.unit_register order by id limit 2')).rows;
    const [version] = (
      await admin.query('select id, from_position from soat_read.inspection_list_versions order by 1, 2 limit 1')
    ).rows;
    expect(
      await compared(
        `update soat_read.unit_register set name = name || '!' where id = '${one.id}'`,
        `delete from soat_read.unit_register where id = '${two.id}'`,
        `insert into soat_read.case_number select (jsonb_populate_record(one, '{"id": "ffffffff-ffff-7fff-8fff-ffffffffffff"}')).*
           from soat_read.case_number one limit 1`,
        `update soat_read.inspection_list_versions set gone_at = 7
          where id = '${version.id}' and from_position = ${version.from_position}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        `2 soat_read.unit_register ${one.id}: changed`,
        '1 soat_read.case_number ffffffff-ffff-7fff-8fff-ffffffffffff: added',
        `1 soat_read.inspection_list_versions ${version.id} ${version.from_position}: changed`,
      ]),
    );
    await rebuildAll(few, store, codec, database.dataSource);
    expect(await compared()).toEqual([]);
    expect((await admin.query("select from pg_class where relname like '%_spare' and relkind = 'r'")).rowCount).toBe(0);
  });

  it('is a program whose result is an event, and whose exit code tells', async () => {
    const { admin, store, databaseUrl, folder, keyFile } = demo;
    const run = (url: string, ...args: readonly string[]) =>
      spawnSync(process.execPath, [program, ...args], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, DATABASE_URL: url, SOAT_DATA: folder, SOAT_SEALING_KEY: keyFile },
      });
    const clean = run(databaseUrl);
    expect([clean.stderr, clean.status]).toEqual(['', 0]);
    expect(clean.stdout).toContain('KHỚP / all as recorded');
    expect(clean.stdout).toContain(`recorded: ${head + 1}`);
    const [event] = await store.readAll(head, 10);
    if (!event) throw new Error('it was recorded');
    expect(event).toMatchObject({ type: 'IntegrityChecked', actor: 'system:fsck', role: 'system' });
    expect(codec.decode(event).data).toMatchObject({ events: head, differences: [], checkpoint: { size: head } });

    await admin.query('alter table soat_log.events disable trigger all');
    await admin.query(edit("actor = 'somebody'"));
    await admin.query('alter table soat_log.events enable always trigger events_refuse_change');
    const altered = run(databaseUrl, '--json', '--no-record');
    expect(altered.status).toBe(1);
    const report = JSON.parse(altered.stdout);
    expect(report).toMatchObject({ events: head + 1, recordedAt: null });
    expect(report.differences).toContainEqual({ kind: 'leaf-mismatch', count: 1, position: victim, at: null });
    expect(await store.head()).toBe(head + 1);
    expect(run('postgres://nobody@127.0.0.1:1/none').status).toBe(2);
  });
});
