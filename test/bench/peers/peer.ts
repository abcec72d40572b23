import type { MadeUp } from '../made-up.js';

/** Another event store, by the door its own documentation shows first. */
export interface Peer {
  readonly name: string;
  /** To a new stream, and only if there is none of that name. */
  append(append: MadeUp): Promise<unknown>;
  /** How many events it gives back. */
  load(streamId: string): Promise<number>;
  /** Its whole log in pages; how many events it gave. Null where it has no such door. */
  readonly catchUp: (() => Promise<number>) | null;
  close(): Promise<void>;
}
