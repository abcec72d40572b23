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
const cases = foldersIn(planted).flatMap((rule) =>
  foldersIn(join(planted, rule)).map((name) => ({ rule, name, tree: `${planted}/${rule}/${name}` })),
);
const { rules, trees }: Cruised = JSON.parse(
  execFileSync(process.execPath, ['test/architecture/cruise.mjs', '.', ...cases.map(({ tree }) => tree)], {
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

  it('have each a planted violation', () => {
    expect(foldersIn(planted).sort()).toEqual([...rules].sort());
  });

  it.each(cases)('$rule catches $name, and no other rule does', ({ rule, tree }) => {
    expect([...new Set(trees[tree]?.violations.map((violation) => violation.rule))]).toEqual([rule]);
  });
});

function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
