import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row for each inspection instead of one for each unit; the view's version rose with it, so the rows are made anew. */
export class EarlierFindings0002 implements MigrationInterface {
  readonly name = 'EarlierFindings1763980801001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.earlier_findings;
      create table soat_read.earlier_findings (
        inspection_id uuid primary key,
        unit_id uuid not null,
        number text not null,
        findings jsonb not null
      );
      create index earlier_findings_unit on soat_read.earlier_findings (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.earlier_findings;
      create table soat_read.earlier_findings (
        unit_id uuid primary key,
        numbers jsonb not null,
        findings jsonb not null
      );
    `);
  }
}
