import { isKurrentDb } from '../config.js';
import { type Database, openPoolAs, prepareLog, type ReportBroken } from '../database/database.js';
import type { Audit } from '../database/audit.js';
import type { LogRows } from '../integrity/log-rows.js';
import { PostgresLogRows } from './postgres/postgres-log-rows.js';
import { takenOnBy } from '../database/roles.js';
import type { TrailStore } from '../trail/trail-store.js';
import type { EventStore } from './event-store.js';
import { InMemoryEventStore } from './in-memory/in-memory-event-store.js';
import type { Copyable, Importing } from './importing.js';
import { KurrentDbEventStore } from './kurrentdb/kurrentdb-event-store.js';
import { copyableKurrentDb } from './kurrentdb/kurrentdb-importing.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';
import { PostgresTrailStore } from './postgres/postgres-trail-store.js';
import { PostgresImporting } from './postgres/postgres-importing.js';

/** The log of this process; adapters are known here and nowhere else. Close it before the database. */
export function openEventStore(
  { logPool, logUrl }: Pick<Database, 'logPool' | 'logUrl'>,
  nowMs: () => number = Date.now,
): EventStore {
  return logPool ? new PostgresEventStore(logPool, nowMs) : KurrentDbEventStore.at(logUrl, { nowMs });
}

/** The trail of this process's log; null where positions are not dense, as in a KurrentDB. */
export function openTrailStore({ logPool, sealPool }: Pick<Database, 'logPool' | 'sealPool'>): TrailStore | null {
  return logPool && sealPool && new PostgresTrailStore(logPool, sealPool);
}

/** What a sealer in a process of its own needs, as soat_sealer and nobody else; the log is made by the service. */
export async function openSealing(
  url: string,
  reportBroken: ReportBroken,
): Promise<{ readonly store: TrailStore | null; close(): Promise<void> }> {
  if (isKurrentDb(url)) return { store: null, close: async () => {} };
  const pool = await openPoolAs(takenOnBy(url)('soat_sealer'), reportBroken);
  return { store: new PostgresTrailStore(pool, pool), close: () => pool.end() };
}

/** The log as an auditor reads it. */
export function openLogRows({ log }: Pick<Audit, 'log'>): LogRows {
  return new PostgresLogRows(log);
}

/** The door by which a log that was made up elsewhere is brought in at once; null where it would take a commit an event. */
export function openImporting({ logPool }: Pick<Database, 'logPool'>): Importing | null {
  return logPool && new PostgresImporting(logPool);
}

/** A log that is only thought out, to be imported or forgotten. */
export function draftLog(nowMs: () => number): EventStore {
  return new InMemoryEventStore(nowMs);
}

/** A log to copy into or out of, by its URL; the tables of a PostgreSQL are made where there are none yet. */
export async function openCopyable(url: string, reportBroken: ReportBroken): Promise<Copyable> {
  if (isKurrentDb(url)) return copyableKurrentDb(url);
  await prepareLog(url, reportBroken);
  const pool = await openPoolAs(takenOnBy(url)('soat_app'), reportBroken);
  const store = new PostgresEventStore(pool);
  return {
    store,
    importing: new PostgresImporting(pool),
    async close() {
      await store.close();
      await pool.end();
    },
  };
}
