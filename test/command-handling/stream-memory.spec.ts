import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandExecutor, type CommandRequest } from '@soat/api/platform/command-handling/execute.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import { StoreUnavailable } from '@soat/api/platform/event-store/event-store.js';
import { InMemoryEventStore } from '@soat/api/platform/event-store/in-memory/in-memory-event-store.js';
import { type Decider, Rejection } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';

/** A counter that ends at three, so that a no depends on what is remembered. */
type CountEvents = { Counted: { readonly by: string } };
type CountCommands = { Count: { readonly by: string } };
const counter: Decider<number, CountCommands, CountEvents> = {
  initial: 0,
  decide: {
    Count(count, { by }) {
      if (count >= 3) throw new Rejection('conflict', 'counter.full', { count });
      return [{ type: 'Counted', data: { by } }];
    },
  },
  evolve: { Counted: (count) => count + 1 },
};

/** Counts its reads, and fails or holds an append when told to. */
class WatchedStore extends InMemoryEventStore {
  reads = 0;
  failNext: Error | null = null;
  held: Promise<void> = Promise.resolve();

  override async read(...asked: Parameters<InMemoryEventStore['read']>) {
    this.reads += 1;
    return await super.read(...asked);
  }

  override async append(...asked: Parameters<InMemoryEventStore['append']>) {
    await this.held;
    const failure = this.failNext;
    this.failNext = null;
    if (failure) throw failure;
    return await super.append(...asked);
  }
}

describe('what a process remembers of a stream', () => {
  const codec = new EventCodec({ unit: { types: ['Counted'], upcasts: {} } });
  let store: WatchedStore;
  let here: CommandExecutor;
  let elsewhere: CommandExecutor;
  let id: string;
  beforeEach(() => {
    store = new WatchedStore();
    here = new CommandExecutor(store, codec);
    elsewhere = new CommandExecutor(store, codec);
    id = uuidv7();
  });
  afterEach(() => store.close());

  function count(expected?: number): CommandRequest<number, CountCommands, CountEvents> {
    const key = uuidv7();
    return {
      category: 'unit',
      id,
      decider: counter,
      command: { type: 'Count', data: { by: 'nam' } },
      unitIdOf: () => id,
      context: {
        stamp: { id: key, digest: 'a'.repeat(64), actor: 'nam' },
        person: { id: 'nam', role: 'inspector', onBehalfOf: null },
        expected,
        occurredAt: '2026-11-21T03:04:05.678Z',
        effectiveOn: null,
        causationId: null,
        correlationId: key,
        isSimulated: false,
      },
    };
  }
  const lengths = (answers: readonly { readonly length: number }[]) => answers.map(({ length }) => length);

  it('reads a stream once, however many commands come to it', async () => {
    expect(lengths(await Promise.all([1, 2, 3].map(() => here.execute(count()))))).toEqual([1, 2, 3]);
    expect(store.reads).toBe(1);
  });

  it('does not wait for one append before it decides the next', async () => {
    await here.execute(count());
    let release = () => {};
    store.held = new Promise((resolve) => {
      release = resolve;
    });
    const both = Promise.all([here.execute(count()), here.execute(count())]);
    release();
    expect(lengths(await both)).toEqual([2, 3]);
    expect(store.reads).toBe(1);
  });

  it('says no only by what the log holds: another process has written', async () => {
    await here.execute(count());
    await elsewhere.execute(count());
    await elsewhere.execute(count());
    // Remembered is one; the length refuses the yes, and the log gives the no with its true facts.
    await expect(here.execute(count())).rejects.toMatchObject({ code: 'counter.full', facts: { count: 3 } });
  });

  it('says no only by what has landed: what it builds on failed', async () => {
    await here.execute(count());
    await here.execute(count());
    store.failNext = new StoreUnavailable('planted');
    const [failed, landed] = await Promise.allSettled([here.execute(count()), here.execute(count())]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    // Judged on the first one's would-be event it had to be refused; on what landed it is the third.
    expect(landed).toMatchObject({ status: 'fulfilled', value: { length: 3 } });
  });

  it('does not tell anyone of events that may not come to pass', async () => {
    await here.execute(count());
    store.failNext = new StoreUnavailable('planted');
    const [failed, decided] = await Promise.allSettled([here.execute(count()), here.execute(count(1))]);
    expect(failed.status).toBe('rejected');
    expect(decided).toMatchObject({ status: 'fulfilled', value: { length: 2 } });
  });

  it('takes a repeat for what it is', async () => {
    const request = count();
    const first = await here.execute(request);
    expect(await here.execute(request)).toEqual({ ...first, isReplay: true });
    expect((await here.execute(count())).length).toBe(2);
    expect((await elsewhere.execute(count())).length).toBe(3);
  });
});
