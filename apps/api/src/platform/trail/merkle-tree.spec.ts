import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { GrowingTree, hashesIn, nodesOf, type Tile, tileKey, tileOf } from './growing-tree.js';
import {
  consistencyRanges,
  emptyRoot,
  inclusionRanges,
  isConsistent,
  isIncluded,
  type LeafRange,
  nodeHash,
  rangeHash,
  subtreesOf,
} from './merkle-tree.js';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leafHash = (data: Uint8Array) => hash('sha256', Buffer.concat([Buffer.of(0), data]), 'buffer');

// The eight leaves, their roots and their proofs that the Certificate Transparency project publishes for RFC 6962, whose tree
// RFC 9162 keeps.
const published = {
  leaves: ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'],
  roots: [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
};
const inclusions: readonly [index: number, size: number, proof: readonly string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const consistencies: readonly [from: number, to: number, proof: readonly string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

/** A tree as it is kept: its full tiles, and at each level what is not full yet, taken from the row below. */
function grown(leaves: readonly Uint8Array[]) {
  const tree = new GrowingTree();
  const tiles: Tile[] = [];
  for (const leaf of leaves) tiles.push(...tree.push(leaf));
  const rows = new Map(tiles.map((tile) => [tileKey(tile), hashesIn(tile.hashes)]));
  for (let level = 0, row = leaves; row.length > 0; level += 1) {
    const full = tiles.filter((tile) => tile.level === level);
    rows.set(tileKey({ level, index: full.length }), row.slice(full.length * 256));
    row = full.map(({ root }) => root);
  }
  return { tree, tiles, hashes: nodesOf(rows), rows };
}

const proofOf = (ranges: readonly LeafRange[], hashes: ReturnType<typeof grown>['hashes']) =>
  ranges.map((range) => rangeHash(range, hashes));

/** MTH as the RFC writes it, slow and plain. */
function plainRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)));
}

describe('the Merkle tree of RFC 9162', () => {
  const leaves = published.leaves.map((data) => leafHash(Buffer.from(data, 'hex')));

  it('has the published roots', () => {
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const tree = new GrowingTree();
    const roots = leaves.map((leaf) => {
      tree.push(leaf);
      return hex(tree.root());
    });
    expect(roots).toEqual(published.roots);
  });

  it.each(inclusions)('proves leaf %i of %i as published', (index, size, proof) => {
    const { hashes, tree } = grown(leaves.slice(0, size));
    expect(proofOf(inclusionRanges(index, size), hashes).map(hex)).toEqual(proof);
    const bytes = proof.map((each) => Buffer.from(each, 'hex'));
    expect(isIncluded(leaves[index] as Uint8Array, index, size, bytes, tree.root())).toBe(true);
  });

  it.each(consistencies)('proves size %i within %i as published', (from, to, proof) => {
    const { hashes } = grown(leaves.slice(0, to));
    expect(proofOf(consistencyRanges(from, to), hashes).map(hex)).toEqual(proof);
  });

  // Beyond one tile, and with tiles over tiles only for the sizes named.
  const many = Array.from({ length: 700 }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)));

  it('grows to the root that the definition gives, at every size', () => {
    const tree = new GrowingTree();
    for (const [index, leaf] of many.entries()) {
      tree.push(leaf);
      if (index < 70 || index % 61 === 0) expect(tree.root()).toEqual(plainRoot(many.slice(0, index + 1)));
    }
  });

  it('proves every leaf of every size up to 70, and no other leaf, place, size or root by that proof', () => {
    const held: boolean[] = [];
    const refused: boolean[] = [];
    for (let size = 1; size <= 70; size += 1) {
      const { hashes, tree } = grown(many.slice(0, size));
      const root = tree.root();
      for (let index = 0; index < size; index += 1) {
        const leaf = many[index] as Uint8Array;
        const proof = proofOf(inclusionRanges(index, size), hashes);
        const [first, ...others] = proof;
        held.push(isIncluded(leaf, index, size, proof, root));
        refused.push(isIncluded(many[699] as Uint8Array, index, size, proof, root));
        refused.push(isIncluded(leaf, index + 1, size, proof, root));
        refused.push(isIncluded(leaf, index, size, [...proof, root], root));
        refused.push(isIncluded(leaf, index, size, proof, emptyRoot));
        if (first) {
          refused.push(isIncluded(leaf, index, size, others, root));
          const bent = Buffer.from(first);
          bent[7] = (bent[7] ?? 0) ^ 1;
          refused.push(isIncluded(leaf, index, size, [bent, ...others], root));
        }
      }
    }
    expect(held.every((is) => is)).toBe(true);
    expect(refused.some((is) => is)).toBe(false);
    expect(refused.length).toBeGreaterThan(held.length);
  });

  it('proves that every tree up to 70 begins with every smaller one, and with no other', () => {
    const held: boolean[] = [];
    const refused: boolean[] = [];
    const roots = Array.from({ length: 71 }, (_, size) => plainRoot(many.slice(0, size)));
    for (let to = 1; to <= 70; to += 1) {
      const { hashes } = grown(many.slice(0, to));
      for (let from = 1; from <= to; from += 1) {
        const first = { size: from, root: roots[from] as Uint8Array };
        const second = { size: to, root: roots[to] as Uint8Array };
        const proof = proofOf(consistencyRanges(from, to), hashes);
        const [start, ...others] = proof;
        held.push(isConsistent(first, second, proof));
        refused.push(isConsistent({ ...first, root: emptyRoot }, second, proof));
        refused.push(isConsistent(first, { ...second, root: emptyRoot }, proof));
        refused.push(isConsistent(first, second, [...proof, second.root]));
        if (start) {
          refused.push(isConsistent(first, second, others));
          const bent = Buffer.from(start);
          bent[0] = (bent[0] ?? 0) ^ 0x80;
          refused.push(isConsistent(first, second, [bent, ...others]));
        }
        if (from < to) refused.push(isConsistent(second, first, proof));
      }
    }
    const empty = { size: 0, root: emptyRoot };
    held.push(isConsistent(empty, { size: 1, root: roots[1] as Uint8Array }, []));
    refused.push(
      isConsistent({ size: 0, root: roots[1] as Uint8Array }, { size: 1, root: roots[1] as Uint8Array }, []),
    );
    expect(held.every((is) => is)).toBe(true);
    expect(refused.some((is) => is)).toBe(false);
    expect(refused.length).toBeGreaterThan(held.length);
  });

  it.each([
    [0, 0],
    [3, 3],
    [-1, 3],
  ])('has no proof for leaf %i of %i', (index, size) => {
    expect(() => inclusionRanges(index, size)).toThrow(RangeError);
  });

  it.each([
    [0, 3],
    [4, 3],
  ])('has no proof from size %i to %i', (from, to) => {
    expect(() => consistencyRanges(from, to)).toThrow(RangeError);
  });

  it('divides also where 32 bits do not reach', () => {
    const size = 2 ** 40 + 1;
    expect(inclusionRanges(2 ** 40, size)).toEqual([{ start: 0, end: 2 ** 40 }]);
    expect(inclusionRanges(0, size)).toHaveLength(41);
    expect(subtreesOf({ start: 0, end: size })).toEqual([
      { level: 40, index: 0 },
      { level: 0, index: 2 ** 40 },
    ]);
  });
});

describe('a tree that is kept in tiles', () => {
  // Two full rows over rows: 65 536 leaves fill a tile of tiles.
  const leaves = Array.from({ length: 65_536 + 300 }, (_, index) => hash('sha256', `${index}`, 'buffer'));
  const { tree, tiles, hashes, rows } = grown(leaves);

  it('gives every tile away once, when it is full', () => {
    expect(tiles.filter(({ level }) => level === 0).map(({ index }) => index)).toEqual(
      Array.from({ length: 257 }, (_, index) => index),
    );
    expect(tiles.filter(({ level }) => level === 1).map(({ index }) => index)).toEqual([0]);
    for (const { hashes: bytes, root } of tiles.slice(0, 3)) {
      expect(bytes).toHaveLength(256 * 32);
      expect(root).toEqual(plainRoot(hashesIn(bytes)));
    }
  });

  it('proves leaves and sizes from them', () => {
    for (const index of [0, 255, 256, 4_711, 65_535, 65_536, 65_835]) {
      const proof = proofOf(inclusionRanges(index, leaves.length), hashes);
      expect(isIncluded(leaves[index] as Uint8Array, index, leaves.length, proof, tree.root())).toBe(true);
    }
    for (const from of [1, 255, 256, 257, 65_535, 65_536, 65_537, 65_835]) {
      const proof = proofOf(consistencyRanges(from, leaves.length), hashes);
      const first = { size: from, root: grown(leaves.slice(0, from)).tree.root() };
      expect(isConsistent(first, { size: leaves.length, root: tree.root() }, proof)).toBe(true);
    }
  });

  it('goes on from what is not full as if it had never stopped', () => {
    const edges = [0, 1, 2].map((level) => {
      const full = tiles.filter((tile) => tile.level === level).length;
      return rows.get(tileKey({ level, index: full })) ?? [];
    });
    const again = new GrowingTree(leaves.length, edges);
    expect(again.root()).toEqual(tree.root());
    for (let index = 0; index < 300; index += 1) {
      const leaf = hash('sha256', `next ${index}`, 'buffer');
      expect(again.push(leaf)).toEqual(tree.push(leaf));
    }
    expect(again.root()).toEqual(tree.root());
  });

  it('says which tile a node is in, and which hashes it is made from', () => {
    expect(tileOf({ level: 0, index: 300 })).toEqual({ level: 0, index: 1, first: 44, count: 1 });
    expect(tileOf({ level: 7, index: 3 })).toEqual({ level: 0, index: 1, first: 128, count: 128 });
    expect(tileOf({ level: 8, index: 1 })).toEqual({ level: 1, index: 0, first: 1, count: 1 });
  });
});
