import type { StoredEvent } from '../event-store.js';
import { columns } from './stored-row.js';

/** Columns that hold neither commas nor quotes: they go as the text of an array, `{a,b,NULL}`. */
const plain: readonly (readonly [type: string, of: (event: StoredEvent) => string | number | null])[] = [
  ['timestamptz', (event) => event.occurredAt],
  ['date', (event) => event.effectiveOn],
  ['integer', (event) => event.version],
  ['integer', (event) => event.schemaVersion],
  ['integer', (event) => event.commandIndex],
  ['uuid', (event) => event.id],
  ['uuid', (event) => event.stream.id],
  ['uuid', (event) => event.unitId],
  ['uuid', (event) => event.commandId],
  ['uuid', (event) => event.causationId],
  ['uuid', (event) => event.correlationId],
];

/** Columns of any text but a newline: a line each, which is cheaper than an array's quotes. An empty line is no value. */
const lines: readonly ((event: StoredEvent) => string | null)[] = [
  (event) => event.stream.category,
  (event) => event.type,
  (event) => event.actor,
  (event) => event.role,
  (event) => event.onBehalfOf,
  // Canonical JSON writes a newline as an escape.
  (event) => event.payload,
];

const saltBytes = 16;
const hashBytes = 32;

/** How many parameters an insert begins with. */
export const insertedParameters = 2 + plain.length + lines.length;

/** Parameters of `insertOf` for events that follow one another; their positions are for the statement to give. */
export function insertedValues(events: readonly StoredEvent[], recordedAt: string): unknown[] {
  return [
    recordedAt,
    Buffer.concat(events.flatMap(({ salt, leafHash }) => [salt, leafHash])),
    ...plain.map(([, of]) => arrayOf(events.map(of))),
    ...lines.map((of) => events.map((event) => of(event) ?? '').join('\n')),
  ];
}

/** The text of an array of what needs no quotes. */
export function arrayOf(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** An insert of all the rows. `head` is SQL for the position before them, `condition` for whether to insert at all. */
export function insertOf(preamble: string, head: string, condition: string): string {
  const unnested = [
    ...plain.map(([type], index) => `$${3 + index}::${type}[]`),
    ...lines.map((_, index) => `string_to_array($${3 + plain.length + index}, E'\\n', '')`),
  ];
  const bytes = saltBytes + hashBytes;
  return `
    insert into soat_log.events (${columns})${preamble}
    select ${head} + place, occurred_at, $1::timestamptz, effective_on, version, schema_version, command_index, event_id,
           stream_id, unit_id, command_id, causation_id, correlation_id, stream_category, type, actor, role, on_behalf_of,
           substring($2::bytea from (${bytes} * (place - 1))::integer + 1 for ${saltBytes}),
           substring($2::bytea from (${bytes} * (place - 1))::integer + ${1 + saltBytes} for ${hashBytes}),
           payload::json
      from rows from (${unnested.map((each) => `unnest(${each})`).join(', ')}) with ordinality as
           given(occurred_at, effective_on, version, schema_version, command_index, event_id, stream_id, unit_id, command_id,
                 causation_id, correlation_id, stream_category, type, actor, role, on_behalf_of, payload, place)
     where ${condition}`;
}
