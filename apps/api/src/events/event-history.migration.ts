import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of all events in the place of the units' timelines. Each filter that stands alone has an index in the history's
 * order, so that its newest page is the index's end; and what is asked for together, words or not, is joined in one index of lexemes. What was recorded on a
 * later day than it happened has an index of its own: without it, whatever happened by a day is in no order of the log.
 */
export class EventHistory0001 implements MigrationInterface {
  readonly name = 'EventHistory1763990000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.unit_timeline;
      delete from soat_read.checkpoints where name = 'unit-timeline';

      create table soat_read.event_history (
        event_id uuid primary key,
        position bigint not null,
        unit_id uuid not null,
        stream_category text not null,
        stream_id uuid not null,
        version integer not null,
        case_id uuid,
        inspection_id uuid,
        recommendation_id uuid,
        type text not null,
        actor text not null,
        role text not null,
        on_behalf_of text,
        causation_id uuid,
        occurred_at text not null,
        recorded_at text not null,
        effective_on text,
        sentence_vi text not null,
        sentence_en text not null,
        is_simulated boolean not null,
        sentence_words text[] not null,
        payload_words text[] not null
      );

      create index event_history_position on soat_read.event_history (position);
      create index event_history_unit on soat_read.event_history (unit_id, position);
      create index event_history_inspection on soat_read.event_history (inspection_id, position)
        where inspection_id is not null;
      create index event_history_recommendation on soat_read.event_history (recommendation_id, position)
        where recommendation_id is not null;
      create index event_history_actor on soat_read.event_history (actor, position);
      create index event_history_role on soat_read.event_history (role, position);
      create index event_history_type on soat_read.event_history (type, position);
      create index event_history_causation on soat_read.event_history (causation_id) where causation_id is not null;
      create index event_history_recorded on soat_read.event_history (recorded_at, position);
      create index event_history_occurred on soat_read.event_history (occurred_at, position);
      create index event_history_late on soat_read.event_history (position, occurred_at)
        where left(occurred_at, 10) < left(recorded_at, 10);
      create index event_history_words on soat_read.event_history
        using gin (array_to_tsvector(sentence_words || payload_words || array['unit:' || unit_id::text, 'actor:' || actor,
                                                                              'type:' || type, 'role:' || role]));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table soat_read.event_history;
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
        is_simulated boolean not null,
        case_id uuid
      );
      create index unit_timeline_unit on soat_read.unit_timeline (unit_id, position);
    `);
  }
}
