import type { CommandStamp, NewEvent, StreamName } from '../event-store.js';

/** What one caller asks to be appended. */
export interface Append {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  readonly expected: number | 'any';
  readonly command: CommandStamp;
}

export interface AppendOptions {
  readonly nowMs: () => number;
  /** How long to wait for the lock that all writers of the log share. */
  readonly lockMsMax: number;
}
