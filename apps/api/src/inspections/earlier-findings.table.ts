import type { EarlierFindingsRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'earlier_findings' })
export class EarlierFindingsTable implements EarlierFindingsRow {
  @PrimaryColumn({ name: 'inspection_id', type: 'uuid' })
  readonly inspectionId: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ type: 'text' })
  readonly number: string;

  @Column({ type: 'jsonb' })
  readonly findings: EarlierFindingsRow['findings'];
}
