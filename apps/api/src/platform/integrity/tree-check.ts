import { type Checkpoint, openCheckpoint } from '../trail/checkpoint.js';
import { GrowingTree, hashBytes, hashesIn, type Tile, tileKey, tileWidth } from '../trail/growing-tree.js';
import type { Verifier } from '../trail/signed-note.js';
import type { Findings } from './findings.js';
import type { LogRows, StoredCheckpoint } from './log-rows.js';

// Stands where an event is missing, so that all that comes after it keeps its place.
const nothing = new Uint8Array(hashBytes);

/** The tree made anew from the leaves, held against the tiles, the checkpoints and the published one. */
export class TreeCheck {
  readonly tree = new GrowingTree();
  checkpoints = 0;
  tiles = 0;
  newest: { readonly size: number; readonly root: string } | null = null;
  private filled: Tile[] = [];
  private readonly waiting: StoredCheckpoint[] = [];
  private lastSize = 0;
  private lastSealedAt = '';

  constructor(
    private readonly rows: LogRows,
    private readonly findings: Findings,
    /** Size of the newest checkpoint when the check began: what is younger is left alone. */
    private readonly sealedSize: number,
    /** None: signatures cannot be checked. */
    private readonly verifiers: readonly Verifier[],
    private readonly published: Checkpoint | null,
  ) {}

  /** Leaves in their order; null for an event that is missing. */
  async take(leaves: readonly (Uint8Array | null)[]): Promise<void> {
    const until = Math.min(this.tree.size + leaves.length, this.sealedSize);
    while ((this.waiting.at(-1)?.size ?? this.lastSize) < until && (await this.more()));
    for (const leaf of leaves) {
      this.filled.push(...this.tree.push(leaf ?? nothing));
      const { size } = this.tree;
      for (let [next] = this.waiting; next && next.size === size; [next] = this.waiting) {
        this.hold(next);
        this.waiting.shift();
      }
      if (this.published?.size === size && !isSame(this.published.root, this.tree.root()))
        this.findings.note('published-mismatch', { at: `${size}` });
    }
    await this.compareTiles();
  }

  /** Tiles and a published checkpoint that reach beyond all there is. */
  async end(): Promise<void> {
    if (this.published && this.published.size > this.tree.size)
      this.findings.note('published-mismatch', { at: `${this.published.size}` });
    for (const { level, index } of await this.rows.tilesBeyondSealed())
      this.findings.note('tile-mismatch', { at: `${level}/${index}` });
  }

  private async more(): Promise<boolean> {
    const page = await this.rows.checkpoints(this.lastSize, this.sealedSize);
    this.waiting.push(...page);
    this.lastSize = page.at(-1)?.size ?? this.lastSize;
    return page.length > 0;
  }

  private hold(sealed: StoredCheckpoint): void {
    this.checkpoints += 1;
    const at = `${sealed.size}`;
    const root = this.tree.root();
    let isThis = true;
    if (sealed.sealedAt < this.lastSealedAt) this.findings.note('clock-backwards', { at });
    this.lastSealedAt = sealed.sealedAt;
    if (this.verifiers.length > 0) {
      const signed = this.verifiers.map((verifier) => openCheckpoint(sealed.note, verifier)).find((each) => each);
      if (!signed) this.findings.note('signature-invalid', { at });
      else isThis = signed.size === sealed.size && isSame(signed.root, root);
    }
    if (!isThis || !isSame(sealed.root, root)) this.findings.note('checkpoint-mismatch', { at });
    this.newest = { size: sealed.size, root: Buffer.from(sealed.root).toString('base64') };
  }

  private async compareTiles(): Promise<void> {
    const due = this.filled.filter(({ level, index }) => (index + 1) * tileWidth ** (level + 1) <= this.sealedSize);
    this.filled = [];
    const stored = await this.rows.tiles(due);
    this.tiles += due.length;
    for (const made of due) {
      const at = tileKey(made);
      const kept = stored.get(at);
      if (!kept) this.findings.note('tile-mismatch', { at });
      else if (!isSame(kept.hashes, made.hashes))
        this.findings.note('tile-mismatch', { position: firstOther(made, kept), at });
      else if (!isSame(kept.root, made.root)) this.findings.note('tile-mismatch', { at });
    }
  }
}

/** Of the first event whose leaf differs, or of the first one under the first hash that does. */
function firstOther({ level, index, hashes }: Tile, kept: { readonly hashes: Uint8Array }): number {
  const others = hashesIn(kept.hashes);
  const first = hashesIn(hashes).findIndex((hash, place) => !isSame(hash, others[place] ?? nothing));
  return (index * tileWidth + first) * tileWidth ** level + 1;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
