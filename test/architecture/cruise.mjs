/**
 * Cruises each folder given as an argument as if it were the root of the repository, and prints the names of the rules and
 * what was found in each folder as JSON; import-rules.spec.ts has its type.
 * A process of its own, for the configuration changes how modules are found, and Jest does so too.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
// Only now: on loading, dependency-cruiser looks for the compiler that the configuration has just led it to.
const { cruise, getAvailableTranspilers } = await import('dependency-cruiser');

const seesTypes = getAvailableTranspilers().some(({ name, available }) => name === 'typescript' && available);
if (!seesTypes) throw new Error('dependency-cruiser found no classic TypeScript: it would not see type imports');

const trees = {};
for (const folder of process.argv.slice(2)) {
  const baseDir = resolve(folder);
  const parts = ['apps', 'libs', 'test'].filter((part) => existsSync(join(baseDir, part)));
  const { output } = await cruise(parts, { ...options, baseDir, ruleSet: { forbidden }, validate: true });
  trees[folder] = {
    files: output.modules.filter(({ source }) => /^(apps|libs|test)\//.test(source)).length,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
process.stdout.write(JSON.stringify({ rules: forbidden.map(({ name }) => name), trees }));
