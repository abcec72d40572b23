import type { Database } from '../database/database.js';
import type { EventStore } from './event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

/** The log of this process; adapters are known here and nowhere else. Close it before the database. */
export function openEventStore({ logPool }: Pick<Database, 'logPool'>, nowMs: () => number = Date.now): EventStore {
  return new PostgresEventStore(logPool, nowMs);
}
