import { hash } from 'node:crypto';

// Everything here is the Merkle tree of RFC 9162, 2.1: sizes and indices are plain numbers, exact up to 2^53, and hashes are
// SHA-256, 32 bytes. What a leaf's hash is made of stands in `leaf.ts`.

/** Leaves from `start` up to but not including `end`; every one that a proof speaks of begins at a multiple of its own width. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** A complete subtree: at `level` 0 one leaf, at level n the 2^n leaves from `index` * 2^n on. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** The hash of a complete subtree, wherever it is kept. */
export type NodeHashes = (node: TreeNode) => Uint8Array;

const nodePrefix = Uint8Array.of(0x01);

/** MTH({}). */
export const emptyRoot: Uint8Array = hash('sha256', '', 'buffer');

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/** The complete subtrees that make up a range, the widest first; `start` is a multiple of the range's width, rounded up to a power of 2. */
export function subtreesOf({ start, end }: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = start; at < end; ) {
    const level = floorLog2(end - at);
    const width = 2 ** level;
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** MTH of a range, from its complete subtrees. */
export function rangeHash(range: LeafRange, hashes: NodeHashes): Uint8Array {
  if (range.start === range.end) return emptyRoot;
  return subtreesOf(range)
    .map(hashes)
    .reduceRight((right, left) => nodeHash(left, right));
}

/** The ranges whose hashes prove that a leaf is in a tree, from the leaf upwards: PATH of 2.1.3.1. @throws RangeError */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: LeafRange[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/** The ranges whose hashes prove that a tree of size `to` begins with the one of size `from`: PROOF of 2.1.4.1. @throws RangeError */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  if (!(from > 0 && from <= to)) throw new RangeError(`no proof from size ${from} to ${to}`);
  const path: LeafRange[] = [];
  let [start, end] = [0, to];
  // As long as the old tree is seen from its beginning, its root is known to whoever asks, and is not part of the proof.
  let isKnown = true;
  while (end !== from) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
      isKnown = false;
    }
  }
  if (!isKnown) path.push({ start, end });
  return path.reverse();
}

/** 2.1.3.2: whether `proof` leads from the leaf's hash to the root. */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(index >= 0 && index < size)) return false;
  let [fn, sn] = [index, size - 1];
  let reached = leaf;
  for (const each of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      reached = nodeHash(each, reached);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else reached = nodeHash(reached, each);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && same(reached, root);
}

/** 2.1.4.2: whether the tree with the second root begins with the one with the first. Every tree begins with the empty one. */
export function isConsistent(
  first: { readonly size: number; readonly root: Uint8Array },
  second: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (first.size > second.size) return false;
  if (first.size === 0) return proof.length === 0 && same(first.root, emptyRoot);
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root);
  // A tree that is complete is itself the first node of the way.
  const [start, ...others] = 2 ** floorLog2(first.size) === first.size ? [first.root, ...proof] : proof;
  if (!start) return false;
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [firstReached, secondReached] = [start, start];
  for (const each of others) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      firstReached = nodeHash(each, firstReached);
      secondReached = nodeHash(each, secondReached);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else secondReached = nodeHash(secondReached, each);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && same(firstReached, first.root) && same(secondReached, second.root);
}

/** The greatest power of 2 smaller than `width`, where RFC 9162 splits a tree. */
function splitOf(width: number): number {
  return 2 ** floorLog2(width - 1);
}

/** Not by Math.log2 alone, which rounds where numbers are big. */
function floorLog2(width: number): number {
  let level = Math.floor(Math.log2(width));
  if (2 ** level > width) level -= 1;
  if (2 ** (level + 1) <= width) level += 1;
  return level;
}

// Shifts would cut numbers off at 32 bits.
const half = (number: number) => Math.floor(number / 2);
const isOdd = (number: number) => number % 2 === 1;
const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;
