import {
  type ClockReaction,
  type LadderProfile,
  type LegalDate,
  ladderDue,
  ladderHorizon,
  ladderProfiles,
  owingStatuses,
  recomputationDue,
  vietnamCalendar,
  type WorkingCalendar,
} from '@soat/domain';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { ClockPolicy, TimedReaction } from '../platform/policies/clock-runner.js';
import { RecommendationBoardTable } from './recommendation-board.table.js';

export type LadderReaction = ClockReaction & TimedReaction;

const pageSize = 200;

/** What the day asks of recommendations: another calendar first, then overdue and the steps of the ladder. */
export class LadderClock implements ClockPolicy<LadderReaction> {
  readonly name = 'ladder';
  /** Asked about since this process began; asking again would be answered as the first time. */
  private recountedEdition = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly calendar: WorkingCalendar = vietnamCalendar,
    private readonly profiles: readonly LadderProfile[] = ladderProfiles,
  ) {}

  async *due(today: LegalDate): AsyncGenerator<LadderReaction> {
    if (this.recountedEdition < this.calendar.edition) {
      yield* this.rows(
        (select) =>
          select
            .where('row.calendarEdition < :edition', { edition: this.calendar.edition })
            .andWhere('row.status in (:...statuses)', { statuses: [...owingStatuses, 'awaiting-verification'] }),
        (row) => recomputationDue(row, today, this.calendar),
      );
      this.recountedEdition = this.calendar.edition;
    }
    const horizon = ladderHorizon(today, this.calendar, this.profiles);
    const last = Math.max(...this.profiles.flatMap(({ steps }) => steps.map(({ workingDays }) => workingDays)));
    yield* this.rows(
      (select) =>
        select
          .where('row.status in (:...statuses)', { statuses: owingStatuses })
          .andWhere('row.dueOn <= :horizon', { horizon })
          // Whatever has gone up the whole ladder is left alone.
          .andWhere(
            `not coalesce(row.overdue_for = row.due_on and row.ladder_step->>'dueOn' = row.due_on
               and (row.ladder_step->>'workingDays')::int >= :last, false)`,
            { last },
          ),
      (row) => ladderDue(row, today, this.calendar, this.profiles),
    );
  }

  /** Page by page, the earliest due first; a row that changes meanwhile is seen by the next look. */
  private async *rows(
    which: (select: SelectQueryBuilder<RecommendationBoardTable>) => SelectQueryBuilder<RecommendationBoardTable>,
    reactionsTo: (row: RecommendationBoardTable) => readonly ClockReaction[],
  ): AsyncGenerator<LadderReaction> {
    let after: readonly [dueOn: LegalDate, id: string] | null = null;
    for (;;) {
      const select = which(this.dataSource.getRepository(RecommendationBoardTable).createQueryBuilder('row'))
        .orderBy('row.dueOn', 'ASC')
        .addOrderBy('row.id', 'ASC')
        .take(pageSize);
      if (after) select.andWhere('(row.dueOn, row.id) > (:dueOn, :id::uuid)', { dueOn: after[0], id: after[1] });
      const page = await select.getMany();
      for (const row of page)
        for (const reaction of reactionsTo(row)) yield { ...reaction, isSimulated: row.isSimulated };
      const end = page.at(-1);
      if (!end || page.length < pageSize) return;
      after = [end.dueOn, end.id];
    }
  }
}
