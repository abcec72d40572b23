import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { binariesFor, packaged } from '@soat/api/platform/database/binaries.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@soat/api/platform/database/embedded-postgres.js';
import pg from 'pg';
import { temporaryFolder } from '../support/postgres.js';

jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  let started: EmbeddedPostgres[];
  beforeEach(async () => {
    folder = await temporaryFolder();
    dataDir = path.join(folder, 'data', 'postgres');
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (dir = dataDir) => {
    const server = await startEmbeddedPostgres({ dataDir: dir, initdbFlags: ['--no-sync'] });
    started.push(server);
    return server;
  };

  it('keeps what it said it keeps: checksums on, fsync on, and nobody gets in without the password', async () => {
    const server = await start();
    const [settings] = await ask(
      server.url,
      `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages,
              current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
              current_setting('data_directory') as directory, current_setting('server_encoding') as encoding`,
    );
    expect(settings).toEqual({
      checksums: 'on',
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      addresses: '127.0.0.1',
      sockets: '',
      directory: dataDir,
      encoding: 'UTF8',
    });
    const file = `${dataDir}.password`;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(server.url).toContain(`:${readFileSync(file, 'utf8').trim()}@127.0.0.1:`);
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('cannot have its durability switched off by its configuration', async () => {
    const server = await start();
    await ask(server.url, 'alter system set fsync = off');
    await server.stop();
    const [row] = await ask((await start()).url, "select current_setting('fsync') as fsync");
    expect(row).toEqual({ fsync: 'on' });
  });

  it('starts again with the same password and the same data', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as number');
    await first.stop();
    expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false);
    const second = await start();
    expect(second.isAdopted).toBe(false);
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('is started again on the same port, and held again, after the server itself was killed', async () => {
    const server = await start();
    await ask(server.url, 'create table kept as select 1 as number');
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    while (server.pid === killed) await sleep(20);
    expect(await ask(server.url, 'select number from kept')).toEqual([{ number: 1 }]);
    while (!(await isHeld(server.url))) await sleep(20);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ name: 'DatabaseHeld' });
    await server.stop();
    const second = await start();
    expect(second.isAdopted).toBe(false);
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  // Elsewhere nothing tells a zombie from the living.
  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('recovers although nobody reaps the server that was killed', async () => {
    const child = await processThatStarts(dataDir);
    try {
      await ask(child.url, 'create table kept as select 1 as number');
      child.process.kill('SIGSTOP');
      process.kill(child.pid, 'SIGKILL');
      const server = await start();
      expect(readFileSync(`/proc/${child.pid}/stat`, 'utf8')).toContain(') Z ');
      expect(server.isAdopted).toBe(false);
      expect(await ask(server.url, 'select number from kept')).toEqual([{ number: 1 }]);
    } finally {
      child.process.kill('SIGKILL');
    }
  });

  it('tells who holds it, and leaves it to them', async () => {
    const first = await start();
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
      name: 'DatabaseHeld',
      message: expect.stringContaining(`${dataDir} is in use by soat, process ${process.pid} since `),
    });
    expect(await ask(first.url, 'select 1 as number')).toEqual([{ number: 1 }]);
  });

  it('is adopted after a kill -9 of the process that started it, with everything it had committed', async () => {
    const child = await processThatStarts(dataDir);
    await ask(child.url, 'create table kept as select 1 as number');
    const gone = new Promise((resolve) => child.process.once('exit', resolve));
    child.process.kill('SIGKILL');
    await gone;
    const server = await start();
    expect(server).toMatchObject({ isAdopted: true, pid: child.pid, url: child.url });
    expect(await ask(server.url, 'select number from kept')).toEqual([{ number: 1 }]);
    await server.stop();
    expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false);
  });

  it('is made once when two start it at the same time for the first time, and one of them is told who has it', async () => {
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refusal).toMatchObject({ reason: { name: 'DatabaseHeld' } });
  });

  it('leaves no half-made cluster behind, and takes none for a whole one', async () => {
    await expect(startEmbeddedPostgres({ dataDir, initdbFlags: ['--no-such-flag'] })).rejects.toThrow('initdb failed');
    expect(existsSync(dataDir)).toBe(false);
    expect(await ask((await start()).url, 'select 1 as number')).toEqual([{ number: 1 }]);
  });

  it("says why it does not start, in the server's own words", async () => {
    await (await start()).stop();
    writeFileSync(path.join(dataDir, 'PG_VERSION'), '9\n');
    await expect(start()).rejects.toThrow(/incompatible with server/);
    rmSync(`${dataDir}.password`);
    await expect(start()).rejects.toThrow('its password is gone');
  });

  it('stops once, however often it is asked', async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
  });

  // Under an ordinary account the server runs as that account, and neither question arises.
  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('takes a copy of its programs when they lie below a directory that its account may not enter', () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const { native, version } = packaged();
    cpSync(native, path.join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    // As npm leaves them behind when install scripts are off.
    for (const { target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')))
      rmSync(path.join(closed, target));
    const account = { uid: 65_534, gid: 65_534 };
    const { postgres } = binariesFor(folder, account, { native: path.join(closed, 'native'), version });
    expect(postgres).toBe(path.join(folder, `postgres-${version}`, 'native', 'bin', 'postgres'));
    expect(spawnSync(postgres, ['--version'], { ...account, encoding: 'utf8' }).stdout).toContain('PostgreSQL');
  });

  asRoot('refuses a folder under root that its own account could not enter', async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    await expect(start(path.join(closed, 'soat', 'postgres'))).rejects.toThrow('set SOAT_DATA to another folder');
  });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Whether the process that started it has locked it for itself. */
async function isHeld(url: string): Promise<boolean> {
  const rows = await ask(url, "select from pg_locks where locktype = 'advisory' and objid = 7368564 and granted");
  return rows.length > 0;
}

/** Another process, from what was built, since a kill -9 cannot be tried on this one. */
async function processThatStarts(dataDir: string) {
  const built = path.resolve(import.meta.dirname, '../../apps/api/dist/platform/database/embedded-postgres.js');
  if (!existsSync(built)) throw new Error('build the API first: npm run build');
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(pathToFileURL(built).href)});
    const { url, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, initdbFlags: ['--no-sync'] });
    process.stdout.write(JSON.stringify({ url, pid }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  while (!said.endsWith('}')) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    await sleep(10);
  }
  const { url, pid }: { url: string; pid: number } = JSON.parse(said);
  return { process: child, url, pid };
}
