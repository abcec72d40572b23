import type { StreamName } from '../event-store/event-store.js';

/** A stream as this process knows it, its own appends under way included. */
export interface Remembered {
  readonly state: unknown;
  readonly length: number;
}

interface Entry {
  /** Null: it has to be read. */
  remembered: Remembered | null;
  /** Appends under way. */
  readonly pending: Set<Promise<unknown>>;
  lastTurn: Promise<void>;
  turns: number;
}

/**
 * What this process knows of the streams it writes, and whose turn it is at each. Only a guess: other processes write too,
 * and an append under way may fail. The expected length is what holds them all off.
 */
export class StreamMemory {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly streamsMax = 500) {}

  /** One at a time for each stream, in the order of asking. */
  async inTurn<T>(stream: StreamName, work: (place: StreamPlace) => Promise<T>): Promise<T> {
    const key = `${stream.category} ${stream.id}`;
    const entry = this.entryOf(key);
    entry.turns += 1;
    const turn = entry.lastTurn.then(() => work(new StreamPlace(entry)));
    entry.lastTurn = turn.then(
      () => {},
      () => {},
    );
    try {
      return await turn;
    } finally {
      entry.turns -= 1;
    }
  }

  private entryOf(key: string): Entry {
    const known = this.entries.get(key);
    const entry = known ?? { remembered: null, pending: new Set(), lastTurn: Promise.resolve(), turns: 0 };
    // The last one used stands last.
    this.entries.delete(key);
    this.entries.set(key, entry);
    if (!known) this.forgetOldest();
    return entry;
  }

  private forgetOldest(): void {
    for (const [key, { turns, pending }] of this.entries) {
      if (this.entries.size <= this.streamsMax) return;
      if (turns === 0 && pending.size === 0) this.entries.delete(key);
    }
  }
}

/** One stream, during a turn. */
export class StreamPlace {
  constructor(private readonly entry: Entry) {}

  get remembered(): Remembered | null {
    return this.entry.remembered;
  }

  /** Until no append of this process is under way here. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.entry.pending);
  }

  remember(remembered: Remembered): void {
    this.entry.remembered = remembered;
  }

  /** What the stream will be once this append has landed; a failure forgets all of it. */
  expect<Appended extends { readonly isReplay: boolean }>(remembered: Remembered, append: Promise<Appended>): void {
    const { entry } = this;
    entry.remembered = remembered;
    const watched = append.then(
      ({ isReplay }) => {
        // It had landed before, so nothing was added now.
        if (isReplay) entry.remembered = null;
      },
      () => {
        entry.remembered = null;
      },
    );
    entry.pending.add(watched);
    void watched.then(() => entry.pending.delete(watched));
  }
}
