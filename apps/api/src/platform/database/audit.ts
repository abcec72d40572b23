import path from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { type Config, isKurrentDb } from '../config.js';
import { errorCode } from '../http/error-code.js';
import { chooseDataFolder } from './data-folder.js';
import { dataSourceOf, migrationNames, openPoolAs, type ReportBroken, type Schema, UnfitDatabase } from './database.js';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { connectionOf, type Entrances, takenOnBy } from './roles.js';

/** Connections beside a service that may be running: they migrate nothing and take nobody's place. */
export interface Audit {
  readonly dataFolder: string;
  /** To the log, as soat_auditor; waits as long as a statement takes. */
  readonly log: pg.Client;
  /** Reads the log, as soat_auditor. */
  readonly readPool: pg.Pool;
  /** To the read models, as soat_projector, who alone may make tables beside them; null where the login may not be that. */
  readonly dataSource: DataSource | null;
  /** To append what was found, as soat_app. */
  openLogPool(): Promise<pg.Pool>;
  close(): Promise<void>;
}

/**
 * On the embedded database, which is started for the time of the audit unless a service runs it, or on DATABASE_URL.
 * @throws UnfitDatabase when what is there is not what this program would make; the driver's error
 */
export async function openAudit(
  config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'eventStoreUrl'>,
  { entities, migrations }: Schema,
  reportBroken: ReportBroken,
): Promise<Audit> {
  const dataFolder = chooseDataFolder(config.dataFolder);
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let step = closing.pop(); step; step = closing.pop()) await step();
  };
  try {
    const enter = config.databaseUrl === null ? await embedded(dataFolder, closing) : takenOnBy(config.databaseUrl);
    const { eventStoreUrl } = config;
    if (eventStoreUrl !== null && isKurrentDb(eventStoreUrl))
      throw new UnfitDatabase('a log in a KurrentDB has no trail to be checked by: PostgreSQL is needed');
    const enterLog = eventStoreUrl === null ? enter : takenOnBy(eventStoreUrl);
    const log = new pg.Client({ ...connectionOf(enterLog('soat_auditor')), application_name: 'soat fsck' });
    log.on('error', () => {});
    closing.push(() => log.end());
    await log.connect();
    const readPool = await openPoolAs(enterLog('soat_auditor'), reportBroken, 2);
    closing.push(() => readPool.end());
    await refuseOtherTables(enter, migrations);
    const dataSource = await asProjector(
      dataSourceOf(enter('soat_projector'), { entities, migrations: [] }, reportBroken),
    );
    if (dataSource) closing.push(() => dataSource.destroy());
    const openLogPool = async () => {
      const pool = await openPoolAs(enterLog('soat_app'), reportBroken, 2);
      closing.push(() => pool.end());
      return pool;
    };
    return { dataFolder, log, readPool, dataSource, openLogPool, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embedded(dataFolder: string, closing: (() => Promise<void>)[]): Promise<Entrances> {
  const dataDir = path.join(dataFolder, 'postgres');
  const running = await findEmbeddedPostgres(dataDir);
  if (running) return running.enter;
  const started = await startEmbeddedPostgres({ dataDir });
  closing.push(() => started.stop());
  return started.enter;
}

/** Compared with tables of another version, everything would differ. */
async function refuseOtherTables(enter: Entrances, migrations: Schema['migrations']): Promise<void> {
  const client = new pg.Client(connectionOf(enter('soat_auditor')));
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('select name from public.migrations');
    const run = new Set(rows.map(({ name }) => name));
    const known = migrationNames(migrations);
    const others = [...known.filter((name) => !run.has(name)), ...[...run].filter((name) => !known.includes(name))];
    if (others.length > 0)
      throw new UnfitDatabase(`the tables are of another version of this program, which begins with ${others[0]}`);
  } finally {
    await client.end();
  }
}

/** Null where the login is not a member. */
async function asProjector(dataSource: DataSource): Promise<DataSource | null> {
  try {
    return await dataSource.initialize();
  } catch (error) {
    if (errorCode(error) === '42501') return null;
    throw error;
  }
}
