/** Native ESM under swc, the module format production runs. Each workspace passes its own folder on the command line. */
import { readFileSync } from 'node:fs';

const { $schema, exclude, ...swc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
const tsx = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { ...swc.jsc.parser, tsx: true },
    transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
  },
};

/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{apps,libs}/*/src/**/*.spec.{ts,tsx}', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/test/architecture/planted/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.nx/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': ['@swc/jest', { ...swc, swcrc: false }], '\\.tsx$': ['@swc/jest', { ...tsx, swcrc: false }] },
  moduleNameMapper: {
    '^@soat/api/(.*)\\.js$': '<rootDir>/apps/api/src/$1',
    '^@soat/domain$': '<rootDir>/libs/domain/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  injectGlobals: false,
  // No test is about time; a busy machine must not fail one.
  testTimeout: 60_000,
};
