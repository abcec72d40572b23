import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  compareSelfCheck,
  type InspectionFile,
  type InspectionListRow,
  inspection,
  inspectionBeside,
  inspectionList,
  isSelfCheck,
  maySee,
  refusal,
  type SelfCheckComparison,
  selfCheckBeside,
  sightedInspection,
  sightOf,
  type Uuid,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import type { Person } from '../platform/access/token-verifier.js';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { InspectionListTable } from './inspection-list.table.js';

type Side = Pick<
  InspectionListRow,
  'id' | 'number' | 'title' | 'checklistEdition' | 'orderedOn' | 'startedAt' | 'endedAt'
>;

/** A self-check and the inspection it stands beside, whichever of the two was asked for. */
export interface SelfCheckShown {
  readonly selfCheck: Side;
  readonly inspection: Side;
  readonly comparison: SelfCheckComparison;
}

/**
 * Null where there is nothing to lay beside it that the reader may know of. @throws Rejection for a case the reader may not
 * see.
 */
export class ShowSelfCheck extends Query<SelfCheckShown | null> {
  constructor(
    readonly person: Person,
    readonly id: Uuid,
    readonly atLeast: number | undefined,
  ) {
    super();
  }
}

@QueryHandler(ShowSelfCheck)
export class ShowSelfCheckHandler implements IQueryHandler<ShowSelfCheck> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, id, atLeast }: ShowSelfCheck): Promise<SelfCheckShown | null> {
    await this.readAfterWrite.waitFor([inspectionList.name], atLeast);
    const asked = await this.file(id);
    if (!asked || !maySee(person, sightedInspection(asked))) throw refusal('inspection.unknown');
    const rows = await this.dataSource
      .getRepository(InspectionListTable)
      .findBy({ unitId: asked.order.unit.id, checklistKind: asked.order.checklist.kind });
    const row = rows.find((each) => each.id === id);
    if (!row) return null;
    const selfCheck = isSelfCheck(row) ? row : selfCheckBeside(row, rows);
    // Only started ones come out, and of them only what the reader may see: a check that nobody has announced stays hidden.
    const other = isSelfCheck(row) ? inspectionBeside(row, rows) : row;
    if (!selfCheck || !other) return null;
    const [own, found] = [await this.file(selfCheck.id), await this.file(other.id)];
    if (!own || !found || !maySee(person, sightedInspection(found))) return null;
    // On the long path the unit reads what was sent to it, and no answer was.
    const isUntold = sightOf(person) === 'own-unit' && found.order.procedure.path === 'long';
    if (isUntold) return null;
    return { selfCheck: sideOf(selfCheck), inspection: sideOf(other), comparison: compareSelfCheck(own, found) };
  }

  private async file(id: Uuid): Promise<InspectionFile | null> {
    const { state } = await this.executor.load('inspection', id, inspection);
    return state.status === 'absent' ? null : state.file;
  }
}

function sideOf({ id, number, title, checklistEdition, orderedOn, startedAt, endedAt }: InspectionListTable): Side {
  return { id, number, title, checklistEdition, orderedOn, startedAt, endedAt };
}
