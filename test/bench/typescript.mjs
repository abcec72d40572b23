/** Lets node run the TypeScript of this folder: what swc makes of a file is never kept, so there is nothing to clean up. */
import { existsSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformSync } from '@swc/core';

const config = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));
const { $schema, exclude, sourceMaps, ...options } = config;

if (isMainThread) register(import.meta.url);

export function resolve(name, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(name) && context.parentURL?.endsWith('.ts')) {
    const source = new URL(name.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(name, context);
}

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    ...options,
    filename,
    swcrc: false,
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
