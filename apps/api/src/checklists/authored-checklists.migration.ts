import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuthoredChecklists0001 implements MigrationInterface {
  readonly name = 'AuthoredChecklists1763740001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_read.authored_checklists (
        id uuid primary key,
        kind text not null,
        code text not null,
        title jsonb not null,
        body_id uuid not null,
        body_name text not null,
        status text not null,
        draft jsonb,
        editions jsonb not null,
        withdrawn jsonb,
        length integer not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table soat_read.authored_checklists;');
  }
}
