import { emptyRoot, nodeHash, type NodeHashes, subtreesOf, type TreeNode } from './merkle-tree.js';

/** Levels of the tree in one tile, as in C2SP tlog-tiles: 256 hashes side by side. */
export const tileLevels = 8;
export const tileWidth = 2 ** tileLevels;
export const hashBytes = 32;

/**
 * A row of 256 hashes of the tree's level 8 * `level`, from `index` * 256 on, side by side; written once it is full and never
 * changed. Whatever lies between this row and `root`, the hash over it, is made from it.
 */
export interface Tile {
  readonly level: number;
  readonly index: number;
  /** 256 * 32 bytes. */
  readonly hashes: Uint8Array;
  readonly root: Uint8Array;
}

/**
 * The right edge of the tree: enough to take leaves, to name the root and to give away tiles as they fill up. What it
 * remembers grows with the logarithm of the size.
 */
export class GrowingTree {
  /** For each level of tiles, the hashes of the one that is not full yet. */
  private readonly edges: Uint8Array[][];
  /** For each level of the tree the complete subtree that waits for its right neighbour. */
  private readonly peaks: (Uint8Array | null)[] = [];

  /** @param edges the hashes of the tiles that are not full, from the leaves upwards */
  constructor(
    private leaves = 0,
    edges: readonly (readonly Uint8Array[])[] = [],
  ) {
    this.edges = edges.map((edge) => [...edge]);
    const at = (node: TreeNode) => nodeIn(this.edges[tileOf(node).level] ?? [], tileOf(node));
    for (const node of subtreesOf({ start: 0, end: leaves })) this.peaks[node.level] = at(node);
  }

  get size(): number {
    return this.leaves;
  }

  /** Takes the next leaf's hash; the tiles it has filled, from the leaves upwards. */
  push(leaf: Uint8Array): readonly Tile[] {
    const filled: Tile[] = [];
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      if (level % tileLevels === 0) this.edgeAt(level / tileLevels).push(hash);
      const left = this.peaks[level];
      if (!left) {
        this.peaks[level] = hash;
        break;
      }
      this.peaks[level] = null;
      hash = nodeHash(left, hash);
      if (level % tileLevels === tileLevels - 1) filled.push(this.cut((level + 1) / tileLevels - 1, hash));
    }
    this.leaves += 1;
    return filled;
  }

  root(): Uint8Array {
    let root: Uint8Array | null = null;
    for (const peak of this.peaks) if (peak) root = root ? nodeHash(peak, root) : peak;
    return root ?? emptyRoot;
  }

  private edgeAt(level: number): Uint8Array[] {
    const edge = this.edges[level] ?? [];
    this.edges[level] = edge;
    return edge;
  }

  private cut(level: number, root: Uint8Array): Tile {
    const hashes = Buffer.concat(this.edgeAt(level));
    this.edges[level] = [];
    // This leaf is counted only when it is all the way in.
    return { level, index: (this.leaves + 1) / tileWidth ** (level + 1) - 1, hashes, root };
  }
}

/** Which tile a node is made from, and which of its hashes. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
  readonly first: number;
  readonly count: number;
}

export function tileOf({ level, index }: TreeNode): TilePlace {
  const tileLevel = Math.floor(level / tileLevels);
  const count = 2 ** (level % tileLevels);
  const start = index * count;
  return { level: tileLevel, index: Math.floor(start / tileWidth), first: start % tileWidth, count };
}

/** A node from its tile, full or not. @throws RangeError when the tile does not reach so far */
export function nodeIn(
  hashes: readonly Uint8Array[],
  { first, count }: Pick<TilePlace, 'first' | 'count'>,
): Uint8Array {
  let row = hashes.slice(first, first + count);
  if (row.length < count) throw new RangeError(`the tile holds ${hashes.length} hashes, not ${first + count}`);
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index < row.length; index += 2)
      above.push(nodeHash(row[index] as Uint8Array, row[index + 1] as Uint8Array));
    row = above;
  }
  return row[0] as Uint8Array;
}

export function hashesIn(bytes: Uint8Array): readonly Uint8Array[] {
  const count = bytes.length / hashBytes;
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * hashBytes, (index + 1) * hashBytes));
}

/** Nodes out of these tiles. */
export function nodesOf(tiles: ReadonlyMap<string, readonly Uint8Array[]>): NodeHashes {
  return (node) => {
    const place = tileOf(node);
    return nodeIn(tiles.get(tileKey(place)) ?? [], place);
  };
}

export function tileKey({ level, index }: { readonly level: number; readonly index: number }): string {
  return `${level}/${index}`;
}
