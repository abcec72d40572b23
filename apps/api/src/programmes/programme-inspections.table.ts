import type { ProgrammeInspectionRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'programme_inspections' })
export class ProgrammeInspectionsTable implements ProgrammeInspectionRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ name: 'programme_id', type: 'uuid' })
  readonly programmeId: string;

  @Column({ name: 'item_id', type: 'uuid' })
  readonly itemId: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'unit_name', type: 'text' })
  readonly unitName: string;

  @Column({ type: 'text' })
  readonly number: string;

  @Column({ type: 'text' })
  readonly type: ProgrammeInspectionRow['type'];

  @Column({ name: 'team_ids', type: 'text', array: true })
  readonly teamIds: string[];

  @Column({ name: 'is_revealed', type: 'boolean' })
  readonly isRevealed: boolean;

  @Column({ name: 'ordered_on', type: 'text' })
  readonly orderedOn: string;

  @Column({ name: 'started_on', type: 'text', nullable: true })
  readonly startedOn: string | null;

  @Column({ name: 'ended_on', type: 'text', nullable: true })
  readonly endedOn: string | null;

  @Column({ name: 'is_cancelled', type: 'boolean' })
  readonly isCancelled: boolean;
}
