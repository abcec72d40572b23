import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { copyLog } from '@soat/api/platform/event-store/copy-log.js';
import type { StoredEvent } from '@soat/api/platform/event-store/event-store.js';
import type { Copyable } from '@soat/api/platform/event-store/importing.js';
import { copyableKurrentDb } from '@soat/api/platform/event-store/kurrentdb/kurrentdb-importing.js';
import { openCopyable } from '@soat/api/platform/event-store/open-event-store.js';
import pg from 'pg';
import { type KurrentDbDouble, startKurrentDbDouble } from '../support/kurrentdb-double.js';
import { type TestPostgres, withPostgres } from '../support/postgres.js';
import { commandOf, eventOf, range, streamOf } from './event-store.contract.js';

jest.setTimeout(60_000);

let postgres: TestPostgres;
let double: KurrentDbDouble;
let opened: Copyable[];
beforeAll(async () => {
  [postgres, double] = await Promise.all([withPostgres(), startKurrentDbDouble()]);
});
afterAll(async () => {
  await double.stop();
  await postgres.stop();
});
beforeEach(() => {
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((log) => log.close()));
});

const builtCommand = path.resolve(import.meta.dirname, '../../apps/api/dist/copy-store.js');

let logs = 0;
const kept = <T extends Copyable>(log: T): T => {
  opened.push(log);
  return log;
};
const fail = (error: Error) => {
  throw error;
};
const inPostgres = async () => kept(await openCopyable(await postgres.freshDatabase(), fail));
const inKurrentDb = async () => kept(copyableKurrentDb(double.url, `log-${++logs}-`));

/** Several streams, commands of one and of several events, one that was refused, and decisions of nothing. */
async function fill({ store }: Copyable, count = 30): Promise<void> {
  await store.append(streamOf(1), [], 0, commandOf(9_000));
  for (const index of range(count)) {
    const command = commandOf(index);
    const events = range((index % 3) + 1).map((each) =>
      eventOf(10 * index + each, command, { effectiveOn: each ? '2026-10-25' : null }),
    );
    await store.append(streamOf(index % 4), events, 'any', command);
    if (index % 7 === 0) await store.append(streamOf(index % 4), [], 'any', commandOf(9_001 + index));
  }
  await expect(
    store.append(streamOf(1), [eventOf(8_000, commandOf(8_000))], 0, commandOf(8_000)),
  ).rejects.toMatchObject({ name: 'WrongLength' });
}

const columnsOf = (events: readonly StoredEvent[]) =>
  events.map(({ position: _, ...event }) => ({
    ...event,
    salt: Buffer.from(event.salt).toString('hex'),
    leafHash: Buffer.from(event.leafHash).toString('hex'),
  }));

const postgresLog = { name: 'PostgreSQL', open: inPostgres };
const kurrentDbLog = { name: 'a KurrentDB double', open: inKurrentDb };
describe.each([
  { from: postgresLog, to: kurrentDbLog },
  { from: kurrentDbLog, to: postgresLog },
  { from: postgresLog, to: postgresLog },
  { from: kurrentDbLog, to: kurrentDbLog },
])('a copy from $from.name to $to.name', ({ from: { open: openFrom }, to: { open: openTo } }) => {
  it('is the same log but for the positions, and answers every command as the first one did', async () => {
    const [from, to] = [await openFrom(), await openTo()];
    await fill(from);
    const copied = await copyLog(from, to);
    expect(copied).toEqual({ events: 60, emptyAnswers: 6, imported: { events: 60, emptyAnswers: 6 } });

    const [source, target] = [await from.store.readAll(0, 1_000), await to.store.readAll(0, 1_000)];
    expect(columnsOf(target)).toEqual(columnsOf(source));
    const translated = new Map(source.map(({ position }, index) => [position, target[index]?.position]));
    for (const command of [...range(30), 9_000, 9_001, 9_008].map(commandOf)) {
      const first = await from.store.findAnswer(command);
      const position = translated.get(first?.position ?? 0) ?? 0;
      expect(await to.store.findAnswer(command)).toEqual({ ...first, position });
    }
    expect(await to.store.findAnswer(commandOf(8_000))).toBeNull();
    // It goes on as if it had always been there.
    const next = commandOf(7_000);
    const length = (await to.store.read(streamOf(1))).length;
    expect(await to.store.append(streamOf(1), [eventOf(7_000, next)], length, next)).toMatchObject({ isReplay: false });
  });

  it('goes on where it was interrupted, and does nothing when there is nothing left', async () => {
    const [from, to] = [await openFrom(), await openTo()];
    await fill(from, 5);
    await copyLog(from, to);
    for (const index of range(5)) {
      const command = commandOf(500 + index);
      await from.store.append(streamOf(2), [eventOf(5_000 + index, command)], 'any', command);
    }
    await from.store.append(streamOf(2), [], 'any', commandOf(9_900));
    expect(await copyLog(from, to)).toMatchObject({ imported: { events: 5, emptyAnswers: 1 } });
    expect(await copyLog(from, to)).toMatchObject({ events: 14, imported: { events: 0, emptyAnswers: 0 } });
  });

  it('is refused where the target holds anything else, and changes nothing there', async () => {
    const [from, to] = [await openFrom(), await openTo()];
    await fill(from, 3);
    const other = commandOf(600);
    await to.store.append(streamOf(6), [eventOf(6_000, other)], 0, other);
    await expect(copyLog(from, to)).rejects.toMatchObject({ name: 'CopyRefused' });
    expect(await to.store.readAll(0, 10)).toHaveLength(1);
  });

  it('is refused where the target holds more, or answers a command of its own', async () => {
    const [from, to, third] = [await openFrom(), await openTo(), await openTo()];
    await fill(from, 3);
    await copyLog(from, to);
    const more = commandOf(600);
    await to.store.append(streamOf(6), [eventOf(6_000, more)], 0, more);
    await expect(copyLog(from, to)).rejects.toThrow('holds more');
    await third.store.append(streamOf(6), [], 0, commandOf(601));
    await expect(copyLog(from, third)).rejects.toThrow('answers command');
  });
});

describe('a copy', () => {
  it('that breaks off in the middle is taken up by the next run', async () => {
    const [from, to] = [await inPostgres(), await inKurrentDb()];
    await fill(from);
    for (const kind of ['cut-before-writing', 'cut-after-writing'] as const) {
      double.failNext(`log-${logs}-inspection-`, { kind });
      await expect(copyLog(from, to)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
    }
    const { events, imported } = await copyLog(from, to);
    expect(events).toBe(60);
    expect(imported.events).toBeLessThan(60);
    expect(columnsOf(await to.store.readAll(0, 1_000))).toEqual(columnsOf(await from.store.readAll(0, 1_000)));
  });

  it('of more than a page keeps whole commands together', async () => {
    const [from, to] = [await inPostgres(), await inKurrentDb()];
    const commands = range(420).map((index) => {
      const command = commandOf(index);
      const events = range(3).map((each) => eventOf(10 * index + each, command));
      return from.store.append(streamOf(index), events, 0, command);
    });
    await Promise.all(commands);
    const told: number[] = [];
    expect(await copyLog(from, to, (events) => told.push(events))).toMatchObject({ events: 1_260 });
    expect(told.at(-1)).toBe(1_260);
    const back = await inPostgres();
    expect(await copyLog(to, back)).toMatchObject({ events: 1_260 });
    expect(await copyLog(from, back)).toMatchObject({ imported: { events: 0 } });
  });

  it('of a log that was tampered with is refused', async () => {
    const url = await postgres.freshDatabase();
    const from = kept(await openCopyable(url, fail));
    await fill(from, 3);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`alter table soat_log.events disable trigger events_refuse_change;
      update soat_log.events set actor = 'tran-binh' where position = 2`);
    await client.end();
    const to = await inKurrentDb();
    await expect(copyLog(from, to)).rejects.toThrow('does not match its leaf');
  });
});

describe('npm run copy-store', () => {
  const run = (...urls: string[]) =>
    promisify(execFile)(process.execPath, [builtCommand, ...urls], { env: { ...process.env, LOG_LEVEL: 'info' } });

  it('copies by URL, says what it did, and ends', async () => {
    const url = await postgres.freshDatabase();
    await fill(kept(await openCopyable(url, fail)), 3);
    const server = await startKurrentDbDouble();
    try {
      const { stdout } = await run(url, server.url);
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
        msg: 'copied and compared',
        events: 6,
        emptyAnswers: 2,
      });
      expect((await run(url, server.url)).stdout).toContain('"imported":{"events":0,"emptyAnswers":0}');
    } finally {
      await server.stop();
    }
  });

  it.each([
    [[], 'takes two different URLs'],
    [['postgres://localhost/a', 'mysql://localhost/b'], 'EVENT_STORE_URL must look like'],
  ])('with %j says what it takes, and fails', async (urls, words) => {
    await expect(run(...urls)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(words) });
  });
});
