import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { versionsOf } from './versions.js';

/** Rows as they stand (null), or as they stood when the event at a position had been folded; their alias is `row`. */
export function rowsAt<Row extends ObjectLiteral>(
  dataSource: DataSource,
  table: new () => Row,
  position: number | null,
): SelectQueryBuilder<Row> {
  if (position === null) return dataSource.getRepository(table).createQueryBuilder('row');
  return dataSource
    .getRepository(versionsOf(table))
    .createQueryBuilder('row')
    .where(stoodAt(dataSource, table, ':stoodAt'), { stoodAt: position });
}

/** The same for SQL written by hand: what stands behind `from`, under the alias `row`. `bind` answers a value's placeholder. */
export function tableAt(
  dataSource: DataSource,
  table: new () => object,
  position: number | null,
  bind: (bound: unknown) => string,
): string {
  if (position === null) return `${dataSource.getMetadata(table).tablePath} row`;
  const { tablePath } = dataSource.getMetadata(versionsOf(table));
  return `(select * from ${tablePath} row where ${stoodAt(dataSource, table, `${bind(position)}::bigint`)}) row`;
}

/**
 * The newest version of each key that is not younger than the position, unless the row was gone by then. The keys come from
 * the live table, and from the few rows that have left it: one descent of the versions' primary key for each.
 */
function stoodAt(dataSource: DataSource, table: new () => object, position: string): string {
  const live = dataSource.getMetadata(table);
  const versions = dataSource.getMetadata(versionsOf(table)).tablePath;
  const key = `"${live.primaryColumns[0]?.databaseName}"`;
  return `(row.${key}, row.from_position) in (
      select known.${key}, latest.from_position
        from (select ${key} from ${live.tablePath}
              union select ${key} from ${versions} where gone_at is not null) known
       cross join lateral (
              select from_position from ${versions}
               where ${key} = known.${key} and from_position <= ${position}
               order by from_position desc limit 1) latest)
    and (row.gone_at is null or row.gone_at > ${position})`;
}
