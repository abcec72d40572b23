import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, readConfig } from './platform/config.js';
import { chooseDataFolder } from './platform/database/data-folder.js';
import { openSealing } from './platform/event-store/open-event-store.js';
import { createLogger } from './platform/http/logging.js';
import { openTrail } from './platform/trail/trail.js';

// The sealer as a process of its own, so that no process that serves anybody need be able to read the key; it needs no other
// role of the database than its own. Ends on SIGINT or SIGTERM, after the checkpoint under way.
try {
  const config = readConfig(process.env);
  if (config.databaseUrl === null || config.sealingKeyFile === null)
    throw new ConfigError([
      'DATABASE_URL and SOAT_SEALING_KEY are needed: with the embedded database the service seals',
    ]);
  const logger = createLogger(config.logLevel);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const url = config.eventStoreUrl ?? config.databaseUrl;
  const sealing = await openSealing(url, (err) => logger.warn({ err }, 'database connection broken'));
  try {
    const { sealer, verifierKeys } = await openTrail(config, {
      store: sealing.store,
      dataFolder: chooseDataFolder(config.dataFolder),
      isEmbedded: false,
      nowMs: Date.now,
      log: logger,
    });
    if (!sealer) throw new ConfigError(['EVENT_STORE_URL names a store that can have no trail: PostgreSQL is needed']);
    sealer.start();
    logger.info({ verifierKeys }, 'sealing');
    while (!stopping.signal.aborted) await pause(60_000, undefined, { signal: stopping.signal }).catch(() => {});
    await sealer.stop();
  } finally {
    await sealing.close();
  }
} catch (error) {
  const text = error instanceof Error && !(error instanceof ConfigError) ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
