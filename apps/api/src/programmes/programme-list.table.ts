import type { ProgrammeListRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'programme_list' })
export class ProgrammeListTable implements ProgrammeListRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ type: 'text' })
  readonly number: string;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly basis: string;

  @Column({ name: 'adopted_on', type: 'text' })
  readonly adoptedOn: string;

  @Column({ type: 'jsonb' })
  readonly period: ProgrammeListRow['period'];

  @Column({ name: 'ends_on', type: 'text' })
  readonly endsOn: string;

  @Column({ name: 'body_id', type: 'uuid' })
  readonly bodyId: string;

  @Column({ name: 'body_name', type: 'text' })
  readonly bodyName: string;

  @Column({ type: 'jsonb' })
  readonly items: ProgrammeListRow['items'];

  @Column({ name: 'pilot_sites', type: 'jsonb' })
  readonly pilotSites: ProgrammeListRow['pilotSites'];

  @Column({ type: 'jsonb' })
  readonly amendments: ProgrammeListRow['amendments'];

  @Column({ type: 'integer' })
  readonly length: number;
}
