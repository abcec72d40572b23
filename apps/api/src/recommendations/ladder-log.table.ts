import type { LadderLogRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { positionColumn } from '../platform/database/position-column.js';

@Entity({ schema: 'soat_read', name: 'ladder_log' })
export class LadderLogTable implements LadderLogRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  readonly eventId: string;

  @Column(positionColumn)
  readonly position: number;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'recommendation_id', type: 'uuid' })
  readonly recommendationId: string;

  @Column({ type: 'text' })
  readonly kind: LadderLogRow['kind'];

  @Column({ type: 'text', nullable: true })
  readonly step: string | null;

  @Column({ type: 'text', nullable: true })
  readonly level: LadderLogRow['level'];

  @Column({ name: 'due_on', type: 'text' })
  readonly dueOn: string;

  @Column({ name: 'planned_on', type: 'text', nullable: true })
  readonly plannedOn: string | null;

  @Column({ name: 'taken_on', type: 'text' })
  readonly takenOn: string;

  @Column({ type: 'jsonb' })
  readonly to: LadderLogRow['to'];
}
