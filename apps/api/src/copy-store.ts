import { ConfigError, readConfig } from './platform/config.js';
import { copyLog } from './platform/event-store/copy-log.js';
import { openCopyable } from './platform/event-store/open-event-store.js';
import { createLogger } from './platform/http/logging.js';

// Copies the log of one store into another, empty one, and compares them: npm run copy-store -- FROM TO. The service must be
// stopped. Run again after an interruption it goes on where the copy ends.
try {
  const urls = process.argv.slice(2);
  const [from, to] = urls;
  if (!from || !to || urls.length > 2 || from === to)
    throw new ConfigError(['copy-store takes two different URLs: that of the log to copy, and that of an empty one']);
  // The same look at each as at EVENT_STORE_URL.
  for (const url of urls) readConfig({ EVENT_STORE_URL: url });
  const logger = createLogger(readConfig(process.env).logLevel);
  const reportBroken = (err: Error) => logger.warn({ err }, 'database connection broken');
  const source = await openCopyable(from, reportBroken);
  try {
    const target = await openCopyable(to, reportBroken);
    try {
      const copied = await copyLog(source, target, (events) => logger.info({ events }, 'copying'));
      logger.info(copied, 'copied and compared');
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
} catch (error) {
  const text = error instanceof Error && !(error instanceof ConfigError) ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
