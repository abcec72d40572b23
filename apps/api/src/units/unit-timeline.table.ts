import type { UnitTimelineRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { positionColumn } from '../platform/database/position-column.js';

@Entity({ schema: 'soat_read', name: 'unit_timeline' })
export class UnitTimelineTable implements UnitTimelineRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  readonly eventId: string;

  @Column(positionColumn)
  readonly position: number;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'stream_category', type: 'text' })
  readonly streamCategory: UnitTimelineRow['streamCategory'];

  @Column({ name: 'stream_id', type: 'uuid' })
  readonly streamId: string;

  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  readonly caseId: string | null;

  @Column({ type: 'text' })
  readonly type: string;

  @Column({ type: 'text' })
  readonly actor: string;

  @Column({ type: 'text' })
  readonly role: string;

  @Column({ name: 'on_behalf_of', type: 'text', nullable: true })
  readonly onBehalfOf: string | null;

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
}
