import type { RecommendationBoardRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { amountColumn } from '../platform/database/amount-column.js';

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

  @Column({ name: 'seeing_unit_ids', type: 'uuid', array: true })
  readonly seeingUnitIds: string[];

  @Column({ name: 'lead_body_id', type: 'uuid' })
  readonly leadBodyId: string;

  @Column({ name: 'coordinating_body_ids', type: 'uuid', array: true })
  readonly coordinatingBodyIds: string[];

  @Column({ name: 'search_key', type: 'text' })
  readonly searchKey: string;

  @Column({ name: 'lead_body_name', type: 'text' })
  readonly leadBodyName: string;

  @Column({ name: 'inspection_id', type: 'uuid', nullable: true })
  readonly inspectionId: string | null;

  @Column({ name: 'inspection_number', type: 'text', nullable: true })
  readonly inspectionNumber: string | null;

  @Column({ type: 'jsonb', nullable: true })
  readonly external: RecommendationBoardRow['external'];

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

  @Column({ name: 'calendar_edition', type: 'integer' })
  readonly calendarEdition: number;

  @Column({ type: 'integer', nullable: true })
  readonly percent: number | null;

  @Column({ name: 'plan_review', type: 'text', nullable: true })
  readonly planReview: RecommendationBoardRow['planReview'];

  @Column({ name: 'has_obstacle', type: 'boolean' })
  readonly hasObstacle: boolean;

  @Column({ name: 'amount_to_recover', ...amountColumn, nullable: true })
  readonly amountToRecover: number | null;

  @Column({ name: 'amount_recovered', ...amountColumn })
  readonly amountRecovered: number;

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

  @Column({ name: 'extension_asked', type: 'jsonb', nullable: true })
  readonly extensionAsked: RecommendationBoardRow['extensionAsked'];

  @Column({ name: 'extensions_granted', type: 'integer' })
  readonly extensionsGranted: number;

  @Column({ type: 'jsonb', nullable: true })
  readonly suspended: RecommendationBoardRow['suspended'];

  @Column({ type: 'jsonb', nullable: true })
  readonly sanction: RecommendationBoardRow['sanction'];

  @Column({ name: 'ladder_since', type: 'text' })
  readonly ladderSince: string;

  @Column({ name: 'ladder_step', type: 'jsonb', nullable: true })
  readonly ladderStep: RecommendationBoardRow['ladderStep'];

  @Column({ name: 'overdue_for', type: 'text', nullable: true })
  readonly overdueFor: string | null;

  @Column({ type: 'integer' })
  readonly reminders: number;

  @Column({ name: 'escalated_to', type: 'text', nullable: true })
  readonly escalatedTo: RecommendationBoardRow['escalatedTo'];

  @Column({ name: 'settled_at', type: 'text', nullable: true })
  readonly settledAt: string | null;

  @Column({ name: 'is_simulated', type: 'boolean' })
  readonly isSimulated: boolean;

  @Column({ type: 'integer' })
  readonly length: number;
}
