import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal dates are kept as the ISO text the rows carry: fixed width, so they sort and compare as they are. */
export class ProgrammeTables0001 implements MigrationInterface {
  readonly name = 'ProgrammeTables1763683204001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists soat_read;

      create table soat_read.programme_list (
        id uuid primary key,
        number text not null,
        title text not null,
        basis text not null,
        adopted_on text not null,
        period jsonb not null,
        ends_on text not null,
        body_id uuid not null,
        body_name text not null,
        items jsonb not null,
        pilot_sites jsonb not null,
        amendments jsonb not null,
        length integer not null
      );

      create table soat_read.programme_inspections (
        id uuid primary key,
        programme_id uuid not null,
        item_id uuid not null,
        unit_id uuid not null,
        unit_name text not null,
        number text not null,
        type text not null,
        team_ids text[] not null,
        is_revealed boolean not null,
        ordered_on text not null,
        started_on text,
        ended_on text,
        is_cancelled boolean not null
      );

      create index programme_inspections_programme on soat_read.programme_inspections (programme_id, item_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.programme_list;
      drop table soat_read.programme_inspections;
    `);
  }
}
