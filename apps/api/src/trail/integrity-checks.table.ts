import type { IntegrityCheckRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { nullablePositionColumn, positionColumn } from '../platform/database/position-column.js';

@Entity({ schema: 'soat_read', name: 'integrity_checks' })
export class IntegrityChecksTable implements IntegrityCheckRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column(positionColumn)
  readonly position: number;

  @Column({ name: 'checked_at', type: 'text' })
  readonly checkedAt: string;

  @Column({ name: 'started_at', type: 'text' })
  readonly startedAt: string;

  @Column({ name: 'took_ms', type: 'integer' })
  readonly tookMs: number;

  @Column({ name: 'is_clean', type: 'boolean' })
  readonly isClean: boolean;

  @Column(positionColumn)
  readonly events: number;

  @Column(positionColumn)
  readonly size: number;

  @Column({ name: 'checkpoint_size', ...nullablePositionColumn })
  readonly checkpointSize: number | null;

  @Column({ name: 'checkpoint_root', type: 'text', nullable: true })
  readonly checkpointRoot: string | null;

  @Column({ type: 'integer' })
  readonly checkpoints: number;

  @Column({ type: 'integer' })
  readonly tiles: number;

  @Column({ type: 'integer' })
  readonly views: number;

  @Column({ type: 'integer' })
  readonly rows: number;

  @Column({ type: 'integer' })
  readonly evidence: number;

  @Column({ type: 'jsonb' })
  readonly differences: IntegrityCheckRow['differences'];

  @Column({ name: 'not_checked', type: 'jsonb' })
  readonly notChecked: IntegrityCheckRow['notChecked'];

  @Column({ name: 'sentence_vi', type: 'text' })
  readonly sentenceVi: string;

  @Column({ name: 'sentence_en', type: 'text' })
  readonly sentenceEn: string;
}
