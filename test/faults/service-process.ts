import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** What a kill -9 hits. */
export type Victim = 'api' | 'database' | 'both';

const built = path.resolve(import.meta.dirname, '../../apps/api/dist');
const main = path.join(built, 'main.js');
const startMsMax = 60_000;
const endMsMax = 10_000;
const textMax = 100_000;

/** What a process is started with besides the usual. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** A command that is followed by the one to be run, and becomes it: `nsenter --net=...`. */
  readonly within?: readonly string[];
}

/** The service as it was built, in a process of its own, on an embedded database below one folder. */
export class ServiceProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly cluster: Cluster,
    readonly origin: string,
  ) {}

  /** Serves when this resolves; on a folder that was used before it goes on with what lies there. @throws ServiceRefused */
  static async start(
    folder: string,
    given: Readonly<Record<string, string>> = {},
    within: readonly string[] = [],
  ): Promise<ServiceProcess> {
    if (!existsSync(main)) throw new Error('build the API first: npm run build');
    const [program = process.execPath, ...args] = [...within, process.execPath, main];
    const child = spawn(program, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: '0', SOAT_DATA: folder, SOAT_DEMO: 'short', LOG_LEVEL: 'info', ...given },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    living.add(child);
    const cluster = new Cluster(folder);
    clusters.set(folder, cluster);
    child.once('exit', () => living.delete(child));
    let log = '';
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      // A long run says more than anybody will read.
      log = (log + text).slice(-textMax);
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-textMax);
    });
    const closed = new Promise((resolve) => child.once('close', resolve));
    for (const deadline = Date.now() + startMsMax; Date.now() < deadline; await sleep(20)) {
      const origin = /"origin":"([^"]+)","msg":"serving"/.exec(log)?.[1];
      if (origin) return new ServiceProcess(child, cluster, origin);
      if (isEnded(child)) {
        await closed;
        throw new ServiceRefused(said);
      }
    }
    child.kill('SIGKILL');
    throw new Error(`the service did not serve within ${startMsMax} ms:\n${said}${log}`);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get databaseUrl(): string {
    return this.cluster.url;
  }

  /**
   * Nothing is asked to end, and nothing of what is hit outlives it. The machine runs on, so what was handed to its page cache
   * is kept: this is no power cut.
   */
  async kill(victim: Victim): Promise<void> {
    const doomed = [
      ...(victim === 'api' ? [] : this.cluster.processes()),
      ...(victim === 'database' || this.child.pid === undefined ? [] : [this.child.pid]),
    ];
    for (const pid of doomed) killNow(pid);
    await until(() => doomed.every((pid) => !isRunning(pid)), `${doomed} outlived a kill -9`);
  }

  /** Serves everything again, on its own. */
  async isReadyAgain(): Promise<void> {
    await until(
      async () => {
        const { ok, body } = await fetch(`${this.origin}/readyz`, { signal: AbortSignal.timeout(startMsMax) });
        await body?.cancel();
        return ok;
      },
      'the service did not come back',
      startMsMax,
    );
  }
}

/** Kills the server of this folder and all its sessions; whoever holds it sees to its coming back. */
export async function killDatabase(folder: string): Promise<void> {
  const doomed = new Cluster(folder).processes();
  for (const pid of doomed) killNow(pid);
  await until(() => doomed.every((pid) => !isRunning(pid)), `${doomed} outlived a kill -9`);
}

/** The process ended instead of serving; the message is what it told the person at the terminal. */
export class ServiceRefused extends Error {
  override readonly name = 'ServiceRefused';
}

/** Makes every read model anew from the log, while the service runs. */
export async function rebuildViews(folder: string, databaseUrl: string): Promise<void> {
  const env = { PATH: process.env.PATH, SOAT_DATA: folder, DATABASE_URL: databaseUrl };
  await promisify(execFile)(process.execPath, [path.join(built, 'rebuild.js')], { cwd: folder, env });
}

/** Kills whatever still runs of the services of this folder, so that it can be removed. */
export async function killRest(folder: string): Promise<void> {
  // Not the other way round: a service that is just starting would bring its database back.
  for (const child of living) child.kill('SIGKILL');
  await until(() => living.size === 0, 'a service outlived a kill -9');
  const processes = new Cluster(folder).processes();
  for (const pid of processes) killNow(pid);
  await until(() => processes.every((pid) => !isRunning(pid)), 'a database outlived a kill -9');
  clusters.delete(folder);
}

const living = new Set<ChildProcess>();
const clusters = new Map<string, Cluster>();
// A run that is ended half-way leaves no service and no database behind.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
  for (const cluster of clusters.values()) for (const pid of cluster.processes()) killNow(pid);
});

/** The embedded server as it shows itself on the disk and among the processes. */
class Cluster {
  private readonly dataDir: string;

  constructor(folder: string) {
    this.dataDir = path.join(folder, 'postgres');
  }

  get url(): string {
    const port = this.lockFile()?.[3];
    const password = readFileSync(`${this.dataDir}.password`, 'utf8').trim();
    return `postgres://soat:${encodeURIComponent(password)}@127.0.0.1:${port}/soat`;
  }

  /** The postmaster before its children: it would otherwise answer their death by starting over. */
  processes(): readonly number[] {
    const pid = Number(this.lockFile()?.[0]);
    // A lock file outlives a kill -9, and by then another process may carry its number.
    if (!(pid > 0) || !isRunning(pid) || !commandLine(pid).includes(this.dataDir)) return [];
    return [pid, ...childrenOf(pid)];
  }

  private lockFile(): readonly string[] | null {
    const file = path.join(this.dataDir, 'postmaster.pid');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : null;
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was quicker.
  }
}

/** Each server process has a session of its own, so no process group holds them all. */
function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && statusOf(pid)?.parent === parent);
}

/** A zombie has nothing left to do harm with, and who reaps it is not ours to say. */
function isRunning(pid: number): boolean {
  return (statusOf(pid)?.state ?? 'Z') !== 'Z';
}

/** From `/proc`, since no signal tells a zombie from the living; null once it is gone. */
function statusOf(pid: number): { readonly state: string; readonly parent: number } | null {
  const stat = fileOf(pid, 'stat');
  // The name comes in parentheses and may hold anything, spaces and parentheses too.
  const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' ? null : { state, parent: Number(parent) };
}

function commandLine(pid: number): string {
  return fileOf(pid, 'cmdline');
}

function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function isEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function until(
  isTrue: () => boolean | Promise<boolean>,
  otherwise: string,
  msMax: number = endMsMax,
): Promise<void> {
  for (const deadline = Date.now() + msMax; !(await isTrue()); await sleep(5))
    if (Date.now() > deadline) throw new Error(otherwise);
}
