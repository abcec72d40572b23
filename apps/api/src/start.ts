import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { refusals } from '@soat/domain';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { loadDemo, type Told } from './demo/load-demo.js';
import { DemoTokens } from './platform/access/demo-tokens.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { openDatabase } from './platform/database/database.js';
import { openEventStore, openImporting, openTrailStore } from './platform/event-store/open-event-store.js';
import { createApp } from './platform/http/create-app.js';
import { openTrail } from './platform/trail/trail.js';
import { schema } from './schema.js';

export interface Started {
  readonly app: NestFastifyApplication;
  /** Where it listens. */
  readonly origin: string;
  /** The story the demo was loaded with just now; null when there was nothing to load. */
  readonly told: Told | null;
}

const version = '0.1.0';

/** Opens the database, tells the demo to an empty one, and serves. `app.close()` closes it all. */
export async function start(config: Config, logger: Logger): Promise<Started> {
  const database = await openDatabase(config, schema, (err) => logger.warn({ err }, 'database connection broken'));
  const clock = new Clock();
  const store = openEventStore(database, clock.nowMs);
  try {
    const telling = { isShort: config.isDemoShort, importing: openImporting(database) };
    const told = config.isDemo ? await loadDemo(store, clock, database.dataFolder, telling) : null;
    if (told) logger.info({ ...told }, 'demo loaded');
    const demoTokens = config.isDemo
      ? await DemoTokens.open({ folder: database.dataFolder, isProduction: config.isProduction })
      : null;
    const trail = await openTrail(config, {
      store: openTrailStore(database),
      dataFolder: database.dataFolder,
      isEmbedded: database.embedded !== null,
      nowMs: clock.nowMs,
      log: logger,
    });
    const app = await createApp(AppModule.of({ database, store, trail, clock, demoTokens, log: logger }), {
      logger,
      version,
      rejectionTexts: refusals,
      hasDocs: config.isDemo,
      adminFolder: builtAdmin(),
      verifierFile: fileURLToPath(new URL('../verifiers/verify.html', import.meta.url)),
    });
    await app.init();
    // Whoever starts the demo for the first time is not shown the first half of it.
    await app.get(AppModule).follow(told ? 60_000 : undefined);
    await app.listen(config.port, config.host);
    const origin = await app.getUrl();
    logger.info({ origin }, 'serving');
    return { app, origin, told };
  } catch (error) {
    await store.close();
    await database.close();
    throw error;
  }
}

/** Null before the admin was built, as while developing the API alone. */
function builtAdmin(): string | null {
  const folder = fileURLToPath(new URL('../../admin/dist', import.meta.url));
  return existsSync(folder) ? folder : null;
}
