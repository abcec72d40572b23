import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the long path adds to the read models. Rows made before are made anew, since their views' versions rose. */
export class LongPathTables0001 implements MigrationInterface {
  readonly name = 'LongPathTables1763683204001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.inspection_list
        add column regime text not null default 'internal-check',
        add column path text not null default 'short',
        add column told jsonb not null default '{}',
        add column is_draft_sent boolean not null default false,
        add column is_appraised boolean not null default false,
        add column conclusion_on text;

      alter table soat_read.inspection_sight
        add column path text not null default 'short',
        add column is_draft_sent boolean not null default false;

      alter table soat_read.unit_overview add column untold jsonb not null default '{}';

      create table soat_read.earlier_findings (
        unit_id uuid primary key,
        numbers jsonb not null,
        findings jsonb not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.earlier_findings;
      alter table soat_read.unit_overview drop column untold;
      alter table soat_read.inspection_sight drop column path, drop column is_draft_sent;
      alter table soat_read.inspection_list
        drop column regime,
        drop column path,
        drop column told,
        drop column is_draft_sent,
        drop column is_appraised,
        drop column conclusion_on;
    `);
  }
}
