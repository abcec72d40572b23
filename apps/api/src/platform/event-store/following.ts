import type { StoredEvent } from './event-store.js';

/** Wakes every subscriber of this process after an append of this process. */
export class Bell {
  private readonly listeners = new Set<() => void>();

  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  ring(): void {
    for (const listener of this.listeners) listener();
  }
}

/**
 * Every event after a position in pages, then new ones as they come: own appends ring the bell, those of other processes
 * are found by looking again after `lookAgainMs`. Whoever is nearly up with a busy log looks only every `paceMs`: what a page
 * costs, here and in whoever takes it, hangs little on how much is in it. Ends at once when the signal aborts, also under a
 * read that hangs.
 */
export async function* following(
  readAll: (after: number, limit: number) => Promise<readonly StoredEvent[]>,
  bell: Bell,
  after: number,
  signal: AbortSignal,
  { pageSize = 500, lookAgainMs = 250, paceMs = 25 } = {},
): AsyncIterable<readonly StoredEvent[]> {
  // Callbacks rather than Promise.race: a race against a promise that lives as long as the subscription keeps every loser.
  let isRung = false;
  let wake = () => {};
  const onRing = () => {
    isRung = true;
    wake();
  };
  const page = (seen: number) =>
    new Promise<readonly StoredEvent[]>((resolve, reject) => {
      wake = () => {
        if (signal.aborted) resolve([]);
      };
      readAll(seen, pageSize).then(resolve, reject);
    });
  const wait = (ms: number, isOver: () => boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!isOver()) return;
        clearTimeout(timer);
        resolve();
      };
    });

  const stopListening = bell.listen(onRing);
  signal.addEventListener('abort', onRing);
  try {
    for (let seen = after; !signal.aborted; ) {
      // Before looking, so that what is appended while looking is not slept through.
      isRung = false;
      const lookedAt = performance.now();
      const events = await page(seen);
      if (signal.aborted) return;
      const last = events.at(-1);
      if (last) {
        seen = last.position;
        yield events;
        const early = lookedAt + paceMs - performance.now();
        if (events.length < pageSize && early > 0 && !signal.aborted) await wait(early, () => signal.aborted);
      } else if (!isRung) await wait(lookAgainMs, () => true);
    }
  } finally {
    stopListening();
    signal.removeEventListener('abort', onRing);
  }
}
