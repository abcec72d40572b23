import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverAccount } from '@soat/api/platform/database/data-folder.js';
import pg from 'pg';
import { Bed, heldServer, type Server } from './bed.js';
import { HopefulClient } from './hopeful.js';
import { readLog } from './judge.js';
import type { Bounds, Report, Scenario } from './scenario.js';
import { underLoad } from './under-load.js';

const mountMb = 300;

/** Data and the log's files (WAL) share one small mount, which somebody fills: the server panics, and cannot even recover. */
export const diskFullOnOneMount: Scenario = {
  name: 'disk-full-one-mount',
  rounds: 10,
  missing: () => mountMissing(),
  run: (bounds) => runOn(bounds, (mounts) => ({ data: mounts.add(), fillable: ['data'] })),
};

/** A mount for each; now the one is full and now the other. */
export const diskFullOnTwoMounts: Scenario = {
  name: 'disk-full-two-mounts',
  rounds: 10,
  missing: () => mountMissing(),
  run: (bounds) => runOn(bounds, (mounts) => ({ data: mounts.add(), wal: mounts.add(), fillable: ['data', 'wal'] })),
};

interface Layout {
  readonly data: string;
  /** Beside the data otherwise. */
  readonly wal?: string;
  readonly fillable: readonly ('data' | 'wal')[];
}

async function runOn(bounds: Bounds, layoutOn: (mounts: Mounts) => Layout): Promise<Report> {
  const mounts = new Mounts();
  try {
    const layout = layoutOn(mounts);
    const crashes = { data: 0, wal: 0 };
    let filled: 'data' | 'wal' = 'data';
    const reportBroken = ({ message }: Error) => {
      if (/has gone/.test(message)) crashes[filled] += 1;
    };
    const bed = await Bed.open({ apis: 2, openServer: () => serverOn(layout, reportBroken) });
    const hopeful = new HopefulClient();
    try {
      return await underLoad(bed, bounds, {
        writers: 12,
        foreseen: ['503 '],
        async strike(random, mark, load, round) {
          const what = layout.fillable[round % layout.fillable.length] ?? 'data';
          filled = what;
          const folder = (what === 'wal' ? layout.wal : undefined) ?? layout.data;
          const unclear = load.unclearAs('503 ');
          const stop = useUpWal(bed.databaseUrl);
          try {
            fill(folder);
            // Not by the clock: whatever room is left in a file that is there already has to be used up first.
            for (const deadline = Date.now() + 60_000; load.unclearAs('503 ') === unclear; await sleep(10)) {
              if (Date.now() > deadline) throw new Error(`${what}: the disk is full, and nobody has noticed`);
              fill(folder);
            }
            await Promise.all(bed.origins.flatMap((origin) => [hopeful.ask(origin), hopeful.ask(origin)]));
            await sleep(random.between(0, 1_500));
          } finally {
            await stop();
            makeRoom(folder);
          }
          mark();
        },
        control: async () => hopeful.shown(await readLog(bed.databaseUrl)),
        notes: () => layout.fillable.map((what) => `${what} full: the server crashed ${crashes[what]} times`),
      });
    } finally {
      await bed.close();
    }
  } finally {
    mounts.remove();
  }
}

async function serverOn({ data, wal }: Layout, reportBroken: (error: Error) => void): Promise<Server> {
  const dataDir = path.join(data, 'postgres');
  if (wal === undefined) return heldServer(dataDir, [], reportBroken);
  const walDir = path.join(wal, 'pg_wal');
  mkdirSync(walDir, { mode: 0o700 });
  const account = serverAccount(dataDir);
  if (account) chownSync(walDir, account.uid, account.gid);
  return heldServer(dataDir, ['--waldir', walDir], reportBroken);
}

/** Ends one file of the server's own log after the other, so that it soon needs a new one. Returns how to stop. */
function useUpWal(databaseUrl: string): () => Promise<void> {
  let isStopped = false;
  const switching = (async () => {
    for (; !isStopped; await sleep(200)) {
      const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 1_000 });
      client.on('error', () => {});
      try {
        await client.connect();
        await client.query('select pg_switch_wal()');
      } catch {
        // That it fails is what it is for.
      } finally {
        await client.end();
      }
    }
  })();
  return () => {
    isStopped = true;
    return switching;
  };
}

const ballast = 'ballast';
const piece = Buffer.alloc(65_536, 'x');

/** To the last byte. */
function fill(folder: string): void {
  const file = openSync(path.join(folder, ballast), 'a');
  try {
    for (let size = piece.length; size >= 1; )
      try {
        writeSync(file, piece, 0, size);
      } catch {
        size = Math.floor(size / 16);
      }
  } finally {
    closeSync(file);
  }
  const { bfree } = statfsSync(folder);
  if (bfree > 16) throw new Error(`${bfree} blocks are left on a disk that was to be full`);
}

function makeRoom(folder: string): void {
  rmSync(path.join(folder, ballast), { force: true });
}

/** Small file systems in memory, unmounted when this process ends, however it ends. */
class Mounts {
  private readonly folders: string[] = [];
  private readonly removeAtExit = () => this.remove();

  constructor() {
    process.once('exit', this.removeAtExit);
  }

  add(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'soat-mount-'));
    const problem = mountAt(folder);
    if (problem !== null) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(problem);
    }
    this.folders.push(folder);
    return folder;
  }

  remove(): void {
    process.off('exit', this.removeAtExit);
    for (const folder of this.folders.splice(0)) {
      // Lazily: a server that was just ended may still have a file open.
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Null, or why not. */
function mountAt(folder: string): string | null {
  const { status, stderr, error } = spawnSync(
    'mount',
    ['-t', 'tmpfs', '-o', `size=${mountMb}m,mode=0711`, 'tmpfs', folder],
    { encoding: 'utf8' },
  );
  return status === 0 ? null : ((stderr || String(error)).split('\n')[0] ?? 'no mount');
}

function mountMissing(): string | null {
  if (process.platform !== 'linux') return 'it takes mounts of Linux';
  const folder = mkdtempSync(path.join(tmpdir(), 'soat-mount-'));
  const problem = mountAt(folder);
  if (problem === null) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return problem;
}
