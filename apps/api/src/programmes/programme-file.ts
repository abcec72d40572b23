import {
  type Actor,
  amendmentsInSight,
  type CommandName,
  foldRow,
  type InspectionEvents,
  inspection,
  isInspectionKnownTo,
  type ItemAgainstDone,
  itemsInSight,
  type LegalDate,
  type ProgrammeEvents,
  type ProgrammeInspectionRow,
  type ProgrammeListRow,
  planAgainstKnown,
  programme,
  programmeInspections,
  programmeList,
  type Recorded,
  sightOf,
  type Uuid,
  wasBy,
} from '@soat/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/access/token-verifier.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { type AsOf, type Past, reachWanted } from '../platform/http/as-of.js';
import { rowsAt } from '../platform/projections/rows-at.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { ProgrammeInspectionsTable } from './programme-inspections.table.js';
import { ProgrammeListTable } from './programme-list.table.js';

const views = [programmeList.name, programmeInspections.name];
/** Streams that are read at once: the other readers want connections too. */
const atOnce = 8;

/** A programme with the plan against what was done, as far as the reader may see it. */
export interface ProgrammeShown extends Omit<ProgrammeListRow, 'items' | 'endsOn'> {
  readonly asOf: AsOf;
  readonly items: readonly ItemAgainstDone[];
  /** What the reader's role may ask for; nothing of the past, which is read only. */
  readonly mayAsk: readonly CommandName[];
}

/** A programme and what was done under it, as far as one reader may know of either. */
export interface ProgrammeInSight {
  readonly row: ProgrammeListRow;
  readonly done: readonly ProgrammeInspectionRow[];
}

/** Programmes as they stand and stood, by their views, and by what had happened, by the streams behind them. */
@Injectable()
export class ProgrammeFiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly executor: CommandExecutor,
  ) {}

  /** Null where there is nothing for this reader. Of the past nobody sees an item or an inspection unknown to him today. */
  async inSight(person: Person, id: Uuid, past: Past | null, atLeast?: number): Promise<ProgrammeInSight | null> {
    await this.readAfterWrite.waitFor(views, reachWanted(atLeast, past));
    const sight = sightOf(person);
    const row = await this.dataSource.getRepository(ProgrammeListTable).findOneBy({ id });
    if (!row || sight === 'nothing') return null;
    const known = (await this.doneOf(id, [], null)).filter((inspected) => isInspectionKnownTo(person, inspected));
    if (!past) return { row, done: known };
    const then = await this.rowOf(id, past);
    if (!then) return null;
    const shown = new Set(itemsInSight(row.items, sight).map(({ item }) => item.itemId));
    return {
      row: { ...then, items: then.items.filter(({ item }) => shown.has(item.itemId)) },
      done: knownThen(person, known, await this.doneOf(id, known, past)),
    };
  }

  private async rowOf(id: Uuid, past: Past): Promise<ProgrammeListRow | null> {
    if (past.basis === 'recorded')
      return await rowsAt(this.dataSource, ProgrammeListTable, past.position, 'id = :id')
        .andWhere('row.id = :id', { id })
        .getOne();
    const { events } = await this.executor.load('programme', id, programme);
    return programmeRowOf(events, past);
  }

  /** Versions are kept in the order of recording; what had happened only the streams know. */
  private async doneOf(
    id: Uuid,
    known: readonly ProgrammeInspectionRow[],
    past: Past | null,
  ): Promise<readonly ProgrammeInspectionRow[]> {
    if (past?.basis !== 'occurred')
      return await rowsAt(this.dataSource, ProgrammeInspectionsTable, past?.position ?? null, 'programme_id = :id')
        .andWhere('row.programmeId = :id', { id })
        .getMany();
    const rows: (ProgrammeInspectionRow | null)[] = [];
    for (let from = 0; from < known.length; from += atOnce)
      rows.push(...(await Promise.all(known.slice(from, from + atOnce).map((row) => this.inspectionOf(row.id, past)))));
    return rows.filter((row) => row !== null);
  }

  private async inspectionOf(id: Uuid, past: Past): Promise<ProgrammeInspectionRow | null> {
    const { events } = await this.executor.load('inspection', id, inspection);
    return inspectionRowOf(events, past);
  }
}

/** Of the past nobody sees more than today, and nobody who is not on the team learns what was not revealed by then. */
export function knownThen(
  person: Actor,
  knownNow: readonly ProgrammeInspectionRow[],
  then: readonly ProgrammeInspectionRow[],
): readonly ProgrammeInspectionRow[] {
  const teams = new Map(knownNow.map(({ id, teamIds }) => [id, teamIds]));
  return then.filter((row) => {
    const teamIds = teams.get(row.id);
    return teamIds !== undefined && isInspectionKnownTo(person, { ...row, teamIds });
  });
}

/** The rows as their views would have had them. */
export function programmeRowOf(events: readonly Recorded<ProgrammeEvents>[], past: Past): ProgrammeListRow | null {
  return events
    .filter((event) => wasBy(past, event))
    .reduce<ProgrammeListRow | null>((row, event) => foldRow(programmeList, row, event), null);
}

export function inspectionRowOf(
  events: readonly Recorded<InspectionEvents>[],
  past: Past,
): ProgrammeInspectionRow | null {
  return events
    .filter((event) => wasBy(past, event))
    .reduce<ProgrammeInspectionRow | null>((row, event) => foldRow(programmeInspections, row, event), null);
}

export function programmeShown(
  { row, done }: ProgrammeInSight,
  person: Actor,
  today: LegalDate,
): Omit<ProgrammeShown, 'asOf' | 'mayAsk'> {
  const { endsOn: _, amendments, ...facts } = row;
  return {
    ...facts,
    items: planAgainstKnown(row, done, sightOf(person), today),
    amendments: amendmentsInSight(amendments, sightOf(person)),
  };
}
