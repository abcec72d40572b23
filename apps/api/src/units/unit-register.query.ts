import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { searchKey, unitRegister } from '@soat/domain';
import { DataSource } from 'typeorm';
import { OneLine, UuidField } from '../platform/http/fields.js';
import { isTextAndId, ListQuery, type Page, pageOf, placeIn } from '../platform/http/paging.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { UnitRegisterTable } from './unit-register.table.js';

export class UnitsQuery extends ListQuery {
  @OneLine({ max: 100, optional: true, description: 'Words of the name or code; diacritics do not matter.' })
  readonly q?: string;

  @UuidField({ optional: true })
  readonly parentId?: string;
}

/** The register of units, by code. Everyone who is signed in may read it: it holds no cases. */
export class ListUnits extends Query<Page<UnitRegisterTable>> {
  constructor(readonly asked: UnitsQuery) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ asked: { q, parentId, limit, cursor, atLeast } }: ListUnits): Promise<Page<UnitRegisterTable>> {
    await this.readAfterWrite.waitFor([unitRegister.name], atLeast);
    const filter = { q: q ?? null, parentId: parentId ?? null };
    const select = this.dataSource
      .getRepository(UnitRegisterTable)
      .createQueryBuilder('row')
      .orderBy('row.code', 'ASC')
      .addOrderBy('row.id', 'ASC')
      .take(limit + 1);
    for (const [index, word] of searchKey(q ?? '')
      .split(' ')
      .entries())
      if (word !== '') select.andWhere(`strpos(row.search_key, :word${index}) > 0`, { [`word${index}`]: word });
    if (parentId) select.andWhere('row.parentId = :parentId', { parentId });
    if (cursor) {
      const [code, id] = placeIn(cursor, filter, isTextAndId);
      select.andWhere('(row.code, row.id) > (:code, :id::uuid)', { code, id });
    }
    return pageOf(await select.getMany(), limit, filter, (row) => [row.code, row.id]);
  }
}
