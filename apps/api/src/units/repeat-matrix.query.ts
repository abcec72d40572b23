import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  inspectionSight,
  type MatrixCell,
  matrixCells,
  type RepeatMatrixRow,
  recurrenceWindow,
  repeatMatrix,
} from '@soat/domain';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { unitInSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { type AsOf, type Past, PastMoments, PastReadQuery, reachWanted } from '../platform/http/as-of.js';
import { OneLine, UuidField, YesNo } from '../platform/http/fields.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { rowsAt, wholeRowsAt } from '../platform/projections/rows-at.js';
import { InspectionSightTable } from './inspection-sight.table.js';
import { matrixFindings, RepeatMatrixTable } from './repeat-matrix.table.js';

export class RepeatMatrixQuery extends PastReadQuery {
  @UuidField({ optional: true })
  readonly unitId?: string;

  @OneLine({ max: 20, optional: true, example: 'OSC-14', description: 'One item of a checklist.' })
  readonly itemCode?: string;

  @YesNo({ optional: true, description: 'Only items found again: repeated or persisting.' })
  readonly again?: boolean;
}

/** One unit's row: its inspections as columns, its items as cells. */
export interface RepeatMatrixUnit extends Pick<RepeatMatrixRow, 'unitId' | 'unitName' | 'unitCode' | 'inspections'> {
  readonly cells: readonly MatrixCell[];
  readonly repeats: number;
  readonly persisting: number;
}

export interface RepeatMatrixShown {
  /** A finding is a repeat within so many months of the earlier one's closing. */
  readonly windowMonths: number;
  readonly data: readonly RepeatMatrixUnit[];
  readonly asOf: AsOf;
}

/** Every unit in sight at which something was found, those with most found again first. */
export class ShowRepeatMatrix extends Query<RepeatMatrixShown> {
  constructor(
    readonly person: Person,
    readonly asked: RepeatMatrixQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowRepeatMatrix)
export class ShowRepeatMatrixHandler implements IQueryHandler<ShowRepeatMatrix> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, asked }: ShowRepeatMatrix): Promise<RepeatMatrixShown> {
    const { unitId, itemCode, again, atLeast } = asked;
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor([repeatMatrix.name, inspectionSight.name], reachWanted(atLeast, past));
    const only = unitInSight(person);
    const rows = await this.rows(past, unitId === undefined ? 'true' : 'unit_id = :unitId', (select) => {
      select.orderBy('row.unitCode');
      // Somebody of no unit sees none: an empty text would be no id to the database.
      if (only !== null) select.andWhere(only === '' ? 'false' : 'row.unitId = :only', { only });
      if (unitId) select.andWhere('row.unitId = :unitId', { unitId });
    });
    const isAsked = (cell: MatrixCell) =>
      (itemCode === undefined || cell.itemCode === itemCode) && (!again || cell.repeats + cell.persisting > 0);
    // What the long path has found is the unit's to read once a draft was sent to it.
    const untold = only === null ? [] : await this.untold(past);
    const units = rows.map(({ findings, ...row }): RepeatMatrixUnit => {
      const told = findings.filter(({ inspectionId }) => !untold.includes(inspectionId));
      const cells = matrixCells({ findings: told }).filter(isAsked);
      return {
        ...row,
        cells,
        repeats: cells.reduce((sum, { repeats }) => sum + repeats, 0),
        persisting: cells.reduce((sum, { persisting }) => sum + persisting, 0),
      };
    });
    return {
      windowMonths: recurrenceWindow.months,
      data: units
        .filter(({ cells }) => cells.length > 0)
        .sort((one, other) => other.repeats + other.persisting - (one.repeats + one.persisting)),
      asOf: this.moments.asOf(past),
    };
  }

  private rows(
    past: Past | null,
    among: string,
    narrow: (select: SelectQueryBuilder<RepeatMatrixTable>) => void,
  ): Promise<RepeatMatrixTable[]> {
    if (past) return wholeRowsAt(this.dataSource, RepeatMatrixTable, matrixFindings, past.position, narrow, among);
    const select = rowsAt(this.dataSource, RepeatMatrixTable, null);
    narrow(select);
    return select.getMany();
  }

  private async untold(past: Past | null): Promise<readonly string[]> {
    const rows = await rowsAt(this.dataSource, InspectionSightTable, past?.position ?? null)
      .andWhere("row.path = 'long' and not row.isDraftSent")
      .getMany();
    return rows.map(({ id }) => id);
  }
}
