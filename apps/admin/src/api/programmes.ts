import type {
  CommandName,
  ItemAgainstDone,
  ItemStanding,
  MatrixCell,
  ProgrammeListRow,
  RepeatMatrixRow,
} from '@soat/domain';
import type { AsOf } from './as-of.js';

/** GET /programmes. */
export interface ProgrammeRow
  extends Pick<
    ProgrammeListRow,
    'id' | 'number' | 'title' | 'adoptedOn' | 'period' | 'bodyId' | 'bodyName' | 'length'
  > {
  readonly asOf: AsOf;
  readonly items: number;
  /** Null for a unit. */
  readonly standings: Readonly<Record<ItemStanding, number>> | null;
  readonly started: number;
}

/** GET /programmes/:id. */
export interface ProgrammeShown extends Omit<ProgrammeListRow, 'items' | 'endsOn'> {
  readonly asOf: string;
  readonly items: readonly ItemAgainstDone[];
  readonly mayAsk: readonly CommandName[];
}

/** GET /repeat-matrix. */
export interface RepeatMatrixShown {
  readonly windowMonths: number;
  readonly data: readonly RepeatMatrixUnit[];
}

export interface RepeatMatrixUnit extends Pick<RepeatMatrixRow, 'unitId' | 'unitName' | 'unitCode' | 'inspections'> {
  readonly cells: readonly MatrixCell[];
  readonly repeats: number;
  readonly persisting: number;
}
