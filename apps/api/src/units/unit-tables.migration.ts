import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instants and legal dates are kept as the ISO text the rows carry: fixed width, so they sort and compare as they are. */
export class UnitTables0001 implements MigrationInterface {
  readonly name = 'UnitTables1763683201001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists soat_read;

      create table soat_read.unit_register (
        id uuid primary key,
        code text not null,
        name text not null,
        kind text not null,
        parent_id uuid,
        head_name text,
        valid_from text not null,
        search_key text not null,
        length integer not null
      );

      create table soat_read.unit_overview (
        unit_id uuid primary key,
        name text not null,
        code text not null,
        kind text not null,
        parent_id uuid,
        head_name text,
        inspections_started integer not null,
        inspections_ended integer not null,
        last_inspected_at text,
        findings jsonb not null,
        corrected_on_site integer not null,
        recommendations_issued integer not null,
        implemented integer not null,
        not_implemented integer not null,
        verified integer not null,
        verified_on_time integer not null,
        verified_on_time_originally integer not null,
        open jsonb not null
      );

      create table soat_read.unit_timeline (
        event_id uuid primary key,
        position bigint not null,
        unit_id uuid not null,
        stream_category text not null,
        stream_id uuid not null,
        type text not null,
        actor text not null,
        role text not null,
        on_behalf_of text,
        occurred_at text not null,
        recorded_at text not null,
        effective_on text,
        sentence_vi text not null,
        sentence_en text not null,
        is_simulated boolean not null
      );

      create table soat_read.inspection_sight (
        id uuid primary key,
        team_ids text[] not null,
        is_revealed boolean not null
      );

      create index unit_register_search on soat_read.unit_register (search_key, id);
      create index unit_timeline_unit on soat_read.unit_timeline (unit_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.unit_register;
      drop table soat_read.unit_overview;
      drop table soat_read.unit_timeline;
      drop table soat_read.inspection_sight;
    `);
  }
}

/** Money and the ladder; the rows are folded anew under the view's next version. */
export class UnitTables0002 implements MigrationInterface {
  readonly name = 'UnitTables1763723200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      truncate soat_read.unit_overview;

      alter table soat_read.unit_overview
        add column amount_to_recover bigint not null,
        add column amount_recovered bigint not null,
        add column extensions_granted integer not null,
        add column times_overdue integer not null,
        add column reminders integer not null,
        add column escalations integer not null,
        add column sanctions_imposed integer not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table soat_read.unit_overview
        drop column amount_to_recover,
        drop column amount_recovered,
        drop column extensions_granted,
        drop column times_overdue,
        drop column reminders,
        drop column escalations,
        drop column sanctions_imposed;
    `);
  }
}
