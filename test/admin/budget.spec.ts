import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const admin = join(import.meta.dirname, '../../apps/admin');
const kibibyte = 1024;
/** Commune offices and phones on the road; the leadership's desks get more script, for the pictures. */
const budgets = [
  { area: 'inspector', scriptsMax: 190, stylesMax: 25 },
  { area: 'unit', scriptsMax: 190, stylesMax: 25 },
  { area: 'leader', scriptsMax: 260, stylesMax: 25 },
] as const;

describe('the first load of the admin', () => {
  let dist: string;
  let chunks: Readonly<Record<string, Chunk>>;

  beforeAll(() => {
    // Built here: a folder left by an earlier build would be measured instead of what is written now.
    dist = mkdtempSync(join(tmpdir(), 'soat-budget-'));
    const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
    // Under jest NODE_ENV is test, and React would come in its development build.
    const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' };
    execFileSync(process.execPath, [vite, 'build', '--outDir', dist, '--emptyOutDir'], {
      cwd: admin,
      env,
      stdio: 'pipe',
    });
    chunks = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  }, 120_000);

  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  it.each(budgets)('keeps the $area within $scriptsMax KiB of script and $stylesMax KiB of style', (budget) => {
    const { scripts, styles } = firstLoadOf(`src/${budget.area}/routes.tsx`);
    // What is measured is there: React alone is more than this.
    expect(scripts).toBeGreaterThan(50);
    expect(styles).toBeGreaterThan(1);
    expect(scripts).toBeLessThanOrEqual(budget.scriptsMax);
    expect(styles).toBeLessThanOrEqual(budget.stylesMax);
  });

  it('asks for nothing that the content security policy forbids', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    expect(page).toContain('<script type="module"');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|(?:src|href)="(?:https?:|data:|\/\/)/);
  });

  /** KiB after gzip of the entry, the area's chunk and everything they import at once. */
  function firstLoadOf(area: string): { readonly scripts: number; readonly styles: number } {
    const loaded = new Set<string>();
    const load = (name: string): void => {
      if (loaded.has(name)) return;
      loaded.add(name);
      for (const imported of chunkOf(name).imports ?? []) load(imported);
    };
    load('index.html');
    load(area);
    const all = [...loaded].map(chunkOf);
    return { scripts: sizeOf(all.map((chunk) => chunk.file)), styles: sizeOf(all.flatMap((chunk) => chunk.css ?? [])) };
  }

  function chunkOf(name: string): Chunk {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`the build has no chunk ${name}`);
    return chunk;
  }

  function sizeOf(files: readonly string[]): number {
    const bytes = [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
    return bytes / kibibyte;
  }
});
