import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inspectionList, inspectionStatuses, rowForUnit, sightOf, statusesUntold } from '@soat/domain';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/access/token-verifier.js';
import { withinSight } from '../platform/access/sight.js';
import { OneOf, UuidField } from '../platform/http/fields.js';
import { isTextAndId, ListQuery, Page, pageOf, placeIn } from '../platform/http/paging.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { InspectionListTable } from './inspection-list.table.js';

export class InspectionsQuery extends ListQuery {
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
export class ListInspections extends Query<Page<InspectionListed>> {
  constructor(
    readonly person: Person,
    readonly asked: InspectionsQuery,
  ) {
    super();
  }
}

@QueryHandler(ListInspections)
export class ListInspectionsHandler implements IQueryHandler<ListInspections> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, asked }: ListInspections): Promise<Page<InspectionListed>> {
    const { unitId, status, limit, cursor, atLeast } = asked;
    await this.readAfterWrite.waitFor([inspectionList.name], atLeast);
    const filter = { unitId: unitId ?? null, status: status ?? null, me: person.id };
    const select = this.dataSource
      .getRepository(InspectionListTable)
      .createQueryBuilder('row')
      .orderBy('row.orderedOn', 'DESC')
      .addOrderBy('row.id', 'DESC')
      .take(limit + 1);
    withinSight(select, person, {
      teamIds: 'row.team_ids',
      unitIds: 'array[row.unit_id]',
      isRevealed: 'row.is_revealed',
    });
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
    const { data, page } = pageOf(rows, limit, filter, (row) => [row.orderedOn, row.id]);
    return new Page(data.map(listed), page);
  }
}
