import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Checkpoints0001 implements MigrationInterface {
  readonly name = 'Checkpoints1763683200500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists soat_read;

      create table soat_read.checkpoints (
        name text primary key,
        version integer not null,
        position bigint not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table soat_read.checkpoints');
  }
}
