import { setTimeout as pause } from 'node:timers/promises';
import {
  BACKWARDS,
  END,
  type EventData,
  type KurrentDBClient,
  NO_STREAM,
  type Position,
  START,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../event-store.js';
import { orUnavailable, orUnknown, typeOf } from './failures.js';
import type { Resolved } from './stored-record.js';

/** Somebody told the server to forget: a log that forgets is none. An operator has to take it back. */
export class RetentionSet extends Error {
  override readonly name = 'RetentionSet';
}

/** The server's records, in bounded time and with our names for failures. Everything that must be up to date asks the leader. */
export class Records {
  constructor(
    private readonly client: KurrentDBClient,
    private readonly msMax: number,
  ) {}

  /** Oldest first, from a revision on, as long as `wanted` says so; none for an absent stream. @throws StoreUnavailable */
  stream(name: string, from = 0, wanted: (record: Resolved) => boolean = () => true): Promise<readonly Resolved[]> {
    return this.reading(async () => {
      const found: Resolved[] = [];
      const records = this.client.readStream(name, { fromRevision: BigInt(from), requiresLeader: true });
      for await (const record of records) {
        if (!wanted(record)) break;
        found.push(record);
      }
      return found;
    });
  }

  /** The newest record of a stream; undefined for an absent one. @throws StoreUnavailable */
  async last(name: string): Promise<Resolved | undefined> {
    const options = { fromRevision: END, direction: BACKWARDS, maxCount: 1, requiresLeader: true } as const;
    const [newest] = await this.reading(() => collected(this.client.readStream(name, options)));
    return newest;
  }

  /** Up to `limit` records of such streams, from after a position. @throws StoreUnavailable */
  async all(prefixes: readonly string[], after: number, limit: number): Promise<readonly Resolved[]> {
    const fromPosition = after === 0 ? START : positionAt(after);
    // A read begins at its position, which is a record that has been seen.
    const maxCount = after === 0 ? limit : limit + 1;
    const filter = streamNameFilter({ prefixes: [...prefixes] });
    const found = await this.reading(() => collected(this.client.readAll({ fromPosition, maxCount, filter })));
    return after === 0 ? found : found.filter(({ event }) => event?.position?.commit !== BigInt(after)).slice(0, limit);
  }

  /** The newest record of such streams. @throws StoreUnavailable */
  async newest(prefixes: readonly string[]): Promise<Resolved | undefined> {
    const filter = streamNameFilter({ prefixes: [...prefixes] });
    const options = { fromPosition: END, direction: BACKWARDS, maxCount: 1, requiresLeader: true, filter } as const;
    const [newest] = await this.reading(() => collected(this.client.readAll(options)));
    return newest;
  }

  /** Up to `limit` records of such streams before a position, or before the end, the newest first. @throws StoreUnavailable */
  async allBefore(prefixes: readonly string[], before: number | null, limit: number): Promise<readonly Resolved[]> {
    const fromPosition = before === null ? END : positionAt(before);
    const filter = streamNameFilter({ prefixes: [...prefixes] });
    const options = { fromPosition, direction: BACKWARDS, maxCount: limit, requiresLeader: true, filter } as const;
    return await this.reading(() => collected(this.client.readAll(options)));
  }

  /**
   * All or none, on a stream of exactly `length` records; false when it is longer or shorter.
   * @throws StoreUnavailable, OutcomeUnknown
   */
  async append(name: string, records: readonly EventData[], length: number): Promise<boolean> {
    const streamState = length === 0 ? NO_STREAM : BigInt(length - 1);
    const options = { streamState, requiresLeader: true, deadline: this.msMax } as const;
    try {
      // The client gives up by itself on one of its two ways of appending only.
      await orUnknown(this.msMax, () => this.client.appendToStream(name, [...records], options));
      return true;
    } catch (error) {
      if (typeOf(error) === 'wrong-expected-version') return false;
      throw error;
    }
  }

  /** @throws RetentionSet, StoreUnavailable */
  async assertKept(name: string): Promise<void> {
    const { metadata } = await orUnavailable(this.msMax, () =>
      this.client.getStreamMetadata(name, { requiresLeader: true }),
    );
    const set = [
      ['$maxAge', metadata?.maxAge],
      ['$maxCount', metadata?.maxCount],
      ['$tb', metadata?.truncateBefore],
    ].filter(([, value]) => value !== undefined);
    if (set.length > 0)
      throw new RetentionSet(`${name} has ${set.map(([key]) => key).join(', ')}: it would lose events`);
  }

  /**
   * Every record of such streams after a position, then new ones as they come, in the pages in which they arrive, until the
   * signal aborts. @throws StoreUnavailable
   */
  async *follow(
    prefixes: readonly string[],
    after: number,
    signal: AbortSignal,
    pageSize = 500,
  ): AsyncIterable<readonly Resolved[]> {
    if (signal.aborted) return;
    const fromPosition = after === 0 ? START : positionAt(after);
    const filter = streamNameFilter({ prefixes: [...prefixes] });
    const subscription = this.client.subscribeToAll({ fromPosition, filter });
    let page: Resolved[] = [];
    let ended: { readonly cause: unknown } | null = null;
    let wake = () => {};
    const end = (cause: unknown) => {
      ended ??= { cause };
      wake();
    };
    const onAbort = () => wake();
    subscription.on('data', (record) => {
      page.push(record);
      // What is not taken stays with the server: a slow reader's memory is bounded.
      if (page.length >= pageSize) subscription.pause();
      wake();
    });
    subscription.on('error', end);
    subscription.on('end', () => end('the server ended the subscription'));
    subscription.on('close', () => end('the subscription was closed'));
    signal.addEventListener('abort', onAbort);
    try {
      while (!signal.aborted) {
        if (page.length > 0) {
          const full = page;
          page = [];
          subscription.resume();
          yield full;
        } else if (ended) throw new StoreUnavailable('the subscription has ended', ended);
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      // Not awaited: a connection that hangs must not keep the reader, who has what it wanted.
      subscription.unsubscribe().catch(() => {});
      subscription.destroy();
    }
  }

  private async reading(work: () => Promise<Resolved[]>): Promise<Resolved[]> {
    try {
      return await orUnavailable(this.msMax, () => twice(work));
    } catch (error) {
      if (typeOf(error) === 'stream-not-found') return [];
      throw error;
    }
  }
}

/** The client finds out that its connection is gone, or that the leader is another, by the first call that fails of it. */
async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!['unavailable', 'not-leader'].includes(typeOf(error))) throw error;
    await pause(50);
    return work();
  }
}

async function collected(records: AsyncIterable<Resolved>): Promise<Resolved[]> {
  const found: Resolved[] = [];
  for await (const record of records) found.push(record);
  return found;
}

function positionAt(position: number): Position {
  return { commit: BigInt(position), prepare: BigInt(position) };
}
