import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Instant } from '@soat/domain';
import { assertAppendable } from '../appendable.js';
import {
  type Appended,
  type CommandStamp,
  EventStore,
  type NewEvent,
  OutcomeUnknown,
  StoreUnavailable,
  type StoredEvent,
  type StreamName,
  WrongLength,
} from '../event-store.js';
import { notBefore, recorded, replayed } from '../recording.js';
import { Commands, type Unanswered } from './commands.js';
import { Records, RetentionSet } from './records.js';
import { positionOf, type Resolved, recordOf, StreamNames, storedEvent } from './stored-record.js';
import { Turns } from './turns.js';

export interface KurrentDbOptions {
  readonly nowMs?: () => number;
  /** Before every stream's name, so that several logs share a server; none by default. */
  readonly namespace?: string;
  /** How long one answer of the server is waited for. */
  readonly msMax?: number;
}

/** Records read at once on the way back. */
const pageSize = 500;

/**
 * The log in KurrentDB. A command first claims its place in its own record, then takes it in its stream with the expected
 * length: README.md says why that neither loses nor doubles.
 */
export class KurrentDbEventStore extends EventStore {
  private readonly records: Records;
  private readonly names: StreamNames;
  private readonly commands: Commands;
  private readonly nowMs: () => number;
  private readonly closed = new AbortController();
  private readonly turns = new Turns(4_096);
  private readonly underWay = new Set<Promise<unknown>>();
  /** The latest `recordedAt` this process has seen in the log; null before it has looked. */
  private newest: string | null = null;

  /** `disconnect` is called last of all when the log is closed; without it the client stays the caller's. */
  constructor(
    client: KurrentDBClient,
    { nowMs = Date.now, namespace = '', msMax = 10_000 }: KurrentDbOptions = {},
    private readonly disconnect: () => Promise<void> = async () => {},
  ) {
    super();
    this.records = new Records(client, msMax);
    this.names = new StreamNames(namespace);
    this.commands = new Commands(this.records, this.names);
    this.nowMs = nowMs;
  }

  /** The URL brings TLS, credentials and the cluster's nodes. @throws Error when it is none */
  static at(url: string, options: KurrentDbOptions = {}): KurrentDbEventStore {
    const client = KurrentDBClient.connectionString(url);
    return new KurrentDbEventStore(client, options, () => client.dispose());
  }

  /** @throws RetentionSet for a stream of which the server was told to forget */
  override async read(stream: StreamName): Promise<readonly StoredEvent[]> {
    const name = this.names.of(stream);
    const [found] = await Promise.all([this.records.stream(name), this.records.assertKept(name)]);
    const events = found.map((record) => storedEvent(record, this.names));
    events.forEach(({ version }, index) => {
      if (version !== index + 1) throw new RetentionSet(`${name} has lost its event ${index + 1}`);
    });
    return this.seen(events);
  }

  /** @throws RetentionSet too */
  override append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Appended> {
    const appending = this.appendInRounds(stream, events, expected, command);
    this.underWay.add(appending);
    const done = () => this.underWay.delete(appending);
    appending.then(done, done);
    return appending;
  }

  override async findAnswer(command: CommandStamp): Promise<Appended | null> {
    const standing = await this.commands.standing(command.id);
    return standing.kind === 'answered' ? replayed(standing.first, command) : null;
  }

  override async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const found = await this.records.all(this.names.prefixes, after, limit);
    return this.seen(found.map((record) => storedEvent(record, this.names)));
  }

  override async head(): Promise<number> {
    const newest = await this.records.newest(this.names.prefixes);
    return newest ? positionOf(newest.event?.position) : 0;
  }

  override async lastUntil(instant: Instant): Promise<number> {
    const last = await this.lastThat(({ recordedAt }) => recordedAt <= instant);
    return last?.position ?? 0;
  }

  /** A read may begin only where a record does, and the position may be anybody's guess. */
  override async eventAt(position: number): Promise<StoredEvent | null> {
    const last = await this.lastThat((event) => event.position <= position);
    return last?.position === position ? last : null;
  }

  /** The server keeps the place and pushes: nothing is asked for again and again. */
  override async *subscribe(after: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const until = AbortSignal.any([signal, this.closed.signal]);
    for await (const page of this.records.follow(this.names.prefixes, after, until))
      yield this.seen(page.map((record) => storedEvent(record, this.names)));
  }

  override async close(): Promise<void> {
    this.closed.abort();
    await Promise.allSettled(this.underWay);
    await this.disconnect();
  }

  private async appendInRounds(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Appended> {
    assertAppendable(stream, events, expected, command);
    // The server does not mind: an id is its own business only when the whole append comes again.
    if (new Set(events.map(({ id }) => id)).size < events.length) throw new Error('an event id is not unique');
    if (this.closed.signal.aborted) throw new StoreUnavailable('the log is closed');

    // A round without an answer is one that somebody else won: another command, or this one by another way.
    for (let round = 0; round < 64; round++) {
      const [standing, length] = await Promise.all([this.commands.standing(command.id), this.lengthOf(stream)]);
      if (standing.kind === 'answered') return replayed(standing.first, command);
      if (expected !== 'any' && expected !== length) throw new WrongLength(stream, expected, length);
      const appended =
        events.length === 0
          ? await this.decideNothing(stream, length, command, standing)
          : await this.take(stream, events, length, command, standing);
      if (appended) return appended;
    }
    throw new StoreUnavailable('the append lost every race');
  }

  private async take(
    stream: StreamName,
    events: readonly NewEvent[],
    length: number,
    command: CommandStamp,
    standing: Unanswered,
  ): Promise<Appended | null> {
    const claim = { stream: { category: stream.category, id: stream.id }, length };
    if (!(await this.commands.claim(command.id, claim, standing))) return null;
    const salt = await this.appendInTurn(events, command, claim);
    if (!salt) return null;
    // The server says where the append ended, not where each event stands; what is read back is what every repeat is told.
    const taken = await orOutcomeUnknown(() => this.commands.standingOf(command.id, claim, 0));
    if (taken.kind !== 'answered') throw new OutcomeUnknown(`command ${command.id} was kept and is not to be seen`);
    // Another try with the same event ids is a repeat to the server, which then acknowledges both; the salts differ.
    const isOurs = Buffer.from(taken.events[0]?.salt ?? []).equals(salt);
    return isOurs ? { ...taken.first.answer, isReplay: false } : replayed(taken.first, command);
  }

  /**
   * One after the other, so that the times of this process stand in the order of its positions. Returns the first event's
   * salt; null when the place was taken.
   */
  private appendInTurn(
    events: readonly NewEvent[],
    command: CommandStamp,
    { stream, length }: { readonly stream: StreamName; readonly length: number },
  ): Promise<Uint8Array | null> {
    return this.turns.take(async () => {
      if (this.newest === null) await this.lookForNewest();
      const recordedAt = notBefore(this.newest, this.nowMs());
      // The position is the server's to give; it is not in the leaf.
      const stamped = recorded(events, command, { stream, length, head: 0, recordedAt });
      const isTaken = await this.records.append(this.names.of(stream), stamped.map(recordOf), length);
      if (!isTaken) return null;
      this.newest = notBefore(this.newest, Date.parse(recordedAt));
      return stamped[0]?.salt ?? null;
    });
  }

  private async decideNothing(
    stream: StreamName,
    length: number,
    command: CommandStamp,
    standing: Unanswered,
  ): Promise<Appended | null> {
    const answer = { stream: { category: stream.category, id: stream.id }, length, position: await this.head() };
    const recordedAt = notBefore(this.newest, this.nowMs());
    const isKept = await this.commands.keepEmpty(command, { ...answer, recordedAt }, standing);
    return isKept ? { ...answer, eventIds: [], leafHashes: [], isReplay: false } : null;
  }

  private async lengthOf(stream: StreamName): Promise<number> {
    const name = this.names.of(stream);
    const [last] = await Promise.all([this.records.last(name), this.records.assertKept(name)]);
    return last ? storedEvent(last, this.names).version : 0;
  }

  /** The last event of which this holds, looked for backwards from the end: what lies far back is a long way. */
  private async lastThat(holds: (event: StoredEvent) => boolean): Promise<StoredEvent | null> {
    for (let before: number | null = null; ; ) {
      const page: readonly Resolved[] = await this.records.allBefore(this.names.prefixes, before, pageSize);
      const events = page.map((record) => storedEvent(record, this.names));
      const last = events.find(holds);
      const oldest = events.at(-1);
      if (last || !oldest) return last ?? null;
      before = oldest.position;
    }
  }

  private async lookForNewest(): Promise<void> {
    const newest = await this.records.newest(this.names.prefixes);
    if (newest) this.seen([storedEvent(newest, this.names)]);
  }

  private seen(events: readonly StoredEvent[]): readonly StoredEvent[] {
    for (const { recordedAt } of events) if (this.newest === null || recordedAt > this.newest) this.newest = recordedAt;
    return events;
  }
}

/** After the append was acknowledged, not to know where it stands is not to know. */
async function orOutcomeUnknown<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StoreUnavailable) throw new OutcomeUnknown('the append could not be read back', { cause });
    throw cause;
  }
}
