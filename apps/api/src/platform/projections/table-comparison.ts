import type { EntityManager } from 'typeorm';

export interface TableComparison {
  /** Of the live table. */
  readonly rows: number;
  readonly differing: number;
  /** `soat_read.unit_overview 0188…: changed`; null when none differs. */
  readonly first: string | null;
}

/** Row by row, by the primary key of the live table; `spare` is made like it, so its columns stand in the same order. */
export async function compareTables(manager: EntityManager, live: string, spare: string): Promise<TableComparison> {
  const [{ keys }]: [{ readonly keys: readonly string[] }] = await manager.query(
    `select array_agg(quote_ident(attname) order by attnum) as keys
       from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
      where indrelid = $1::regclass and indisprimary`,
    [live],
  );
  const [found]: readonly [TableComparison] = await manager.query(
    // By their text first, which is quick; what differs there may still be the same, its JSON's members in another order.
    `with differing as (
       select concat_ws(' ', ${keys.map((key) => `coalesce(kept.${key}, made.${key})`).join(', ')}) as key,
              case when made.${keys[0]} is null then 'added' when kept.${keys[0]} is null then 'missing' else 'changed' end as how
         from ${live} as kept full join ${spare} as made on ${keys.map((key) => `made.${key} = kept.${key}`).join(' and ')}
        where kept::text is distinct from made::text and to_jsonb(kept) is distinct from to_jsonb(made))
     select (select count(*)::int from ${live}) as rows,
            (select count(*)::int from differing) as differing,
            (select key || ': ' || how from differing order by key limit 1) as first`,
  );
  return { ...found, first: found.first && `${live} ${found.first}` };
}
