import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SourceFile, tidyRules, untidy } from './tidy.js';

const root = join(import.meta.dirname, '../..');

/** In pieces, so that this file has nothing a search for the real ones would find. */
const letters = ['n0t4r34l', 'k3y0f4ny', 'th1ng4t4', 'll'].join('');
const absolute = (...parts: string[]) => ['', ...parts].join('/');

/** Each sample is caught by the rule it stands under, and by no other. */
const planted: Readonly<Record<string, readonly SourceFile[]>> = {
  'domain-has-no-clock-and-no-chance': [
    'const at = new Date();',
    'const at = new Date( );',
    'const at = new Date;',
    'const at = Date();',
    'const ms = Date.now();',
    'const dice = Math.random();',
    'const id = crypto.randomUUID();',
    'const zone = process.env.TZ;',
    'const ms = performance.now();',
    'setTimeout(remind, 1000);',
  ].flatMap((text) => ['unit.ts', 'unit.spec.ts'].map((name) => inFile(`libs/domain/src/unit/${name}`)(text))),
  'domain-has-no-local-time': ['const day = new Date(at).getDate();', 'new Date(2026, 0, 1)'].map(
    inFile('libs/domain/src/calendar/legal-day.ts'),
  ),
  'no-framework-aggregates': [
    "import { AggregateRoot } from '@nestjs/cqrs';",
    'constructor(private readonly publisher: EventPublisher) {}',
    '@Saga()',
  ].map(inFile('apps/api/src/units/unit.handler.ts')),
  'no-lies-to-the-compiler': [
    'const row = answer as any;',
    'const rows = (answer as any).rows;',
    'const row = answer as any as UnitRow;',
    'const row = answer as unknown as UnitRow;',
    'const row = answer as unknown\n  as UnitRow;',
  ].map(inFile('test/api/units.spec.ts')),
  'no-silenced-compiler': ['// @ts-ignore', '// @ts-expect-error because', '{/* @ts-ignore */}', '// @ts-nocheck'].map(
    inFile('apps/admin/src/units/unit-list.tsx'),
  ),
  'no-tests-left-out': [
    "it.skip('answers', () => {});",
    "it.only('answers', () => {});",
    "it.todo('answers');",
    "test.failing('answers', () => {});",
    "describe.skip('units', () => {});",
    "describe.only('units', () => {});",
    "it.only.each([1])('answers %s', () => {});",
    "it.concurrent.skip('answers', () => {});",
    "xit('answers', () => {});",
    "fdescribe('units', () => {});",
    "fit.each([1])('answers %s', () => {});",
  ].map(inFile('libs/domain/src/unit/unit.spec.ts')),
  'no-console': [
    ...["console.log('here');", 'console.error(error);'].map(inFile('apps/api/src/main.ts')),
    inFile('libs/domain/src/unit/unit.ts')('console.info(unit);'),
    inFile('test/bench/append.ts')('console.log(rate);'),
  ],
  'no-leftovers': [
    inFile('libs/domain/src/unit/unit.ts')('// TODO: names'),
    inFile('README.md')('FIXME'),
    inFile('docker-compose.yml')('# HACK around the port'),
  ],
  'one-barrel': [
    inFile('apps/api/src/units/index.ts')("export * from './unit.query.js';"),
    inFile('libs/domain/src/unit/index.ts')("export const a = 1;\nexport type * from './unit.js';"),
  ],
  'no-paths-of-one-machine': [
    inFile('README.md')(`See ${absolute('home', 'an', 'README.md')}.`),
    inFile('apps/api/src/main.ts')(`const data = '${absolute('root', 'soat')}';`),
    inFile('.ci/run')(`cd ${absolute('work', 'tree')}`),
    inFile('test/support/postgres.ts')(`const log = '${absolute('tmp', 'soat.log')}';`),
    inFile('nx.json')(`"file://${absolute('Users', 'an')}"`),
    inFile('nx.json')(`"C:${['', 'Users', 'an'].join('\\\\')}"`),
  ],
  'no-secrets': [
    inFile('test/support/key.pem')(`-----BEGIN ${'EC PRIVATE'} KEY-----`),
    inFile('test/support/tokens.ts')(`const token = '${['eyJ', '.eyJ', '.'].map((part) => part + letters).join('')}';`),
    inFile('.ci/run')(`git clone https://x:ghp_${letters}@example.vn/soat`),
    inFile('.npmrc')(`//registry.example.vn/:_authToken=npm_${letters}`),
    inFile('apps/api/src/platform/config.ts')(`const id = 'AKIA${letters.slice(0, 16).toUpperCase()}';`),
    inFile('docker-compose.yml')(`DATABASE_URL: postgres://soat:${letters}@postgres:5432/soat`),
    inFile('apps/api/src/main.ts')(`connect({ password: '${letters}' });`),
    inFile('nx.json')(`"sessionSecret": "${letters}"`),
  ],
  'every-checklist-on-the-list': [
    inFile('libs/domain/src/checklists/forgotten-check.ts')('export const forgottenCheck = {};'),
    inFile('libs/domain/src/checklists/imported-only.ts')('export const importedOnly = {};'),
  ],
  'nothing-loose-at-the-top': ['notes.md', '.env', 'scripts/deploy.sh', 'jest.config.ts'].map((path) =>
    inFile(path)('by hand'),
  ),
  'no-endless-files': [
    ...['apps/api/src/units/unit.query.ts', 'libs/domain/src/checklists/checklist.ts', 'test/api/units.spec.ts'],
    ...['apps/admin/src/styles/screen.css', 'docker-compose.yml'],
  ]
    .map((path) => inFile(path)(`/* ${' '.repeat(60)}${'\n'.repeat(path.includes('.spec.') ? 750 : 600)}*/`))
    .concat(inFile('apps/api/verifiers/verify.mjs')(`/*${'\n'.repeat(850)}*/`)),
};

const list = inFile('libs/domain/src/checklists/index.ts')(
  `import { importedOnly } from './imported-only.js';
   import { spotCheck } from './spot-check.js';
   export const checklistEditions: readonly ChecklistEdition[] = [spotCheck];`,
);

/** What looks like a breach and is none. */
const clean: readonly SourceFile[] = [
  inFile('libs/domain/src/calendar/day.ts')('const ms = Date.UTC(2026, 0, 1); // the process. Then the renewDate(s)'),
  inFile('libs/domain/src/unit/unit.spec.ts')('const at = new Date(0);'),
  inFile('apps/api/src/platform/clock.ts')('const at = new Date(); const ms = Date.now();'),
  inFile('apps/api/src/main.ts')('// A unit is as good as any other. The old console was kinder.'),
  inFile('test/database/postgres.spec.ts')('const asRoot = isRoot ? it : it.skip;'),
  inFile('test/support/generators.ts')('const commands = all.filter((command) => fit(command, state));'),
  inFile('test/support/postgres.ts')("const only = list.only; const url = 'https://example.vn/home/units';"),
  inFile('docker-compose.yml')(
    `DATABASE_URL: postgres://soat:$${'{POSTGRES_PASSWORD:?a 2nd long word}'}@postgres/soat`,
  ),
  inFile('test/support/postgres.ts')(
    "const url = 'postgres://soat:soat@127.0.0.1:5432/soat'; const password = 'soat';",
  ),
  inFile('apps/admin/src/i18n/words/common.ts')("export const words = { password: 'Mật khẩu của anh chị' };"),
  inFile('libs/domain/src/checklists/spot-check.golden.ts')('\n'.repeat(2000)),
  inFile('apps/admin/src/i18n/words/unit.ts')('\n'.repeat(2000)),
  inFile('libs/domain/src/unit/unit.ts')('x\n'.repeat(600)),
  inFile('libs/domain/src/unit/unit.spec.ts')('x\n'.repeat(750)),
  inFile('Dockerfile')('RUN mkdir -p /var/lib/soat /tmp'),
  inFile('libs/domain/src/index.ts')("export * from './unit/unit.js';"),
  inFile('libs/domain/src/checklists/spot-check.ts')('export const spotCheck = {};'),
  inFile('libs/domain/src/checklists/spot-check.spec.ts')(''),
  inFile('libs/domain/src/checklists/checklist.ts')(''),
];

describe('tidy', () => {
  it('is the repository', () => {
    const files = repository();
    expect(untidy(files)).toEqual([]);
    // A list of nothing is tidy as well.
    expect(files.length).toBeGreaterThan(100);
  });

  it('has planted samples for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual(tidyRules.map(({ name }) => name).sort());
  });

  it.each(
    Object.entries(planted).flatMap(([rule, samples]) =>
      samples.map((sample) => ({ rule, ...sample, begins: sample.text.slice(0, 60) })),
    ),
  )('$rule catches $begins in $path', ({ rule, path, text }) => {
    expect([...new Set(untidy([list, { path, text }]).map((breach) => breach.rule))]).toEqual([rule]);
  });

  it('lets pass what only looks like a breach', () => {
    expect(untidy([list, ...clean])).toEqual([]);
  });

  it('names the line', () => {
    const sample = inFile('apps/api/src/main.ts')("start();\n\nconsole.log('here');\n");
    expect(untidy([sample])).toEqual([{ rule: 'no-console', path: sample.path, line: 3, found: 'console.log' }]);
  });
});

function inFile(path: string): (text: string) => SourceFile {
  return (text) => ({ path, text });
}

/** What is tracked, and what would be with the next `git add`. */
function repository(): readonly SourceFile[] {
  // Whoever runs the tests need not be who cloned: git would refuse to answer him.
  return execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  )
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
