import type { RepeatMatrixRow } from '@soat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { partsOf } from '../platform/projections/parts.js';

@Entity({ schema: 'soat_read', name: 'repeat_matrix' })
export class RepeatMatrixTable implements RepeatMatrixRow {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  readonly unitId: string;

  @Column({ name: 'unit_name', type: 'text' })
  readonly unitName: string;

  @Column({ name: 'unit_code', type: 'text' })
  readonly unitCode: string;

  @Column({ type: 'jsonb' })
  readonly inspections: RepeatMatrixRow['inspections'];

  @Column({ type: 'jsonb' })
  readonly findings: RepeatMatrixRow['findings'];
}

/**
 * Everything ever found at a unit: the list grows with the log, so its members are kept apart in the past. Whoever records a
 * finding chooses its id, which is unique within the inspection only.
 */
export const matrixFindings = partsOf(RepeatMatrixTable, 'findings', ['inspectionId', 'findingId']);
