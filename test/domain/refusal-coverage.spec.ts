import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { refusals } from '@soat/domain';

const root = join(import.meta.dirname, '../..');
const codes = Object.keys(refusals);

const domain = filesUnder('libs/domain/src');
const api = filesUnder('apps/api/src');
const suites = filesUnder('test').filter(({ path }) => !path.startsWith('test/architecture/'));

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function filesUnder(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== import.meta.filename && !/[\\/]refusals(?:\.spec)?\.ts$/.test(path))
    .map((path) => ({ path: path.slice(root.length + 1), text: readFileSync(path, 'utf8') }));
}

const isSpec = ({ path }: SourceFile) => path.endsWith('.spec.ts');
const isSource = (file: SourceFile) => !isSpec(file) && !file.path.startsWith('libs/domain/src/testing/');

function thrownIn(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ text }) => [...text.matchAll(/\brefusal\(\s*'([^']+)'/g)].map(([, code]) => code ?? '')),
  );
}

/** Rejections made past the table: their kind and their words would be nobody's. */
function madeByHand(files: readonly SourceFile[]): readonly string[] {
  return files.filter(({ text }) => /\bnew Rejection\(/.test(text)).map(({ path }) => path);
}

function unnamed(wanted: Iterable<string>, specs: readonly SourceFile[]): readonly string[] {
  return [...wanted].filter((code) => !specs.some(({ text }) => text.includes(`'${code}'`)));
}

const domainSources = domain.filter(isSource);
const apiSources = api.filter(isSource);

describe('every refusal', () => {
  it('that is thrown stands in the table, and every one in the table is thrown', () => {
    const thrown = thrownIn([...domainSources, ...apiSources]);
    expect([...thrown].filter((code) => !codes.includes(code))).toEqual([]);
    expect(codes.filter((code) => !thrown.has(code))).toEqual([]);
    expect(madeByHand([...domainSources, ...apiSources])).toEqual([]);
  });

  it('of the domain is shown by a spec beside it', () => {
    const thrown = thrownIn(domainSources);
    expect(unnamed(thrown, domain.filter(isSpec))).toEqual([]);
    // Nothing thrown would be all shown as well.
    expect(thrown.size).toBeGreaterThan(60);
  });

  it('of the API alone is shown by a test over HTTP', () => {
    const ofDomain = thrownIn(domainSources);
    const ofApi = [...thrownIn(apiSources)].filter((code) => !ofDomain.has(code));
    expect(unnamed(ofApi, [...suites, ...api.filter(isSpec)])).toEqual([]);
    expect(ofApi).not.toHaveLength(0);
  });
});

describe('the coverage check', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });

  it('sees what is thrown, whatever the line breaks', () => {
    const text = "throw refusal('unit.unknown'); throw refusal(\n  'unit.own-parent',\n);";
    expect([...thrownIn([file('a.ts', text)])]).toEqual(['unit.unknown', 'unit.own-parent']);
  });

  it('would catch a code no spec names', () => {
    const specs = [file('a.spec.ts', "expectRejection('unit.unknown') // unit.own-parent")];
    expect(unnamed(['unit.unknown', 'unit.own-parent'], specs)).toEqual(['unit.own-parent']);
  });

  it('would catch a rejection past the table', () => {
    expect(madeByHand([file('a.ts', "throw new Rejection('conflict', 'unit.odd')")])).toEqual(['a.ts']);
  });
});
