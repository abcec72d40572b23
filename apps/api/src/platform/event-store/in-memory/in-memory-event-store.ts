import type { Instant } from '@soat/domain';
import { assertAppendable } from '../appendable.js';
import {
  type Appended,
  type CommandStamp,
  EventStore,
  type NewEvent,
  type StoredEvent,
  type StreamName,
  WrongLength,
} from '../event-store.js';
import { Bell, following } from '../following.js';
import { type FirstAnswer, notBefore, namesOf, recorded, replayed } from '../recording.js';

/** The log in an array: a real store that passes the contract, for tests and for nothing that must survive. */
export class InMemoryEventStore extends EventStore {
  private readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly eventIds = new Set<string>();
  private readonly answers = new Map<string, FirstAnswer>();
  private readonly bell = new Bell();
  private readonly closed = new AbortController();

  constructor(private readonly nowMs: () => number = Date.now) {
    super();
  }

  async read(stream: StreamName): Promise<readonly StoredEvent[]> {
    return [...(this.streams.get(keyOf(stream)) ?? [])];
  }

  async append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Appended> {
    assertAppendable(stream, events, expected, command);
    const first = this.answers.get(command.id);
    if (first) return replayed(first, command);

    // No await from here to the push: that gap would let two writers through.
    const before = this.streams.get(keyOf(stream)) ?? [];
    if (expected !== 'any' && expected !== before.length) throw new WrongLength(stream, expected, before.length);
    const ids = new Set(events.map(({ id }) => id));
    const repeated = ids.size < events.length || [...ids].some((id) => this.eventIds.has(id));
    if (repeated) throw new Error('an event id is not unique');

    const recordedAt = notBefore(this.log.at(-1)?.recordedAt ?? null, this.nowMs());
    const kept = recorded(events, command, { stream, length: before.length, head: this.log.length, recordedAt });
    for (const event of kept) this.log.push(Object.freeze(event));
    if (kept.length > 0) this.streams.set(keyOf(stream), before.concat(kept));
    for (const id of ids) this.eventIds.add(id);
    const answer = {
      stream: { category: stream.category, id: stream.id },
      length: before.length + kept.length,
      position: this.log.length,
      ...namesOf(kept),
    };
    this.answers.set(command.id, { actor: command.actor, digest: command.digest, answer });
    if (kept.length > 0) this.bell.ring();
    return { ...answer, isReplay: false };
  }

  async findAnswer(command: CommandStamp): Promise<Appended | null> {
    const first = this.answers.get(command.id);
    return first ? replayed(first, command) : null;
  }

  async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    // Dense from 1, so a position is an index.
    return this.log.slice(after, after + limit);
  }

  async head(): Promise<number> {
    return this.log.length;
  }

  async lastUntil(instant: Instant): Promise<number> {
    return this.log.findLast(({ recordedAt }) => recordedAt <= instant)?.position ?? 0;
  }

  async eventAt(position: number): Promise<StoredEvent | null> {
    return this.log[position - 1] ?? null;
  }

  subscribe(after: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const until = AbortSignal.any([signal, this.closed.signal]);
    return following((seen, limit) => this.readAll(seen, limit), this.bell, after, until);
  }

  async close(): Promise<void> {
    this.closed.abort();
  }
}

function keyOf({ category, id }: StreamName): string {
  return `${category}-${id}`;
}
