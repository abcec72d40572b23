import type { RecommendationBoardRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'recommendation_board' })
export class RecommendationBoardTable implements RecommendationBoardRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'unit_name', type: 'text' })
  readonly unitName: string;

  @Column({ name: 'acting_unit_ids', type: 'uuid', array: true })
  readonly actingUnitIds: string[];

  @Column({ name: 'lead_body_name', type: 'text' })
  readonly leadBodyName: string;

  @Column({ name: 'inspection_id', type: 'uuid' })
  readonly inspectionId: string;

  @Column({ name: 'inspection_number', type: 'text' })
  readonly inspectionNumber: string;

  @Column({ name: 'team_ids', type: 'text', array: true })
  readonly teamIds: string[];

  @Column({ type: 'text' })
  readonly number: string;

  @Column({ type: 'text' })
  readonly kind: RecommendationBoardRow['kind'];

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'text' })
  readonly severity: RecommendationBoardRow['severity'];

  @Column({ type: 'jsonb' })
  readonly findings: RecommendationBoardRow['findings'];

  @Column({ type: 'text' })
  readonly status: RecommendationBoardRow['status'];

  @Column({ name: 'issued_at', type: 'text' })
  readonly issuedAt: string;

  @Column({ name: 'original_due_on', type: 'text' })
  readonly originalDueOn: string;

  @Column({ name: 'due_on', type: 'text' })
  readonly dueOn: string;

  @Column({ type: 'integer', nullable: true })
  readonly percent: number | null;

  @Column({ type: 'integer' })
  readonly rounds: number;

  @Column({ type: 'integer' })
  readonly returns: number;

  @Column({ name: 'submitted_on', type: 'text', nullable: true })
  readonly submittedOn: string | null;

  @Column({ name: 'is_on_time', type: 'boolean', nullable: true })
  readonly isOnTime: boolean | null;

  @Column({ name: 'is_on_time_originally', type: 'boolean', nullable: true })
  readonly isOnTimeOriginally: boolean | null;

  @Column({ name: 'settled_at', type: 'text', nullable: true })
  readonly settledAt: string | null;

  @Column({ type: 'integer' })
  readonly length: number;
}
