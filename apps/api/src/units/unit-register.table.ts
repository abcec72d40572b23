import type { UnitRegisterRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'unit_register' })
export class UnitRegisterTable implements UnitRegisterRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ type: 'text' })
  readonly code: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'text' })
  readonly kind: UnitRegisterRow['kind'];

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  readonly parentId: string | null;

  @Column({ name: 'head_name', type: 'text', nullable: true })
  readonly headName: string | null;

  @Column({ name: 'valid_from', type: 'text' })
  readonly validFrom: string;

  @Column({ name: 'search_key', type: 'text' })
  readonly searchKey: string;

  @Column({ type: 'integer' })
  readonly length: number;
}
