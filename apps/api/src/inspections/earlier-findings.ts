import { Injectable } from '@nestjs/common';
import {
  earlierFindings,
  earlierFindingsFor,
  type InspectionCommands,
  inspection,
  type LegalDate,
  liveFindings,
  recurrencesOf,
  type Uuid,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { EventStore } from '../platform/event-store/event-store.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { EarlierFindingsTable } from './earlier-findings.table.js';

/** What the unit's earlier findings say of those of this inspection. */
@Injectable()
export class EarlierFindings {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly store: EventStore,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly dataSource: DataSource,
  ) {}

  /** Nothing for an inspection nobody ordered; the command itself is then refused. */
  async recurrencesIn(id: Uuid, today: LegalDate): Promise<InspectionCommands['IdentifyRecurrences']['found']> {
    const { state } = await this.executor.load('inspection', id, inspection);
    if (state.status === 'absent') return [];
    await this.readAfterWrite.waitFor([earlierFindings.name], await this.store.head());
    const unitId = state.file.order.unit.id;
    const rows = await this.dataSource
      .createQueryBuilder(EarlierFindingsTable, 'row')
      .where(`row.unitId = :unitId and row.findings <> '{}'`, { unitId })
      .getMany();
    return recurrencesOf(unitId, liveFindings(state.file), earlierFindingsFor(rows, id), today);
  }
}
