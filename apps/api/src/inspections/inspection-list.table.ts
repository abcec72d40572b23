import type { InspectionListRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'inspection_list' })
export class InspectionListTable implements InspectionListRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'unit_name', type: 'text' })
  readonly unitName: string;

  @Column({ type: 'text' })
  readonly number: string;

  @Column({ type: 'text' })
  readonly type: InspectionListRow['type'];

  @Column({ name: 'checklist_kind', type: 'text' })
  readonly checklistKind: string;

  @Column({ name: 'checklist_edition', type: 'integer' })
  readonly checklistEdition: number;

  @Column({ type: 'jsonb' })
  readonly title: InspectionListRow['title'];

  @Column({ type: 'text' })
  readonly status: InspectionListRow['status'];

  @Column({ name: 'ordered_on', type: 'text' })
  readonly orderedOn: string;

  @Column({ name: 'ordered_by_id', type: 'uuid' })
  readonly orderedById: string;

  @Column({ name: 'fieldwork_until', type: 'text', nullable: true })
  readonly fieldworkUntil: string | null;

  @Column({ name: 'programme_item_id', type: 'uuid', nullable: true })
  readonly programmeItemId: string | null;

  @Column({ name: 'ordered_by', type: 'text' })
  readonly orderedBy: string;

  @Column({ name: 'started_at', type: 'text', nullable: true })
  readonly startedAt: string | null;

  @Column({ name: 'ended_at', type: 'text', nullable: true })
  readonly endedAt: string | null;

  @Column({ name: 'minutes_kind', type: 'text', nullable: true })
  readonly minutesKind: InspectionListRow['minutesKind'];

  @Column({ name: 'minutes_on', type: 'text', nullable: true })
  readonly minutesOn: string | null;

  @Column({ name: 'lead_name', type: 'text' })
  readonly leadName: string;

  @Column({ name: 'team_ids', type: 'text', array: true })
  readonly teamIds: string[];

  @Column({ name: 'is_revealed', type: 'boolean' })
  readonly isRevealed: boolean;

  @Column({ type: 'integer' })
  readonly items: number;

  @Column({ type: 'jsonb' })
  readonly marks: InspectionListRow['marks'];

  @Column({ type: 'jsonb' })
  readonly findings: InspectionListRow['findings'];

  @Column({ type: 'text' })
  readonly regime: InspectionListRow['regime'];

  @Column({ type: 'text' })
  readonly path: InspectionListRow['path'];

  @Column({ type: 'jsonb' })
  readonly told: InspectionListRow['told'];

  @Column({ name: 'is_draft_sent', type: 'boolean' })
  readonly isDraftSent: boolean;

  @Column({ name: 'is_appraised', type: 'boolean' })
  readonly isAppraised: boolean;

  @Column({ name: 'conclusion_on', type: 'text', nullable: true })
  readonly conclusionOn: string | null;

  @Column({ type: 'integer' })
  readonly recommendations: number;

  @Column({ name: 'recommendations_settled', type: 'integer' })
  readonly recommendationsSettled: number;

  @Column({ type: 'integer' })
  readonly length: number;
}
