import type { AgendaRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'soat_read', name: 'agenda' })
export class AgendaTable implements AgendaRow {
  @PrimaryColumn({ type: 'uuid' })
  readonly id: string;

  @Column({ type: 'text' })
  readonly category: AgendaRow['category'];

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'unit_name', type: 'text' })
  readonly unitName: string;

  @Column({ type: 'text' })
  readonly number: string;

  @Column({ type: 'jsonb' })
  readonly title: AgendaRow['title'];

  @Column({ type: 'text', nullable: true })
  readonly regime: AgendaRow['regime'];

  @Column({ name: 'lead_id', type: 'text' })
  readonly leadId: string;

  @Column({ name: 'team_ids', type: 'text', array: true })
  readonly teamIds: string[];

  @Column({ name: 'finder_ids', type: 'text', array: true })
  readonly finderIds: string[];

  @Column({ name: 'acting_unit_ids', type: 'uuid', array: true })
  readonly actingUnitIds: string[];

  @Column({ name: 'seeing_unit_ids', type: 'uuid', array: true })
  readonly seeingUnitIds: string[];

  @Column({ name: 'is_revealed', type: 'boolean' })
  readonly isRevealed: boolean;

  @Column({ type: 'jsonb' })
  readonly tasks: AgendaRow['tasks'];

  @Column({ type: 'jsonb' })
  readonly course: AgendaRow['course'];

  @Column({ name: 'is_simulated', type: 'boolean' })
  readonly isSimulated: boolean;
}
