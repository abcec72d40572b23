import type { EntityManager, EntityMetadata } from 'typeorm';
import type { Copying } from '../database/copy.js';
import type { Projection } from './projection.js';

type Column = EntityMetadata['columns'][number];

/** A projection's table, or the spare one that is to take its place. */
export interface RowTable {
  /** With its schema: `soat_read.unit_overview`. */
  readonly name: string;
  /** The column of the rows' key. */
  readonly key: Column;
  readonly columns: readonly Column[];
}

export function tableOf(manager: EntityManager, { table, name }: Pick<Projection, 'table' | 'name'>): RowTable {
  const { primaryColumns, columns, tablePath } = manager.connection.getMetadata(table);
  const [key, ...others] = primaryColumns;
  if (!key || others.length > 0) throw new Error(`${name}: its table needs one key column`);
  return { name: tablePath, key, columns };
}

/** The rows there are, by key. A row's members are what JSON can hold, so JSON is how they come and go. */
export async function readRows(
  manager: EntityManager,
  { name, key, columns }: RowTable,
  keys: readonly string[],
): Promise<Map<string, object>> {
  if (keys.length === 0) return new Map();
  const found: readonly { readonly key: string; readonly row: Readonly<Record<string, unknown>> }[] =
    await manager.query(
      `select "${key.databaseName}"::text as key, to_json(kept) as row from ${name} kept
        where "${key.databaseName}" = any($1::${String(key.type)}[])`,
      [[...keys]],
    );
  return new Map(
    found.map(({ key: of, row }) => [
      of,
      Object.fromEntries(columns.map((column) => [column.propertyName, row[column.databaseName]])),
    ]),
  );
}

/** Copies rows whose keys are not there yet, all or none, past the manager's transaction. */
export async function copyRows(
  copying: Copying,
  { connection: { driver } }: EntityManager,
  { name, columns }: RowTable,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map(({ databaseName }) => databaseName);
  // JSON as text, and what transformers make of a value, is the driver's affair, as in TypeORM's own inserts.
  const valuesOf = (row: object) =>
    columns.map((column) => driver.preparePersistentValue(column.getEntityValue(row), column));
  const values = function* () {
    for (const row of rows) yield valuesOf(row);
  };
  await copying.into(name, names, values());
}

/** Inserts rows, or overwrites those that are there, in one statement with one parameter. */
export async function writeRows(
  manager: EntityManager,
  { name, key, columns }: RowTable,
  rows: readonly object[],
  /** Columns that make a row unique together with its key. */
  besideKey: readonly string[] = [],
): Promise<void> {
  if (rows.length === 0) return;
  const stored = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(row) ?? null])),
  );
  const unique = [key.databaseName, ...besideKey].map((column) => `"${column}"`);
  const others = columns.map((column) => `"${column.databaseName}"`).filter((column) => !unique.includes(column));
  await manager.query(
    `insert into ${name} select * from json_populate_recordset(null::${name}, $1)
         on conflict (${unique.join(', ')}) do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [JSON.stringify(stored)],
  );
}

export async function deleteRows(
  manager: EntityManager,
  { name, key }: RowTable,
  keys: readonly string[],
): Promise<void> {
  if (keys.length > 0)
    await manager.query(`delete from ${name} where "${key.databaseName}" = any($1::${String(key.type)}[])`, [
      [...keys],
    ]);
}
