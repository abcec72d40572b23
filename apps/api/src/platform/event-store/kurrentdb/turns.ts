import { StoreUnavailable } from '../event-store.js';

/** One after the other, in the order in which they came; more than so many waiting is too many. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly waitingMax: number) {}

  /** @throws StoreUnavailable when too many wait; whatever the work throws, which is no matter of the next. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.waitingMax) throw new StoreUnavailable(`${this.waiting} appends are waiting`);
    this.waiting += 1;
    const mine = this.last.then(work).finally(() => {
      this.waiting -= 1;
    });
    this.last = mine.catch(() => {});
    return mine;
  }
}
