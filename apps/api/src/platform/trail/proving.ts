import { nodesOf, tileKey, tileOf } from './growing-tree.js';
import { consistencyRanges, inclusionRanges, type LeafRange, rangeHash, subtreesOf } from './merkle-tree.js';
import type { Sealed, TrailStore } from './trail-store.js';

/** RFC 9162, 2.1.3: from the leaf at `index` (0 for the first event) to the root over `size` events. */
export async function inclusionProof(store: TrailStore, index: number, size: number): Promise<readonly Uint8Array[]> {
  return await hashesOf(store, inclusionRanges(index, size));
}

/** RFC 9162, 2.1.4: that the tree over `to` events begins with the one over `from`. */
export async function consistencyProof(store: TrailStore, from: number, to: number): Promise<readonly Uint8Array[]> {
  return await hashesOf(store, consistencyRanges(from, to));
}

/** The root over the first events of a log that is longer. */
export async function rootAt(store: TrailStore, size: number): Promise<Uint8Array> {
  const [root] = await hashesOf(store, [{ start: 0, end: size }]);
  return root as Uint8Array;
}

/** C2SP tlog-proof: a text that proves one event by itself, against the log's key. */
export function tlogProof(index: number, proof: readonly Uint8Array[], { note }: Pick<Sealed, 'note'>): string {
  const hashes = proof.map((each) => `${Buffer.from(each).toString('base64')}\n`).join('');
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes}\n${note}`;
}

/** However long the log is: a tile for each of its levels, or two. */
async function hashesOf(store: TrailStore, ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]> {
  const names = new Map(
    ranges
      .flatMap(subtreesOf)
      .map(tileOf)
      .map(({ level, index }) => [tileKey({ level, index }), { level, index }]),
  );
  const tiles = await store.tiles([...names.values()]);
  const hashes = nodesOf(new Map([...names.keys()].map((key, at) => [key, tiles[at] ?? []])));
  return ranges.map((range) => rangeHash(range, hashes));
}
