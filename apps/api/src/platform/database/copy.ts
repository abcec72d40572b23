import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import * as copyStreams from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { connectForCopy } from './database.js';

/** What is sent at once, in characters, whatever the rows' size. */
const chunkLengthMin = 64 * 1024;

/** A connection that copies rows into tables. Whoever opened it closes it. */
export class Copying {
  private constructor(private readonly client: Client) {}

  static async open(dataSource: DataSource): Promise<Copying> {
    return new Copying(await connectForCopy(dataSource));
  }

  /** All rows or none; their keys must be new there. Columns and values in the same order. @throws the driver's error */
  async into(table: string, columns: readonly string[], rows: Iterable<readonly unknown[]>): Promise<void> {
    const names = columns.map((column) => `"${column}"`).join(', ');
    const copied = this.client.query(copyStreams.from(`copy ${table} (${names}) from stdin`));
    await pipeline(Readable.from(chunksOf(rows)), copied);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

function* chunksOf(rows: Iterable<readonly unknown[]>): Generator<string> {
  let chunk = '';
  for (const values of rows) {
    chunk += `${values.map(copiedText).join('\t')}\n`;
    if (chunk.length < chunkLengthMin) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
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
