import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Parts } from './parts.js';
import { versionsOf } from './versions.js';

/**
 * Rows as they stand (null), or as they stood when the event at a position had been folded; their alias is `row`. `among` is
 * SQL that says which keys to look at, by columns that never change of a row: `unit_id = :unitId`.
 */
export function rowsAt<Row extends ObjectLiteral>(
  dataSource: DataSource,
  table: new () => Row,
  position: number | null,
  among = 'true',
): SelectQueryBuilder<Row> {
  if (position === null) return dataSource.getRepository(table).createQueryBuilder('row');
  return dataSource
    .getRepository(versionsOf(table))
    .createQueryBuilder('row')
    .where(stoodAt(dataSource, table, ':stoodAt', among), { stoodAt: position });
}

/** The same for SQL written by hand: what stands behind `from`, under the alias `row`. `bind` answers a value's placeholder. */
export function tableAt(
  dataSource: DataSource,
  table: new () => object,
  position: number | null,
  bind: (bound: unknown) => string,
  among = 'true',
): string {
  if (position === null) return `${dataSource.getMetadata(table).tablePath} row`;
  const { tablePath } = dataSource.getMetadata(versionsOf(table));
  return `(select * from ${tablePath} row where ${stoodAt(dataSource, table, `${bind(position)}::bigint`, among)}) row`;
}

/** Rows as they stood, their parts put back into them. `narrow` says which. */
export async function wholeRowsAt<Row extends ObjectLiteral>(
  dataSource: DataSource,
  table: new () => Row,
  parts: Parts,
  position: number,
  narrow: (select: SelectQueryBuilder<Row>) => void = () => {},
  among = 'true',
): Promise<Row[]> {
  const select = rowsAt(dataSource, table, position, among);
  narrow(select);
  const rows = await select.getMany();
  const key = dataSource.getMetadata(table).primaryColumns[0];
  const keys: readonly string[] = rows.map((row) => key?.getEntityValue(row));
  const found: readonly { readonly key: string; readonly part: object }[] = await dataSource.query(
    `select key, part from ${partsAt(dataSource, parts, '$1::bigint', 'key = any($2::uuid[])')} order by since`,
    [position, keys],
  );
  const lists = new Map<string, object[]>(keys.map((of) => [of, []]));
  for (const { key: of, part } of found) lists.get(of)?.push(part);
  return rows.map((row, index) => ({ ...row, [parts.member]: lists.get(keys[index] ?? '') ?? [] }));
}

/** SQL: the parts as they stood, with the position of the first version of each, by which they stand in their lists. */
export function partsAt(dataSource: DataSource, { table }: Parts, position: string, where = 'true'): string {
  const { tablePath } = dataSource.getMetadata(table);
  return `(
      select * from (
        select distinct on (key, part_id) key, part_id, part,
               min(from_position) over (partition by key, part_id) as since
          from ${tablePath} where from_position <= ${position} and ${where}
         order by key, part_id, from_position desc) latest
       where part is not null) parts`;
}

/**
 * The newest version of each key that is not younger than the position, unless the row was gone by then. The keys come from
 * the live table, and from the few rows that have left it: one descent of the versions' primary key for each, whose place in
 * the table (`ctid`) then needs no second one.
 */
function stoodAt(dataSource: DataSource, table: new () => object, position: string, among: string): string {
  const live = dataSource.getMetadata(table);
  const versions = dataSource.getMetadata(versionsOf(table)).tablePath;
  const key = `"${live.primaryColumns[0]?.databaseName}"`;
  return `row.ctid = any(array(
      select latest.ctid
        from (select ${key} from ${live.tablePath} where ${among}
              union select ${key} from ${versions} where gone_at is not null and ${among}) known
       cross join lateral (
              select ctid from ${versions}
               where ${key} = known.${key} and from_position <= ${position}
               order by from_position desc limit 1) latest))
    and (row.gone_at is null or row.gone_at > ${position})`;
}
