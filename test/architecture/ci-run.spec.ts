import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
let programs: string;

beforeAll(() => {
  programs = mkdtempSync(join(tmpdir(), 'soat-ci-'));
  program('dpkg-query', 'printf installed');
  // Plays the tests' output, and fails where it is told to.
  program('npm', `if [ "$*" = test ]; then printf '%s\\n' "$TESTS_SAY"; fi; [ "$*" != "$FAILING" ]`);
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

const green = `
\u001b[36m@soat/domain:\u001b[39m \u001b[1mTests:       \u001b[22m\u001b[1m\u001b[32m230 passed\u001b[39m\u001b[22m, 230 total
@soat/api: PASS apps/api/src/platform/config.spec.ts
@soat/api: Tests:       1 skipped, 20 passed, 21 total`;
const red = `${green}
@soat/test: FAIL test/api/units.spec.ts
@soat/test: Tests:       3 failed, 7 passed, 10 total`;
const brokenSuite = `${green}
@soat/test: FAIL test/api/units.spec.ts
@soat/test:   ● Test suite failed to run
@soat/test: FAIL test/api/programmes.spec.ts (5.1 s)
@soat/test:   ● Test suite failed to run
@soat/test: Summary of all failing tests
@soat/test: \u001b[0m\u001b[7m\u001b[1m\u001b[31m FAIL \u001b[39m\u001b[22m\u001b[27m\u001b[0m \u001b[2mtest/api/\u001b[22m\u001b[1munits.spec.ts\u001b[22m
@soat/test:   ● Test suite failed to run
@soat/test: Tests:       7 passed, 7 total`;

describe('.ci/run', () => {
  it.each([
    { name: 'adds up the cases of every project', say: green, failing: '', line: '250 passed, 0 failed', status: 0 },
    { name: 'counts the cases that failed', say: red, failing: 'test', line: '257 passed, 3 failed', status: 1 },
    { name: 'believes the count, not the exit code', say: red, failing: '', line: '257 passed, 3 failed', status: 1 },
    {
      name: 'counts a suite that broke, once',
      say: brokenSuite,
      failing: 'test',
      line: '257 passed, 2 failed',
      status: 1,
    },
    { name: 'counts a run cut off', say: green, failing: 'test', line: '250 passed, 1 failed', status: 1 },
    {
      name: 'counts a step before the tests',
      say: green,
      failing: 'run lint',
      line: '250 passed, 1 failed',
      status: 1,
    },
    { name: 'does not take silence for success', say: '', failing: '', line: '0 passed, 1 failed', status: 1 },
    { name: 'stops without packages', say: green, failing: 'ci --no-audit', line: '0 passed, 1 failed', status: 1 },
  ])('$name', ({ say, failing, line, status }) => {
    const run = spawnSync(join(root, '.ci/run'), {
      env: { ...process.env, PATH: `${programs}:${process.env.PATH}`, TESTS_SAY: say, FAILING: failing },
      encoding: 'utf8',
    });
    expect({ line: run.stdout.trimEnd().split('\n').at(-1), status: run.status }).toEqual({ line, status });
  });
});

function program(name: string, text: string): void {
  const path = join(programs, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}
