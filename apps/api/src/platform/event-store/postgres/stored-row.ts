import pg from 'pg';
import type { StoredEvent, StreamName } from '../event-store.js';

/** One row of `soat_log.events` as `storedColumns` asks for it. */
interface StoredRow {
  readonly plain: string;
  readonly lines: string;
  readonly bytes: Buffer;
}

// Twenty-one columns cost the driver more than reading them costs the server: they come as three. What holds no comma stands
// between commas, text on lines of its own, and the payload last, where it may hold anything.
const plain = `
  position, event_id, stream_id, version, schema_version, command_index, unit_id, command_id,
  coalesce(causation_id::text, ''), correlation_id, occurred_at, recorded_at, coalesce(effective_on::text, '')`;
const lines = "stream_category, type, actor, role, coalesce(on_behalf_of, ''), payload";

/** What a select of rows for `storedEvent` names. */
export const storedColumns = `concat_ws(',', ${plain}) as plain, concat_ws(E'\\n', ${lines}) as lines,
  salt || leaf_hash as bytes`;

const saltBytes = 16;

export function storedEvent(row: StoredRow): StoredEvent {
  // One text for each column named above; concat_ws leaves out nothing, for none is null.
  const [position, id, streamId, version, schemaVersion, commandIndex, ...others] = row.plain.split(',') as Plain;
  const [unitId, commandId, causationId, correlationId, occurredAt, recordedAt, effectiveOn] = others;
  const [category, type, actor, role, onBehalfOf, ...payload] = row.lines.split('\n') as Lines;
  return {
    position: positionOf(position),
    id,
    stream: { category, id: streamId },
    version: Number(version),
    type,
    schemaVersion: Number(schemaVersion),
    unitId,
    actor,
    role,
    onBehalfOf: onBehalfOf || null,
    commandId,
    commandIndex: Number(commandIndex),
    causationId: causationId || null,
    correlationId,
    occurredAt: instantOf(occurredAt),
    recordedAt: instantOf(recordedAt),
    effectiveOn: effectiveOn || null,
    payload: payload.join('\n'),
    salt: row.bytes.subarray(0, saltBytes),
    leafHash: row.bytes.subarray(saltBytes),
  };
}

type Six = [string, string, string, string, string, string];
type Plain = [...Six, ...Six, string];
type Lines = [StreamName['category'], string, string, string, string, ...string[]];

/** Every column, in the table's order. */
export const columns = `
  position, occurred_at, recorded_at, effective_on, version, schema_version, command_index, event_id, stream_id, unit_id,
  command_id, causation_id, correlation_id, stream_category, type, actor, role, on_behalf_of, salt, leaf_hash, payload`;

// Object ids of PostgreSQL's types, which are fixed.
const parsers = new Map<number, (text: string) => unknown>([
  [20 /* bigint */, positionOf],
  [1184 /* timestamptz */, instantOf],
]);

/** Positions as numbers and instants in the log's form, whatever the pool's own parsers do. */
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
  // What a session in UTC shows, but for one instant in ten: read by its places, for there are two in every event.
  if (text.length === 26 && text[19] === '.' && text.endsWith('+00'))
    return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?([+-]\d\d)(:\d\d)?$/.exec(text);
  if (!match) throw new Error(`${text} is no instant of the log`);
  const [, date, time, decimals = '', hours, minutes = ':00'] = match;
  const local = `${date}T${time}.${decimals.padEnd(3, '0')}`;
  return hours === '+00' && minutes === ':00' ? `${local}Z` : new Date(`${local}${hours}${minutes}`).toISOString();
}
