import { StoreUnavailable } from '../event-store.js';

/** An error stands for that one item's failure. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly error: unknown };

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly settle: (outcome: Outcome<Answer>) => void;
}

/** One batch at a time: what comes while it is under way waits, and goes together in the next one. */
export class Batches<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private running: Promise<void> | null = null;

  constructor(
    /** One outcome for each item, in order. */
    private readonly run: (items: readonly Item[]) => Promise<readonly Outcome<Answer>[]>,
    private readonly batchMax = 256,
    /** More than this would keep people waiting for longer than they do. */
    private readonly waitingMax = 4_096,
  ) {}

  /** @throws StoreUnavailable when too much waits already; else what `run` says of this item. */
  add(item: Item): Promise<Answer> {
    if (this.waiting.length >= this.waitingMax)
      return Promise.reject(new StoreUnavailable(`${this.waitingMax} appends are waiting already`));
    const outcome = new Promise<Answer>((resolve, reject) => {
      const settle = (settled: Outcome<Answer>) =>
        'error' in settled ? reject(settled.error) : resolve(settled.answer);
      this.waiting.push({ item, settle });
    });
    this.running ??= this.work();
    return outcome;
  }

  /** Until nothing waits and nothing is under way. */
  async drained(): Promise<void> {
    while (this.running) await this.running;
  }

  private async work(): Promise<void> {
    // What is added in the same turn of the event loop goes along.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.batchMax);
      const outcomes = await this.outcomesOf(batch.map(({ item }) => item));
      for (const [index, { settle }] of batch.entries())
        settle(outcomes[index] ?? { error: new Error('a batch left an item without an outcome') });
    }
    this.running = null;
  }

  private async outcomesOf(items: readonly Item[]): Promise<readonly Outcome<Answer>[]> {
    try {
      return await this.run(items);
    } catch (error) {
      return items.map(() => ({ error }));
    }
  }
}
