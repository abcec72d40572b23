import type { DataSource, EntityManager } from 'typeorm';

/** How far a projection or a policy has come. */
export interface Checkpoint {
  readonly name: string;
  /** Of the fold; its rows are made anew when it rises. */
  readonly version: number;
  /** Position of the last event seen, 0 before the first. */
  readonly position: number;
}

/** The checkpoint, at 0 when there is none yet, locked until the transaction ends: one process at a time moves it. */
export async function lockedCheckpoint(manager: EntityManager, name: string, version: number): Promise<Checkpoint> {
  // The update changes nothing; it is what locks and returns the row that is there.
  const [row]: readonly [{ readonly version: number; readonly position: string }] = await manager.query(
    `insert into soat_read.checkpoints (name, version, position) values ($1, $2, 0)
         on conflict (name) do update set name = excluded.name returning version, position`,
    [name, version],
  );
  return { name, version: row.version, position: Number(row.position) };
}

/** Null when there is none yet. */
export async function readCheckpoint(manager: EntityManager, name: string): Promise<Checkpoint | null> {
  const [row]: readonly { readonly version: number; readonly position: string }[] = await manager.query(
    'select version, position from soat_read.checkpoints where name = $1',
    [name],
  );
  return row ? { name, version: row.version, position: Number(row.position) } : null;
}

export async function moveCheckpoint(manager: EntityManager, { name, version, position }: Checkpoint): Promise<void> {
  await manager.query('update soat_read.checkpoints set version = $2, position = $3 where name = $1', [
    name,
    version,
    position,
  ]);
}

const saveEveryMs = 1_000;

/**
 * Saves once in a while how far a reader has come over events that were nothing to it: a restart that goes over some of them
 * again does no harm, and a commit for each would be most of what an append costs.
 */
export class Bookmark {
  private position = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly name: string,
    private readonly version: number,
  ) {}

  /** Everything up to here has been seen, and what there was to write of it is written. */
  at(position: number): void {
    this.position = position;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // Not saved, it is seen again.
      this.save().catch(() => {});
    }, saveEveryMs).unref();
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private save(): Promise<void> {
    const { name, version, position } = this;
    return this.dataSource.transaction(async (manager) => {
      const checkpoint = await lockedCheckpoint(manager, name, version);
      // Another process may have come further, or folds another version.
      if (checkpoint.version === version && checkpoint.position < position)
        await moveCheckpoint(manager, { name, version, position });
    });
  }
}
