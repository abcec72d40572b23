import type { Instant } from '@soat/domain';
import type { CommandStamp, EventStore, StoredEvent, StreamName } from './event-store.js';

/** What was answered to a command that decided nothing. It is no event, but its repeats ask for it. */
export interface EmptyAnswer {
  readonly command: CommandStamp;
  readonly stream: StreamName;
  readonly length: number;
  /** Head of the log at that time, as its own store counts. */
  readonly position: number;
  readonly recordedAt: Instant;
}

/** Somebody else writes to the log into which is copied, or has written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

/**
 * The door behind the port through which a log is copied as it stands, with its ids, times and salts: `append` gives new
 * ones. For `copyLog`, and for `importDraft` into an empty log; into one that nobody else writes to.
 */
export interface Importing {
  /** All of them, by position, then by command id. @throws StoreUnavailable */
  emptyAnswers(): Promise<readonly EmptyAnswer[]>;

  /**
   * Appends whole commands behind the position that is the head, each event at its version. Repeated after a failure it
   * may find its first commands there. @throws ImportRefused, StoreUnavailable, OutcomeUnknown
   */
  importCommands(commands: readonly (readonly StoredEvent[])[], head: number): Promise<void>;

  /** Those that are there already are left as they are. @throws StoreUnavailable, OutcomeUnknown */
  importEmptyAnswers(answers: readonly EmptyAnswer[]): Promise<void>;
}

export interface Copyable {
  readonly store: EventStore;
  readonly importing: Importing;
  close(): Promise<void>;
}
