import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for somebody. Most cases are over and wait for nobody: the index is of the others. */
export class AgendaTables0001 implements MigrationInterface {
  readonly name = 'AgendaTables1763683207001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_read.agenda (
        id uuid primary key,
        category text not null,
        unit_id uuid not null,
        unit_name text not null,
        number text not null,
        title jsonb not null,
        regime text,
        lead_id text not null,
        team_ids text[] not null,
        finder_ids text[] not null,
        acting_unit_ids uuid[] not null,
        seeing_unit_ids uuid[] not null,
        is_revealed boolean not null,
        tasks jsonb not null,
        course jsonb not null,
        is_simulated boolean not null
      );
      create index agenda_waiting on soat_read.agenda (unit_id) where tasks <> '[]'::jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table soat_read.agenda');
  }
}
