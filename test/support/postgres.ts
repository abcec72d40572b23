import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '@soat/api/platform/database/embedded-postgres.js';
import pg from 'pg';

export interface TestPostgres {
  /** The server's own database, for looking around. */
  readonly url: string;
  /** A new, empty database. */
  freshDatabase(): Promise<string>;
  /** Close pools first. */
  stop(): Promise<void>;
}

let started: Promise<TestPostgres> | undefined;

/** One embedded server for each spec file, in a folder that is removed by `stop`. */
export function withPostgres(): Promise<TestPostgres> {
  started ??= start();
  return started;
}

async function start(): Promise<TestPostgres> {
  const folder = await temporaryFolder();
  // A new cluster need not survive a power cut here; what it is asked to commit is flushed as everywhere.
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), initdbFlags: ['--no-sync'] });
  // A run that is ended half-way leaves no server behind.
  const kill = () => process.kill(server.pid, 'SIGQUIT');
  process.once('exit', kill);
  let databases = 0;
  return {
    url: server.url,
    async freshDatabase() {
      databases += 1;
      const name = `fresh_${databases}`;
      await run(server.url, `create database ${name}`);
      return Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
    },
    async stop() {
      process.off('exit', kill);
      started = undefined;
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** A folder that the account of the database can get to, also under root; whoever asked removes it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'soat-test-'));
  await chmod(folder, 0o711);
  return folder;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
