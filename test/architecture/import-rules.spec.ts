import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Cruised {
  readonly rules: readonly string[];
  readonly trees: Readonly<Record<string, { readonly files: number; readonly violations: readonly Violation[] }>>;
}
type Violation = { readonly rule: string; readonly from: string; readonly to: string };

const root = join(import.meta.dirname, '../..');
const planted = 'test/architecture/planted';
const caught = casesIn(`${planted}/caught`);
const allowed = casesIn(`${planted}/allowed`);
const plantedTrees = [...caught, ...allowed].map(({ tree }) => tree);
const { rules, trees }: Cruised = JSON.parse(
  execFileSync(process.execPath, ['test/architecture/cruise.mjs', '.', ...plantedTrees], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  }),
);

describe('import rules', () => {
  it('hold in apps, libs and test', () => {
    expect(trees['.']?.violations).toEqual([]);
    // Far below what is there: a cruise that looks at nothing finds nothing wrong.
    expect(trees['.']?.files).toBeGreaterThan(60);
  });

  it('have each a planted violation and a planted neighbour of it', () => {
    expect(foldersIn(`${planted}/caught`).sort()).toEqual([...rules].sort());
    expect(foldersIn(`${planted}/allowed`).sort()).toEqual([...rules].sort());
  });

  it.each(caught)('$rule catches $name, and no other rule does', ({ rule, tree }) => {
    expect([...new Set(trees[tree]?.violations.map((violation) => violation.rule))]).toEqual([rule]);
  });

  it.each(allowed)('$rule lets $name pass, and so does every other rule', ({ tree }) => {
    expect(trees[tree]?.files).toBeGreaterThan(0);
    expect(trees[tree]?.violations).toEqual([]);
  });
});

function casesIn(folder: string): { readonly rule: string; readonly name: string; readonly tree: string }[] {
  return foldersIn(folder).flatMap((rule) =>
    foldersIn(`${folder}/${rule}`).map((name) => ({ rule, name, tree: `${folder}/${rule}/${name}` })),
  );
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
