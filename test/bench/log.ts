import { rm } from 'node:fs/promises';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import type { EventStore } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { schema } from '@soat/api/schema.js';
import pg from 'pg';
import { temporaryFolder, withPostgres } from '../support/postgres.js';
import { madeUp } from './made-up.js';
import { Meter } from './meter.js';

/** Our log, and beside it, on the same server, the plain table that stands for what PostgreSQL itself can do. */
export interface Bench {
  readonly url: string;
  readonly database: Database;
  readonly store: EventStore;
  /** In the same database: `raw.events`. */
  readonly raw: pg.Pool;
  readonly meter: Meter;
  close(): Promise<void>;
}

// As many sessions as the raw contestant has writers, up to where more of them only stand in each other's way.
const rawSessions = 32;

/** An event and its place in a stream, nothing more. */
export const rawTable = `
  create schema raw;
  create table raw.events (
    id bigint generated always as identity primary key,
    stream uuid not null,
    version integer not null,
    type text not null,
    payload json not null,
    unique (stream, version)
  )`;

export async function openBench(): Promise<Bench> {
  const folder = await temporaryFolder();
  const url = await (await withPostgres()).freshDatabase();
  const report = (error: Error) => process.stderr.write(`${error.stack}\n`);
  const database = await openDatabase({ dataFolder: folder, databaseUrl: url, eventStoreUrl: null }, schema, report);
  const store = openEventStore(database);
  const raw = new pg.Pool({ connectionString: url, max: rawSessions });
  // The server's last word to a session that `end` has just closed is no news.
  raw.on('error', (error) => {
    if (!raw.ending) report(error);
  });
  await raw.query(rawTable);
  const meter = await Meter.open(url);
  return {
    url,
    database,
    store,
    raw,
    meter,
    async close() {
      await meter.close();
      await raw.end();
      await store.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Appends up to this size, 50 events to each new stream; answers the ids of the streams. */
export async function fill({ store }: Pick<Bench, 'store'>, size: number): Promise<readonly string[]> {
  const streams: string[] = [];
  const write = async () => {
    while (streams.length * 50 < size) {
      const { stream, events, command } = madeUp(50);
      streams.push(stream.id);
      await store.append(stream, events, 0, command);
    }
  };
  await Promise.all(Array.from({ length: 32 }, write));
  return streams;
}

/** Gives the raw table, which is still empty, the events of the log. */
export async function mirror({ raw }: Pick<Bench, 'raw'>): Promise<void> {
  await raw.query(`
    insert into raw.events (stream, version, type, payload)
    select stream_id, version, type, payload from soat_log.events order by position`);
  await raw.query('vacuum analyze raw.events');
  await raw.query('vacuum analyze soat_log.events');
}

/** Whether the log's positions are 1, 2, 3 and so on to its head. */
export async function isGapFree({
  raw,
}: Pick<Bench, 'raw'>): Promise<{ readonly isDense: boolean; readonly count: number }> {
  const { rows } = await raw.query(
    'select count(*)::int as count, coalesce(min(position), 1)::int as first, coalesce(max(position), 0)::int as last from soat_log.events',
  );
  const { count, first, last } = rows[0];
  return { isDense: first === 1 && last === count, count };
}
