import { describe, expect, it } from '@jest/globals';
import { drawSample, generatorFrom } from './sample.js';

const seed = '00000001000000020000000300000004';

describe('the generator', () => {
  it('is xoshiro128**, by its published outputs', () => {
    const next = generatorFrom(seed);
    expect([next(), next(), next(), next()]).toEqual([11_520, 0, 5_927_040, 70_819_200]);
  });

  it.each(['', '1', 'g'.repeat(32), '0'.repeat(32), 'A'.repeat(32), `${seed}0`])('takes no seed %p', (malformed) => {
    expect(() => generatorFrom(malformed)).toThrow('sample.seed-malformed');
  });
});

describe('a sample', () => {
  it('is the same when drawn again, and another for another seed', () => {
    const drawn = drawSample(300, 10, 'c0ffee00c0ffee00c0ffee00c0ffee00');
    expect(drawSample(300, 10, 'c0ffee00c0ffee00c0ffee00c0ffee00')).toEqual(drawn);
    expect(drawSample(300, 10, 'c0ffee00c0ffee00c0ffee00c0ffee01')).not.toEqual(drawn);
  });

  it('is pinned, for whoever draws it again in ten years', () => {
    expect(drawSample(52, 10, seed)).toEqual([4, 7, 14, 15, 19, 21, 23, 29, 34, 45]);
  });

  it('has its size, each member once, rising, of any population', () => {
    for (let population = 1; population <= 40; population += 1)
      for (let size = 1; size <= population; size += 1) {
        const drawn = drawSample(population, size, seed);
        expect(new Set(drawn).size).toBe(size);
        expect([...drawn].sort((one, other) => one - other)).toEqual(drawn);
        expect(drawn.every((member) => member >= 1 && member <= population)).toBe(true);
      }
  });

  it('favours nobody: over many seeds everyone is drawn about as often', () => {
    const times = Array.from({ length: 20 }, () => 0);
    for (let run = 1; run <= 4000; run += 1)
      for (const member of drawSample(20, 5, run.toString(16).padStart(8, '0').repeat(4)))
        times[member - 1] = (times[member - 1] ?? 0) + 1;
    // A thousand expected; five standard deviations are about 137.
    expect(Math.min(...times)).toBeGreaterThan(860);
    expect(Math.max(...times)).toBeLessThan(1140);
  });

  it.each([
    [10, 0],
    [10, 11],
    [10, 1.5],
    [0, 1],
    [100_001, 5],
  ])('of %d has no %d', (population, size) => {
    expect(() => drawSample(population, size, seed)).toThrow('sample.size-out-of-range');
  });
});
