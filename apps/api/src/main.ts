import 'reflect-metadata';
import { ConfigError, readConfig } from './platform/config.js';
import { createLogger } from './platform/http/logging.js';
import { start } from './start.js';

try {
  const config = readConfig(process.env);
  const { origin, told } = await start(config, createLogger(config.logLevel));
  // To a person at a terminal; the log itself goes to standard output.
  const lines = [`Soát: ${origin}`];
  if (config.isDemo) lines.push(`API: ${origin}/api/docs`);
  if (told) lines.push(`Dữ liệu mô phỏng / demo data: seed ${told.seed}, ${told.events} events in ${told.ms} ms`);
  process.stderr.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : describe(error)}\n`);
  process.exitCode = 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
