import type { EarlierFindingsRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'earlier_findings' })
export class EarlierFindingsTable implements EarlierFindingsRow {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ type: 'jsonb' })
  readonly numbers: EarlierFindingsRow['numbers'];

  @Column({ type: 'jsonb' })
  readonly findings: EarlierFindingsRow['findings'];
}
