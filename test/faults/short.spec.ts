import { describe, expect, it, jest } from '@jest/globals';
import { clockJumps } from './clock-jumps.js';
import { duplicates } from './duplicates.js';
import { clean } from './judge.js';
import { racersOnOneVersion } from './racers.js';

jest.setTimeout(180_000);

const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);

// The long forms, and what needs mounts, namespaces or its time: npm run faults. The kills in short: kill.spec.ts; a view that
// parks: projections.spec.ts.
describe(`faults in short (FAULTS_SEED=${seed})`, () => {
  it.each([
    { scenario: clockJumps, rounds: 10 },
    { scenario: duplicates, rounds: 2 },
    { scenario: racersOnOneVersion, rounds: 1 },
  ])('loses nothing and doubles nothing: $scenario.name', async ({ scenario, rounds }) => {
    const { verdict, control } = await scenario.run({ seed, rounds, minutes: 1, say: () => {} });
    expect(verdict).toEqual(clean);
    expect(control).not.toBe('');
  });
});
