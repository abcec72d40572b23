import { spawn, spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import pg from 'pg';
import { errorCode } from '../http/error-code.js';
import { type Binaries, binariesFor } from './binaries.js';
import { makeDataFolder, type ServerAccount, serverAccount } from './data-folder.js';
import { type DatabaseRole, type Entrances, takenRoles } from './roles.js';

/** A PostgreSQL server of our own, on 127.0.0.1. */
export interface EmbeddedPostgres {
  /** Of its superuser, who sets up the roles and serves nobody. */
  readonly url: string;
  /** Each role by a login of its own. */
  readonly enter: Entrances;
  /** Of the server that runs now: one that crashed is started again, on the same port. */
  readonly pid: number;
  readonly port: number;
  /** Whether it was found running, left behind by a process that was killed. */
  readonly isAdopted: boolean;
  /** Ends every session still open, so close pools first; resolves when the server is gone. */
  stop(): Promise<void>;
}

/** Another living process holds this database. */
export class DatabaseHeld extends Error {
  override readonly name = 'DatabaseHeld';
}

const user = 'soat';
const database = 'soat';
const startMsMax = 60_000;
const stopMsMax = 60_000;
// Any number will do that nothing else in this database takes; the holder's session keeps it locked.
const holderLock = 7_368_564;

// Given on the command line, where no configuration file can take them back.
const settings = [
  'fsync=on',
  'synchronous_commit=on',
  'full_page_writes=on',
  'unix_socket_directories=',
  'password_encryption=scram-sha-256',
  'timezone=UTC',
  'log_timezone=UTC',
  // A server that lost one of its processes ends, and whoever holds it starts it again: one that starts over by itself has
  // been seen to get stuck on a full disk.
  'restart_after_crash=off',
];

interface Cluster {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly account: ServerAccount;
  readonly password: string;
  readonly logFile: string;
}

/**
 * Starts the server on `dataDir`, creating the cluster the first time, or adopts one that a killed process left running.
 * Password and log lie beside `dataDir`. `initdbFlags` are for tests, which may do without flushing a new cluster.
 * @throws DatabaseHeld when another process uses it; Error with the server's own words when it does not start.
 */
export async function startEmbeddedPostgres({
  dataDir: givenDir,
  initdbFlags = [],
  reportBroken = () => {},
}: {
  readonly dataDir: string;
  readonly initdbFlags?: readonly string[];
  /** Told each time the server has crashed, and each time it could not be started again. */
  readonly reportBroken?: (error: Error) => void;
}): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(givenDir);
  const folder = path.dirname(dataDir);
  const account = serverAccount(dataDir);
  makeDataFolder(folder, account);
  const cluster: Cluster = {
    dataDir,
    account,
    binaries: binariesFor(folder, account),
    password: keptPassword(dataDir),
    logFile: `${dataDir}.log`,
  };
  if (!isCreated(dataDir)) createCluster(cluster, initdbFlags);

  const server = await adoptOrSpawn(cluster);
  let pid = server.pid;
  let holder: pg.Client;
  try {
    holder = await hold(cluster, server.port);
  } catch (error) {
    if (!(server.isAdopted || error instanceof DatabaseHeld)) await shutDown(cluster, pid);
    throw error;
  }
  let stopping: Promise<void> | undefined;
  let reviving: Promise<void> = Promise.resolve();

  /** Until it runs again: whoever waits on the old address finds it there. */
  const revive = async () => {
    for (let pauseMs = 100; !stopping; pauseMs = Math.min(pauseMs * 2, 5_000)) {
      try {
        pid = (await adoptOrSpawn(cluster, server.port)).pid;
        holder = await hold(cluster, server.port);
        watch();
        return;
      } catch (cause) {
        reportBroken(new Error('the embedded database could not be started again', { cause }));
        await sleep(pauseMs);
      }
    }
  };
  // The holder's session ends with the server, and otherwise only when we end it.
  const watch = () => {
    holder.once('end', () => {
      if (stopping) return;
      reportBroken(new Error(`the embedded database, process ${pid}, has gone; starting it again`));
      reviving = revive();
    });
  };
  watch();

  const stop = async () => {
    await reviving;
    await shutDown(cluster, pid);
    await holder.end();
  };
  return {
    ...server,
    url: urlOf(cluster, server.port, database),
    enter: entrancesOf(cluster, server.port),
    get pid() {
      return pid;
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** What somebody needs who comes beside the process that holds the server. */
export type EmbeddedDoor = Pick<EmbeddedPostgres, 'url' | 'enter'>;

/** The server that runs on `dataDir`, whoever holds it; null when none does. @throws Error when there is no database at all */
export async function findEmbeddedPostgres(givenDir: string): Promise<EmbeddedDoor | null> {
  const dataDir = path.resolve(givenDir);
  if (!isCreated(dataDir)) throw new Error(`there is no database in ${dataDir}`);
  const account = serverAccount(dataDir);
  const cluster: Cluster = {
    dataDir,
    account,
    binaries: binariesFor(path.dirname(dataDir), account),
    password: keptPassword(dataDir),
    logFile: `${dataDir}.log`,
  };
  const found = lockFile(dataDir);
  if (!found || found.port === 0 || !isAlive(found.pid) || !(await answers(cluster, found.port))) return null;
  return { url: urlOf(cluster, found.port, database), enter: entrancesOf(cluster, found.port) };
}

/** Random, made on the first start; readable by the account that runs this process and nobody else. */
function keptPassword(dataDir: string): string {
  const file = `${dataDir}.password`;
  if (isCreated(dataDir) && !existsSync(file))
    throw new Error(`${dataDir} holds a database, but its password is gone from ${file}`);
  try {
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
  const password = readFileSync(file, 'utf8').trim();
  if (password === '') throw new Error(`${file} is empty: remove it when no database was made yet`);
  return password;
}

function isCreated(dataDir: string): boolean {
  return existsSync(path.join(dataDir, 'PG_VERSION'));
}

/** Made beside its place and renamed into it, so that a process killed half-way leaves no half-made cluster behind. */
function createCluster({ dataDir, binaries, account, password }: Cluster, flags: readonly string[]): void {
  const unfinished = `${dataDir}.new-${process.pid}`;
  const secrets = mkdtempSync(path.join(tmpdir(), 'soat-initdb-'));
  const passwordFile = path.join(secrets, 'password');
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const it of [unfinished, secrets, passwordFile]) chownSync(it, account.uid, account.gid);
    const { status, stdout, stderr, error } = spawnSync(
      binaries.initdb,
      [
        ...['-D', unfinished, '-U', user, '--pwfile', passwordFile, '-A', 'scram-sha-256', '--data-checksums'],
        ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...flags],
      ],
      { ...account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
    );
    if (status !== 0)
      throw new Error(`initdb failed for ${dataDir}:\n${stderr ?? ''}${stdout ?? ''}`, { cause: error });
    renameSync(unfinished, dataDir);
  } catch (error) {
    // Another process was quicker, with the same password; its cluster is as good.
    if (!isCreated(dataDir)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(secrets, { recursive: true, force: true });
  }
}

/** On any free port, unless one is given. */
async function adoptOrSpawn(
  cluster: Cluster,
  port?: number,
): Promise<{ pid: number; port: number; isAdopted: boolean }> {
  const deadline = Date.now() + startMsMax;
  for (;;) {
    const found = lockFile(cluster.dataDir);
    // Whether it says that it is ready is not asked: on a full disk it could not write that down.
    if (found && found.port > 0 && isAlive(found.pid) && (await answers(cluster, found.port)))
      return { pid: found.pid, port: found.port, isAdopted: true };

    // Not looked at further: PostgreSQL itself judges best whether what stands in the lock file still lives.
    const outcome = await spawnServer(cluster, port ?? (await freePort()), deadline);
    if ('pid' in outcome) return { ...outcome, isAdopted: false };
    const isWorthAnotherTry =
      /already exists|lock file "postmaster.pid" is empty|pre-existing shared memory|could not bind|Address already in use/;
    if (!isWorthAnotherTry.test(outcome.log))
      throw new Error(`PostgreSQL did not start on ${cluster.dataDir}:\n${outcome.log}`);
    if (Date.now() > deadline)
      throw new DatabaseHeld(
        `${cluster.dataDir} is held by process ${found?.pid ?? 'unknown'}, which does not answer:\n${outcome.log}`,
      );
    // A killed server may stay a zombie for a moment, and one that is recovering or shutting down takes its time.
    await sleep(200);
    if (found) dropLockOfZombie(cluster.dataDir, found.pid);
  }
}

async function spawnServer(
  cluster: Cluster,
  port: number,
  deadline: number,
): Promise<{ pid: number; port: number } | { log: string }> {
  const { dataDir, binaries, account, logFile } = cluster;
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) renameSync(logFile, `${logFile}.previous`);
  const logged = openSync(logFile, 'a', 0o600);
  const logStart = statSync(logFile).size;
  const child = spawn(
    binaries.postgres,
    ['-D', dataDir, '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...account,
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', logged, logged],
      // A process group of its own: Ctrl-C in a terminal must reach us alone, or the server is gone before the pools are closed.
      detached: process.platform !== 'win32',
    },
  );
  closeSync(logged);
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  child.unref();
  while (child.exitCode === null && child.signalCode === null && !failure) {
    const lock = lockFile(dataDir);
    if (lock?.pid === child.pid && lock?.isReady) return { pid: lock.pid, port };
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      failure = new Error(`it was not ready within ${startMsMax} ms`);
    }
    await sleep(10);
  }
  return { log: readFileSync(logFile, 'utf8').slice(logStart) + (failure?.message ?? '') };
}

/**
 * Locks the database for this process by a session, which ends with the process however it ends; a file with a process
 * id would outlive a kill -9 and lie once the id is used again.
 */
async function hold(cluster: Cluster, port: number): Promise<pg.Client> {
  const holder = new pg.Client({
    connectionString: urlOf(cluster, port, 'postgres'),
    application_name: `soat, process ${process.pid}`,
  });
  // The server ends this session when it stops, as it should.
  holder.on('error', () => {});
  await holder.connect();
  try {
    await takeLock(holder, cluster.dataDir);
    const { rowCount } = await holder.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await holder.query(`create database ${database}`);
    await makeLogins(holder, cluster);
    return holder;
  } catch (error) {
    await holder.end();
    throw error;
  }
}

/** The roles as logins, but for the owner, as which nobody connects. */
async function makeLogins(holder: pg.Client, cluster: Cluster): Promise<void> {
  const { rows } = await holder.query('select rolname, rolcanlogin from pg_roles where rolname = any($1)', [
    takenRoles,
  ]);
  const logins = new Map<string, boolean>(rows.map(({ rolname, rolcanlogin }) => [rolname, rolcanlogin]));
  for (const role of takenRoles)
    if (!logins.get(role))
      await holder.query(
        `${logins.has(role) ? 'alter' : 'create'} role ${role} login password '${passwordFor(cluster, role)}'`,
      );
}

/** Made from the kept one, so that there is no other file to lose; it does not tell the kept one. */
function passwordFor({ password }: Cluster, role: DatabaseRole): string {
  return createHmac('sha256', password).update(role).digest('base64url');
}

function entrancesOf(cluster: Cluster, port: number): Entrances {
  return (role) => ({
    role,
    isLogin: true,
    url: `postgres://${role}:${passwordFor(cluster, role)}@127.0.0.1:${port}/${database}`,
  });
}

async function takeLock(holder: pg.Client, dataDir: string): Promise<void> {
  // The server needs a moment to notice that the process before us was killed.
  for (const deadline = Date.now() + 2_000; ; await sleep(50)) {
    const { rows } = await holder.query('select pg_try_advisory_lock($1) as is_taken', [holderLock]);
    if (rows[0].is_taken) return;
    if (Date.now() > deadline) break;
  }
  const { rows } = await holder.query(
    `select application_name, to_char(backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
       from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and objid = $1 and granted`,
    [holderLock],
  );
  throw new DatabaseHeld(
    `${dataDir} is in use by ${rows[0]?.application_name ?? 'another process'} since ${rows[0]?.since ?? 'just now'}: ` +
      'stop it, or set SOAT_DATA to another folder',
  );
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(cluster, port, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    // Another cluster may have taken the port of one that is gone.
    const { rows } = await client.query('show data_directory');
    return path.resolve(rows[0].data_directory) === cluster.dataDir;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** Fast shutdown; after a minute an immediate one, from which the next start recovers. */
async function shutDown({ dataDir }: Cluster, pid: number): Promise<void> {
  const isRunning = () => lockFile(dataDir)?.pid === pid && isAlive(pid);
  const waitUntil = async (deadline: number) => {
    while (isRunning() && Date.now() < deadline) await sleep(10);
  };
  if (!isRunning()) return;
  process.kill(pid, 'SIGINT');
  await waitUntil(Date.now() + stopMsMax);
  if (!isRunning()) return;
  process.kill(pid, 'SIGQUIT');
  await waitUntil(Date.now() + stopMsMax);
}

/** PostgreSQL's own lock file: the server's process, its port, and whether it takes connections; null when there is none. */
function lockFile(dataDir: string): { pid: number; port: number; isReady: boolean } | null {
  const file = path.join(dataDir, 'postmaster.pid');
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch (error) {
    // It comes and goes under our eyes: what is there by now is for the next look.
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * To PostgreSQL a zombie's number is a living server's, and where the first process of a container reaps nobody (`sleep`,
 * `tail`) it stays one for ever. Children of the dead that still hold its memory are found by that memory, not by this file.
 */
function dropLockOfZombie(dataDir: string, pid: number): void {
  if (isZombie(pid) && lockFile(dataDir)?.pid === pid) rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
}

function isZombie(pid: number): boolean {
  try {
    // After the name in parentheses, which may hold anything, comes the state.
    return /\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // It is gone, or this is no Linux.
    return false;
  }
}

function isAlive(pid: number): boolean {
  if (isZombie(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isNativeError(error) && 'code' in error && error.code === 'EPERM';
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

/** As little as it needs: PGDATA, PGOPTIONS and the like of the outside must not reach it. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return { PATH, LC_ALL: 'C', ...(SystemRoot ? { SystemRoot } : {}) };
}

function urlOf({ password }: Cluster, port: number, name: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}
