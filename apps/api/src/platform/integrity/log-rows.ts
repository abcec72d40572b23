import type { StoredEvent } from '../event-store/event-store.js';
import type { Tile } from '../trail/growing-tree.js';

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly sealedAt: string;
  readonly note: string;
}

/** A row of the log; null instead of what its columns cannot be read as. */
export interface LogRow {
  readonly position: number;
  readonly event: StoredEvent | null;
}

export interface OutOfOrder {
  readonly count: number;
  /** Position of the first. */
  readonly first: number | null;
}

export type TileName = Pick<Tile, 'level' | 'index'>;

/** What an auditor reads of a log that has a trail, as it stands in the tables and page by page. */
export abstract class LogRows {
  /** Size of the newest checkpoint, 0 when there is none. */
  abstract sealedSize(): Promise<number>;

  /** Position of the newest event, 0 when there is none. */
  abstract head(): Promise<number>;

  abstract page(after: number, until: number): Promise<readonly LogRow[]>;

  /** Events whose place in their stream, or in their command, is not the one they came in. */
  abstract outOfOrder(of: 'stream' | 'command', until: number): Promise<OutOfOrder>;

  /** By size. */
  abstract checkpoints(after: number, until: number): Promise<readonly StoredCheckpoint[]>;

  /** By `tileKey`. */
  abstract tiles(names: readonly TileName[]): Promise<ReadonlyMap<string, Pick<Tile, 'hashes' | 'root'>>>;

  /** Tiles over more events than the newest checkpoint. */
  abstract tilesBeyondSealed(): Promise<readonly TileName[]>;
}
