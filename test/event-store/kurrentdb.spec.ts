import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  CommandIdReused,
  OutcomeUnknown,
  StoreUnavailable,
  WrongLength,
} from '@soat/api/platform/event-store/event-store.js';
import {
  KurrentDbEventStore,
  type KurrentDbOptions,
} from '@soat/api/platform/event-store/kurrentdb/kurrentdb-event-store.js';
import { ANY, jsonEvent, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { type Fault, type KurrentDbDouble, startKurrentDbDouble } from '../support/kurrentdb-double.js';
import { commandOf, eventOf, eventStoreContract, type LogUnderTest, range, streamOf } from './event-store.contract.js';

jest.setTimeout(60_000);

/** Three clients, as three processes have them; each log is a namespace of its own, so that many share a server. */
async function openLog(clients: readonly KurrentDBClient[]): Promise<LogUnderTest> {
  const namespace = `test-${randomUUID()}-`;
  const [a, b, c] = clients.map((client) => new KurrentDbEventStore(client, { namespace }));
  if (!a || !b || !c) throw new Error('three clients, three doors');
  return {
    doors: [a, b, c],
    promises: { densePositions: false, uniqueEventIds: false, oneClock: false },
    async close() {
      await Promise.all([a.close(), b.close(), c.close()]);
    },
  };
}

const connect = (url: string) => range(3).map(() => KurrentDBClient.connectionString(url));
const disconnect = (clients: readonly KurrentDBClient[]) => Promise.all(clients.map((client) => client.dispose()));

describe.each([
  ['BatchAppend, as servers offer it', true],
  ['Append, as with older ones', false],
])('on a double with %s', (name, hasBatchAppend) => {
  let double: KurrentDbDouble;
  let clients: readonly KurrentDBClient[];
  beforeAll(async () => {
    double = await startKurrentDbDouble({ hasBatchAppend });
    clients = connect(double.url);
  });
  afterAll(async () => {
    expect(double.calls.get(hasBatchAppend ? 'Append' : 'BatchAppend')).toBeUndefined();
    await disconnect(clients);
    await double.stop();
  });
  eventStoreContract(`KurrentDB adapter on a double, ${name}`, () => openLog(clients));
});

const realUrl = process.env.KURRENTDB_URL;
if (realUrl)
  describe('on the server of KURRENTDB_URL', () => {
    const clients = connect(realUrl);
    afterAll(() => disconnect(clients));
    eventStoreContract('KurrentDB', () => openLog(clients));
  });
else
  process.stderr.write(
    'KURRENTDB_URL is not set: the KurrentDB adapter ran against a double only, against no real server.\n',
  );

describe.each([true, false])('the log in KurrentDB, on a double (BatchAppend: %s)', (hasBatchAppend) => {
  let double: KurrentDbDouble;
  let stores: KurrentDbEventStore[];
  let store: KurrentDbEventStore;
  beforeAll(async () => {
    double = await startKurrentDbDouble({ hasBatchAppend });
  });
  afterAll(() => double.stop());
  let namespace: string;
  beforeEach(() => {
    namespace = `test-${randomUUID()}-`;
    stores = [];
    store = open();
  });
  afterEach(async () => {
    double.takeConnections();
    await Promise.all(stores.map((each) => each.close()));
  });

  const open = (options: KurrentDbOptions = {}) => {
    const opened = KurrentDbEventStore.at(double.url, { namespace, ...options });
    stores.push(opened);
    return opened;
  };
  const append = (number: number, door = store, stream = streamOf(1), expected: number | 'any' = 0) => {
    const command = commandOf(number);
    return door.append(stream, [eventOf(number, command)], expected, command);
  };
  const failNextEvents = (fault: Fault) => double.failNext(`${namespace}inspection-`, fault);
  const failNextClaim = (fault: Fault) => double.failNext(`${namespace}command-`, fault);

  describe('an append of unknown outcome', () => {
    it('was not written: the command id, asked again, writes it once', async () => {
      await append(1);
      failNextEvents({ kind: 'cut-before-writing' });
      await expect(append(2, store, streamOf(1), 1)).rejects.toThrow(OutcomeUnknown);
      expect(await whenAvailable(() => store.findAnswer(commandOf(2)))).toBeNull();
      expect(await whenAvailable(() => append(2, store, streamOf(1), 1))).toMatchObject({
        length: 2,
        isReplay: false,
      });
      expect(await append(2, store, streamOf(1), 1)).toMatchObject({ length: 2, isReplay: true });
      expect(await store.read(streamOf(1))).toHaveLength(2);
    });

    it('was written: the command id, asked again of another process, gets its answer', async () => {
      failNextEvents({ kind: 'cut-after-writing' });
      await expect(append(1)).rejects.toThrow(OutcomeUnknown);
      const answer = await open().findAnswer(commandOf(1));
      expect(answer).toMatchObject({ length: 1, isReplay: true });
      expect(await append(1, open())).toEqual(answer);
      expect(await store.read(streamOf(1))).toHaveLength(1);
    });

    it('was written and nobody ever answers', async () => {
      const hasty = open({ msMax: 1_000 });
      await append(9, hasty, streamOf(9));
      failNextEvents({ kind: 'never-answer' });
      await expect(append(1, hasty)).rejects.toThrow(OutcomeUnknown);
      expect(await whenAvailable(() => append(1))).toMatchObject({ length: 1, isReplay: true });
    });

    it('arrives after another try of the same command has been written: it finds its place taken', async () => {
      const hasty = open({ msMax: 1_000 });
      await append(9, hasty, streamOf(9));
      failNextEvents({ kind: 'write-late', ms: 1_800 });
      await expect(append(1, hasty)).rejects.toThrow(OutcomeUnknown);
      // Judged anew, so with other event ids.
      const again = await store.append(streamOf(1), [eventOf(50, commandOf(1))], 0, commandOf(1));
      expect(again).toMatchObject({ length: 1, isReplay: false });
      await sleep(1_500);
      expect((await store.read(streamOf(1))).map(({ id }) => id)).toEqual(again.eventIds);
    });

    it('arrives after another command took its place: it is not written, and the command id is free again', async () => {
      const hasty = open({ msMax: 1_000 });
      await append(9, hasty, streamOf(9));
      failNextEvents({ kind: 'write-late', ms: 1_800 });
      await expect(append(1, hasty)).rejects.toThrow(OutcomeUnknown);
      await append(2);
      await sleep(1_500);
      await expect(append(1)).rejects.toEqual(new WrongLength(streamOf(1), 0, 1));
      expect(await store.findAnswer(commandOf(1))).toBeNull();
      expect(await append(1, store, streamOf(1), 1)).toMatchObject({ length: 2, isReplay: false });
      expect((await store.read(streamOf(1))).map(({ commandId }) => commandId)).toEqual([
        commandOf(2).id,
        commandOf(1).id,
      ]);
    });

    it('keeps its command from being written elsewhere or as nothing, as long as it may still arrive', async () => {
      failNextEvents({ kind: 'cut-before-writing' });
      await expect(append(1)).rejects.toThrow(OutcomeUnknown);
      await expect(whenAvailable(() => append(1, store, streamOf(2)))).rejects.toThrow(OutcomeUnknown);
      await expect(store.append(streamOf(1), [], 'any', commandOf(1))).rejects.toThrow(OutcomeUnknown);
      expect(await store.head()).toBe(0);
      // Its place goes to another command: now it can no longer arrive.
      await whenAvailable(() => append(2));
      expect(await append(1, store, streamOf(2))).toMatchObject({ stream: streamOf(2), length: 1, isReplay: false });
    });

    it('is none where only the claim was lost: nothing was written', async () => {
      for (const kind of ['cut-before-writing', 'cut-after-writing'] as const) {
        failNextClaim({ kind });
        await expect(append(1)).rejects.toThrow(StoreUnavailable);
        expect(await whenAvailable(() => store.read(streamOf(1)))).toEqual([]);
      }
      expect(await whenAvailable(() => append(1))).toMatchObject({ length: 1, isReplay: false });
    });

    it('of an empty decision is settled by the command id too', async () => {
      failNextClaim({ kind: 'cut-after-writing' });
      await expect(store.append(streamOf(1), [], 0, commandOf(1))).rejects.toThrow(OutcomeUnknown);
      const again = () => store.append(streamOf(1), [], 0, commandOf(1));
      expect(await whenAvailable(again)).toMatchObject({ eventIds: [], isReplay: true });
    });

    it('lost in one of twenty rounds each way, by sixteen writers: every command stands in the log once', async () => {
      const kinds = ['cut-before-writing', 'cut-after-writing'] as const;
      const doors = [store, open(), open()];
      const writers = range(16).map(async (writer) => {
        for (const index of range(5)) {
          const door = doors[(writer + index) % 3];
          await untilAnswered(() => append(1_000 * writer + index, door, streamOf(100 + writer), index));
        }
      });
      const faults = (async () => {
        for (const index of range(20)) {
          const kind = kinds[index % 2] ?? 'cut-before-writing';
          if (index % 4 < 2) failNextEvents({ kind });
          else failNextClaim({ kind });
          await sleep(30);
        }
      })();
      await Promise.all([...writers, faults]);
      const all = await store.readAll(0, 1_000);
      expect(all.map(({ commandId }) => commandId).sort()).toEqual(
        range(16).flatMap((writer) => range(5).map((index) => commandOf(1_000 * writer + index).id)),
      );
    });

    // The failing control: what the server's own idempotence makes of it.
    it('is doubled when it is merely sent again, which is why commands have records', async () => {
      const client = KurrentDBClient.connectionString(double.url);
      const stream = `${namespace}inspection-plain`;
      const send = () =>
        client.appendToStream(stream, jsonEvent({ type: 'FindingRecorded', data: {} }), { streamState: ANY });
      await send();
      failNextEvents({ kind: 'cut-after-writing' });
      await expect(send()).rejects.toThrow();
      await send();
      expect(double.log.stream(stream)).toHaveLength(3);
      await client.dispose();
    });
  });

  describe('when nobody answers', () => {
    it('is unavailable, and goes on when somebody does', async () => {
      await append(1);
      double.refuseConnections();
      await expect(append(2, store, streamOf(2))).rejects.toThrow(StoreUnavailable);
      await expect(store.read(streamOf(1))).rejects.toThrow(StoreUnavailable);
      await expect(store.readAll(0, 10)).rejects.toThrow(StoreUnavailable);
      await expect(store.findAnswer(commandOf(1))).rejects.toThrow(StoreUnavailable);
      await expect(store.head()).rejects.toThrow(StoreUnavailable);
      double.takeConnections();
      expect(await untilAnswered(() => append(2, store, streamOf(2)))).toMatchObject({ length: 1 });
    });

    it('tells its subscriber, who misses nothing and sees nothing twice after the last position', async () => {
      const versions: number[] = [];
      const abort = new AbortController();
      let interruptions = 0;
      const reading = (async () => {
        for (let after = 0; !abort.signal.aborted; ) {
          try {
            for await (const page of store.subscribe(after, abort.signal)) {
              after = page.at(-1)?.position ?? after;
              versions.push(...page.map(({ version }) => version));
            }
          } catch (error) {
            if (!(error instanceof StoreUnavailable)) throw error;
            interruptions += 1;
            await sleep(20);
          }
        }
      })();
      for (const index of range(40)) {
        await untilAnswered(() => append(index, store, streamOf(1), 'any'));
        if (index % 10 === 5) double.cutConnections();
      }
      for (const deadline = Date.now() + 10_000; versions.length < 40 && Date.now() < deadline; ) await sleep(10);
      abort.abort();
      await reading;
      expect(versions).toEqual(range(40).map((index) => index + 1));
      expect(interruptions).toBeGreaterThan(0);
    });
  });

  describe('beside what others keep on the server', () => {
    it('sees the streams of its own events only', async () => {
      double.log.write('$stats-127.0.0.1:2113', '$statsCollected', {});
      await append(1);
      double.log.write('order-019a0000-0000-7000-8000-a00000000001', 'OrderPlaced', {});
      await append(2, store, streamOf(2));
      await store.append(streamOf(1), [], 'any', commandOf(3));
      const ids = (await store.readAll(0, 10)).map(({ id }) => id);
      expect(ids).toEqual([eventOf(1, commandOf(1)).id, eventOf(2, commandOf(2)).id]);
      const abort = new AbortController();
      const seen: string[] = [];
      for await (const page of store.subscribe(0, abort.signal)) {
        seen.push(...page.map(({ id }) => id));
        if (seen.length === 2) abort.abort();
      }
      expect(seen).toEqual(ids);
    });

    it('refuses a record in its own streams that it did not write', async () => {
      await append(1);
      double.log.write(`${namespace}inspection-${streamOf(1).id}`, 'FindingRecorded', { by: 'hand' });
      await expect(store.read(streamOf(1))).rejects.toMatchObject({ name: 'ForeignRecord' });
      await expect(store.readAll(0, 10)).rejects.toMatchObject({ name: 'ForeignRecord' });
      await expect(append(2, store, streamOf(1), 2)).rejects.toMatchObject({ name: 'ForeignRecord' });
    });

    it.each([[{ $maxAge: 60 }], [{ $maxCount: 1 }], [{ $tb: 1 }]])(
      'refuses a stream with %j, from which the server would forget',
      async (metadata) => {
        await append(1);
        await append(2, store, streamOf(1), 1);
        double.log.write(`$$${namespace}inspection-${streamOf(1).id}`, '$metadata', metadata);
        await expect(store.read(streamOf(1))).rejects.toMatchObject({ name: 'RetentionSet' });
        await expect(append(3, store, streamOf(1), 'any')).rejects.toMatchObject({ name: 'RetentionSet' });
        expect(await store.readAll(0, 10)).toHaveLength(2);
        // Taken back in time, nothing is lost.
        double.log.write(`$$${namespace}inspection-${streamOf(1).id}`, '$metadata', { $acl: {} });
        expect(await append(3, store, streamOf(1), 2)).toMatchObject({ length: 3 });
      },
    );
  });

  it('never goes back in time when the clock does, nor behind what it has read of others', async () => {
    let now = Date.parse('2026-11-21T03:04:05.678Z');
    const door = open({ nowMs: () => now });
    await append(1, door);
    now -= 3_600_000;
    await append(2, door, streamOf(2));
    const late = open({ nowMs: () => now });
    await append(3, late, streamOf(3));
    now += 7_200_000;
    await append(4, door, streamOf(4));
    expect((await store.readAll(0, 10)).map(({ recordedAt }) => recordedAt)).toEqual([
      '2026-11-21T03:04:05.678Z',
      '2026-11-21T03:04:05.678Z',
      '2026-11-21T03:04:05.678Z',
      '2026-11-21T04:04:05.678Z',
    ]);
  });

  it('tells two tries with the very same events apart, though the server takes the second for a repeat', async () => {
    const answers = await Promise.all(range(8).map(() => append(1, open())));
    expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
  });

  it('refuses the command id of another person where an earlier try was written', async () => {
    failNextEvents({ kind: 'cut-after-writing' });
    await expect(append(1)).rejects.toThrow(OutcomeUnknown);
    const other = { ...commandOf(1), actor: 'tran-binh' };
    const claimed = whenAvailable(() => store.append(streamOf(1), [eventOf(2, other)], 0, other));
    await expect(claimed).rejects.toThrow(CommandIdReused);
  });
});

/** A client notices a lost connection with the first call after it, and then nothing was written. */
async function whenAvailable<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 10_000; ; await sleep(20)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || Date.now() > deadline) throw error;
    }
  }
}

/** The way of every client: again with the same command id until there is an answer. */
async function untilAnswered<T>(work: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 10_000; ; await sleep(20)) {
    try {
      return await whenAvailable(work);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown) || Date.now() > deadline) throw error;
    }
  }
}
