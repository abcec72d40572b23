import type { FindingsBoardRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'findings_board' })
export class FindingsBoardTable implements FindingsBoardRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'unit_name', type: 'text' })
  readonly unitName: string;

  @Column({ name: 'inspection_number', type: 'text' })
  readonly inspectionNumber: string;

  @Column({ name: 'checklist_kind', type: 'text' })
  readonly checklistKind: string;

  @Column({ type: 'text' })
  readonly path: FindingsBoardRow['path'];

  @Column({ name: 'team_ids', type: 'text', array: true })
  readonly teamIds: string[];

  @Column({ name: 'is_revealed', type: 'boolean' })
  readonly isRevealed: boolean;

  @Column({ type: 'jsonb' })
  readonly findings: FindingsBoardRow['findings'];
}
