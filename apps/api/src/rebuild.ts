import 'reflect-metadata';
import { eventCatalogue } from '@soat/domain';
import { ConfigError, readConfig } from './platform/config.js';
import { openDatabase } from './platform/database/database.js';
import { EventCodec } from './platform/event-store/codec.js';
import { openEventStore } from './platform/event-store/open-event-store.js';
import { createLogger } from './platform/http/logging.js';
import { rebuildAll } from './platform/projections/rebuild.js';
import { projections, schema } from './schema.js';

// Makes every read model anew from the log. With the embedded database the service must be stopped first; with
// DATABASE_URL it may run on.
try {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const database = await openDatabase(config, schema, (err) => logger.warn({ err }, 'database connection broken'));
  const store = openEventStore(database);
  try {
    const startedMs = performance.now();
    const reached = await rebuildAll(projections, store, new EventCodec(eventCatalogue), database.dataSource);
    logger.info({ projections: Object.fromEntries(reached), ms: Math.round(performance.now() - startedMs) }, 'rebuilt');
  } finally {
    await store.close();
    await database.close();
  }
} catch (error) {
  const text = error instanceof Error && !(error instanceof ConfigError) ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
