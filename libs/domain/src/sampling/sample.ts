import { refusal } from '../refusals.js';

/**
 * A sample that anyone can draw again. From the population (numbered from 1 in the order it was listed), a seed of 128 bits
 * and a size, the same numbers come out for ever, on any machine and in any language:
 *
 * 1. The seed's 32 hexadecimal digits are the four 32-bit words of xoshiro128** (Blackman and Vigna, 2018), in order. Its
 *    first 64 outputs are thrown away: of a seed with few ones in it they are few as well.
 * 2. A number below n: take outputs until one is below the largest multiple of n that 32 bits hold; its remainder by n.
 * 3. The first `size` steps of Fisher and Yates: at step k (from 0) swap place k with place k + (a number below N - k).
 * 4. The members then in the first `size` places are the sample, told in the order of the population.
 */
export const samplingMethod = 'xoshiro128**/fisher-yates/1';

/** More could not be listed by hand, nor sent in one request. */
export const populationMax = 100_000;

/**
 * Numbers of the members drawn, from 1, rising.
 * @throws Rejection for a malformed seed, and for a size that is below 1 or above the population.
 */
export function drawSample(populationSize: number, size: number, seed: string): readonly number[] {
  if (!Number.isInteger(size) || size < 1 || size > populationSize || populationSize > populationMax)
    throw refusal('sample.size-out-of-range', { size, population: populationSize });
  const next = generatorFrom(seed);
  for (let output = 0; output < 64; output += 1) next();
  // Places that were swapped; every other place still holds its own number.
  const swapped = new Map<number, number>();
  const memberAt = (place: number) => swapped.get(place) ?? place + 1;
  const drawn: number[] = [];
  for (let step = 0; step < size; step += 1) {
    const other = step + below(populationSize - step, next);
    const member = memberAt(other);
    swapped.set(other, memberAt(step));
    drawn.push(member);
  }
  return drawn.sort((one, another) => one - another);
}

/** Below 2^32, without favouring small numbers. */
function below(bound: number, next: () => number): number {
  const fair = 0x1_0000_0000 - (0x1_0000_0000 % bound);
  for (;;) {
    const output = next();
    if (output < fair) return output % bound;
  }
}

/** xoshiro128**: unsigned 32-bit outputs. @throws Rejection for a seed that is not 32 hexadecimal digits, or all zero. */
export function generatorFrom(seed: string): () => number {
  if (!/^[0-9a-f]{32}$/.test(seed) || /^0+$/.test(seed)) throw refusal('sample.seed-malformed', { seed });
  let [a, b, c, d] = [0, 8, 16, 24].map((at) => Number.parseInt(seed.slice(at, at + 8), 16)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const output = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return output;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
