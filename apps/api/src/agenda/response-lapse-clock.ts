import { awaitedResponse, type LapseReaction, type LegalDate, lapseDue } from '@soat/domain';
import type { DataSource } from 'typeorm';
import type { ClockPolicy, TimedReaction } from '../platform/policies/clock-runner.js';
import { AgendaTable } from './agenda.table.js';

export type LapseAsked = LapseReaction & TimedReaction;

const pageSize = 200;

/** Drafts whose day to answer has passed without an answer. */
export class ResponseLapseClock implements ClockPolicy<LapseAsked> {
  readonly name = 'response-lapse';

  constructor(private readonly dataSource: DataSource) {}

  /** Page by page, by id; what is answered meanwhile is turned down by the rules. */
  async *due(today: LegalDate): AsyncGenerator<LapseAsked> {
    for (let after: string | null = null; ; ) {
      const select = this.dataSource
        .getRepository(AgendaTable)
        .createQueryBuilder('row')
        .where(`row.tasks @> '[{"kind":"respond"}]'::jsonb`)
        .andWhere(`row.course->>'replyDueOn' < :today`, { today })
        .orderBy('row.id', 'ASC')
        .take(pageSize);
      if (after) select.andWhere('row.id > :after::uuid', { after });
      const page: readonly AgendaTable[] = await select.getMany();
      for (const row of page) {
        const awaited = awaitedResponse(row);
        for (const reaction of awaited ? lapseDue(awaited, today) : [])
          yield { ...reaction, isSimulated: row.isSimulated };
      }
      const last = page.at(-1);
      if (!last || page.length < pageSize) return;
      after = last.id;
    }
  }
}
