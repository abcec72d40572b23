import path from 'node:path';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type Config, isKurrentDb } from '../config.js';
import { chooseDataFolder } from './data-folder.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { Events0001 } from './migrations/0001-events.js';
import { Trail0001 } from './migrations/0002-trail.js';
import { unsettledStatements } from './grants.js';
import { setUpRoles, wantingStatements } from './role-setup.js';
import { connectionOf, type DatabaseRole, type Entrance, type Entrances, takenOnBy } from './roles.js';

/** Every connection the process has; whoever opened it closes it, once. */
export interface Database {
  /** Of the login that may take on the roles. */
  readonly url: string;
  /** Absolute; also for files that are not in the database. */
  readonly dataFolder: string;
  /** Of the log; another server when EVENT_STORE_URL names one. */
  readonly logUrl: string;
  /**
   * Appends to the log and reads it, as soat_app; apart from the read models, for it must not wait behind reports. Null when
   * the log is in a KurrentDB, which has no pool.
   */
  readonly logPool: pg.Pool | null;
  /** What the sealer writes by, as soat_sealer; null with `logPool`. */
  readonly sealPool: pg.Pool | null;
  /** Writes the read models and reads them, as soat_projector. */
  readonly dataSource: DataSource;
  /** Null with DATABASE_URL. */
  readonly embedded: EmbeddedPostgres | null;
  close(): Promise<void>;
}

/** What the features bring along; the platform names none of them. */
export interface Schema {
  readonly entities: readonly Class[];
  readonly migrations: readonly Class[];
}

type Class = new () => object;

/** Called with the error of a connection that broke while nobody used it. The pool has replaced it already. */
export type ReportBroken = (error: Error) => void;

/** The server would lose what it said was kept, or is too old. */
export class UnfitDatabase extends Error {
  override readonly name = 'UnfitDatabase';
}

const oldestVersion = 15;
const connectMsMax = 5_000;
const poolSize = 10;
/** One writes, and looks up beside it what was published. */
const sealPoolSize = 2;
const logMigrations = [Events0001, Trail0001];
/**
 * Where the network falls silent, TCP goes on for a quarter of an hour, and nobody is told anything. Longer than an append
 * waits for its lock; and statements of one transaction may be sent together, so that a connection one of them gave up is
 * closed at once, and nobody gets it with a transaction half done.
 */
const patience = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  query_timeout: 15_000,
  pipeline: true,
};
// The server's side of the same: a session whose client went silent in mid-append would hold the log's lock for hours.
const sessionSettings = [
  'tcp_keepalives_idle=10',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=3',
  'tcp_user_timeout=25000',
  'idle_in_transaction_session_timeout=60000',
];
// Any number will do that nothing else in the database takes; see also the event store's.
const migrationLock = 7_368_563;

/**
 * The embedded PostgreSQL or DATABASE_URL, fit to keep a log, its roles and tables as they should be.
 * @throws UnfitDatabase, RolesWanting, DatabaseHeld, or the driver's error.
 */
export async function openDatabase(
  config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'eventStoreUrl'>,
  { entities, migrations }: Schema,
  reportBroken: ReportBroken,
): Promise<Database> {
  const dataFolder = chooseDataFolder(config.dataFolder);
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({ dataDir: path.join(dataFolder, 'postgres'), reportBroken })
      : null;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const enter: Entrances = embedded ? embedded.enter : takenOnBy(url);
  const logUrl = config.eventStoreUrl ?? url;
  const enterLog = logUrl === url ? enter : takenOnBy(logUrl);
  const closing: (() => Promise<void>)[] = [async () => embedded?.stop()];
  // Backwards: a server that stops under an open pool would end its sessions with an error.
  let isClosing = false;
  const reportOpen: ReportBroken = (error) => {
    if (!isClosing) reportBroken(error);
  };
  const close = async () => {
    isClosing = true;
    for (let step = closing.pop(); step; step = closing.pop()) await step();
  };
  try {
    const isElsewhere = isKurrentDb(logUrl);
    if (logUrl !== url && !isElsewhere) await prepareLog(logUrl, reportBroken);
    await prepare(url);
    await migrate(enter('soat_migrator'), [...logMigrations, ...migrations], reportBroken);
    const dataSource = dataSourceOf(enter('soat_projector'), { entities, migrations: [] }, reportOpen, patience);
    closing.push(async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
    });
    await dataSource.initialize();
    assertRole('soat_projector', await dataSource.query(askRole));
    const open = async (role: DatabaseRole, max?: number) => {
      const pool = await openPoolAs(enterLog(role), reportBroken, max);
      closing.push(() => pool.end());
      return pool;
    };
    const logPool = isElsewhere ? null : await open('soat_app');
    const sealPool = isElsewhere ? null : await open('soat_sealer', sealPoolSize);
    return { url, dataFolder, logUrl, logPool, sealPool, dataSource, embedded, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const askRole = "select current_user as role, current_setting('synchronous_commit') as commits";

/** Something between us and the server dropped what we asked for as we connected: a pooler, for instance. */
function assertRole(role: DatabaseRole, [seen]: readonly { readonly role: string; readonly commits: string }[]): void {
  if (seen?.role !== role)
    throw new UnfitDatabase(`This database will not do:\n  a connection as ${role} came out as ${seen?.role}`);
  // A login may have settings of its own.
  if (seen.commits === 'off')
    throw new UnfitDatabase(`This database will not do:\n  synchronous_commit is off for ${role}`);
}

/** Makes the tables of a log where there are none yet. @throws UnfitDatabase, RolesWanting, or the driver's error */
export async function prepareLog(url: string, reportBroken: ReportBroken): Promise<void> {
  await prepare(url);
  await migrate(takenOnBy(url)('soat_migrator'), logMigrations, reportBroken);
}

/** A pool whose broken connections are reported instead of ending the process; by a URL alone it runs as the login. */
export function openPool(to: string | Entrance, reportBroken: ReportBroken, max = poolSize): pg.Pool {
  const pool = new pg.Pool({
    ...sessionOf(to),
    max,
    connectionTimeoutMillis: connectMsMax,
    application_name: 'soat',
    Client: HeardClient,
    ...patience,
  });
  // `end` resolves before the server has heard of it: what a stopping server then cuts off is no news.
  pool.on('error', (error) => {
    if (!pool.ending) reportBroken(error);
  });
  return pool;
}

/** The same, once it is seen to run as the role. @throws UnfitDatabase, or the driver's error */
export async function openPoolAs(to: Entrance, reportBroken: ReportBroken, max?: number): Promise<pg.Pool> {
  const pool = openPool(to, reportBroken, max);
  try {
    assertRole(to.role, (await pool.query(askRole)).rows);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function sessionOf(to: string | Entrance) {
  return typeof to === 'string'
    ? { connectionString: to, options: sessionSettings.map((setting) => `-c ${setting}`).join(' ') }
    : connectionOf(to, sessionSettings);
}

/** A connection beside the pools, for COPY, which cannot share a pipelined one. Whoever opened it ends it. */
export async function connectForCopy({ options }: DataSource): Promise<pg.Client> {
  if (options.type !== 'postgres') throw new TypeError(`there is no COPY on ${options.type}`);
  const client = new HeardClient({
    ...patience,
    pipeline: false,
    connectionString: options.url,
    options: options.extra.options,
    connectionTimeoutMillis: connectMsMax,
    application_name: 'soat',
  });
  await client.connect();
  return client;
}

/**
 * The pool listens to idle connections only, and whoever borrows one begins a moment later than the server may end it; an error
 * that nobody listens to would end the process. One that breaks while it is lent fails its query, and that is enough.
 */
class HeardClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

/** What a server says of itself. */
export interface ServerSettings {
  readonly version: number;
  readonly server_encoding: string;
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
}

/** Everything that keeps a server from holding a log; none when it is fit. */
export function problemsOf({ version, server_encoding, ...durability }: ServerSettings): readonly string[] {
  const problems = Object.entries(durability)
    .filter(([, value]) => value === 'off')
    .map(([name]) => `${name} is off: a crash could take back what was answered`);
  if (version < oldestVersion) problems.push(`PostgreSQL ${version} is too old: ${oldestVersion} or newer is needed`);
  if (server_encoding !== 'UTF8') problems.push(`its encoding is ${server_encoding}: UTF8 is needed`);
  return problems;
}

/** Refuses a server that will not do, and sets up the roles. */
async function prepare(url: string): Promise<void> {
  await withLogin(url, async (client) => {
    await refuseUnfit(client);
    await setUpRoles(client);
  });
}

/** What an administrator has to run in this database before its login can take on the roles. */
export async function rolesWantingAt(url: string): Promise<readonly string[]> {
  return await withLogin(url, wantingStatements);
}

async function withLogin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: connectMsMax });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const settings = ['server_encoding', 'fsync', 'synchronous_commit', 'full_page_writes'];
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int / 10000 as version,
            ${settings.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
  );
  const problems = problemsOf(rows[0]);
  if (problems.length > 0) throw new UnfitDatabase(`This database will not do:\n  ${problems.join('\n  ')}`);
}

export function dataSourceOf(
  entrance: Entrance,
  { entities, migrations }: Schema,
  reportBroken: ReportBroken,
  extra: Readonly<Record<string, unknown>> = {},
): DataSource {
  const { connectionString, options: session } = sessionOf(entrance);
  const options: DataSourceOptions = {
    type: 'postgres',
    url: connectionString,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: 'soat',
    connectTimeoutMS: connectMsMax,
    poolErrorHandler: reportBroken,
    extra: { max: poolSize, Client: HeardClient, options: session, ...extra },
  };
  return new DataSource(options);
}

/** What TypeORM writes down of a database that has all of them. */
export function migrationNames(migrations: readonly Class[]): readonly string[] {
  return [...logMigrations, ...migrations].map((each) => {
    const { name } = new each() as { readonly name?: string };
    return name ?? each.name;
  });
}

/** TypeORM takes no lock of its own: two processes that start together would both run a migration. */
async function migrate(entrance: Entrance, migrations: readonly Class[], reportBroken: ReportBroken): Promise<void> {
  // A migration may take its time.
  const dataSource = dataSourceOf(entrance, { entities: [], migrations }, reportBroken);
  const guard = new pg.Client({ ...connectionOf(entrance), connectionTimeoutMillis: connectMsMax });
  guard.on('error', () => {});
  try {
    await guard.connect();
    await guard.query('select pg_advisory_lock($1)', [migrationLock]);
    await dataSource.initialize();
    await dataSource.runMigrations();
    // What a migration made is the migrator's until now.
    for (const statement of await unsettledStatements(guard)) await guard.query(statement);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await guard.end();
  }
}
