import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instants and legal dates are kept as the ISO text the rows carry: fixed width, so they sort and compare as they are. */
export class InspectionTables0001 implements MigrationInterface {
  readonly name = 'InspectionTables1763683202001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists soat_read;

      create table soat_read.inspection_list (
        id uuid primary key,
        unit_id uuid not null,
        unit_name text not null,
        number text not null,
        type text not null,
        checklist_kind text not null,
        checklist_edition integer not null,
        title jsonb not null,
        status text not null,
        ordered_on text not null,
        ordered_by text not null,
        started_at text,
        ended_at text,
        minutes_kind text,
        minutes_on text,
        lead_name text not null,
        team_ids text[] not null,
        is_revealed boolean not null,
        items integer not null,
        marks jsonb not null,
        findings jsonb not null,
        recommendations integer not null,
        recommendations_settled integer not null,
        length integer not null
      );

      create table soat_read.earlier_recommendations (
        unit_id uuid primary key,
        implemented integer not null,
        not_implemented integer not null,
        open jsonb not null
      );

      create index inspection_list_unit on soat_read.inspection_list (unit_id, ordered_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.inspection_list;
      drop table soat_read.earlier_recommendations;
    `);
  }
}
