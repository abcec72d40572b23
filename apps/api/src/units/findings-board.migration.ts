import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every inspection found, a row an inspection: most events of a case are about all of its findings or several. */
export class FindingsBoard0001 implements MigrationInterface {
  readonly name = 'FindingsBoard1763683209001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_read.findings_board (
        id uuid primary key,
        unit_id uuid not null,
        unit_name text not null,
        inspection_number text not null,
        checklist_kind text not null,
        path text not null,
        team_ids text[] not null,
        is_revealed boolean not null,
        findings jsonb not null
      );
      create index findings_board_unit on soat_read.findings_board (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table soat_read.findings_board');
  }
}
