import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whom the database server runs as; null when that is whoever runs this process. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | null;

/**
 * Where the embedded database and files live: the folder given, else `.soat` under the current directory. PostgreSQL
 * refuses to run as root, so under root it runs as another account, which cannot get below a closed directory such as
 * /root: then the default is /var/lib/soat. Absolute.
 */
export function chooseDataFolder(given: string | null, currentDirectory = process.cwd()): string {
  if (given !== null) return path.resolve(currentDirectory, given);
  const here = path.join(currentDirectory, '.soat');
  return isReachableBy(serverAccount(path.join(here, 'postgres')), here) ? here : '/var/lib/soat';
}

/** Creates the folder if need be. @throws Error when the database's account could not get to it. */
export function makeDataFolder(folder: string, account: ServerAccount): void {
  if (!isReachableBy(account, folder))
    throw new Error(
      `${folder} lies below a directory that the account of the database (uid ${account?.uid}) may not enter: ` +
        'set SOAT_DATA to another folder, for instance /var/lib/soat',
    );
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  // Whatever the umask: the database's account may pass through, nobody else may look.
  chmodSync(folder, account === null ? 0o700 : 0o711);
}

/** Whoever owns the cluster already, else `postgres`, else `nobody`; under an ordinary account that account itself. */
export function serverAccount(dataDir: string): ServerAccount {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  return accountNamed('postgres') ?? accountNamed('nobody') ?? { uid: 65_534, gid: 65_534 };
}

/** Whether every directory on the way to `folder`, itself included, lets the account pass; what does not exist yet does not count. */
export function isReachableBy(account: ServerAccount, folder: string): boolean {
  if (account === null) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
      if ((mode & pass) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

function accountNamed(name: string): ServerAccount {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid && gid ? { uid, gid } : null;
}
