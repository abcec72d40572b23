import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  amendmentsInSight,
  type CommandName,
  commandsOf,
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
import { type AsOf, type PastListQuery, PastMoments, reachWanted } from '../platform/http/as-of.js';
import { isTextAndId, placeIn } from '../platform/http/paging.js';
import { PastPage, pastPageOf } from '../platform/http/past-page.js';
import { rowsAt } from '../platform/projections/rows-at.js';
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
  readonly asOf: AsOf;
  readonly items: number;
  /** Null for a unit, as the standing of each item is. */
  readonly standings: Readonly<Record<ItemStanding, number>> | null;
  readonly started: number;
}

/** A programme with the plan against what was done, as far as the reader may see it. */
export interface ProgrammeShown extends Omit<ProgrammeListRow, 'items' | 'endsOn'> {
  readonly asOf: LegalDate;
  readonly items: readonly ItemAgainstDone[];
  /** What the reader's role may ask for. */
  readonly mayAsk: readonly CommandName[];
}

/** Programmes, the one that ends last first. @throws Rejection when the role sees no cases at all. */
export class ListProgrammes extends Query<PastPage<ProgrammeShortly>> {
  constructor(
    readonly person: Person,
    readonly asked: PastListQuery,
  ) {
    super();
  }
}

export class ShowProgramme extends Query<ProgrammeShown> {
  constructor(
    readonly person: Person,
    readonly id: string,
    readonly atLeast: number | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListProgrammes)
export class ListProgrammesHandler implements IQueryHandler<ListProgrammes> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, asked }: ListProgrammes): Promise<PastPage<ProgrammeShortly>> {
    const { limit, cursor, atLeast } = asked;
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor(views, reachWanted(atLeast, past));
    if (sightOf(person) === 'nothing') throw refusal('access.role-may-not', { role: person.role });
    const filter = { me: person.id, asOf: asked.asOf ?? null };
    const position = past?.position ?? null;
    const select = rowsAt(this.dataSource, ProgrammeListTable, position)
      .orderBy('row.endsOn', 'DESC')
      .addOrderBy('row.id', 'DESC')
      .take(limit + 1);
    if (cursor) {
      const [endsOn, id] = placeIn(cursor, filter, isTextAndId);
      select.andWhere('(row.endsOn, row.id) < (:endsOn, :id::uuid)', { endsOn, id });
    }
    const { data, page } = pastPageOf(past, await select.getMany(), limit, filter, (row) => [row.endsOn, row.id]);
    const inspections = await doneUnder(
      this.dataSource,
      data.map((row) => row.id),
      position,
    );
    const asOf = this.moments.asOf(past);
    return new PastPage(
      data.map((row) =>
        shortly(
          row,
          planAgainstDone(
            row,
            inspections.filter(({ programmeId }) => programmeId === row.id),
            person,
            asOf.on,
          ),
          asOf,
        ),
      ),
      page,
      past ?? undefined,
    );
  }
}

@QueryHandler(ShowProgramme)
export class ShowProgrammeHandler implements IQueryHandler<ShowProgramme> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly clock: Clock,
  ) {}

  async execute({ person, id, atLeast }: ShowProgramme): Promise<ProgrammeShown> {
    await this.readAfterWrite.waitFor(views, atLeast);
    const sight = sightOf(person);
    const row = await this.dataSource.getRepository(ProgrammeListTable).findOneBy({ id });
    if (!row || sight === 'nothing') throw refusal('programme.unknown');
    const { endsOn: _, amendments, ...facts } = row;
    const asOf = this.clock.today();
    return {
      ...facts,
      asOf,
      items: planAgainstDone(row, await doneUnder(this.dataSource, [id], null), person, asOf),
      amendments: amendmentsInSight(amendments, sight),
      mayAsk: commandsOf(person.role),
    };
  }
}

/** As of a position: on the teams that are on them today, since it is they who may see them. */
async function doneUnder(
  dataSource: DataSource,
  programmeIds: readonly string[],
  position: number | null,
): Promise<ProgrammeInspectionsTable[]> {
  const rowsOf = (at: number | null) =>
    rowsAt(dataSource, ProgrammeInspectionsTable, at)
      .andWhere('row.programmeId = any(:programmeIds)', { programmeIds })
      .getMany();
  const rows = await rowsOf(position);
  if (position === null) return rows;
  const teams = new Map((await rowsOf(null)).map(({ id, teamIds }) => [id, teamIds]));
  return rows.map((row) => ({ ...row, teamIds: teams.get(row.id) ?? [] }));
}

function shortly(row: ProgrammeListTable, items: readonly ItemAgainstDone[], asOf: AsOf): ProgrammeShortly {
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
