import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instants and legal dates are kept as the ISO text the rows carry: fixed width, so they sort and compare as they are. */
export class RecommendationTables0001 implements MigrationInterface {
  readonly name = 'RecommendationTables1763683203001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists soat_read;

      create table soat_read.recommendation_board (
        id uuid primary key,
        unit_id uuid not null,
        unit_name text not null,
        acting_unit_ids uuid[] not null,
        lead_body_name text not null,
        inspection_id uuid not null,
        inspection_number text not null,
        team_ids text[] not null,
        number text not null,
        kind text not null,
        text text not null,
        severity text not null,
        findings jsonb not null,
        status text not null,
        issued_at text not null,
        original_due_on text not null,
        due_on text not null,
        percent integer,
        rounds integer not null,
        returns integer not null,
        submitted_on text,
        is_on_time boolean,
        is_on_time_originally boolean,
        settled_at text,
        length integer not null
      );

      create index recommendation_board_acting on soat_read.recommendation_board using gin (acting_unit_ids);
      create index recommendation_board_due on soat_read.recommendation_board (due_on, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.recommendation_board;
    `);
  }
}
