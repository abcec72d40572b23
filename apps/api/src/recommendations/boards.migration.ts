import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of the ladder, and by what the board may be searched. Rows made before are made anew: the view's version rose. */
export class Boards0001 implements MigrationInterface {
  readonly name = 'Boards1763683208001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_read.ladder_log (
        event_id uuid primary key,
        position bigint not null,
        unit_id uuid not null,
        recommendation_id uuid not null,
        kind text not null,
        step text,
        level text,
        due_on text not null,
        planned_on text,
        taken_on text not null,
        "to" jsonb not null
      );
      create index ladder_log_position on soat_read.ladder_log (position);
      create index ladder_log_recommendation on soat_read.ladder_log (recommendation_id, position);

      alter table soat_read.recommendation_board
        add column lead_body_id uuid not null default '00000000-0000-0000-0000-000000000000',
        add column coordinating_body_ids uuid[] not null default '{}',
        add column search_key text not null default '';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.recommendation_board
        drop column lead_body_id,
        drop column coordinating_body_ids,
        drop column search_key;
      drop table soat_read.ladder_log;
    `);
  }
}
