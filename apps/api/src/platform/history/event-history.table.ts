import type { EventHistoryRow, EventInWords } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { positionColumn } from '../database/position-column.js';

@Entity({ schema: 'soat_read', name: 'event_history' })
export class EventHistoryTable implements EventHistoryRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  readonly eventId: string;

  @Column(positionColumn)
  readonly position: number;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'stream_category', type: 'text' })
  readonly streamCategory: EventHistoryRow['streamCategory'];

  @Column({ name: 'stream_id', type: 'uuid' })
  readonly streamId: string;

  @Column({ type: 'integer' })
  readonly version: number;

  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  readonly caseId: string | null;

  @Column({ name: 'inspection_id', type: 'uuid', nullable: true })
  readonly inspectionId: string | null;

  @Column({ name: 'recommendation_id', type: 'uuid', nullable: true })
  readonly recommendationId: string | null;

  @Column({ type: 'text' })
  readonly type: string;

  @Column({ type: 'text' })
  readonly actor: string;

  @Column({ type: 'text' })
  readonly role: string;

  @Column({ name: 'on_behalf_of', type: 'text', nullable: true })
  readonly onBehalfOf: string | null;

  @Column({ name: 'causation_id', type: 'uuid', nullable: true })
  readonly causationId: string | null;

  @Column({ name: 'occurred_at', type: 'text' })
  readonly occurredAt: string;

  @Column({ name: 'recorded_at', type: 'text' })
  readonly recordedAt: string;

  @Column({ name: 'effective_on', type: 'text', nullable: true })
  readonly effectiveOn: string | null;

  @Column({ name: 'sentence_vi', type: 'text' })
  readonly sentenceVi: string;

  @Column({ name: 'sentence_en', type: 'text' })
  readonly sentenceEn: string;

  @Column({ name: 'is_simulated', type: 'boolean' })
  readonly isSimulated: boolean;

  @Column({ name: 'sentence_words', type: 'text', array: true })
  readonly sentenceWords: string[];

  @Column({ name: 'payload_words', type: 'text', array: true })
  readonly payloadWords: string[];
}

/** What of a row is for reading, without what it is found by. */
export function inWords({ sentenceWords, payloadWords, causationId, ...row }: EventHistoryTable): EventInWords {
  return row;
}
