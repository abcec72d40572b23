import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Legal dates inside the rows are ISO text: fixed width, so they sort and compare as they are. */
export class RepeatMatrix0001 implements MigrationInterface {
  readonly name = 'RepeatMatrix1763683206001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_read.repeat_matrix (
        unit_id uuid primary key,
        unit_name text not null,
        unit_code text not null,
        inspections jsonb not null,
        findings jsonb not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table soat_read.repeat_matrix');
  }
}
