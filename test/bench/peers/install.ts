import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = import.meta.dirname;
const manifest = path.join(folder, 'package.json');

/** The folder of a package of the peers, which a normal install knows nothing of. */
export function peerFolder(name: string): string {
  return path.join(folder, 'node_modules', name);
}

/** Exactly what the lock file names; nothing when it is there already. */
export function installPeers(): void {
  if (existsSync(path.join(folder, 'node_modules', '.package-lock.json'))) return;
  // As a workspace's script npm would hand its own settings down, the root's folder among them.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package)_/i.test(name)));
  execFileSync('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** What a peer's package exports. The compiler cannot look: where nobody asked for the peers, they are not there. */
export async function peerPackage<Exports>(name: string): Promise<Exports> {
  return import(pathToFileURL(createRequire(manifest).resolve(name)).href) as Promise<Exports>;
}
