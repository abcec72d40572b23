import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type EventInWords, refusal } from '@soat/domain';
import { DataSource, In } from 'typeorm';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import type { Person } from '../platform/access/token-verifier.js';
import { UuidField } from '../platform/http/fields.js';
import { BasisField, type Basis, PastListQuery, PastMoments, reachWanted } from '../platform/http/as-of.js';
import { placeIn } from '../platform/http/paging.js';
import { type PastPage, pastPageOf } from '../platform/http/past-page.js';
import { type EventHistoryTable, inWords } from '../platform/history/event-history.table.js';
import type { JsonValue } from '../platform/http/strict-json.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { CaseNumberTable } from './case-number.table.js';
import { isUnitInSight, timelineInSight, timelineViews } from './timeline-in-sight.js';

export class TimelineQuery extends PastListQuery {
  @UuidField({ optional: true, description: 'Only the events of this inspection or recommendation.' })
  readonly streamId?: string;

  @BasisField()
  readonly basis?: Basis;
}

/** An entry with the name behind the actor's id, where the directory still knows it, and the number of its case. */
export type TimelineEntry = EventInWords & {
  readonly actorName: string | null;
  readonly caseNumber: string | null;
};

/** A unit's history, what was recorded last first; by what had happened, what happened last. */
export class ShowUnitTimeline extends Query<PastPage<TimelineEntry>> {
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
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, unitId, asked }: ShowUnitTimeline): Promise<PastPage<TimelineEntry>> {
    const { streamId, limit, cursor, atLeast, asOf } = asked;
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor(timelineViews, reachWanted(atLeast, past));
    if (!(await isUnitInSight(this.dataSource, person, unitId, past))) throw refusal('unit.unknown');
    const filter = {
      ...{ unitId, streamId: streamId ?? null, me: person.id },
      ...(past && { asOf: asOf ?? null, basis: past.basis }),
    };
    const select = timelineInSight(this.dataSource, person, unitId, past).take(limit + 1);
    if (streamId) select.andWhere('row.streamId = :streamId', { streamId });
    const byOccurrence = past?.basis === 'occurred';
    if (byOccurrence) select.orderBy('row.occurredAt', 'DESC').addOrderBy('row.position', 'DESC');
    else select.orderBy('row.position', 'DESC');
    if (cursor && byOccurrence) {
      const [occurredAt, position] = placeIn(cursor, filter, isOccurrence);
      select.andWhere('(row.occurredAt, row.position) < (:occurredAt, :place)', { occurredAt, place: position });
    } else if (cursor) select.andWhere('row.position < :place', { place: placeIn(cursor, filter, isPlace) });
    const rows = await select.getMany();
    const numbers = await this.numbersOf(rows);
    const entries = rows.map((row) => ({
      ...inWords(row),
      actorName: this.people.find(row.actor)?.name ?? null,
      caseNumber: (row.caseId !== null && numbers.get(row.caseId)) || null,
    }));
    return pastPageOf(past, entries, limit, filter, ({ occurredAt, position }) =>
      byOccurrence ? [occurredAt, position] : position,
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

function isOccurrence(place: JsonValue): place is readonly [string, number] {
  return Array.isArray(place) && place.length === 2 && typeof place[0] === 'string' && isPlace(place[1]);
}
