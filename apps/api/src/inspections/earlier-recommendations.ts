import { Injectable } from '@nestjs/common';
import { type EarlierOn, earlierOn, earlierRecommendations, inspection, type LegalDate, type Uuid } from '@soat/domain';
import { DataSource } from 'typeorm';
import { CommandExecutor } from '../platform/command-handling/execute.js';
import { EventStore } from '../platform/event-store/event-store.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { EarlierRecommendationsTable } from './earlier-recommendations.table.js';

/** What the inspected unit was told before: the system's own answer to the checklist's derived items. */
@Injectable()
export class EarlierRecommendations {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly store: EventStore,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly dataSource: DataSource,
  ) {}

  /** Nothing for an inspection nobody ordered; the command itself is then refused. */
  async ofInspection(id: Uuid, today: LegalDate): Promise<EarlierOn> {
    const { state } = await this.executor.load('inspection', id, inspection);
    if (state.status === 'absent') return earlierOn(null, today);
    // A recommendation settled a moment ago must count.
    await this.readAfterWrite.waitFor([earlierRecommendations.name], await this.store.head());
    const unitId = state.file.order.unit.id;
    return earlierOn(await this.dataSource.getRepository(EarlierRecommendationsTable).findOneBy({ unitId }), today);
  }
}
