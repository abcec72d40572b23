import type { EntityManager } from 'typeorm';
import type { Copying } from '../database/copy.js';
import type { EventCodec } from '../event-store/codec.js';
import type { StoredEvent } from '../event-store/event-store.js';
import { foldInto, keyedBy, poisonedAt, type Rows } from './fold-page.js';
import type { Projection } from './projection.js';
import { copyRows, deleteRows, type RowTable, readRows, writeRows } from './rows.js';
import { MadeVersions, type VersionTables } from './versions.js';

interface Held {
  /** Null for one that is not there any more. */
  readonly row: object | null;
  /** Whether the spare table has a row of this key. */
  readonly isStored: boolean;
  /** Of the last event that touched it. */
  readonly position: number;
}

/** Rows on their way into the spare table: in memory until there are too many, and then those that rested longest go. */
export class SpareRows {
  /** Only what differs from the spare table; the latest touched last. */
  private readonly held = new Map<string, Held>();
  private readonly versions: MadeVersions;
  private isEmpty = true;

  constructor(
    private readonly manager: EntityManager,
    private readonly copying: Copying,
    private readonly projection: Projection,
    private readonly spare: RowTable,
    private readonly spareVersions: VersionTables | null,
    private readonly limits: { readonly pageSize: number; readonly rowsMax: number },
  ) {
    this.versions = new MadeVersions(projection.parts);
  }

  /** @throws PoisonedEvent */
  async take(page: readonly StoredEvent[], codec: Pick<EventCodec, 'decode'>): Promise<void> {
    const keyed = keyedBy(this.projection, codec, page);
    const positions = new Map(keyed.map(({ key, event }) => [key, event.position]));
    const missing = this.isEmpty ? [] : [...positions.keys()].filter((key) => !this.held.has(key));
    const stored = await readRows(this.manager, this.spare, missing);
    const before: Rows = new Map(
      [...positions.keys()].map((key) => [key, this.held.get(key)?.row ?? stored.get(key) ?? null]),
    );
    const after: Rows = new Map(before);
    foldInto(after, this.projection, keyed, this.spareVersions ? this.versions.take : undefined);
    for (const [key, row] of after) {
      if (row === before.get(key)) continue;
      const isStored = this.held.get(key)?.isStored ?? stored.has(key);
      // Taken out first: a key keeps its place in a map.
      this.held.delete(key);
      this.held.set(key, { row, isStored, position: positions.get(key) ?? 0 });
    }
    if (this.held.size > this.limits.rowsMax) await this.write(Math.ceil(this.held.size / 2));
    if (this.versions.count > this.limits.rowsMax) await this.writeVersions();
  }

  /** @throws PoisonedEvent */
  async flush(): Promise<void> {
    await this.write(this.held.size);
    await this.writeVersions();
  }

  private async writeVersions(): Promise<void> {
    const { spareVersions, versions } = this;
    if (!spareVersions || versions.count === 0) return;
    await poisonedAt(this.projection, versions.firstPosition, () =>
      versions.write(this.manager, spareVersions, this.copying),
    );
  }

  private async write(count: number): Promise<void> {
    const going = [...this.held].slice(0, count);
    if (going.length === 0) return;
    const fresh: object[] = [];
    const changed: object[] = [];
    const gone: string[] = [];
    for (const [key, { row, isStored }] of going) {
      if (row) (isStored ? changed : fresh).push(row);
      else if (isStored) gone.push(key);
    }
    const firstPosition = Math.min(...going.map(([, { position }]) => position));
    await poisonedAt(this.projection, firstPosition, async () => {
      await copyRows(this.copying, this.manager, this.spare, fresh);
      const { pageSize } = this.limits;
      for (let start = 0; start < changed.length; start += pageSize)
        await writeRows(this.manager, this.spare, changed.slice(start, start + pageSize));
      await deleteRows(this.manager, this.spare, gone);
    });
    for (const [key] of going) this.held.delete(key);
    this.isEmpty = this.isEmpty && fresh.length === 0;
  }
}
