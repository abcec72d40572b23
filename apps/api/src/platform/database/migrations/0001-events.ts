import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every change of the log meets, to the letter: also what is looked for, and put back, when somebody has written it anew. */
export const refuseChange = `
      begin
        raise exception '% on %.% is refused: the log only grows', tg_op, tg_table_schema, tg_table_name
          using errcode = 'insufficient_privilege';
      end `;

/**
 * The log, in its final form: an append-only table cannot be mended later. What each column is for stands
 * in the README of the PostgreSQL event store.
 */
export class Events0001 implements MigrationInterface {
  // TypeORM orders migrations by the milliseconds at the end of their names.
  readonly name = 'Events1763683200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists soat_log;

      create table soat_log.events (
        position bigint not null,
        occurred_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null,
        effective_on date,
        version integer not null,
        schema_version integer not null,
        command_index integer not null,
        event_id uuid not null,
        stream_id uuid not null,
        unit_id uuid not null,
        command_id uuid not null,
        causation_id uuid,
        correlation_id uuid not null,
        stream_category text not null,
        type text not null,
        actor text not null,
        role text not null,
        on_behalf_of text,
        salt bytea not null,
        leaf_hash bytea not null,
        payload json not null,

        constraint events_position primary key (position),
        constraint events_event_id unique (event_id),
        constraint events_stream_version unique (stream_category, stream_id, version),
        constraint events_command unique (command_id, command_index),

        constraint events_position_from_1 check (position >= 1),
        constraint events_version_from_1 check (version >= 1),
        constraint events_schema_version_from_1 check (schema_version >= 1),
        constraint events_command_index_from_0 check (command_index >= 0),
        constraint events_stream_category_plain check (stream_category ~ '^[a-z][a-z-]*$'),
        constraint events_type_plain check (type <> '' and type !~ '[[:cntrl:]]'),
        constraint events_actor_plain check (actor <> '' and actor !~ '[[:cntrl:]]'),
        constraint events_role_plain check (role <> '' and role !~ '[[:cntrl:]]'),
        constraint events_on_behalf_of_plain check (on_behalf_of <> '' and on_behalf_of !~ '[[:cntrl:]]'),
        constraint events_salt_16_bytes check (octet_length(salt) = 16),
        constraint events_leaf_hash_32_bytes check (octet_length(leaf_hash) = 32),
        constraint events_payload_object check (json_typeof(payload) = 'object')
      );
      create index events_unit on soat_log.events (unit_id, position);

      create table soat_log.empty_answers (
        command_id uuid not null,
        digest text not null,
        actor text not null,
        stream_category text not null,
        stream_id uuid not null,
        length integer not null,
        position bigint not null,
        answered_at timestamptz(3) not null,

        constraint empty_answers_command primary key (command_id),
        constraint empty_answers_length_from_0 check (length >= 0),
        constraint empty_answers_position_from_0 check (position >= 0)
      );

      create function soat_log.refuse_change() returns trigger language plpgsql as $$${refuseChange}$$;

      create trigger events_refuse_change before update or delete or truncate on soat_log.events
        for each statement execute function soat_log.refuse_change();
      create trigger empty_answers_refuse_change before update or delete or truncate on soat_log.empty_answers
        for each statement execute function soat_log.refuse_change();
    `);
    // "Always" also holds where session_replication_role = replica would put ordinary triggers to sleep.
    await runner.query(`
      alter table soat_log.events enable always trigger events_refuse_change;
      alter table soat_log.empty_answers enable always trigger empty_answers_refuse_change;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the log is never dropped by a migration');
  }
}
