import type { InspectionSightRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'inspection_sight' })
export class InspectionSightTable implements InspectionSightRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ name: 'team_ids', type: 'text', array: true })
  readonly teamIds: string[];

  @Column({ name: 'is_revealed', type: 'boolean' })
  readonly isRevealed: boolean;

  @Column({ type: 'text' })
  readonly path: InspectionSightRow['path'];

  @Column({ name: 'is_draft_sent', type: 'boolean' })
  readonly isDraftSent: boolean;
}
