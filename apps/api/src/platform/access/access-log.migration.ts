import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at what: like the log's own tables it only grows, and is beside them. */
export class AccessLog0001 implements MigrationInterface {
  readonly name = 'AccessLog1763990000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table soat_log.access_log (
        id bigint generated always as identity,
        at timestamptz(3) not null,
        actor text not null,
        role text not null,
        on_behalf_of text,
        subject text not null,
        subject_id uuid,
        scope text,
        as_of text,
        request_id uuid not null,

        constraint access_log_id primary key (id),
        constraint access_log_subject check (subject in ('inspection', 'recommendation', 'bundle', 'event', 'history'))
      );
      create index access_log_at on soat_log.access_log (at, id);
      create index access_log_actor on soat_log.access_log (actor, id);
      create index access_log_subject_id on soat_log.access_log (subject_id, id) where subject_id is not null;

      create trigger access_log_refuse_change before update or delete or truncate on soat_log.access_log
        for each statement execute function soat_log.refuse_change();
    `);
    // As with the events: also where session_replication_role = replica would put ordinary triggers to sleep.
    await runner.query('alter table soat_log.access_log enable always trigger access_log_refuse_change');
  }

  async down(): Promise<void> {
    throw new Error('who looked at what is never dropped by a migration');
  }
}
