import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  findingsBoard,
  overviewForUnit,
  refusal,
  repeatMatrix,
  type UnitFigures,
  unitChanges,
  unitOverview,
  type Uuid,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import { unitInSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { SqlValues } from '../platform/database/sql-values.js';
import type { Past } from '../platform/http/as-of.js';
import { type Changes, type ChangesQuery, Spans } from '../platform/http/changes.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { rowsAt, tableAt } from '../platform/projections/rows-at.js';
import { judgedRecurrences, recurrenceOf } from './findings-board.query.js';
import { FindingsBoardTable } from './findings-board.table.js';
import { timelineInSight, timelineViews } from './timeline-in-sight.js';
import { overviewShown } from './unit-overview.query.js';
import { UnitOverviewTable } from './unit-overview.table.js';

const views = [unitOverview.name, findingsBoard.name, repeatMatrix.name, ...timelineViews];

/** What changed in a unit's figures between two moments, as far as the reader may know of either. */
export class ShowUnitChanges extends Query<Changes> {
  constructor(
    readonly person: Person,
    readonly unitId: Uuid,
    readonly asked: ChangesQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowUnitChanges)
export class ShowUnitChangesHandler implements IQueryHandler<ShowUnitChanges> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly spans: Spans,
  ) {}

  async execute({ person, unitId, asked }: ShowUnitChanges): Promise<Changes> {
    const span = await this.spans.resolve(asked);
    await this.readAfterWrite.waitFor(views, span.to.position);
    const only = unitInSight(person);
    if (only !== null && only !== unitId) throw refusal('unit.unknown');
    const before = await this.figures(unitId, only !== null, span.from);
    const after = await this.figures(unitId, only !== null, span.to);
    if (!after) throw refusal('unit.unknown');
    const between = timelineInSight(this.dataSource, person, unitId, span.to);
    const events = await between.andWhere('row.position > :after', { after: span.from.position }).getCount();
    return { ...span, data: unitChanges(before, after), events };
  }

  private async figures(unitId: Uuid, isOwn: boolean, past: Past): Promise<UnitFigures | null> {
    const row = await rowsAt(this.dataSource, UnitOverviewTable, past.position, 'unit_id = :unitId')
      .andWhere('row.unitId = :unitId', { unitId })
      .getOne();
    if (!row) return null;
    return { ...overviewShown(isOwn ? overviewForUnit(row) : row, past), ...(await this.again(unitId, isOwn, past)) };
  }

  /** Of the findings that stood: how many repeat an earlier one, how many persist. */
  private async again(unitId: Uuid, isOwn: boolean, { position }: Past): Promise<Repeats> {
    const values = new SqlValues();
    const { bind } = values;
    // On the long path the unit learns its findings by the draft that is sent to it.
    const told = isOwn ? `and row.is_revealed and (row.path = 'short' or (finding->>'isCommunicated')::boolean)` : '';
    const [counted]: readonly Repeats[] = await this.dataSource.query(
      `with matrix as materialized (${judgedRecurrences(this.dataSource, position, bind, bind(unitId))})
       select count(*) filter (where ${recurrenceOf} = 'repeat')::int as repeated,
              count(*) filter (where ${recurrenceOf} = 'persisting')::int as persisting
         from ${tableAt(this.dataSource, FindingsBoardTable, position, bind, `unit_id = ${bind(unitId)}`)}
        cross join lateral jsonb_array_elements(row.findings) as findings(finding)
         left join matrix on matrix.id = finding->>'findingId' and matrix.inspection_id = row.id::text
        where row.unit_id = ${bind(unitId)} and finding->>'status' not in ('discarded', 'withdrawn') ${told}`,
      values.all,
    );
    return counted ?? { repeated: 0, persisting: 0 };
  }
}

type Repeats = Pick<UnitFigures, 'repeated' | 'persisting'>;
