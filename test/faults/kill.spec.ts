import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SeededRandom } from '@soat/api/demo/random.js';
import { startEmbeddedPostgres } from '@soat/api/platform/database/embedded-postgres.js';
import { temporaryFolder } from '../support/postgres.js';
import { clean, judge, type LogRow, readLog, readViews, withClient } from './judge.js';
import {
  Api,
  type Cut,
  type Entry,
  entryOf,
  establishing,
  inspectionInFieldwork,
  Load,
  ordering,
  Plan,
} from './load.js';
import { killRest, rebuildViews, ServiceProcess, type Victim } from './service-process.js';

jest.setTimeout(120_000);

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const rounds: readonly Victim[] = ['both', 'api', 'both', 'database', 'both'];
const writers = 8;
/** Acknowledged in a round before the kill. */
const commandsMin = 40;

// Which processes belong to a database is read from /proc.
const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux(`kill -9 during a load of commands (KILL_SEED=${seed})`, () => {
  const random = new SeededRandom(seed);
  let folder: string;
  let service: ServiceProcess;
  let sharedId: string;
  let load: Load;
  beforeAll(async () => {
    folder = await temporaryFolder();
    service = await ServiceProcess.start(folder);
    sharedId = await inspectionInFieldwork(new Api(service.origin));
    load = loadOf('w', sharedId, random);
  });
  afterAll(async () => {
    await killRest(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  });

  it.each(rounds.map((victim, index) => ({ round: index + 1, victim })))(
    'loses no acknowledged command and doubles none: round $round, $victim',
    async ({ victim }) => {
      const acknowledgedBefore = acknowledged(load.record).length;
      const running = load.run(new Api(service.origin));
      await load.progress(random.between(commandsMin, 3 * commandsMin));
      await sleep(random.between(0, 25));
      await service.kill(victim);
      // A service that lives starts its database again by itself, and a writer who was slow to ask may notice nothing.
      if (victim === 'database') {
        await service.isReadyAgain();
        load.stop();
      }
      await running;
      const answersWithoutDatabase = victim === 'database' ? load.unsettled.map(({ outcome }) => outcome) : [];
      if (victim !== 'database') service = await ServiceProcess.start(folder);
      const found = new Set((await readLog(service.databaseUrl)).map(({ commandId }) => commandId));
      const expected = load.unsettled.map(({ key }) => ({ key, isReplay: found.has(key) }));
      const settled = await load.settle(new Api(service.origin));
      expect(settled.map(({ key, outcome }) => ({ key, isReplay: 'isReplay' in outcome && outcome.isReplay }))).toEqual(
        expected,
      );

      expect(judge(load.record, await readLog(service.databaseUrl))).toEqual(clean);
      expect(load.record.filter(({ outcome }) => outcome.kind !== 'acknowledged')).toEqual([]);
      expect(acknowledged(load.record).length - acknowledgedBefore).toBeGreaterThan(commandsMin);
      if (victim === 'database') expect(settled).not.toHaveLength(0);
      else expect(settled).toHaveLength(writers);
      // Without its database the service still answers, and never as if it had not foreseen this.
      expect(answersWithoutDatabase).toEqual(answersWithoutDatabase.map(() => forNow));
    },
  );

  it('answers a command from before the kills as it did then', async () => {
    const api = new Api(service.origin);
    for (const entry of Array.from({ length: 20 }, () => random.pick(load.record))) {
      const first = entry.outcome;
      expect(await api.send(entry.ask, entry.key)).toEqual({ ...first, isReplay: true });
    }
    expect(judge(load.record, await readLog(service.databaseUrl))).toEqual(clean);
  });

  it('has views that agree with the log, and with views made anew from it', async () => {
    const log = await readLog(service.databaseUrl);
    const api = new Api(service.origin);
    expect(lengthsIn(await api.list('thu', 'units', log.length))).toEqual(lengthsOf('unit', log));
    expect(lengthsIn(await api.list('thu', 'inspections', log.length))).toEqual(lengthsOf('inspection', log));

    await caughtUp(service.databaseUrl, log.length);
    const live = await readViews(service.databaseUrl);
    // The control: one wrong row shows, and only then does it mean something that making them anew changes nothing.
    await withClient(service.databaseUrl, (client) =>
      client.query(`update soat_read.unit_register set name = name || '?' where code = '31783'`),
    );
    expect(await readViews(service.databaseUrl)).not.toEqual(live);
    await rebuildViews(folder, service.databaseUrl);
    expect(await readViews(service.databaseUrl)).toEqual(live);
  });

  it('settles a lost answer by the same key, once', async () => {
    const record = await Promise.all(
      ['careful-1', 'careful-2', 'careful-3'].map(async (name) => {
        const entry = entryOf(ordering(name));
        await sendUntilAnswered(service.origin, entry);
        return entry;
      }),
    );
    expect(record.map(({ outcome }) => outcome)).toEqual(
      record.map(() => expect.objectContaining({ kind: 'acknowledged', isReplay: true })),
    );
    expect(judge(record, await readLog(service.databaseUrl))).toEqual(clean);
  });

  // The control for "none doubled": the same loss of the answer, and a client that fills in the form again as if nothing
  // had been sent. What saves us above is the key, and the judge sees it when the key is not used.
  it('control: finds the doubles of a client that takes a new key', async () => {
    const names = ['naive-1', 'naive-2', 'naive-3'];
    const record: Entry[] = [];
    for (const name of names) {
      for (const cut of ['before-the-answer', 'never'] as const) {
        const entry = entryOf(name === 'naive-2' ? establishing(name) : ordering(name));
        await send(service.origin, entry, cut);
        record.push(entry);
      }
    }
    const believed = record.filter(({ outcome }) => outcome.kind === 'acknowledged');
    expect(believed).toHaveLength(names.length);
    expect(judge(believed, await readLog(service.databaseUrl)).doubled).toHaveLength(names.length);
  });

  // The control for every other word of the verdict: a true record against a log that was tampered with.
  it('control: finds whatever is wrong with the log', async () => {
    const log = await readLog(service.databaseUrl);
    const { key, ask, outcome } = entryOfSeveralEvents(load.record);
    const eventIds = 'answer' in outcome ? outcome.answer.eventIds : [];
    const ofCommand = (row: LogRow) => row.commandId === key;
    const first = log.findIndex(ofCommand);
    const at = (index: number): LogRow => log[index] ?? fail('the log is shorter than it was');
    const verdictOn = (doctored: readonly LogRow[], record: readonly Entry[] = load.record) => judge(record, doctored);
    expect(eventIds.length).toBeGreaterThan(1);

    const without = verdictOn(log.filter((row) => !ofCommand(row)));
    expect(without.lost).toEqual([expect.stringContaining(ask.fact)]);
    expect(without.disordered).not.toEqual([]);

    const torn = verdictOn(log.filter((row) => row.eventId !== eventIds.at(-1)));
    expect(torn.lost).toEqual([expect.stringContaining(ask.fact)]);

    const twice = verdictOn([...log, { ...at(first), position: log.length + 1, commandId: sharedId }]);
    expect(twice.doubled).toEqual([expect.stringContaining(ask.fact)]);
    expect(twice.disordered).not.toEqual([]);

    const swapped = verdictOn(
      log.with(first, { ...at(first), eventId: at(first + 1).eventId }).with(first + 1, {
        ...at(first + 1),
        eventId: at(first).eventId,
      }),
    );
    expect(swapped.altered).toEqual([expect.stringContaining(ask.fact)]);

    const refused: Entry = { key, ask, outcome: { kind: 'refused', status: 409, code: 'made-up' } };
    expect(verdictOn(log, [refused]).unacknowledged).toEqual([expect.stringContaining(ask.fact)]);
  });

  // The control for "no acknowledged command lost", and for the kill itself: the same load and the same kill, on a server
  // that was told behind the service's back to answer a commit before it is on the disk. Were the kill too gentle, or the
  // judge blind, nothing would be missing here either. The service itself refuses such a server, which is shown first.
  it('control: loses acknowledged commands on a server that commits asynchronously', async () => {
    await withClient(service.databaseUrl, async (client) => {
      await client.query('alter database soat set synchronous_commit to off');
      // Nothing is written in passing, so that what is missing does not depend on the moment.
      await client.query(`alter system set wal_writer_delay = '10s'`);
      await client.query(`alter system set wal_writer_flush_after = '1GB'`);
      await client.query('select pg_reload_conf()');
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    });
    const api = new Api(service.origin);
    const control = loadOf('async', sharedId, random);
    const running = control.run(api);
    await control.progress(100);
    await service.kill('both');
    await running;

    await expect(ServiceProcess.start(folder)).rejects.toThrow('synchronous_commit is off');
    const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
    try {
      const log = await readLog(server.url);
      expect(judge(control.record, log).lost.length).toBeGreaterThan(0);
      // What had been on the disk before is still there.
      expect(judge(load.record, log)).toEqual(clean);
    } finally {
      await server.stop();
    }
  });
});

const forNow = expect.objectContaining({
  kind: 'unknown',
  status: 503,
  why: expect.stringMatching(/^(store-unavailable|outcome-unknown)$/),
});

function loadOf(tag: string, sharedId: string, random: SeededRandom): Load {
  const plans = Array.from({ length: writers }, (_, index) => index + 1);
  return new Load(plans.map((number) => new Plan(random.between(0, 2 ** 31), `${tag}${number}`, sharedId)));
}

async function send(origin: string, entry: Entry, cut: Cut): Promise<void> {
  entry.outcome = await new Api(origin).send(entry.ask, entry.key, cut);
}

async function sendUntilAnswered(origin: string, entry: Entry): Promise<void> {
  await send(origin, entry, 'before-the-answer');
  expect(entry.outcome.kind).toBe('unknown');
  await send(origin, entry, 'never');
}

function acknowledged(record: readonly Entry[]): readonly Entry[] {
  return record.filter(({ outcome }) => outcome.kind === 'acknowledged');
}

function entryOfSeveralEvents(record: readonly Entry[]): Entry {
  const found = record.find(({ outcome }) => 'answer' in outcome && outcome.answer.eventIds.length > 1);
  return found ?? fail('no command of several events was acknowledged');
}

function lengthsOf(category: string, log: readonly LogRow[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    log.filter((row) => row.category === category).map(({ streamId, version }) => [streamId, version]),
  );
}

function lengthsIn(rows: readonly Readonly<Record<string, unknown>>[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(rows.map(({ id, length }) => [id, length]));
}

async function caughtUp(databaseUrl: string, head: number): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const behind = 'select from soat_read.checkpoints where position < $1';
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(20))
      if ((await client.query(behind, [head])).rowCount === 0) return;
    fail(`the views have not got to ${head}`);
  });
}

function fail(why: string): never {
  throw new Error(why);
}
