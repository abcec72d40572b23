import { ConfigError, isKurrentDb, readConfig } from './platform/config.js';
import { rolesWantingAt } from './platform/database/database.js';

// Prints what an administrator of the server runs once in each database, where the service's login may not make the database
// roles by itself: npm run --silent roles | psql ... Nothing is changed by it.
try {
  const { databaseUrl, eventStoreUrl } = readConfig(process.env);
  const urls = [databaseUrl, eventStoreUrl].filter((url) => url !== null && !isKurrentDb(url));
  if (urls.length === 0)
    throw new ConfigError(['DATABASE_URL or EVENT_STORE_URL is needed: the embedded database has its roles by itself']);
  for (const url of new Set(urls)) {
    if (url === null) continue;
    const statements = await rolesWantingAt(url);
    // Not the whole URL: it may hold a password.
    process.stdout.write(`-- ${new URL(url).host}${new URL(url).pathname}\n`);
    for (const statement of statements) process.stdout.write(`${statement};\n`);
    if (statements.length === 0) process.stdout.write('-- nothing is missing\n');
  }
} catch (error) {
  const text = error instanceof Error && !(error instanceof ConfigError) ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
