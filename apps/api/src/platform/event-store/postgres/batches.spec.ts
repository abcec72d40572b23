import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../event-store.js';
import { Batches, type Outcome } from './batches.js';

/** Work that ends when told to. */
function held() {
  const batches: (readonly number[])[] = [];
  const releases: (() => void)[] = [];
  const run = (items: readonly number[]) => {
    batches.push(items);
    return new Promise<readonly Outcome<number>[]>((resolve) => {
      releases.push(() =>
        resolve(items.map((item) => (item < 0 ? { error: new Error('refused') } : { answer: item }))),
      );
    });
  };
  const release = async () => {
    while (releases.length === 0) await Promise.resolve();
    releases.shift()?.();
  };
  return { batches, run, release };
}

describe('batches', () => {
  it('takes together what came while one was under way, in its order', async () => {
    const { batches, run, release } = held();
    const queue = new Batches(run);
    const first = queue.add(1);
    await release();
    expect(await first).toBe(1);
    const others = [queue.add(2)];
    await Promise.resolve();
    await Promise.resolve();
    others.push(queue.add(3), queue.add(4));
    await release();
    await release();
    expect(await Promise.all(others)).toEqual([2, 3, 4]);
    expect(batches).toEqual([[1], [2], [3, 4]]);
  });

  it('lets one fail alone', async () => {
    const { run, release } = held();
    const queue = new Batches(run);
    const outcomes = Promise.allSettled([queue.add(1), queue.add(-2), queue.add(3)]);
    await release();
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails all of a batch whose run throws, and goes on with the next', async () => {
    let isBroken = true;
    const queue = new Batches<number, number>(async (items) => {
      if (isBroken) throw new Error('away');
      return items.map((item) => ({ answer: item }));
    });
    await expect(Promise.all([queue.add(1), queue.add(2)])).rejects.toThrow('away');
    isBroken = false;
    expect(await queue.add(3)).toBe(3);
  });

  it('splits what is too much for one', async () => {
    const { batches, run, release } = held();
    const queue = new Batches(run, 2);
    const answers = Promise.all([queue.add(1), queue.add(2), queue.add(3)]);
    await release();
    await release();
    await answers;
    expect(batches).toEqual([[1, 2], [3]]);
  });

  it('refuses at once when too much waits, and is drained when nothing does', async () => {
    const { run, release } = held();
    const queue = new Batches(run, 1, 2);
    const kept = [queue.add(1), queue.add(2)];
    await expect(queue.add(3)).rejects.toBeInstanceOf(StoreUnavailable);
    const drained = queue.drained();
    await release();
    await release();
    await drained;
    expect(await Promise.all(kept)).toEqual([1, 2]);
  });
});
