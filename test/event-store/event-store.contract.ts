import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Appended,
  CommandIdReused,
  type CommandStamp,
  type EventStore,
  type NewEvent,
  type StoredEvent,
  type StreamName,
  WrongLength,
} from '@soat/api/platform/event-store/event-store.js';
import { canonicalJson } from '@soat/api/platform/trail/canonical-json.js';
import { leafHashOf } from '@soat/api/platform/trail/leaf.js';

/** What the port leaves to each store: only some of them can. */
export interface Promises {
  /** Positions are 1, 2, 3 and so on. */
  readonly densePositions: boolean;
  /** An event id that stands in another stream is refused; ids are made by us and unique in any case. */
  readonly uniqueEventIds: boolean;
  /** `recordedAt` never decreases with position whoever writes; else only among what one process wrote. */
  readonly oneClock: boolean;
}

/** An empty log, seen as the processes of one installation see it. */
export interface LogUnderTest {
  /** Doors into the same log; the same one each time where a log cannot have several. */
  readonly doors: readonly [EventStore, EventStore, EventStore];
  readonly promises: Promises;
  /** Opens another transaction that has written something; what it returns ends it. */
  holdTransactionOpen?(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** What every event store must do. */
export function eventStoreContract(name: string, openLog: () => Promise<LogUnderTest>): void {
  describe(`event store contract: ${name}`, () => {
    let log: LogUnderTest;
    let store: EventStore;
    beforeEach(async () => {
      log = await openLog();
      store = log.doors[0];
    });
    afterEach(() => log.close());

    describe('a stream', () => {
      it('has nothing when it is absent', async () => {
        expect(await store.read(streamOf(1))).toEqual([]);
        expect(await store.head()).toBe(0);
        expect(await store.readAll(0, 10)).toEqual([]);
      });

      it('gives back its events oldest first, each column as it was handed over', async () => {
        const command = commandOf(1);
        const events = [eventOf(1, command, full), eventOf(2, command)];
        await store.append(streamOf(1), events, 0, command);
        const later = commandOf(2);
        await store.append(streamOf(1), [eventOf(3, later)], 2, later);

        const read = await store.read(streamOf(1));
        expect(read.map(handedOver)).toEqual([...events, eventOf(3, later)]);
        expect(read.map(({ version, commandId, commandIndex }) => [version, commandId, commandIndex])).toEqual([
          [1, command.id, 0],
          [2, command.id, 1],
          [3, later.id, 0],
        ]);
        for (const event of read) {
          expect(event.stream).toEqual(streamOf(1));
          expect(event.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
          expect(event.salt).toHaveLength(16);
        }
      });

      it('is known by category and id together', async () => {
        const command = commandOf(1);
        await store.append(streamOf(1), [eventOf(1, command)], 0, command);
        expect(await store.read({ ...streamOf(1), category: 'unit' })).toEqual([]);
        const other = commandOf(2);
        const appended = await store.append({ ...streamOf(1), category: 'unit' }, [eventOf(2, other)], 0, other);
        expect(appended.length).toBe(1);
      });

      it('keeps the text of a payload to the last byte', async () => {
        const command = commandOf(1);
        const data = {
          note: 'Hồ sơ "một cửa"\n\t\\ 𠀀 \u2028 ế, {"a":1}, NULL',
          amount: 1_000_000_000_000_000,
          empty: '',
          list: [],
        };
        const event = { ...eventOf(1, command), payload: payloadOf(data, command) };
        await store.append(streamOf(1), [event], 0, command);
        expect((await store.read(streamOf(1)))[0]?.payload).toBe(event.payload);
      });
    });

    describe('an append', () => {
      it('answers with length, position and ids', async () => {
        const command = commandOf(1);
        const appended = await store.append(streamOf(1), [eventOf(1, command), eventOf(2, command)], 0, command);
        expect(appended).toEqual({
          stream: streamOf(1),
          length: 2,
          position: (await store.read(streamOf(1)))[1]?.position,
          eventIds: [idOf('e', 1), idOf('e', 2)],
          leafHashes: (await store.read(streamOf(1))).map((event) => leafHashOf(event).toString('base64')),
          isReplay: false,
        });
        expect(await store.head()).toBe(appended.position);
      });

      it.each([0, 1, 3])('is refused on a stream of 2 when it expects %i', async (expected) => {
        await fill(store, streamOf(1), 2);
        const head = await store.head();
        const command = commandOf(50);
        await expect(store.append(streamOf(1), [eventOf(50, command)], expected, command)).rejects.toEqual(
          new WrongLength(streamOf(1), expected, 2),
        );
        expect(await store.head()).toBe(head);
      });

      it('is refused on an absent stream when it expects one', async () => {
        const command = commandOf(50);
        const append = store.append(streamOf(1), [eventOf(50, command)], 1, command);
        await expect(append).rejects.toEqual(new WrongLength(streamOf(1), 1, 0));
      });

      it('takes any length when it is told to', async () => {
        await fill(store, streamOf(1), 2);
        const command = commandOf(50);
        expect((await store.append(streamOf(1), [eventOf(50, command)], 'any', command)).length).toBe(3);
      });

      it('may come again under the same command id after it was refused for the length', async () => {
        await fill(store, streamOf(1), 1);
        const command = commandOf(50);
        await expect(store.append(streamOf(1), [eventOf(50, command)], 0, command)).rejects.toThrow(WrongLength);
        expect((await store.append(streamOf(1), [eventOf(50, command)], 1, command)).isReplay).toBe(false);
      });

      it('writes all or none', async () => {
        await fill(store, streamOf(1), 1);
        const head = await store.head();
        const elsewhere = (await store.read(streamOf(1)))[0]?.id ?? '';
        const command = commandOf(50);
        const [one, two, three] = [eventOf(50, command), eventOf(51, command), eventOf(52, command)];
        const taken = log.promises.uniqueEventIds ? [one.id, elsewhere] : [one.id];
        for (const id of taken) {
          await expect(store.append(streamOf(2), [one, { ...two, id }, three], 0, command)).rejects.toThrow();
          expect(await store.read(streamOf(2))).toEqual([]);
          expect(await store.findAnswer(command)).toBeNull();
          expect(await store.head()).toBe(head);
        }
        expect((await store.append(streamOf(2), [one], 0, command)).position).toBe(await store.head());
      });

      it('is refused before anything is written when the log could not give it back exactly', async () => {
        const command = commandOf(1);
        const append = store.append(streamOf(1), [{ ...eventOf(1, command), type: 'Finding\nRecorded' }], 0, command);
        await expect(append).rejects.toThrow(TypeError);
        expect(await store.head()).toBe(0);
      });
    });

    describe('sixteen racing writers', () => {
      it('get each place in the stream once, and the losers hear that they lost', async () => {
        const rounds = 8;
        for (let length = 0; length < rounds; length++) {
          const outcomes = await Promise.allSettled(
            range(16).map((writer) => {
              const command = commandOf(100 * length + writer);
              const door = log.doors[writer % 3] ?? store;
              return door.append(streamOf(1), [eventOf(100 * length + writer, command)], length, command);
            }),
          );
          expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
          for (const outcome of outcomes)
            if (outcome.status === 'rejected')
              expect(outcome.reason).toEqual(new WrongLength(streamOf(1), length, length + 1));
        }
        const versions = (await store.read(streamOf(1))).map(({ version }) => version);
        expect(versions).toEqual(range(rounds).map((index) => index + 1));
      });

      it('get positions that strictly increase, with times that never decrease', async () => {
        await race(log, 16, 6);
        const all = await readEverything(store, 7);
        expect(all).toHaveLength(16 * 6);
        expectAscendingPositions(all);
        const writersOf = (door: number) => range(16).filter((writer) => writer % 3 === door);
        const clocks = log.promises.oneClock ? [range(16)] : range(3).map(writersOf);
        for (const writers of clocks) {
          const streams = new Set(writers.map((writer) => streamOf(100 + writer).id));
          expectAscendingTimes(all.filter(({ stream }) => streams.has(stream.id)));
        }
        expect(await store.head()).toBe(all.at(-1)?.position);
      });
    });

    describe('a command id', () => {
      it('that comes again with the same request gets the first answer, however far the stream has grown', async () => {
        const command = commandOf(1);
        const events = [eventOf(1, command), eventOf(2, command)];
        const first = await store.append(streamOf(1), events, 0, command);
        await fill(store, streamOf(1), 3, 10);
        // A repeat is judged anew on its way here: other event ids, and a length that no longer holds.
        const head = await store.head();
        const again = await store.append(streamOf(1), [eventOf(90, command)], 0, command);
        expect(again).toEqual({ ...first, isReplay: true });
        expect(await store.findAnswer(command)).toEqual({ ...first, isReplay: true });
        expect(await store.head()).toBe(head);
        expect(await store.read(streamOf(1))).toHaveLength(5);
      });

      it('answers with the first stream when the repeat was sent to another', async () => {
        const command = commandOf(1);
        const first = await store.append(streamOf(1), [eventOf(1, command)], 0, command);
        expect(await store.append(streamOf(2), [eventOf(2, command)], 0, command)).toEqual({
          ...first,
          isReplay: true,
        });
      });

      it('that is unknown has no answer', async () => {
        expect(await store.findAnswer(commandOf(1))).toBeNull();
      });

      it('is refused for another request', async () => {
        const command = commandOf(1);
        const { position } = await store.append(streamOf(1), [eventOf(1, command)], 0, command);
        const other = { ...command, digest: digestOf('other') };
        const append = store.append(streamOf(1), [eventOf(2, other)], 1, other);
        await expect(append).rejects.toEqual(new CommandIdReused(command.id, false));
        await expect(append).rejects.toMatchObject({ isOtherActor: false });
        await expect(store.findAnswer(other)).rejects.toMatchObject({ name: 'CommandIdReused', isOtherActor: false });
        expect(await store.head()).toBe(position);
      });

      it('is refused for another person, whatever the request', async () => {
        const command = commandOf(1);
        await store.append(streamOf(1), [eventOf(1, command)], 0, command);
        const other = { ...command, actor: 'tran-binh' };
        await expect(store.append(streamOf(1), [eventOf(2, other)], 1, other)).rejects.toMatchObject({
          name: 'CommandIdReused',
          isOtherActor: true,
        });
        await expect(store.findAnswer(other)).rejects.toMatchObject({ name: 'CommandIdReused', isOtherActor: true });
      });

      it('that decided nothing gets its empty answer again, and the length is judged only the first time', async () => {
        await fill(store, streamOf(1), 2);
        const command = commandOf(50);
        await expect(store.append(streamOf(1), [], 1, command)).rejects.toThrow(WrongLength);
        const first = await store.append(streamOf(1), [], 2, command);
        const position = await store.head();
        expect(first).toEqual({
          stream: streamOf(1),
          length: 2,
          position,
          eventIds: [],
          leafHashes: [],
          isReplay: false,
        });
        await fill(store, streamOf(1), 1, 60);
        expect(await store.append(streamOf(1), [], 2, command)).toEqual({ ...first, isReplay: true });
        expect(await store.append(streamOf(1), [eventOf(70, command)], 3, command)).toEqual({
          ...first,
          isReplay: true,
        });
        expect(await store.findAnswer(command)).toEqual({ ...first, isReplay: true });
        const other = { ...command, digest: digestOf('other') };
        await expect(store.append(streamOf(1), [], 3, other)).rejects.toMatchObject({ isOtherActor: false });
        expect(await store.read(streamOf(1))).toHaveLength(3);
      });

      it('that races with itself is written once', async () => {
        const command = commandOf(1);
        const answers = await Promise.all(
          range(16).map((writer) => {
            const door = log.doors[writer % 3] ?? store;
            return door.append(streamOf(1), [eventOf(writer, command)], 0, command);
          }),
        );
        expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
        expect(new Set(answers.map(({ eventIds }) => eventIds.join()))).toHaveProperty('size', 1);
        expect(await store.read(streamOf(1))).toHaveLength(1);
      });
    });

    describe('a reader of everything', () => {
      it('gets pages after a position, up to a limit', async () => {
        await fill(store, streamOf(1), 5);
        const all = await store.readAll(0, 100);
        expect(all.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
        expectAscendingPositions(all);
        if (log.promises.densePositions) expect(all.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
        expect(await store.readAll(all[1]?.position ?? 0, 2)).toEqual(all.slice(2, 4));
        expect(await store.readAll(all[4]?.position ?? 0, 2)).toEqual([]);
      });

      it('finds what the log held at any instant, and the event at any position', async () => {
        const long = '2000-01-01T00:00:00.000Z';
        expect(await store.lastUntil('2100-01-01T00:00:00.000Z')).toBe(0);
        expect(await store.eventAt(1)).toBeNull();
        for (const index of range(9)) {
          await fill(log.doors[index % 3] ?? store, streamOf(1), 1 + (index % 3), 1_000 + 10 * index);
          if (index % 2 === 0) await sleep(3);
        }
        const all = await store.readAll(0, 100);
        const instants = all.flatMap(({ recordedAt }) =>
          [-1, 0, 1].map((ms) => new Date(Date.parse(recordedAt) + ms).toISOString()),
        );
        for (const instant of [long, ...instants, '2100-01-01T00:00:00.000Z'])
          expect([instant, await store.lastUntil(instant)]).toEqual([
            instant,
            all.findLast(({ recordedAt }) => recordedAt <= instant)?.position ?? 0,
          ]);
        for (const event of all) expect(await store.eventAt(event.position)).toEqual(event);
        // A position nobody has: on a store with gaps, one between two.
        const beyond = (all.at(-1)?.position ?? 0) + 1;
        for (const position of [beyond, Number.MAX_SAFE_INTEGER]) expect(await store.eventAt(position)).toBeNull();
        if (!log.promises.densePositions) expect(await store.eventAt((all[1]?.position ?? 0) + 1)).toBeNull();
      });

      it('can derive every leaf again, and no two salts are the same', async () => {
        const command = commandOf(1);
        await store.append(streamOf(1), [eventOf(1, command, full), eventOf(2, command)], 0, command);
        await race(log, 4, 4);
        const all = await store.readAll(0, 100);
        for (const event of all) expect(Buffer.from(event.leafHash)).toEqual(leafHashOf(event));
        expect(new Set(all.map(({ salt }) => Buffer.from(salt).toString('hex'))).size).toBe(all.length);
      });
    });

    describe('a subscriber', () => {
      it('gets what is there, then what comes, by whichever door, until it is aborted', async () => {
        await fill(store, streamOf(1), 2);
        const abort = new AbortController();
        const [first] = await store.readAll(0, 1);
        const seen = follow(log.doors[1], first?.position ?? 0, abort.signal);
        await until(() => seen.positions.length === 1);
        await fill(store, streamOf(1), 2, 10);
        await fill(log.doors[1], streamOf(2), 1, 20);
        await until(() => seen.positions.length === 4);
        const abortedAt = performance.now();
        abort.abort();
        await seen.done;
        expect(performance.now() - abortedAt).toBeLessThan(150);
        const after = (await store.readAll(first?.position ?? 0, 10)).map(({ position }) => position);
        expect(after).toHaveLength(4);
        expect(seen.positions).toEqual(after);
      });

      it('is woken by an append of its own process long before it would look again', async () => {
        const abort = new AbortController();
        const seen = follow(store, 0, abort.signal);
        await sleep(20);
        await fill(store, streamOf(1), 1);
        const appendedAt = performance.now();
        await until(() => seen.positions.length === 1);
        expect(performance.now() - appendedAt).toBeLessThan(150);
        abort.abort();
        await seen.done;
      });

      it('ends when the store is closed', async () => {
        const seen = follow(store, 0, new AbortController().signal);
        await store.close();
        await seen.done;
        expect(seen.positions).toEqual([]);
      });

      it('misses nothing and sees nothing twice while writers race and another transaction is held open', async () => {
        const abort = new AbortController();
        const [live, other] = [follow(store, 0, abort.signal), follow(log.doors[2], 0, abort.signal)];
        const letGo = await log.holdTransactionOpen?.();
        const [appended] = await Promise.all([race(log, 16, 25), sleep(letGo ? 2_000 : 0)]);
        const positions = appended.map(({ position }) => position).sort((a, b) => a - b);
        // While it is still open: nobody may wait for it.
        await until(() => live.positions.length >= positions.length && other.positions.length >= positions.length);
        await letGo?.();
        await sleep(300);
        abort.abort();
        await Promise.all([live.done, other.done]);
        expect(live.positions).toEqual(positions);
        expect(other.positions).toEqual(positions);
      });
    });
  });
}

const full = {
  onBehalfOf: 'tran-binh',
  causationId: idOf('f', 1),
  effectiveOn: '2026-10-25',
  occurredAt: '2026-10-24T17:00:00.070Z',
  schemaVersion: 3,
};

/** So many writers on streams of their own through all doors, each with so many appends of one event. */
async function race(log: LogUnderTest, writers: number, appends: number): Promise<readonly Appended[]> {
  const answers = range(writers).map(async (writer) => {
    const door = log.doors[writer % 3] ?? log.doors[0];
    const mine: Appended[] = [];
    for (const index of range(appends)) {
      const number = 10_000 + writer * 1_000 + index;
      const command = commandOf(number);
      mine.push(await door.append(streamOf(100 + writer), [eventOf(number, command)], index, command));
    }
    return mine;
  });
  return (await Promise.all(answers)).flat();
}

async function fill(store: EventStore, stream: StreamName, count: number, from = 1_000): Promise<void> {
  for (const index of range(count)) {
    const command = commandOf(from + index);
    await store.append(stream, [eventOf(from + index, command)], 'any', command);
  }
}

function follow(store: EventStore, after: number, signal: AbortSignal) {
  const positions: number[] = [];
  const done = (async () => {
    for await (const page of store.subscribe(after, signal)) positions.push(...page.map(({ position }) => position));
  })();
  return { positions, done };
}

async function readEverything(store: EventStore, pageSize: number): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (;;) {
    const page = await store.readAll(all.at(-1)?.position ?? 0, pageSize);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

function expectAscendingPositions(events: readonly StoredEvent[]): void {
  events.forEach(({ position }, index) => {
    expect(position).toBeGreaterThan(events[index - 1]?.position ?? 0);
  });
}

function expectAscendingTimes(events: readonly StoredEvent[]): void {
  const times = events.map(({ recordedAt }) => recordedAt);
  expect(times).toEqual([...times].sort());
}

async function until(isSo: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !isSo(); await sleep(5))
    if (Date.now() > deadline) throw new Error('it did not come about within 10 s');
}

function handedOver({
  position: _position,
  stream: _stream,
  version: _version,
  commandId: _commandId,
  commandIndex: _commandIndex,
  recordedAt: _recordedAt,
  salt: _salt,
  leafHash: _leafHash,
  ...event
}: StoredEvent): NewEvent {
  return event;
}

export function streamOf(number: number): StreamName {
  return { category: 'inspection', id: idOf('a', number) };
}

export function commandOf(number: number): CommandStamp {
  return { id: idOf('c', number), digest: digestOf(`request ${number}`), actor: 'nguyen-an' };
}

export function eventOf(number: number, command: CommandStamp, change: Partial<NewEvent> = {}): NewEvent {
  return {
    id: idOf('e', number),
    type: 'FindingRecorded',
    schemaVersion: 1,
    unitId: idOf('d', 1),
    actor: command.actor,
    role: 'inspector',
    onBehalfOf: null,
    causationId: null,
    correlationId: command.id,
    occurredAt: '2026-11-21T02:10:00.000Z',
    effectiveOn: null,
    payload: payloadOf({ number }, command),
    ...change,
  };
}

function payloadOf(data: object, command: CommandStamp): string {
  return canonicalJson({ data, meta: { commandDigest: command.digest } });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function idOf(kind: string, number: number): string {
  return `019a0000-0000-7000-8000-${kind}${number.toString(16).padStart(11, '0')}`;
}

export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
