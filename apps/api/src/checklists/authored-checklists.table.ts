import type { AuthoredChecklistRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'authored_checklists' })
export class AuthoredChecklistsTable implements AuthoredChecklistRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ type: 'text' })
  readonly kind: string;

  @Column({ type: 'text' })
  readonly code: string;

  @Column({ type: 'jsonb' })
  readonly title: AuthoredChecklistRow['title'];

  @Column({ name: 'body_id', type: 'uuid' })
  readonly bodyId: string;

  @Column({ name: 'body_name', type: 'text' })
  readonly bodyName: string;

  @Column({ type: 'text' })
  readonly status: AuthoredChecklistRow['status'];

  @Column({ type: 'jsonb', nullable: true })
  readonly draft: AuthoredChecklistRow['draft'];

  @Column({ type: 'jsonb' })
  readonly editions: AuthoredChecklistRow['editions'];

  @Column({ type: 'jsonb', nullable: true })
  readonly withdrawn: AuthoredChecklistRow['withdrawn'];

  @Column({ type: 'integer' })
  readonly length: number;
}
