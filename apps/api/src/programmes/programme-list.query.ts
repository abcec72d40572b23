import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type ItemAgainstDone,
  itemStandings,
  type ItemStanding,
  type LegalDate,
  type ProgrammeListRow,
  planAgainstDone,
  programmeInspections,
  programmeList,
  refusal,
  sightOf,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/access/token-verifier.js';
import { Clock } from '../platform/clock.js';
import { isTextAndId, ListQuery, Page, pageOf, placeIn } from '../platform/http/paging.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { ProgrammeInspectionsTable } from './programme-inspections.table.js';
import { ProgrammeListTable } from './programme-list.table.js';

const views = [programmeList.name, programmeInspections.name];

/** A programme in a list, with how many of the items in the reader's sight stand where. */
export interface ProgrammeShortly
  extends Pick<
    ProgrammeListRow,
    'id' | 'number' | 'title' | 'adoptedOn' | 'period' | 'bodyId' | 'bodyName' | 'length'
  > {
  readonly asOf: LegalDate;
  readonly items: number;
  /** Null for a unit, as the standing of each item is. */
  readonly standings: Readonly<Record<ItemStanding, number>> | null;
  readonly started: number;
}

/** Programmes, the one that ends last first. @throws Rejection when the role sees no cases at all. */
export class ListProgrammes extends Query<Page<ProgrammeShortly>> {
  constructor(
    readonly person: Person,
    readonly asked: ListQuery,
  ) {
    super();
  }
}

@QueryHandler(ListProgrammes)
export class ListProgrammesHandler implements IQueryHandler<ListProgrammes> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly clock: Clock,
  ) {}

  async execute({ person, asked: { limit, cursor, atLeast } }: ListProgrammes): Promise<Page<ProgrammeShortly>> {
    await this.readAfterWrite.waitFor(views, atLeast);
    if (sightOf(person) === 'nothing') throw refusal('access.role-may-not', { role: person.role });
    const filter = { me: person.id };
    const select = this.dataSource
      .getRepository(ProgrammeListTable)
      .createQueryBuilder('row')
      .orderBy('row.endsOn', 'DESC')
      .addOrderBy('row.id', 'DESC')
      .take(limit + 1);
    if (cursor) {
      const [endsOn, id] = placeIn(cursor, filter, isTextAndId);
      select.andWhere('(row.endsOn, row.id) < (:endsOn, :id::uuid)', { endsOn, id });
    }
    const { data, page } = pageOf(await select.getMany(), limit, filter, (row) => [row.endsOn, row.id]);
    const inspections = await doneUnder(
      this.dataSource,
      data.map((row) => row.id),
    );
    const asOf = this.clock.today();
    return new Page(
      data.map((row) =>
        shortly(
          row,
          planAgainstDone(
            row,
            inspections.filter(({ programmeId }) => programmeId === row.id),
            person,
            asOf,
          ),
          asOf,
        ),
      ),
      page,
    );
  }
}

export function doneUnder(
  dataSource: DataSource,
  programmeIds: readonly string[],
): Promise<ProgrammeInspectionsTable[]> {
  return dataSource
    .getRepository(ProgrammeInspectionsTable)
    .createQueryBuilder('row')
    .where('row.programmeId = any(:programmeIds)', { programmeIds })
    .getMany();
}

function shortly(row: ProgrammeListTable, items: readonly ItemAgainstDone[], asOf: LegalDate): ProgrammeShortly {
  const { id, number, title, adoptedOn, period, bodyId, bodyName, length } = row;
  const isTold = items.every(({ standing }) => standing !== null);
  const count = (standing: ItemStanding) => items.filter((item) => item.standing === standing).length;
  return {
    ...{ id, number, title, adoptedOn, period, bodyId, bodyName, length },
    asOf,
    items: items.length,
    standings: isTold
      ? (Object.fromEntries(itemStandings.map((standing) => [standing, count(standing)])) as Record<
          ItemStanding,
          number
        >)
      : null,
    started: items.reduce((sum, { started }) => sum + started, 0),
  };
}
