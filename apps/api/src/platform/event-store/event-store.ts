import type { Instant, LegalDate, PersonId, StreamCategory, UnitId, Uuid } from '@soat/domain';

export interface StreamName {
  readonly category: StreamCategory;
  readonly id: Uuid;
}

/** An event as a command hands it over. `payload` is canonical JSON text (RFC 8785): `{"data":...,"meta":...}`. */
export interface NewEvent {
  readonly id: Uuid;
  readonly type: string;
  readonly schemaVersion: number;
  readonly unitId: UnitId;
  readonly actor: PersonId;
  readonly role: string;
  readonly onBehalfOf: PersonId | null;
  readonly causationId: Uuid | null;
  readonly correlationId: Uuid;
  readonly occurredAt: Instant;
  readonly effectiveOn: LegalDate | null;
  readonly payload: string;
}

/** An event as the log keeps it. */
export interface StoredEvent extends NewEvent {
  /** From 1, strictly increasing in commit order; dense on PostgreSQL and in memory, and nobody but the trail may count on that. */
  readonly position: number;
  readonly stream: StreamName;
  /** Place in the stream, from 1. */
  readonly version: number;
  readonly commandId: Uuid;
  /** Place among the events of its command, from 0. */
  readonly commandIndex: number;
  /** Server clock; never earlier than that of any smaller position. */
  readonly recordedAt: Instant;
  /** 16 random bytes that enter the payload's digest. */
  readonly salt: Uint8Array;
  /** SHA-256 over 0x00 and the canonical envelope; a cache, the verifier derives it from the columns. */
  readonly leafHash: Uint8Array;
}

/** Who asked for what. `digest` is a hex SHA-256 of the request; the same id with another digest is refused. */
export interface CommandStamp {
  readonly id: Uuid;
  readonly digest: string;
  readonly actor: PersonId;
}

/** The answer to a command, the same each time its id comes again. */
export interface Appended {
  readonly stream: StreamName;
  /** The stream's length after the command. */
  readonly length: number;
  /** Position of the command's last event; for an empty decision the head of the log at that time. */
  readonly position: number;
  /** Ids of the command's events, in order; none for an empty decision. */
  readonly eventIds: readonly Uuid[];
  /**
   * The leaves of these events (SHA-256 in base64), in the same order: what was promised before it was sealed, so that nobody can
   * change an event in between and not be found out by whoever kept the answer.
   */
  readonly leafHashes: readonly string[];
  readonly isReplay: boolean;
}

/** The stream is not as long as the caller expected; nothing was written. */
export class WrongLength extends Error {
  override readonly name = 'WrongLength';
  constructor(
    readonly stream: StreamName,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream.category}-${stream.id} is ${actual} events long, not ${expected}`);
  }
}

/** The command id was used before, for another request or by another person; nothing was written. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';
  constructor(
    readonly commandId: Uuid,
    readonly isOtherActor: boolean,
  ) {
    super(`command id ${commandId} was used for another request`);
  }
}

/** The append may or may not have been committed: never acknowledge it; asking again with the same command id settles it. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The store cannot be reached, or refuses work for now; nothing was written. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The log behind everything: streams of events, all or none, in one order for all readers. */
export abstract class EventStore {
  /** Oldest first; nothing for an absent stream. @throws StoreUnavailable */
  abstract read(stream: StreamName): Promise<readonly StoredEvent[]>;

  /**
   * Appends all events or none. No events at all records that the command decided nothing. The same command again returns
   * the first answer with `isReplay`, before any look at `expected`.
   * @throws WrongLength, CommandIdReused, OutcomeUnknown, StoreUnavailable; TypeError for an event the log could not give
   * back exactly, or whose payload lacks the command's digest (`meta.commandDigest`)
   */
  abstract append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Appended>;

  /**
   * The answer already given to this command, or null. @throws CommandIdReused when the id stands for another request or
   * person; StoreUnavailable
   */
  abstract findAnswer(command: CommandStamp): Promise<Appended | null>;

  /** Up to `limit` events with a position greater than `after`, in order. @throws StoreUnavailable */
  abstract readAll(after: number, limit: number): Promise<readonly StoredEvent[]>;

  /** Position of the newest event, 0 when there is none. @throws StoreUnavailable */
  abstract head(): Promise<number>;

  /**
   * Position of the last event recorded at or before an instant, 0 when there is none: what the log held then.
   * @throws StoreUnavailable
   */
  abstract lastUntil(instant: Instant): Promise<number>;

  /** The event at a position, whoever names it; null when none stands there. @throws StoreUnavailable */
  abstract eventAt(position: number): Promise<StoredEvent | null>;

  /**
   * Every event after a position in commit order, in pages, then new ones as they come, until the signal aborts or the
   * store is closed. @throws StoreUnavailable: start again after the last position seen.
   */
  abstract subscribe(after: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;

  /** Ends every subscription and waits for appends under way. */
  abstract close(): Promise<void>;
}
