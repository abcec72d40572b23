import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The recently settled recommendations of a unit; the view's version rose with it, so the rows are made anew. */
export class SettledBefore0002 implements MigrationInterface {
  readonly name = 'SettledBefore1763683205001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.earlier_recommendations
        add column settled jsonb not null default '[]', drop column implemented, drop column not_implemented
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.earlier_recommendations drop column settled,
        add column implemented integer not null default 0, add column not_implemented integer not null default 0
    `);
  }
}
