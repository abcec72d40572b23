import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { caseNumber, type EventInWords, eventHistory, inspectionSight, refusal } from '@soat/domain';
import { DataSource, In } from 'typeorm';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import { unitInSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { UuidField } from '../platform/http/fields.js';
import { ListQuery, Page, pageOf, placeIn } from '../platform/http/paging.js';
import { eventsInSight } from '../platform/history/event-sight.js';
import { EventHistoryTable, inWords } from '../platform/history/event-history.table.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { CaseNumberTable } from './case-number.table.js';
import { UnitOverviewTable } from './unit-overview.table.js';

export class TimelineQuery extends ListQuery {
  @UuidField({ optional: true, description: 'Only the events of this inspection or recommendation.' })
  readonly streamId?: string;
}

/** An entry with the name behind the actor's id, where the directory still knows it, and the number of its case. */
export type TimelineEntry = EventInWords & {
  readonly actorName: string | null;
  readonly caseNumber: string | null;
};

/** A unit's history, the newest event first. */
export class ShowUnitTimeline extends Query<Page<TimelineEntry>> {
  constructor(
    readonly person: Person,
    readonly unitId: string,
    readonly asked: TimelineQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowUnitTimeline)
export class ShowUnitTimelineHandler implements IQueryHandler<ShowUnitTimeline> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly people: PeopleDirectory,
  ) {}

  async execute({ person, unitId, asked }: ShowUnitTimeline): Promise<Page<TimelineEntry>> {
    const { streamId, limit, cursor, atLeast } = asked;
    await this.readAfterWrite.waitFor([eventHistory.name, caseNumber.name, inspectionSight.name], atLeast);
    const only = unitInSight(person);
    if (only !== null && only !== unitId) throw refusal('unit.unknown');
    if (!(await this.dataSource.getRepository(UnitOverviewTable).existsBy({ unitId }))) throw refusal('unit.unknown');
    const filter = { unitId, streamId: streamId ?? null, me: person.id };
    const select = this.dataSource
      .getRepository(EventHistoryTable)
      .createQueryBuilder('row')
      .where('row.unitId = :unitId', { unitId })
      .orderBy('row.position', 'DESC')
      .take(limit + 1);
    const sight: Record<string, unknown> = {};
    const bind = (value: unknown) => {
      const name = `sight${Object.keys(sight).length}`;
      sight[name] = value;
      return `:${name}`;
    };
    select.andWhere(eventsInSight(person, 'row', bind)).setParameters(sight);
    if (streamId) select.andWhere('row.streamId = :streamId', { streamId });
    if (cursor) select.andWhere('row.position < :position', { position: placeIn(cursor, filter, isPlace) });
    const { data, page } = pageOf(await select.getMany(), limit, filter, (row) => row.position);
    const numbers = await this.numbersOf(data);
    return new Page(
      data.map((row) => ({
        ...inWords(row),
        actorName: this.people.find(row.actor)?.name ?? null,
        caseNumber: (row.caseId !== null && numbers.get(row.caseId)) || null,
      })),
      page,
    );
  }

  private async numbersOf(rows: readonly EventHistoryTable[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])));
    const known = await this.dataSource.getRepository(CaseNumberTable).findBy({ id: In([...ids]) });
    return new Map(known.map(({ id, number }) => [id, number]));
  }
}

function isPlace(place: unknown): place is number {
  return typeof place === 'number' && Number.isSafeInteger(place) && place >= 0;
}
