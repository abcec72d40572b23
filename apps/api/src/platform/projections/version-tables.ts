import type { QueryRunner } from 'typeorm';

/**
 * Tables for the versions of rows, beside the live ones and with their columns. For migrations, so what it does stays as it is:
 * a later column is added to both tables, and another shape of versions is another function.
 */
export async function createVersionTables(runner: QueryRunner, keys: Readonly<Record<string, string>>): Promise<void> {
  for (const [table, key] of Object.entries(keys))
    await runner.query(`
      create table soat_read.${table}_versions (
        like soat_read.${table},
        from_position bigint not null,
        gone_at bigint,
        primary key (${key}, from_position)
      );
      create index ${table}_versions_gone on soat_read.${table}_versions (${key}) where gone_at is not null;
    `);
}

export async function dropVersionTables(runner: QueryRunner, keys: Readonly<Record<string, string>>): Promise<void> {
  for (const table of Object.keys(keys)) await runner.query(`drop table soat_read.${table}_versions`);
}

/** A table for the versions of what stands in a list of a table's rows, `findings` of `repeat_matrix`, say. */
export async function createPartTable(runner: QueryRunner, table: string, member: string): Promise<void> {
  await runner.query(`
    create table soat_read.${table}_${member}_versions (
      key uuid not null,
      part_id text not null,
      from_position bigint not null,
      part jsonb,
      primary key (key, part_id, from_position)
    )`);
}
