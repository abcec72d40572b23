import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '../event-store/event-store.js';
import type { RunnerLog } from '../projections/projection-runner.js';
import type { Checkpoint } from './checkpoint.js';
import { GrowingTree, type Tile, tileWidth } from './growing-tree.js';
import { leafHashOf } from './leaf.js';
import { rootAt } from './proving.js';
import { nothingPublished, type PublishedCheckpoint } from './published-checkpoint.js';
import type { SealingKeys } from './sealing-keys.js';
import type { Sealed, Sealing, TrailStore } from './trail-store.js';

/**
 * What the log shows is not what was signed before, or not what was appended. Nothing is signed any more until somebody has
 * found out why: a rollback, an altered row, another log under this key.
 */
export class BrokenTrail extends Error {
  override readonly name = 'BrokenTrail';
}

export interface SealerStatus {
  /** `elsewhere`: another process is at it. `alarmed`: it refuses to sign. */
  readonly state: 'sealing' | 'elsewhere' | 'alarmed' | 'stopped';
  /** Why it refuses; null otherwise. */
  readonly alarm: string | null;
}

const pageSize = 2_000;
// A log that was never sealed is sealed in steps, so that no transaction lasts for ever.
const stepSize = 50_000;
const lookAgainMs = 5_000;

/**
 * Extends the tree over what was appended, signs its root and publishes it, again and again. It derives every leaf from the
 * row's own columns, and signs nothing that contradicts the checkpoint it published last.
 */
export class Sealer {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private told: SealerStatus = { state: 'stopped', alarm: null };
  private lookAgainAt = 0;
  /** As of the newest checkpoint this process has signed or seen; null before. */
  private tree: GrowingTree | null = null;
  /** The newest checkpoint this process has signed or seen committed; kept also when the tree is looked at anew. */
  private seen: Sealed | null = null;

  constructor(
    private readonly store: TrailStore,
    private readonly keys: SealingKeys,
    private readonly published: PublishedCheckpoint,
    private readonly nowMs: () => number,
    private readonly log: RunnerLog,
    /** What an event waits for at most, and a busy log's checkpoints stand apart. */
    private readonly pauseMs = 400,
  ) {}

  get status(): SealerStatus {
    return this.told;
  }

  start(): void {
    this.told = { state: 'sealing', alarm: null };
    this.running = this.run();
  }

  /** Ends after the checkpoint under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.told = { ...this.told, state: 'stopped' };
  }

  /**
   * One checkpoint over everything there is, or over the next step of it; the newest one when nothing has come. Null when
   * another process is at it, or the log is empty.
   * @throws BrokenTrail, StoreUnavailable
   */
  async seal(): Promise<Sealed | null> {
    try {
      const sealed = await this.store.alone((sealing) => this.extend(sealing));
      this.seen = sealed ?? this.seen;
      // After the commit: what is published can no longer be taken back.
      if (sealed && sealed.note !== (await this.published.read())) await this.published.write(sealed.note);
      return sealed;
    } catch (error) {
      this.tree = null;
      throw error;
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      let isBehind = false;
      try {
        const head = await this.store.head();
        // Nothing came: looked over only now and then, for what was sealed may also be gone.
        if (head !== this.tree?.size || this.lookAgainAt <= performance.now()) {
          const sealed = await this.seal();
          this.lookAgainAt = performance.now() + lookAgainMs;
          this.told = { state: sealed || head === 0 ? 'sealing' : 'elsewhere', alarm: null };
          isBehind = sealed !== null && head - sealed.size >= stepSize;
        }
      } catch (error) {
        this.tellTrouble(error);
      }
      if (!isBehind) await pause(this.pauseMs, undefined, { signal }).catch(() => {});
    }
  }

  private tellTrouble(error: unknown): void {
    if (!(error instanceof BrokenTrail)) {
      this.log.warn({ err: error }, 'sealing will be tried again');
      return;
    }
    // Said once in the log, and by the readiness check for as long as it lasts.
    if (this.told.alarm !== error.message) this.log.error({ err: error }, 'the trail is broken: nothing is sealed');
    this.told = { state: 'alarmed', alarm: error.message };
  }

  private async extend(sealing: Sealing): Promise<Sealed | null> {
    const latest = await sealing.latest();
    this.assertNoStepBack(latest);
    const note = await this.published.read();
    // Whoever sets the database back and takes this away would otherwise be believed.
    if (note === null && latest)
      throw new BrokenTrail(
        `the published checkpoint is gone from ${this.published.file}, and ${latest.size} events were sealed: put back the one that was kept`,
      );
    const isPublished = note !== null && note !== nothingPublished;
    const published = isPublished ? this.keys.open(note) : null;
    if (isPublished && !published)
      throw new BrokenTrail('the checkpoint published last is not signed by a key of this log');
    const tree = await this.treeAt(sealing, latest);
    if (published && published.size < tree.size) await this.assertGrownFrom(published, tree.size);
    if (published?.size === tree.size) assertSame(published, tree);

    const { size } = tree;
    const [newest] = size > 0 ? await sealing.events(size - 1, 1) : [];
    if (size > 0 && newest?.position !== size)
      throw new BrokenTrail(`the log ends before the ${size} events that were sealed: it was set back`);
    const tiles: Tile[] = [];
    for (let isMore = true; isMore && tree.size - size < stepSize; ) {
      const page = await sealing.events(tree.size, pageSize);
      for (const event of page) {
        tiles.push(...tree.push(leafOf(event, tree.size + 1)));
        if (published?.size === tree.size) assertSame(published, tree);
      }
      isMore = page.length === pageSize;
    }
    if (published && published.size > tree.size && tree.size - size < stepSize)
      throw new BrokenTrail(
        `a checkpoint over ${published.size} events was published, and the log ends at ${tree.size}: it was set back`,
      );
    if (tree.size === size) return latest;
    const sealed = this.sign(tree);
    // Before the first commit: who dies after it leaves a file that says so, and not one that is gone.
    if (note === null) await this.published.write(nothingPublished);
    await sealing.write(tiles, sealed);
    return sealed;
  }

  private assertNoStepBack(latest: Sealed | null): void {
    const { seen } = this;
    if (!seen || (latest && latest.size > seen.size)) return;
    if (latest?.size !== seen.size)
      throw new BrokenTrail(
        `the newest checkpoint is over ${latest?.size ?? 0} events, and one over ${seen.size} was there before: it was set back`,
      );
    if (Buffer.compare(latest.root, seen.root) !== 0)
      throw new BrokenTrail(`the checkpoint over ${latest.size} events is not the one this process signed`);
  }

  private sign(tree: GrowingTree): Sealed {
    const root = tree.root();
    const note = this.keys.sign({ size: tree.size, root });
    return { size: tree.size, root, sealedAt: new Date(this.nowMs()).toISOString(), note };
  }

  /** The tree under the newest checkpoint: as remembered, or from its tiles and from the rows its last tile will be made of. */
  private async treeAt(sealing: Sealing, latest: Sealed | null): Promise<GrowingTree> {
    if (!latest) {
      this.tree = new GrowingTree();
      return this.tree;
    }
    if (this.tree?.size === latest.size) {
      if (Buffer.compare(this.tree.root(), latest.root) !== 0)
        throw new BrokenTrail(`the checkpoint over ${latest.size} events is not the one this process signed`);
      return this.tree;
    }
    const signed = this.keys.open(latest.note);
    if (signed?.size !== latest.size || Buffer.compare(signed.root, latest.root) !== 0)
      throw new BrokenTrail(`the checkpoint over ${latest.size} events is not signed by a key of this log`);
    const { size } = latest;
    const full = Math.floor(size / tileWidth) * tileWidth;
    const events = await sealing.events(full, size - full || 1);
    const leaves = events.filter(({ position }) => position <= size).map((event, at) => leafOf(event, full + at + 1));
    const edges: (readonly Uint8Array[])[] = [leaves];
    for (let level = 1, width = tileWidth; width <= size; level += 1, width *= tileWidth) {
      const roots = Math.floor(size / width);
      const first = Math.floor(roots / tileWidth) * tileWidth;
      edges.push((await sealing.tileRoots(level - 1, first)).slice(0, roots - first));
    }
    let tree: GrowingTree;
    try {
      tree = new GrowingTree(size, edges);
    } catch (cause) {
      throw new BrokenTrail(`the log does not hold the ${size} events that were sealed`, { cause });
    }
    if (Buffer.compare(tree.root(), latest.root) !== 0)
      throw new BrokenTrail(`the log is not what was sealed over its first ${size} events`);
    this.tree = tree;
    return tree;
  }

  /** A process may die between the commit and the publication: then what was published is a step behind. */
  private async assertGrownFrom(published: Checkpoint, size: number): Promise<void> {
    const root = await rootAt(this.store, published.size);
    if (Buffer.compare(root, published.root) !== 0)
      throw new BrokenTrail(
        `the log of ${size} events does not begin with the ${published.size} events of the checkpoint published last`,
      );
  }
}

/** @throws BrokenTrail */
function leafOf(event: StoredEvent, position: number): Uint8Array {
  if (event.position !== position) throw new BrokenTrail(`event ${position} is missing: ${event.position} comes next`);
  const leaf = leafHashOf(event);
  if (Buffer.compare(leaf, event.leafHash) !== 0)
    throw new BrokenTrail(`event ${position} is not what was appended: its columns do not make its leaf`);
  return leaf;
}

function assertSame(published: Checkpoint, tree: GrowingTree): void {
  if (Buffer.compare(published.root, tree.root()) !== 0)
    throw new BrokenTrail(`the log does not begin with the ${published.size} events of the checkpoint published last`);
}
