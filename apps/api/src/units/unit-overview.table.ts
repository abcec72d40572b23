import type { UnitOverviewRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { amountColumn } from '../platform/database/amount-column.js';

@Entity({ schema: 'soat_read', name: 'unit_overview' })
export class UnitOverviewTable implements UnitOverviewRow {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'text' })
  readonly code: string;

  @Column({ type: 'text' })
  readonly kind: UnitOverviewRow['kind'];

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  readonly parentId: string | null;

  @Column({ name: 'head_name', type: 'text', nullable: true })
  readonly headName: string | null;

  @Column({ name: 'inspections_started', type: 'integer' })
  readonly inspectionsStarted: number;

  @Column({ name: 'inspections_ended', type: 'integer' })
  readonly inspectionsEnded: number;

  @Column({ name: 'last_inspected_at', type: 'text', nullable: true })
  readonly lastInspectedAt: string | null;

  @Column({ type: 'jsonb' })
  readonly findings: UnitOverviewRow['findings'];

  @Column({ name: 'corrected_on_site', type: 'integer' })
  readonly correctedOnSite: number;

  @Column({ name: 'recommendations_issued', type: 'integer' })
  readonly recommendationsIssued: number;

  @Column({ type: 'integer' })
  readonly implemented: number;

  @Column({ name: 'not_implemented', type: 'integer' })
  readonly notImplemented: number;

  @Column({ type: 'integer' })
  readonly verified: number;

  @Column({ name: 'verified_on_time', type: 'integer' })
  readonly verifiedOnTime: number;

  @Column({ name: 'verified_on_time_originally', type: 'integer' })
  readonly verifiedOnTimeOriginally: number;

  @Column({ name: 'amount_to_recover', ...amountColumn })
  readonly amountToRecover: number;

  @Column({ name: 'amount_recovered', ...amountColumn })
  readonly amountRecovered: number;

  @Column({ name: 'extensions_granted', type: 'integer' })
  readonly extensionsGranted: number;

  @Column({ name: 'times_overdue', type: 'integer' })
  readonly timesOverdue: number;

  @Column({ type: 'integer' })
  readonly reminders: number;

  @Column({ type: 'integer' })
  readonly escalations: number;

  @Column({ name: 'sanctions_imposed', type: 'integer' })
  readonly sanctionsImposed: number;

  @Column({ type: 'jsonb' })
  readonly open: UnitOverviewRow['open'];

  @Column({ type: 'jsonb' })
  readonly untold: UnitOverviewRow['untold'];
}
