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

/**
 * Extensions, money, the ladder. The rows are folded anew under the view's next version, so nothing has to be kept, and
 * columns without a default can be added.
 */
export class RecommendationTables0002 implements MigrationInterface {
  readonly name = 'RecommendationTables1763723200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      truncate soat_read.recommendation_board;

      alter table soat_read.recommendation_board
        alter column inspection_id drop not null,
        alter column inspection_number drop not null,
        add column seeing_unit_ids uuid[] not null,
        add column external jsonb,
        add column calendar_edition integer not null,
        add column plan_review text,
        add column has_obstacle boolean not null,
        add column amount_to_recover bigint,
        add column amount_recovered bigint not null,
        add column extension_asked jsonb,
        add column extensions_granted integer not null,
        add column suspended jsonb,
        add column sanction jsonb,
        add column ladder_since text not null,
        add column ladder_step jsonb,
        add column overdue_for text,
        add column reminders integer not null,
        add column escalated_to text,
        add column is_simulated boolean not null;

      drop index soat_read.recommendation_board_acting;
      create index recommendation_board_seeing on soat_read.recommendation_board using gin (seeing_unit_ids);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      truncate soat_read.recommendation_board;

      drop index soat_read.recommendation_board_seeing;
      alter table soat_read.recommendation_board
        alter column inspection_id set not null,
        alter column inspection_number set not null,
        drop column seeing_unit_ids,
        drop column external,
        drop column calendar_edition,
        drop column plan_review,
        drop column has_obstacle,
        drop column amount_to_recover,
        drop column amount_recovered,
        drop column extension_asked,
        drop column extensions_granted,
        drop column suspended,
        drop column sanction,
        drop column ladder_since,
        drop column ladder_step,
        drop column overdue_for,
        drop column reminders,
        drop column escalated_to,
        drop column is_simulated;
      create index recommendation_board_acting on soat_read.recommendation_board using gin (acting_unit_ids);
    `);
  }
}
