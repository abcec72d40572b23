import type { EntityManager, EntityMetadata } from 'typeorm';
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

export function tableOf(manager: EntityManager, { table, name }: Projection): RowTable {
  const { primaryColumns, columns, tablePath } = manager.connection.getMetadata(table);
  const [key, ...others] = primaryColumns;
  if (!key || others.length > 0) throw new Error(`${name}: its table needs one key column`);
  return { name: tablePath, key, columns };
}

export function keyOfRow({ key }: RowTable, row: object): string {
  return String(key.getEntityValue(row));
}

/** The rows there are, by key. */
export async function readRows(
  manager: EntityManager,
  projection: Projection,
  table: RowTable,
  keys: readonly string[],
): Promise<Map<string, object>> {
  const select = manager.createQueryBuilder(projection.table, 'row').whereInIds([...keys]);
  const alias = select.expressionMap.mainAlias;
  // The spare table has the same columns and no entity of its own.
  if (alias) alias.tablePath = table.name;
  const rows = await select.getMany();
  return new Map(rows.map((row) => [keyOfRow(table, row), row]));
}

/** Inserts rows, or overwrites those that are there, in one statement with one parameter. */
export async function writeRows(
  manager: EntityManager,
  { name, key, columns }: RowTable,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const stored = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(row) ?? null])),
  );
  const others = columns.filter((column) => column !== key).map((column) => `"${column.databaseName}"`);
  await manager.query(
    `insert into ${name} select * from json_populate_recordset(null::${name}, $1)
         on conflict ("${key.databaseName}") do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [JSON.stringify(stored)],
  );
}

export async function deleteRows(
  manager: EntityManager,
  { name, key }: RowTable,
  keys: readonly string[],
): Promise<void> {
  if (keys.length > 0)
    await manager.query(`delete from ${name} where "${key.databaseName}"::text = any($1)`, [[...keys]]);
}
