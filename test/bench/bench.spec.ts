import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readOptions } from './options.js';
import { targets } from './targets.js';

// It starts a server, the service and a second one beside it.
jest.setTimeout(300_000);

/** Whether it measures, not what: no figure of a busy machine is asked to be a good one. */
describe('the bench', () => {
  let said: string;
  beforeAll(async () => {
    said = await bench('--quick', '--rounds', '1');
  });

  it.each(Object.keys(targets))('has a row for %s, beside what it is to reach', (contest) => {
    const row = said.split('\n').find((line) => line.startsWith(`| ${contest} `)) ?? '';
    const [, , who, perSecond, , verdict] = row.split('|').map((cell) => cell.trim());
    expect(who).toBe('soát');
    expect(Number(perSecond?.replaceAll(' ', ''))).toBeGreaterThan(0);
    expect(verdict).toMatch(/ of (raw|cursor|one event a transaction), target \d/);
  });

  it('says that positions are gap-free, and what readers lost', () => {
    expect(said).toMatch(/positions of \d+ events: gap-free/);
    expect(said).toMatch(/own subscription, beside 16 writers .*: 0 lost, 0 doubled of \d+/);
    expect(said).toMatch(/failing control, which polls a bare sequence, .*: [1-9]\d* lost/);
  });

  it('compares logs of different sizes', async () => {
    const grown = await bench('--quick', '--rounds', '1', '--growth');
    expect(grown).toMatch(/\| append, 1 writer +\| 1k /);
    expect(grown).toMatch(/\| 4k +\|/);
  });

  it('compares the past with now', async () => {
    const past = await bench('--quick', '--rounds', '1', '--past');
    expect(past).toMatch(/\| overview of \d+ units +\| now /);
    expect(past).toMatch(/\| a year ago +\|/);
    expect(past).toMatch(/unit-overview: \d+ rows in \d+ MB, \d+ versions in \d+ MB/);
  });

  it('takes no option it does not know', () => {
    expect(() => readOptions(['--faster'])).toThrow("Unknown option '--faster'");
    expect(() => readOptions(['--growth=5'])).toThrow('--growth is 1M or 10M');
  });
});

async function bench(...args: readonly string[]): Promise<string> {
  const folder = import.meta.dirname;
  const run = ['--import', path.join(folder, 'typescript.mjs'), path.join(folder, 'main.ts'), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, run, { cwd: folder });
  return stdout;
}
