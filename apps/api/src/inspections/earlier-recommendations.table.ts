import type { EarlierRecommendationsRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'earlier_recommendations' })
export class EarlierRecommendationsTable implements EarlierRecommendationsRow {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ type: 'jsonb' })
  readonly open: EarlierRecommendationsRow['open'];

  @Column({ type: 'jsonb' })
  readonly settled: EarlierRecommendationsRow['settled'];
}
