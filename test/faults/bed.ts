import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Clock } from '@soat/api/platform/clock.js';
import { readConfig } from '@soat/api/platform/config.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@soat/api/platform/database/embedded-postgres.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import { EventStore } from '@soat/api/platform/event-store/event-store.js';
import { createLogger } from '@soat/api/platform/http/logging.js';
import { rebuildAll } from '@soat/api/platform/projections/rebuild.js';
import { projections } from '@soat/api/schema.js';
import { start } from '@soat/api/start.js';
import { DataSource } from 'typeorm';
import { temporaryFolder } from '../support/postgres.js';
import { Api, inspectionInFieldwork } from './load.js';
import { killRest, rebuildViews, ServiceProcess, type Surroundings } from './service-process.js';
import { viewsAreRight } from './views.js';

/** A database for API processes. */
export interface Server {
  /** As the judge reaches it. */
  readonly url: string;
  /** As the API processes reach it. */
  readonly urlForApis: string;
  stop(): Promise<void>;
}

export interface BedOptions {
  readonly apis: number;
  /** Gets a folder it may use; an ordinary one in that folder otherwise. */
  readonly openServer?: (folder: string) => Promise<Server>;
  readonly surroundings?: Surroundings;
}

/** A database held by this process, and API processes on it that can be killed. */
export class Bed {
  private readonly apis: ServiceProcess[] = [];

  private constructor(
    readonly folder: string,
    readonly server: Server,
    private readonly surroundings: Surroundings,
  ) {}

  static async open({ apis, openServer = serverIn, surroundings = {} }: BedOptions): Promise<Bed> {
    const folder = await temporaryFolder();
    const server = await openServer(folder).catch(async (error) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    const bed = new Bed(folder, server, surroundings);
    try {
      // The first one tells the demo to the empty database, and the others find it told.
      for (let index = 0; index < apis; index++) await bed.startApi(index);
      return bed;
    } catch (error) {
      await bed.close();
      throw error;
    }
  }

  get origins(): readonly string[] {
    return this.apis.map(({ origin }) => origin);
  }

  get databaseUrl(): string {
    return this.server.url;
  }

  get pids(): readonly number[] {
    return this.apis.map(({ pid }) => pid);
  }

  async killApi(index: number): Promise<void> {
    await this.apis[index]?.kill('api');
  }

  async startApi(index: number): Promise<void> {
    const { env, ...others } = this.surroundings;
    this.apis[index] = await ServiceProcess.start(
      this.folder,
      { ...env, DATABASE_URL: this.server.urlForApis },
      others.within,
    );
  }

  /** @throws Error when they are wrong; see views.ts */
  viewsAreRight(plant?: string): Promise<number> {
    return viewsAreRight(this.server.url, () => rebuildViews(this.folder, this.server.url), plant);
  }

  async close(): Promise<void> {
    await killRest(this.folder);
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

async function serverIn(folder: string): Promise<Server> {
  return heldServer(path.join(folder, 'postgres'));
}

/** A server that this process holds, and starts again when it has crashed. */
export async function heldServer(
  dataDir: string,
  initdbFlags: readonly string[] = [],
  reportBroken: (error: Error) => void = () => {},
): Promise<Server> {
  const flags = ['--no-sync', ...initdbFlags];
  const database = await startEmbeddedPostgres({ dataDir, initdbFlags: flags, reportBroken });
  const end = endWithUs(database);
  return { url: database.url, urlForApis: database.url, stop: end };
}

/** A run that is ended half-way leaves no server behind. Returns how to stop it in peace. */
function endWithUs(database: EmbeddedPostgres): () => Promise<void> {
  const kill = () => {
    try {
      process.kill(database.pid, 'SIGQUIT');
    } catch {
      // It has crashed, and nobody has started it again.
    }
  };
  process.once('exit', kill);
  return async () => {
    await database.stop();
    // Its number may be another one's from now on.
    process.off('exit', kill);
  };
}

/** Two services within this process on one database: for faults that are not about processes. */
export interface Pair {
  readonly origins: readonly string[];
  readonly clocks: readonly Clock[];
  readonly databaseUrl: string;
  readonly sharedId: string;
  /** @throws Error when they are wrong; see views.ts */
  viewsAreRight(): Promise<number>;
  close(): Promise<void>;
}

export async function openPair(): Promise<Pair> {
  const folder = await temporaryFolder();
  const server = await serverIn(folder);
  const config = readConfig({ DATABASE_URL: server.url, SOAT_DATA: folder, SOAT_DEMO: 'short', PORT: '0' });
  const silent = createLogger('silent');
  const started = [await start(config, silent), await start(config, silent)];
  const origins = started.map(({ origin }) => origin);
  const app = started[0]?.app;
  if (!app) throw new Error('two services were started');
  const rebuildViewsHere = async () => {
    await rebuildAll(projections, app.get(EventStore), app.get(EventCodec), app.get(DataSource));
  };
  return {
    origins,
    clocks: started.map((each) => each.app.get(Clock)),
    databaseUrl: server.url,
    sharedId: await inspectionInFieldwork(new Api(origins[0] ?? '')),
    viewsAreRight: () => viewsAreRight(server.url, rebuildViewsHere),
    async close() {
      for (const each of started) await each.app.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}
