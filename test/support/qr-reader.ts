import { inflateSync } from 'node:zlib';

/** The rows of a code, true where it is dark. */
export type Modules = readonly (readonly boolean[])[];

/**
 * Reads a QR code (ISO/IEC 18004), as a camera would that sees it perfectly: no error is corrected, so every module has to
 * be right. Versions 7 to 14 at correction level M, which is what our documents carry.
 */
export function readQrCode(modules: Modules): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  const blocks = blocksAtM[version];
  if (!blocks) throw new Error(`version ${version} is not among those read here`);
  const at = (x: number, y: number) => modules[y]?.[x] ?? false;
  // Format bits, beside the upper left finder: level (2 bits, 00 is M) and mask (3 bits), masked themselves.
  const format = bitsOf([0, 1, 2, 3, 4].map((x) => at(x, 8))) ^ 0b10101;
  if (format >> 3 !== 0) throw new Error(`correction level ${format >> 3} is not M`);
  const isMasked = masks[format & 7] as (x: number, y: number) => boolean;
  const bits: boolean[] = [];
  // Pairs of columns from the right, upwards and downwards in turn; the timing column is passed over.
  let isUpwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const y = isUpwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (!isFunction(x, y, version)) bits.push(at(x, y) !== isMasked(x, y));
    }
    isUpwards = !isUpwards;
  }
  return textOf(dataOf(codewordsOf(bits), blocks), version);
}

/** Per version at level M: how many data bytes each block has. */
const blocksAtM: Readonly<Record<number, readonly number[]>> = {
  7: repeated([4, 31]),
  8: repeated([2, 38], [2, 39]),
  9: repeated([3, 36], [2, 37]),
  10: repeated([4, 43], [1, 44]),
  11: repeated([1, 50], [4, 51]),
  12: repeated([6, 36], [2, 37]),
  13: repeated([8, 37], [1, 38]),
  14: repeated([4, 40], [5, 41]),
};

const alignments: Readonly<Record<number, readonly number[]>> = {
  7: [6, 22, 38],
  8: [6, 24, 42],
  9: [6, 26, 46],
  10: [6, 28, 50],
  11: [6, 30, 54],
  12: [6, 32, 58],
  13: [6, 34, 62],
  14: [6, 26, 46, 66],
};

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function repeated(...groups: readonly (readonly [times: number, length: number])[]): readonly number[] {
  return groups.flatMap(([times, length]) => Array.from({ length: times }, () => length));
}

/** The picture's outlines as modules: one is dark when a ray from its left edge crosses an odd number of upright lines. */
/** Of an SVG whose one path outlines what is dark. */
export function modulesOfSvg(svg: string): Modules {
  const outline = /<path d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const upright = new Set<string>();
  let size = 0;
  for (const [, loop = ''] of outline.matchAll(/M([^Z]+)Z/g)) {
    const points = loop.split('L').map((point) => point.split(' ').map(Number) as [number, number]);
    points.forEach(([x, y], index) => {
      const [toX, toY] = points[(index + 1) % points.length] as [number, number];
      size = Math.max(size, x);
      if (x === toX) for (let row = Math.min(y, toY); row < Math.max(y, toY); row += 1) upright.add(`${x} ${row}`);
    });
  }
  return Array.from({ length: size }, (_, y) => {
    let isDark = false;
    return Array.from({ length: size }, (_, x) => {
      if (upright.has(`${x} ${y}`)) isDark = !isDark;
      return isDark;
    });
  });
}

/** Of a PNG of one bit a pixel, whose modules are squares of so many pixels inside a quiet zone of so many modules. */
export function modulesOfPng(
  png: Buffer,
  { quiet, scale }: { readonly quiet: number; readonly scale: number },
): Modules {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  // A byte before each row says how it was filtered: not at all.
  const stride = 1 + Math.ceil(width / 8);
  const isOn = (x: number, y: number) => ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (128 >> (x & 7))) > 0;
  const size = width / scale - 2 * quiet;
  const along = Array.from({ length: size }, (_, index) => (index + quiet) * scale);
  return along.map((y) => along.map((x) => isOn(x, y)));
}

function isFunction(x: number, y: number, version: number): boolean {
  const size = version * 4 + 17;
  if (x === 6 || y === 6) return true;
  const isFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
  const isVersion = (x < 6 && y >= size - 11) || (y < 6 && x >= size - 11);
  if (isFinder || isVersion) return true;
  const centres = alignments[version] ?? [];
  const last = size - 7;
  const isCorner = (cx: number, cy: number) =>
    (cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6);
  return centres.some((cx) =>
    centres.some((cy) => !isCorner(cx, cy) && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2),
  );
}

function codewordsOf(bits: readonly boolean[]): readonly number[] {
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    bitsOf(bits.slice(index * 8, index * 8 + 8)),
  );
}

/** The blocks' bytes stand interleaved, those of the longer blocks last; what corrects errors comes after. */
function dataOf(codewords: readonly number[], lengths: readonly number[]): readonly number[] {
  const blocks: number[][] = lengths.map(() => []);
  let next = 0;
  for (let index = 0; index < Math.max(...lengths); index += 1)
    lengths.forEach((length, block) => {
      if (index < length) blocks[block]?.push(codewords[next++] ?? 0);
    });
  return blocks.flat();
}

const alphaNumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function textOf(data: readonly number[], version: number): string {
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  let at = 0;
  const take = (count: number) => {
    at += count;
    return Number.parseInt(bits.slice(at - count, at), 2);
  };
  const isWide = version >= 10;
  const bytes: number[] = [];
  const say = (text: string) => bytes.push(...Buffer.from(text, 'utf8'));
  while (at + 4 <= bits.length) {
    const kind = take(4);
    if (kind === 0) break;
    // What follows is UTF-8 (26), as is all that is read here.
    if (kind === 7) {
      if (take(8) !== 26) throw new Error('another alphabet than UTF-8');
    } else if (kind === 4) {
      for (let left = take(isWide ? 16 : 8); left > 0; left -= 1) bytes.push(take(8));
    } else if (kind === 2) {
      let left = take(isWide ? 11 : 9);
      for (; left > 1; left -= 2) {
        const two = take(11);
        say(`${alphaNumeric[Math.floor(two / 45)]}${alphaNumeric[two % 45]}`);
      }
      if (left === 1) say(alphaNumeric[take(6)] ?? '');
    } else if (kind === 1) {
      let left = take(isWide ? 12 : 10);
      for (; left > 2; left -= 3) say(String(take(10)).padStart(3, '0'));
      if (left > 0) say(String(take(left === 2 ? 7 : 4)).padStart(left, '0'));
    } else throw new Error(`segment of kind ${kind}`);
  }
  return Buffer.from(bytes).toString('utf8');
}

function bitsOf(bits: readonly boolean[]): number {
  return bits.reduce((number, bit) => number * 2 + Number(bit), 0);
}
