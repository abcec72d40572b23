import type { Instant } from '@soat/domain';
import type { Pool, QueryConfig } from 'pg';
import { assertAppendable } from '../appendable.js';
import {
  type Appended,
  type CommandStamp,
  EventStore,
  type NewEvent,
  type StoredEvent,
  type StreamName,
} from '../event-store.js';
import { Bell, following } from '../following.js';
import { replayed } from '../recording.js';
import type { Append } from './append.js';
import { appendBatch } from './append-batch.js';
import { Batches } from './batches.js';
import { orUnavailable } from './failures.js';
import { firstAnswersOf, readAnswers, readHead, readLastUntil, readPage, readStream } from './statements.js';
import { storedEvent } from './stored-row.js';
import { WakeUp } from './wake-up.js';

/**
 * The log in PostgreSQL, schema `soat_log`. Appends of this process that come while another commits go together in the next
 * transaction; those of all processes take one transaction-level lock, which makes positions dense and in commit order. The
 * pool stays the caller's to close.
 */
export class PostgresEventStore extends EventStore {
  private readonly bell = new Bell();
  private readonly closed = new AbortController();
  private readonly wakeUp: WakeUp;
  private readonly batches: Batches<Append, Appended>;

  constructor(
    private readonly pool: Pool,
    nowMs: () => number = Date.now,
    lockMsMax = 10_000,
    /** How long a subscriber that nobody wakes waits before it looks by itself. */
    private readonly lookAgainMs = 1_000,
  ) {
    super();
    this.wakeUp = new WakeUp(pool, this.bell);
    this.batches = new Batches((appends) => appendBatch(pool, appends, { nowMs, lockMsMax }));
  }

  async read(stream: StreamName): Promise<readonly StoredEvent[]> {
    const rows = await this.rows(readStream, [stream.category, stream.id]);
    return rows.map(storedEvent);
  }

  async append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Appended> {
    assertAppendable(stream, events, expected, command);
    const appended = await this.batches.add({ stream, events, expected, command });
    if (events.length > 0 && !appended.isReplay) {
      this.bell.ring();
      this.wakeUp.tell();
    }
    return appended;
  }

  async findAnswer(command: CommandStamp): Promise<Appended | null> {
    const first = firstAnswersOf(await this.rows(readAnswers, [[command.id]])).get(command.id);
    return first ? replayed(first, command) : null;
  }

  async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const rows = await this.rows(readPage, [after, limit]);
    return rows.map(storedEvent);
  }

  async head(): Promise<number> {
    const rows = await this.rows(readHead, []);
    return rows[0].position;
  }

  async lastUntil(instant: Instant): Promise<number> {
    const rows = await this.rows(readLastUntil, [instant]);
    return rows[0].position;
  }

  async eventAt(position: number): Promise<StoredEvent | null> {
    const [event] = await this.readAll(position - 1, 1);
    return event?.position === position ? event : null;
  }

  subscribe(after: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const until = AbortSignal.any([signal, this.closed.signal]);
    this.wakeUp.start();
    return following((seen, limit) => this.readAll(seen, limit), this.bell, after, until, {
      lookAgainMs: this.lookAgainMs,
    });
  }

  /** Ends every subscription and waits for appends under way. */
  async close(): Promise<void> {
    this.closed.abort();
    await this.batches.drained();
    await this.wakeUp.stop();
  }

  private rows(query: QueryConfig, values: readonly unknown[]) {
    return orUnavailable(async () => (await this.pool.query({ ...query, values: [...values] })).rows);
  }
}
