import type { CaseNumberRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'case_number' })
export class CaseNumberTable implements CaseNumberRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ type: 'text' })
  readonly number: string;
}
