import type { Instant, UnitId, Uuid } from '@soat/domain';
import type { StoredEvent } from '../event-store/event-store.js';
import type { Tile } from './growing-tree.js';

/** A checkpoint as it was signed and kept. */
export interface Sealed {
  readonly size: number;
  readonly root: Uint8Array;
  /** Server clock, when it was signed. */
  readonly sealedAt: Instant;
  /** The signed note. */
  readonly note: string;
}

/** Which tile: `level` 0 holds leaves, `level` n the roots of 256 tiles of the level below. */
export interface TileName {
  readonly level: number;
  readonly index: number;
}

/** Where an event stands in the trail: its leaf's index is `position - 1`. */
export interface LeafName {
  readonly eventId: Uuid;
  readonly position: number;
}

/**
 * What the trail is made from and what it keeps. Only a log whose positions are dense can have one. Everything throws
 * StoreUnavailable while the database is away.
 */
export abstract class TrailStore {
  /** The newest checkpoint; null before the first. */
  abstract latest(): Promise<Sealed | null>;

  /** Position of the log's newest event, 0 when there is none. */
  abstract head(): Promise<number>;

  /** An event's place by its id. */
  abstract leafOf(eventId: Uuid): Promise<LeafName | null>;

  /** The places of a command's events, in their order; none for an unknown or an empty one. */
  abstract leavesOf(commandId: Uuid): Promise<readonly LeafName[]>;

  /**
   * The hashes of tiles, in the same order: all 256, or as many as there are where a tile is not full. Of a tile of leaves that
   * is not full the leaves are the stored ones: what was changed there does not verify.
   */
  abstract tiles(names: readonly TileName[]): Promise<readonly (readonly Uint8Array[])[]>;

  /** Events of a unit after a position, in the log's order. */
  abstract eventsOfUnit(unitId: UnitId, after: number, limit: number): Promise<readonly StoredEvent[]>;

  /** One sealer at a time, whichever process it is in: null when another is at it. What `work` writes is committed with its end. */
  abstract alone<T>(work: (sealing: Sealing) => Promise<T>): Promise<T | null>;
}

/** What only the sealer may do, in one transaction. */
export interface Sealing {
  latest(): Promise<Sealed | null>;
  /** Events after a position, for their leaves. */
  events(after: number, limit: number): Promise<readonly StoredEvent[]>;
  /** The roots of full tiles of a level, from `index` on. */
  tileRoots(level: number, index: number): Promise<readonly Uint8Array[]>;
  write(tiles: readonly Tile[], sealed: Sealed): Promise<void>;
}
