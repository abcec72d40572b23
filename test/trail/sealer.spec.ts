import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type Database, openDatabase, openPool } from '@soat/api/platform/database/database.js';
import type { EventStore } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore, openTrailStore } from '@soat/api/platform/event-store/open-event-store.js';
import { leafHashOf } from '@soat/api/platform/trail/leaf.js';
import { isConsistent, isIncluded } from '@soat/api/platform/trail/merkle-tree.js';
import { consistencyProof, inclusionProof, rootAt } from '@soat/api/platform/trail/proving.js';
import { nothingPublished, PublishedCheckpoint } from '@soat/api/platform/trail/published-checkpoint.js';
import { BrokenTrail, Sealer } from '@soat/api/platform/trail/sealer.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import type pg from 'pg';
import { newSigningKey, UnfitKey } from '@soat/api/platform/trail/signed-note.js';
import type { Sealed, TrailStore } from '@soat/api/platform/trail/trail-store.js';
import { commandOf, eventOf, range, streamOf } from '../event-store/event-store.contract.js';
import { type TestPostgres, withPostgres } from '../support/postgres.js';

jest.setTimeout(60_000);

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await withPostgres();
});
afterAll(() => postgres.stop());

const fail = (error: Error) => {
  throw error;
};
const newKeys = () => SealingKeys.of(newSigningKey('test.example/log'));

describe('the sealer', () => {
  let database: Database;
  /** As the login, to whom nothing is forbidden. */
  let admin: pg.Pool;
  let log: EventStore;
  let trail: TrailStore;
  let folder: string;
  let file: string;
  let keys: SealingKeys;
  let told: string[];

  beforeEach(async () => {
    const databaseUrl = await postgres.freshDatabase();
    database = await openDatabase(
      { dataFolder: null, databaseUrl, eventStoreUrl: null },
      { entities: [], migrations: [] },
      fail,
    );
    admin = openPool(databaseUrl, fail);
    log = openEventStore(database);
    const opened = openTrailStore(database);
    if (!opened) throw new Error('PostgreSQL has a trail');
    trail = opened;
    folder = await mkdtemp(path.join(tmpdir(), 'soat-trail-'));
    file = path.join(folder, 'published', 'checkpoint');
    keys = newKeys();
    told = [];
  });
  afterEach(async () => {
    await log.close();
    await admin.end();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const say = (_: object, message: string) => told.push(message);
  const sealer = (own = keys, pauseMs = 20) =>
    new Sealer(trail, own, new PublishedCheckpoint(file), Date.now, { error: say, warn: say }, pauseMs);

  let appended = 0;
  /** A command of so many events, each command a stream. */
  const append = async (count: number) => {
    appended += 1;
    const command = commandOf(appended);
    const events = range(count).map((index) => eventOf(appended * 10_000 + index, command));
    await log.append(streamOf(appended), events, 0, command);
  };
  /** What only somebody with the keys of the database can do: the log refuses it to everybody else. */
  const behindOurBack = async (sql: string) => {
    for (const table of ['events', 'checkpoints', 'tree_tiles'])
      await admin.query(`alter table soat_log.${table} disable trigger all`);
    await admin.query(sql);
    for (const table of ['events', 'checkpoints', 'tree_tiles'])
      await admin.query(`alter table soat_log.${table} enable always trigger ${table}_refuse_change`);
  };

  it('has nothing to sign while the log is empty', async () => {
    expect(await sealer().seal()).toBeNull();
    expect(await trail.latest()).toBeNull();
  });

  it('signs the root over everything there is, keeps it and publishes it', async () => {
    await append(3);
    const one = sealer();
    const sealed = (await one.seal()) as Sealed;
    expect(keys.open(sealed.note)).toEqual({ origin: 'test.example/log', size: 3, root: sealed.root });
    expect(await trail.latest()).toEqual(sealed);
    expect(await readFile(file, 'utf8')).toBe(sealed.note);
    // Nothing new: the same one again, and no other row.
    expect(await one.seal()).toEqual(sealed);
    await append(1);
    expect((await one.seal())?.size).toBe(4);
    const { rows } = await admin.query('select size::int, note from soat_log.checkpoints order by 1');
    expect(rows).toMatchObject([{ size: 3, note: sealed.note }, { size: 4 }]);
  });

  it('proves each event and each size, across tiles and restarts', async () => {
    const sizes: Sealed[] = [];
    for (const count of [1, 250, 10, 300, 1]) {
      await append(count);
      // A new one each time: it has to find its way from what is kept.
      sizes.push((await sealer().seal()) as Sealed);
    }
    const last = sizes.at(-1) as Sealed;
    expect(last.size).toBe(562);
    for (const event of (await log.readAll(0, 1_000)).filter(({ position }) => position % 9 < 2)) {
      const index = event.position - 1;
      const proof = await inclusionProof(trail, index, last.size);
      expect(isIncluded(leafHashOf(event), index, last.size, proof, last.root)).toBe(true);
    }
    for (const earlier of sizes) {
      expect(await rootAt(trail, earlier.size)).toEqual(earlier.root);
      const proof = await consistencyProof(trail, earlier.size, last.size);
      expect(isConsistent(earlier, last, proof)).toBe(true);
    }
    const { rows } = await admin.query('select level, index::int from soat_log.tree_tiles order by 1, 2');
    expect(rows).toEqual([
      { level: 0, index: 0 },
      { level: 0, index: 1 },
    ]);
  });

  it('goes on where another one stopped, also when it has sealed before', async () => {
    const [one, other] = [sealer(), sealer()];
    for (const each of [one, other, one, one, other]) {
      await append(100);
      await each.seal();
    }
    expect((await trail.latest())?.size).toBe(500);
    expect((await sealer().seal())?.root).toEqual((await trail.latest())?.root);
  });

  it('is one at a time', async () => {
    await append(2);
    const { first, second } = await trail
      .alone(async () => ({ first: 'alone', second: await sealer().seal() }))
      .then((both) => both ?? { first: null, second: null });
    expect([first, second]).toEqual(['alone', null]);
    const racing = await Promise.all(range(8).map(() => sealer().seal()));
    expect(racing.filter((sealed) => sealed !== null).length).toBeGreaterThan(0);
    const { rows } = await admin.query('select size::int from soat_log.checkpoints');
    expect(rows).toEqual([{ size: 2 }]);
  });

  it('publishes what was signed when it died in between', async () => {
    await append(2);
    const first = (await sealer().seal()) as Sealed;
    await append(2);
    const second = (await sealer().seal()) as Sealed;
    await writeFile(file, first.note);
    expect(await sealer().seal()).toEqual(second);
    expect(await readFile(file, 'utf8')).toBe(second.note);
    await append(1);
    await writeFile(file, first.note);
    expect((await sealer().seal())?.size).toBe(5);
  });

  it('publishes the first one too when it died in between, and leaves word before it that there will be one', async () => {
    await append(2);
    class Dying extends PublishedCheckpoint {
      override async write(note: string): Promise<void> {
        if (note !== nothingPublished) throw new Error('killed');
        await super.write(note);
      }
    }
    const dying = new Sealer(trail, keys, new Dying(file), Date.now, { error: say, warn: say });
    await expect(dying.seal()).rejects.toThrow('killed');
    expect([(await trail.latest())?.size, await readFile(file, 'utf8')]).toEqual([2, nothingPublished]);
    // And once more, so that it is two that nobody has published.
    await append(1);
    await expect(dying.seal()).rejects.toThrow('killed');
    const sealed = (await sealer().seal()) as Sealed;
    expect([sealed.size, await readFile(file, 'utf8')]).toEqual([3, sealed.note]);
  });

  it('signs nothing where it could not publish', async () => {
    await append(2);
    class Full extends PublishedCheckpoint {
      override async write(): Promise<void> {
        throw new Error('no space left');
      }
    }
    const full = new Sealer(trail, keys, new Full(file), Date.now, { error: say, warn: say });
    await expect(full.seal()).rejects.toThrow('no space left');
    expect(await trail.latest()).toBeNull();
  });

  it('follows the log by itself, until it is stopped', async () => {
    await append(1);
    const one = sealer();
    one.start();
    await append(5);
    for (const until = Date.now() + 10_000; ((await trail.latest())?.size ?? 0) < 6; await sleep(10))
      if (Date.now() > until) throw new Error('nothing was sealed');
    expect(one.status).toEqual({ state: 'sealing', alarm: null });
    await one.stop();
    expect(one.status.state).toBe('stopped');
    await append(1);
    await sleep(100);
    expect((await trail.latest())?.size).toBe(6);
  });

  describe('refuses to sign, and says so,', () => {
    let sealed: Sealed;
    let running: Sealer;
    beforeEach(async () => {
      await append(300);
      await sealer().seal();
      await append(5);
      running = sealer();
      sealed = (await running.seal()) as Sealed;
      await append(5);
    });

    /** Whoever sealed before, and whoever comes fresh. */
    const refused = async (what: RegExp, own = keys) => {
      for (const each of own === keys ? [running, sealer()] : [sealer(own)]) {
        await expect(each.seal()).rejects.toThrow(BrokenTrail);
        await expect(each.seal()).rejects.toThrow(what);
      }
      expect(await readFile(file, 'utf8')).toBe(sealed.note);
    };

    it('when the database was set back', async () => {
      await behindOurBack(`
        delete from soat_log.events where position > 302;
        delete from soat_log.checkpoints where size > 302`);
      await refused(/was published, and the log ends at 302: it was set back|one over 305 was there before/);
    });

    it('when the newest events are gone, and nothing has come since', async () => {
      await behindOurBack('delete from soat_log.events where position > 303');
      await refused(/does not hold the 305 events|ends before the 305 events/);
    });

    it('when the database was set back and has grown anew', async () => {
      await behindOurBack(`
        delete from soat_log.events where position > 302;
        delete from soat_log.checkpoints where size > 300`);
      await append(20);
      await refused(/does not begin with the 305 events|one over 305 was there before/);
    });

    it('when what was published is gone, until one that was kept is put back', async () => {
      await rm(file);
      for (const each of [running, sealer()])
        await expect(each.seal()).rejects.toThrow(`the published checkpoint is gone from ${file}`);
      expect((await trail.latest())?.size).toBe(305);
      // An older one will do as well.
      const { rows } = await admin.query('select note from soat_log.checkpoints where size = 300');
      await writeFile(file, rows[0].note);
      expect((await running.seal())?.size).toBe(310);
      // Or, where none was kept, the operator's word.
      await append(1);
      await writeFile(file, nothingPublished.trim());
      const last = (await sealer().seal()) as Sealed;
      expect([last.size, await readFile(file, 'utf8')]).toEqual([311, last.note]);
    });

    it('when the database was set back and what was published taken away', async () => {
      const back =
        'delete from soat_log.events where position > 300; delete from soat_log.checkpoints where size > 300';
      await behindOurBack(back);
      await append(20);
      for (const each of [running, sealer()]) {
        await rm(file, { force: true });
        await expect(each.seal()).rejects.toThrow(BrokenTrail);
      }
      // Whoever was there before does not believe the operator's word either, also after it has looked anew.
      await writeFile(file, nothingPublished);
      const setBack = /newest checkpoint is over 300 events, and one over 305 was there before/;
      for (let time = 0; time < 2; time += 1) await expect(running.seal()).rejects.toThrow(setBack);
      await behindOurBack('delete from soat_log.checkpoints');
      await expect(running.seal()).rejects.toThrow(/newest checkpoint is over 0 events/);
    });

    it('when a row of the last tile was altered, with its leaf or without', async () => {
      await behindOurBack(`update soat_log.events set actor = 'somebody-else' where position = 304`);
      const fresh = sealer();
      await expect(fresh.seal()).rejects.toThrow(/event 304 is not what was appended/);
      const [event] = await log.readAll(303, 1);
      if (!event) throw new Error('there is an event 304');
      const leaf = Buffer.from(leafHashOf(event)).toString('hex');
      await behindOurBack(`update soat_log.events set leaf_hash = '\\x${leaf}' where position = 304`);
      await expect(sealer().seal()).rejects.toThrow(/not what was sealed over its first 305 events/);
    });

    it('when an event was altered before it was sealed, or is missing', async () => {
      await behindOurBack(
        `update soat_log.events set recorded_at = recorded_at - interval '1 day' where position = 308`,
      );
      await refused(/event 308 is not what was appended/);
      await behindOurBack('delete from soat_log.events where position = 307');
      await refused(/event 307 is missing/);
    });

    it('when a checkpoint was put there by somebody else', async () => {
      const forged = newKeys().sign({ size: 305, root: sealed.root });
      await behindOurBack(`update soat_log.checkpoints set note = '${forged}' where size = 305`);
      await expect(sealer().seal()).rejects.toThrow(/not signed by a key of this log/);
    });

    it('when what was published is of another log', async () => {
      await refused(/not signed by a key of this log/, newKeys());
    });

    it('for as long as it lasts, told once', async () => {
      await behindOurBack('delete from soat_log.events where position = 307');
      const one = sealer();
      one.start();
      for (const until = Date.now() + 10_000; one.status.state !== 'alarmed'; await sleep(10))
        if (Date.now() > until) throw new Error('no alarm');
      await sleep(200);
      expect(one.status.alarm).toMatch(/event 307 is missing/);
      expect(told).toEqual(['the trail is broken: nothing is sealed']);
      await one.stop();
    });
  });

  it('keeps what it wrote from everybody, the owner included', async () => {
    await append(300);
    await sealer().seal();
    for (const sql of [
      'update soat_log.checkpoints set size = size + 1',
      'delete from soat_log.checkpoints',
      'truncate soat_log.checkpoints',
      'update soat_log.tree_tiles set index = index + 1',
      'delete from soat_log.tree_tiles',
      'truncate soat_log.tree_tiles',
    ])
      await expect(admin.query(sql)).rejects.toThrow(/the log only grows/);
  });

  it('signs with the old key and the new one while keys change, and takes what an old key signed', async () => {
    await append(1);
    const [oldKey, newKey] = [newSigningKey('test.example/log'), newSigningKey('test.example/log')];
    const before = SealingKeys.of(oldKey);
    await sealer(before).seal();
    await append(1);
    const both = SealingKeys.of(`# from today\n${newKey}\n${oldKey}\n`);
    const sealed = (await sealer(both).seal()) as Sealed;
    expect([before.open(sealed.note)?.size, both.open(sealed.note)?.size]).toEqual([2, 2]);
    const [, oldVerifier] = both.verifierKeys;
    const after = SealingKeys.of(`${newKey}\n${oldVerifier}\n`);
    await append(1);
    const last = (await sealer(after).seal()) as Sealed;
    expect([before.open(last.note), after.open(last.note)?.size]).toEqual([null, 3]);
    expect(() => SealingKeys.of(`${newKey}\n${newSigningKey('another.example/log')}`)).toThrow(UnfitKey);
    expect(() => SealingKeys.of(String(oldVerifier))).toThrow(UnfitKey);
  });

  it('makes its own key once', async () => {
    const own = path.join(folder, 'keys', 'sealing-key');
    const made = await SealingKeys.readOrMake(own, 'demo.example/1');
    const again = await SealingKeys.readOrMake(own, 'demo.example/2');
    expect([made.origin, again.origin]).toEqual(['demo.example/1', 'demo.example/1']);
    expect(again.verifierKeys).toEqual(made.verifierKeys);
  });
});
