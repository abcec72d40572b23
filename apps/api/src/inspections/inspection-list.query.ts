import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inspectionList, inspectionStatuses, rowForUnit, sightOf, statusesUntold } from '@soat/domain';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/access/token-verifier.js';
import { withinPastSight, withinSight } from '../platform/access/sight.js';
import { OneOf, UuidField } from '../platform/http/fields.js';
import { PastListQuery, PastMoments, reachWanted } from '../platform/http/as-of.js';
import { isTextAndId, placeIn } from '../platform/http/paging.js';
import { PastPage, pastPageOf } from '../platform/http/past-page.js';
import { rowsAt } from '../platform/projections/rows-at.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { InspectionListTable } from './inspection-list.table.js';

export class InspectionsQuery extends PastListQuery {
  @UuidField({ optional: true })
  readonly unitId?: string;

  @OneOf(inspectionStatuses, { optional: true, name: 'InspectionStatus' })
  readonly status?: string;
}

/** What a list shows of a row; the rest says what may be shown, and what another order would overlap with. */
export type InspectionListed = Omit<
  InspectionListTable,
  'told' | 'isDraftSent' | 'isAppraised' | 'orderedById' | 'fieldworkUntil' | 'programmeItemId'
>;

function listed(row: InspectionListTable): InspectionListed {
  const { told: _, isDraftSent: __, isAppraised: ___, ...known } = row;
  const { orderedById: ____, fieldworkUntil: _____, programmeItemId: ______, ...shown } = known;
  return shown;
}

/** Inspections in a person's sight, the newest order first. */
export class ListInspections extends Query<PastPage<InspectionListed>> {
  constructor(
    readonly person: Person,
    readonly asked: InspectionsQuery,
  ) {
    super();
  }
}

const columnsOf = (alias: string) => ({
  teamIds: `${alias}.team_ids`,
  unitIds: `array[${alias}.unit_id]`,
  isRevealed: `${alias}.is_revealed`,
});

@QueryHandler(ListInspections)
export class ListInspectionsHandler implements IQueryHandler<ListInspections> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, asked }: ListInspections): Promise<PastPage<InspectionListed>> {
    const { unitId, status, limit, cursor, atLeast, asOf } = asked;
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor([inspectionList.name], reachWanted(atLeast, past));
    const filter = { unitId: unitId ?? null, status: status ?? null, me: person.id, asOf: asOf ?? null };
    const select = rowsAt(
      this.dataSource,
      InspectionListTable,
      past?.position ?? null,
      unitId ? 'unit_id = :unitId' : 'true',
    )
      .orderBy('row.orderedOn', 'DESC')
      .addOrderBy('row.id', 'DESC')
      .take(limit + 1);
    if (past) withinPastSight(select, person, { columnsOf, live: 'soat_read.inspection_list' });
    else withinSight(select, person, columnsOf('row'));
    if (unitId) select.andWhere('row.unitId = :unitId', { unitId });
    if (status && sightOf(person) !== 'own-unit') select.andWhere('row.status = :status', { status });
    // By what the unit may know of it: where the long path stands is not told by a filter either.
    if (status && sightOf(person) === 'own-unit')
      select.andWhere("row.status = :status and (row.path = 'short' or row.status not in (:...untold))", {
        status,
        untold: statusesUntold,
      });
    if (cursor) {
      const [orderedOn, id] = placeIn(cursor, filter, isTextAndId);
      select.andWhere('(row.orderedOn, row.id) < (:orderedOn, :id::uuid)', { orderedOn, id });
    }
    const found = await select.getMany();
    // The unit reads in a list no more than in the file.
    const rows = sightOf(person) === 'own-unit' ? found.map(rowForUnit) : found;
    const { data, page, asOf: of } = pastPageOf(past, rows, limit, filter, (row) => [row.orderedOn, row.id]);
    return new PastPage(data.map(listed), page, of);
  }
}
