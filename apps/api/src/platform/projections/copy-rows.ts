import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import type { Column, RowTable } from './rows.js';

/** What is sent at once, in characters, whatever the rows' size. */
const chunkLengthMin = 64 * 1024;

/** Copies rows into the table, all or none; their keys must be new there. @throws the driver's error */
export async function copyRows(
  client: Client,
  { driver }: DataSource,
  { name, columns }: RowTable,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  // JSON as text, and what transformers make of a value, is the driver's affair, as in TypeORM's own inserts.
  const prepared = (row: object) => (column: Column) =>
    copiedText(driver.preparePersistentValue(column.getEntityValue(row), column));
  const lines = function* () {
    let chunk = '';
    for (const row of rows) {
      chunk += `${columns.map(prepared(row)).join('\t')}\n`;
      if (chunk.length < chunkLengthMin) continue;
      yield chunk;
      chunk = '';
    }
    yield chunk;
  };
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy ${name} (${names}) from stdin`)));
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format. */
export function copiedText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  return literalOf(value).replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Always in quotes, so that no text is taken for a comma, a brace or NULL. */
function elementOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return literalOf(value);
  return `"${literalOf(value).replace(/["\\]/g, '\\$&')}"`;
}
