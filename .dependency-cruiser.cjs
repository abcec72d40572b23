/**
 * Who may import whom. Each rule has planted violations in test/architecture/planted/caught/<rule>/, so that none goes
 * blind, and what it must let pass in planted/allowed/<rule>/, so that none cries wolf.
 * Run it with `npm run imports`; test/architecture/import-rules.spec.ts does the same with every test run.
 */
const { createRequire, register, Module } = require('node:module');
const { pathToFileURL } = require('node:url');

leadToClassicTypescript();

const domain = '^libs/domain/src/';
const feature = '^apps/api/src/(?!platform/)[^/]+/';
const adapter = '^apps/api/src/platform/event-store/[^/]+/';
const spec = '\\.spec\\.tsx?$';
/** The composition root names every feature. The demo is no part of it: it speaks to the features by commands. */
const root = '^apps/api/src/[^/]+\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-alone',
      comment: 'The domain also runs in the browser and in any year: no package, no node:, no neighbour.',
      severity: 'error',
      from: { path: domain, pathNot: spec },
      to: { pathNot: domain },
    },
    {
      name: 'domain-specs-are-pure',
      comment: 'A spec beside the domain takes the test functions and nothing else.',
      severity: 'error',
      from: { path: `${domain}.*${spec}` },
      to: { pathNot: [domain, '(^|/)node_modules/@jest/globals/'] },
    },
    {
      name: 'domain-by-its-door',
      comment: "What is not in the index is the library's own business.",
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/domain/', pathNot: '^libs/domain/src/index\\.ts$' },
    },
    {
      name: 'domain-by-its-name',
      comment: "The door is called '@soat/domain'; a relative path to it would break with the first move of a file.",
      severity: 'error',
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/domain/src/index\\.ts$', dependencyTypes: ['local'] },
    },
    {
      name: 'admin-knows-no-api',
      comment: 'What both need is in the domain or in the generated types.',
      severity: 'error',
      from: { path: '^apps/admin/' },
      to: { path: ['^apps/api/', '^@soat/api/'] },
    },
    {
      name: 'features-are-strangers',
      comment:
        'A feature learns of another by events or asks a query. Nor does it know the root, which names them all.',
      severity: 'error',
      from: { path: '^apps/api/src/(?!platform/)([^/]+)/' },
      to: { path: [feature, root], pathNot: '^apps/api/src/$1/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'Nor the composition root, which names them all.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(?!platform/)' },
    },
    {
      name: 'adapters-behind-the-port',
      comment: 'Whoever is not the event store itself asks the port; the composition root asks it to be opened.',
      severity: 'error',
      from: { path: '^apps/', pathNot: '^apps/api/src/platform/event-store/' },
      to: { path: adapter },
    },
    {
      name: 'adapters-are-strangers',
      comment: 'Two stores that share code share its mistakes; the contract is what they have in common.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/event-store/([^/]+)/' },
      to: { path: adapter, pathNot: '^apps/api/src/platform/event-store/$1/' },
    },
    {
      name: 'drivers-in-adapters',
      comment: 'pg and @kurrent/* are for the adapters and platform/database.',
      severity: 'error',
      from: { path: '^apps/', pathNot: [adapter, '^apps/api/src/platform/database/'] },
      to: { path: ['(^|/)node_modules/(@types/)?(pg|pg-[^/]+|@kurrent)/', '^(pg|pg-[^/]+|@kurrent/.+)$'] },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Neither /test, nor a spec, a golden sample or the scenario; specs may import the last two.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [spec, '^libs/domain/src/testing/'] },
      to: { path: ['^test/', '\\.(spec|golden)\\.tsx?$', '^libs/domain/src/testing/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three. Type imports count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is a leftover.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          spec,
          '\\.d\\.ts$',
          '^apps/api/src/(main|rebuild|seal)\\.ts$',
          '^apps/admin/(vite\\.config\\.ts|src/main\\.tsx)$',
          '^libs/domain/src/index\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolved',
      comment: 'A misspelt path, or a package that is not installed.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: ['^(apps|libs)/[^/]+/(dist|coverage)/', '^test/architecture/planted/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['soat-source', 'import', 'node', 'default', 'types'],
    },
  },
};

/**
 * dependency-cruiser sees type imports through the JavaScript API that TypeScript had up to version 6; the compiler at the
 * root is version 7. The admin's generator of API types brings a classic one: both ways of loading it are led there.
 */
function leadToClassicTypescript() {
  const manifest = require.resolve('./apps/admin/package.json');
  const admin = createRequire(manifest);
  const classic = new Map(['typescript', 'typescript/package.json'].map((name) => [name, admin.resolve(name)]));
  const resolveFilename = Module._resolveFilename;
  Module._resolveFilename = (name, ...rest) => classic.get(name) ?? resolveFilename(name, ...rest);
  const parentURL = JSON.stringify(pathToFileURL(manifest).href);
  const hook = `export const resolve = (name, context, next) =>
    next(name, name === 'typescript' ? { ...context, parentURL: ${parentURL} } : context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
}
