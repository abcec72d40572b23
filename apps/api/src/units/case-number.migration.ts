import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which case an event in a unit's history is about, and what people call it. */
export class CaseNumber0001 implements MigrationInterface {
  readonly name = 'CaseNumber1763732401001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.unit_timeline add column case_id uuid;
      create table soat_read.case_number (id uuid primary key, number text not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.unit_timeline drop column case_id;
      drop table soat_read.case_number;
    `);
  }
}
