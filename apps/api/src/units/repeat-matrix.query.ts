import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type MatrixCell, matrixCells, type RepeatMatrixRow, recurrenceWindow, repeatMatrix } from '@soat/domain';
import { DataSource } from 'typeorm';
import { unitInSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ReadQuery } from '../platform/http/at-least.js';
import { OneLine, UuidField, YesNo } from '../platform/http/fields.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { InspectionSightTable } from './inspection-sight.table.js';
import { RepeatMatrixTable } from './repeat-matrix.table.js';

export class RepeatMatrixQuery extends ReadQuery {
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
  ) {}

  async execute({ person, asked }: ShowRepeatMatrix): Promise<RepeatMatrixShown> {
    const { unitId, itemCode, again, atLeast } = asked;
    await this.readAfterWrite.waitFor([repeatMatrix.name], atLeast);
    const only = unitInSight(person);
    const select = this.dataSource.getRepository(RepeatMatrixTable).createQueryBuilder('row').orderBy('row.unitCode');
    // Somebody of no unit sees none: an empty text would be no id to the database.
    if (only !== null) select.andWhere(only === '' ? 'false' : 'row.unitId = :only', { only });
    if (unitId) select.andWhere('row.unitId = :unitId', { unitId });
    const isAsked = (cell: MatrixCell) =>
      (itemCode === undefined || cell.itemCode === itemCode) && (!again || cell.repeats + cell.persisting > 0);
    // What the long path has found is the unit's to read once a draft was sent to it.
    const untold = only === null ? [] : await this.untold();
    const units = (await select.getMany()).map(({ findings, ...row }): RepeatMatrixUnit => {
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
    };
  }

  private async untold(): Promise<readonly string[]> {
    const rows = await this.dataSource.getRepository(InspectionSightTable).findBy({ path: 'long', isDraftSent: false });
    return rows.map(({ id }) => id);
  }
}
