import pg from 'pg';
import type { StoredEvent, StreamName } from '../event-store.js';

/** One row of `soat_log.events` as the parsers below give it; the column names are the row's keys. */
interface StoredRow {
  readonly position: number;
  readonly event_id: string;
  readonly stream_category: StreamName['category'];
  readonly stream_id: string;
  readonly version: number;
  readonly type: string;
  readonly schema_version: number;
  readonly unit_id: string;
  readonly actor: string;
  readonly role: string;
  readonly on_behalf_of: string | null;
  readonly command_id: string;
  readonly command_index: number;
  readonly causation_id: string | null;
  readonly correlation_id: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly effective_on: string | null;
  readonly payload: string;
  readonly salt: Buffer;
  readonly leaf_hash: Buffer;
}

export function storedEvent(row: StoredRow): StoredEvent {
  return {
    position: row.position,
    id: row.event_id,
    stream: { category: row.stream_category, id: row.stream_id },
    version: row.version,
    type: row.type,
    schemaVersion: row.schema_version,
    unitId: row.unit_id,
    actor: row.actor,
    role: row.role,
    onBehalfOf: row.on_behalf_of,
    commandId: row.command_id,
    commandIndex: row.command_index,
    causationId: row.causation_id,
    correlationId: row.correlation_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    effectiveOn: row.effective_on,
    payload: row.payload,
    salt: row.salt,
    leafHash: row.leaf_hash,
  };
}

/** A row's columns, and the type of the array that carries each into an insert. */
export const insertedColumns: readonly (readonly [
  column: string,
  type: string,
  of: (event: StoredEvent) => unknown,
])[] = [
  ['position', 'bigint', (event) => event.position],
  ['occurred_at', 'timestamptz', (event) => event.occurredAt],
  ['recorded_at', 'timestamptz', (event) => event.recordedAt],
  ['effective_on', 'date', (event) => event.effectiveOn],
  ['version', 'integer', (event) => event.version],
  ['schema_version', 'integer', (event) => event.schemaVersion],
  ['command_index', 'integer', (event) => event.commandIndex],
  ['event_id', 'uuid', (event) => event.id],
  ['stream_id', 'uuid', (event) => event.stream.id],
  ['unit_id', 'uuid', (event) => event.unitId],
  ['command_id', 'uuid', (event) => event.commandId],
  ['causation_id', 'uuid', (event) => event.causationId],
  ['correlation_id', 'uuid', (event) => event.correlationId],
  ['stream_category', 'text', (event) => event.stream.category],
  ['type', 'text', (event) => event.type],
  ['actor', 'text', (event) => event.actor],
  ['role', 'text', (event) => event.role],
  ['on_behalf_of', 'text', (event) => event.onBehalfOf],
  ['salt', 'bytea', (event) => event.salt],
  ['leaf_hash', 'bytea', (event) => event.leafHash],
  ['payload', 'json', (event) => event.payload],
];

export const columns = insertedColumns.map(([column]) => column).join(', ');

// Object ids of PostgreSQL's types, which are fixed.
const parsers = new Map<number, (text: string) => unknown>([
  [20 /* bigint */, positionOf],
  [114 /* json */, (text) => text],
  [1082 /* date */, (text) => text],
  [1184 /* timestamptz */, instantOf],
]);

/**
 * How the log's rows are read, whatever the pool's own parsers do: the driver's defaults would parse the payload, take
 * dates through the local time zone and give positions as text.
 */
export const logTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
};

function positionOf(text: string): number {
  const position = Number(text);
  if (!Number.isSafeInteger(position)) throw new Error(`position ${text} is beyond the safe integers`);
  return position;
}

/** From `2026-11-21 03:04:05.6+00`, trailing zeros left out, in whatever zone the session shows it, to the log's form. */
export function instantOf(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?([+-]\d\d)(:\d\d)?$/.exec(text);
  if (!match) throw new Error(`${text} is no instant of the log`);
  const [, date, time, decimals = '', hours, minutes = ':00'] = match;
  const local = `${date}T${time}.${decimals.padEnd(3, '0')}`;
  return hours === '+00' && minutes === ':00' ? `${local}Z` : new Date(`${local}${hours}${minutes}`).toISOString();
}
