import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Clock } from '@soat/api/platform/clock.js';
import { readConfig } from '@soat/api/platform/config.js';
import { EventStore } from '@soat/api/platform/event-store/event-store.js';
import { createLogger } from '@soat/api/platform/http/logging.js';
import { ProjectionStatuses } from '@soat/api/platform/projections/projection-statuses.js';
import { newSigningKey, signerOf } from '@soat/api/platform/trail/signed-note.js';
import { start } from '@soat/api/start.js';
import { v7 as uuidv7 } from 'uuid';
import { temporaryFolder, withPostgres } from './postgres.js';

/** The whole service with its demo, on a new database and a free port. */
export interface Service {
  readonly origin: string;
  /** A database nobody else uses; the service's own. */
  readonly databaseUrl: string;
  /** What its checkpoints are checked by. */
  readonly verifierKey: string;
  readonly dataFolder: string;
  /** What the service logged, a JSON object a line. */
  readonly logLines: readonly string[];
  /** The service's own clock, to be moved. */
  readonly clock: Clock;
  /** Its log, for what no command would record. */
  readonly store: EventStore;
  /** Signs in as a person of the demo. */
  as(personId: string): Promise<Client>;
  stop(): Promise<void>;
}

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface CommandOptions {
  readonly key?: string;
  /** If-Match: the stream's length this person has seen. */
  readonly length?: number;
  readonly language?: string;
}

export async function startService(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const postgres = await withPostgres();
  const databaseUrl = await postgres.freshDatabase();
  const folder = await temporaryFolder();
  const logLines: string[] = [];
  const signingKey = newSigningKey('test.example/log');
  const keyFile = path.join(folder, 'sealing-key');
  await writeFile(keyFile, signingKey, { mode: 0o600 });
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    SOAT_DATA: folder,
    SOAT_SEALING_KEY: keyFile,
    SOAT_DEMO: 'short',
    PORT: '0',
    ...env,
  });
  const { app, origin } = await start(
    config,
    createLogger('info', {
      write: (line) => {
        logLines.push(line);
      },
    }),
  );
  await caughtUp(app.get(EventStore), app.get(ProjectionStatuses));
  return {
    origin,
    clock: app.get(Clock),
    store: app.get(EventStore),
    databaseUrl,
    verifierKey: signerOf(signingKey).verifierKey,
    dataFolder: folder,
    logLines,
    async as(personId) {
      const nobody = new Client(origin, null);
      const { status, body } = await nobody.post<{ readonly token: string }>('demo/token', { personId });
      if (status !== 200) throw new Error(`${personId} cannot sign in: ${status}`);
      return new Client(origin, body.token);
    },
    async stop() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Until every view shows the story the demo was told: on a busy machine a list asked for at once would still be empty. */
async function caughtUp(store: EventStore, statuses: ProjectionStatuses): Promise<void> {
  const head = await store.head();
  const deadline = performance.now() + 60_000;
  while (statuses.all().some(({ position }) => position < head)) {
    if (performance.now() > deadline)
      throw new Error(`the views stay behind ${head}: ${JSON.stringify(statuses.all())}`);
    await delay(20);
  }
}

/** One person at the API, over real HTTP. */
export class Client {
  constructor(
    private readonly origin: string,
    private readonly token: string | null,
  ) {}

  get<Body = Record<string, unknown>>(path: string, language = 'vi'): Promise<Answer<Body>> {
    return this.send<Body>(path, { headers: { 'accept-language': language } });
  }

  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    { key = uuidv7(), length, language = 'vi' }: CommandOptions = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        'idempotency-key': key,
        ...(length !== undefined && { 'if-match': `"${length}"` }),
      },
    });
  }

  private async send<Body>(path: string, { headers, ...request }: RequestInit): Promise<Answer<Body>> {
    const response = await fetch(`${this.origin}/api/v1/${path}`, {
      ...request,
      headers: { ...(this.token !== null && { authorization: `Bearer ${this.token}` }), ...headers },
    });
    // Not application/x-ndjson, which is many.
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? await response.json() : await response.text()) as Body,
    };
  }
}
