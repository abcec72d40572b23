import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IntegrityChecks0001 implements MigrationInterface {
  readonly name = 'IntegrityChecks1763683211001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_read.integrity_checks (
        id uuid primary key,
        position bigint not null,
        checked_at text not null,
        started_at text not null,
        took_ms integer not null,
        is_clean boolean not null,
        events bigint not null,
        size bigint not null,
        checkpoint_size bigint,
        checkpoint_root text,
        checkpoints integer not null,
        tiles integer not null,
        views integer not null,
        rows integer not null,
        evidence integer not null,
        differences jsonb not null,
        not_checked jsonb not null,
        sentence_vi text not null,
        sentence_en text not null
      );
      create index integrity_checks_position on soat_read.integrity_checks (position desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table soat_read.integrity_checks');
  }
}
