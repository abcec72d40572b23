/** What import rules cannot see. Each rule is proven able to fail by the samples in tidy.spec.ts. */

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Untidy {
  readonly rule: string;
  readonly path: string;
  /** From 1; 1 too where the file as a whole is at fault. */
  readonly line: number;
  readonly found: string;
}

interface TidyRule {
  readonly name: string;
  readonly check: (files: readonly SourceFile[]) => readonly Omit<Untidy, 'rule'>[];
}

const code = /\.(ts|tsx|js|mjs|cjs)$/;
const spec = /\.spec\.tsx?$/;
const domain = 'libs/domain/src/';
const checklists = `${domain}checklists/`;
/** The rules and their samples have to name what they forbid. */
const quoting = /^test\/architecture\/tidy(\.spec)?\.ts$/;
/** Files that one reads by looking something up: editions of checklists, words, samples, what a program wrote. */
const data =
  /^libs\/domain\/src\/checklists\/(?!checklist\.|index\.|parts\.)|\/(?:words|generated)\/|\.(?:cases|golden)\.ts$/;
/** A spec is a list of cases, which nobody holds in mind at once. */
const linesMax = { code: 600, spec: 750, verifier: 850 };
/** Handed to outsiders as the one file it is, which needs no other: it cannot be cut in two. */
const verifier = 'apps/api/verifiers/verify.mjs';

export const tidyRules: readonly TidyRule[] = [
  forbidden(
    'domain-has-no-clock-and-no-chance',
    ({ path }) => path.startsWith(domain),
    /\bnew Date\b(?!\(\s*[^\s)])|(?<!new )\bDate\(|\bDate\.now\b|\bMath\.random\b|\bperformance\.\w|\bcrypto\.\w|\bprocess\.\w|\bset(?:Timeout|Interval)\b/,
  ),
  // A Date shows the day of the machine's time zone; legal days are counted from Date.UTC. A spec may ask one for a check.
  forbidden(
    'domain-has-no-local-time',
    ({ path }) => path.startsWith(domain) && !spec.test(path),
    /\bnew Date\(\s*[^\s)]/,
  ),
  forbidden('no-framework-aggregates', isCode, /\bAggregateRoot\b|\bEventPublisher\b|@Saga\b/),
  // "as any other" is English; "as any as X" is not.
  forbidden('no-lies-to-the-compiler', isCode, /\bas\s+any\b(?!\s+(?!as\b)\w)|\bas\s+unknown\s+as\b/),
  forbidden('no-silenced-compiler', isCode, /@ts-(?:ignore|expect-error|nocheck)/),
  // `const asRoot = isRoot ? it : it.skip` depends on the machine, and Jest counts it aloud.
  forbidden(
    'no-tests-left-out',
    isCode,
    /(?<!\? (?:it|test|describe) : )\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)(?:\.each\b|\(\s*['"`])/,
  ),
  forbidden('no-console', isCode, /\bconsole\.\w+/),
  forbidden('no-leftovers', () => true, /\b(?:FIXME|TODO|HACK|XXX)\b/),
  forbidden(
    'one-barrel',
    ({ path }) => code.test(path) && path !== `${domain}index.ts`,
    /^export (?:type )?\* (?:as \w+ )?from\b/m,
  ),
  forbidden(
    'no-paths-of-one-machine',
    () => true,
    /(?<![\w.$}~])\/(?:work|root|home|Users|tmp)\/[\w.$-]|\b[A-Z]:\\+Users\b/,
  ),
  forbidden(
    'no-secrets',
    () => true,
    new RegExp(
      [
        /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY/,
        /\bAKIA[0-9A-Z]{16}\b/,
        /\b(?:gh[pousr]_|github_pat_|glpat-|npm_|xox[abprs]-)\w{16,}/,
        /\beyJ[\w-]{16,}\.eyJ[\w-]{16,}\.[\w-]{16,}/,
        /:\/\/[\w.-]+:(?=[^@\s]*\d)[\w.~%-]{12,}@/,
        /\b\w*(?:password|secret|api_?key|access_?token)\w*["']?\s*[:=]\s*["'`](?=[^"'`]*\d)[^\s"'`$]{12,}["'`]/i,
      ]
        .map(({ source }) => source)
        .join('|'),
      'i',
    ),
  ),
  { name: 'every-checklist-on-the-list', check: checklistsOffTheList },
  { name: 'nothing-loose-at-the-top', check: looseAtTheTop },
  { name: 'no-endless-files', check: endlessFiles },
];

/** Every breach of every rule, in the order of the rules. */
export function untidy(files: readonly SourceFile[]): readonly Untidy[] {
  return tidyRules.flatMap(({ name, check }) => check(files).map((breach) => ({ rule: name, ...breach })));
}

function isCode({ path }: SourceFile): boolean {
  return code.test(path);
}

function forbidden(name: string, applies: (file: SourceFile) => boolean, pattern: RegExp): TidyRule {
  const everywhere = new RegExp(pattern.source, `g${pattern.flags}`);
  return {
    name,
    check: (files) =>
      files
        .filter((file) => applies(file) && !quoting.test(file.path))
        .flatMap(({ path, text }) =>
          [...text.matchAll(everywhere)].map(({ 0: found, index }) => ({ path, line: lineAt(text, index), found })),
        ),
  };
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** A checklist is on the list when the list's file imports it and names what it imported in `checklistEditions`. */
function checklistsOffTheList(files: readonly SourceFile[]): readonly Omit<Untidy, 'rule'>[] {
  const list = files.find(({ path }) => path === `${checklists}index.ts`)?.text ?? '';
  const listed = /\bchecklistEditions\b[^=]*=\s*\[([^\]]*)\]/.exec(list)?.[1] ?? '';
  const isListed = (file: string) => {
    const names = new RegExp(`import \\{([^}]*)\\} from '\\./${file.replace(/\.ts$/, '.js')}'`).exec(list)?.[1] ?? '';
    return (names.match(/\w+/g) ?? []).some((name) => new RegExp(`\\b${name}\\b`).test(listed));
  };
  return files
    .filter(({ path }) => path.startsWith(checklists))
    .map(({ path }) => path.slice(checklists.length))
    .filter(
      (file) =>
        !/^(index|checklist|parts|authored(-rules|\.view)?)\.ts$|\.(spec|golden)\.ts$/.test(file) && !isListed(file),
    )
    .map((file) => ({ path: `${checklists}${file}`, line: 1, found: file }));
}

const top = new Set([
  ...['apps', 'libs', 'test', 'README.md', 'package.json', 'package-lock.json', 'nx.json', 'tsconfig.base.json'],
  ...['biome.json', 'jest.config.js', 'docker-compose.yml', 'Dockerfile', '.ci', '.dependency-cruiser.cjs'],
  ...['.dockerignore', '.editorconfig', '.gitattributes', '.gitignore', '.npmrc', '.swcrc'],
]);

function looseAtTheTop(files: readonly SourceFile[]): readonly Omit<Untidy, 'rule'>[] {
  const names = new Set(files.map(({ path }) => path.split('/')[0] ?? path));
  return [...names].filter((name) => !top.has(name)).map((name) => ({ path: name, line: 1, found: name }));
}

function endlessFiles(files: readonly SourceFile[]): readonly Omit<Untidy, 'rule'>[] {
  return files
    .filter(({ path }) => /\.(ts|tsx|js|mjs|cjs|css|sh|yml)$/.test(path) && !data.test(path))
    .map(({ path, text }) => ({
      path,
      lines: text.trimEnd().split('\n').length,
      max: path === verifier ? linesMax.verifier : spec.test(path) ? linesMax.spec : linesMax.code,
    }))
    .filter(({ lines, max }) => lines > max)
    .map(({ path, lines, max }) => ({ path, line: max + 1, found: `${lines} lines` }));
}
