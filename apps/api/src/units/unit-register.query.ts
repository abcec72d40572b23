import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { searchKey, unitRegister } from '@soat/domain';
import { DataSource } from 'typeorm';
import { OneLine, UuidField } from '../platform/http/fields.js';
import { PastListQuery, PastMoments, reachWanted } from '../platform/http/as-of.js';
import { isTextAndId, placeIn } from '../platform/http/paging.js';
import { type PastPage, pastPageOf } from '../platform/http/past-page.js';
import { rowsAt } from '../platform/projections/rows-at.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { UnitRegisterTable } from './unit-register.table.js';

export class UnitsQuery extends PastListQuery {
  @OneLine({ max: 100, optional: true, description: 'Words of the name or code; diacritics do not matter.' })
  readonly q?: string;

  @UuidField({ optional: true })
  readonly parentId?: string;
}

/** The register of units, by code. Everyone who is signed in may read it: it holds no cases. */
export class ListUnits extends Query<PastPage<UnitRegisterTable>> {
  constructor(readonly asked: UnitsQuery) {
    super();
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ asked }: ListUnits): Promise<PastPage<UnitRegisterTable>> {
    const { q, parentId, limit, cursor, atLeast, asOf } = asked;
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor([unitRegister.name], reachWanted(atLeast, past));
    const filter = { q: q ?? null, parentId: parentId ?? null, asOf: asOf ?? null };
    const select = rowsAt(this.dataSource, UnitRegisterTable, past?.position ?? null)
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
    return pastPageOf(past, await select.getMany(), limit, filter, (row) => [row.code, row.id]);
  }
}
