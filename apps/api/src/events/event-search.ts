import { Injectable } from '@nestjs/common';
import { type Actor, addDays, type EventInWords, type Instant, type Uuid } from '@soat/domain';
import { DataSource } from 'typeorm';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { eventsInSight } from '../platform/history/event-sight.js';
import { firstAfter, firstIn } from './day-or-instant.js';
import { type AskedEvents, begunIn, conditionsOf, type EventConditions, type LastWord } from './event-filters.js';

/** An event with the names behind its ids, as far as they are known today. */
export interface EventListed extends EventInWords {
  readonly unitName: string | null;
  readonly caseNumber: string | null;
  readonly actorName: string | null;
  readonly onBehalfOfName: string | null;
}

/** An event's cause is older than itself, so no chain is endless; this one is longer than any that was seen. */
const chainMax = 50;

/** How many rows one step of the first look goes back, some 10 ms of it: fewer where each row's words are gone through. */
const stepOfRows = 8_000;
const stepOfTexts = 2_500;
const stepsMax = 6;

/** Reads the history of all events, as far as a person may see it, the newest first. */
@Injectable()
export class EventSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleDirectory,
  ) {}

  /**
   * The newest that fit, before a position where one is given.
   * @throws Rejection when the person's role sees no cases at all
   */
  async newest(
    person: Actor,
    asked: AskedEvents,
    before: number | null,
    limit: number,
  ): Promise<readonly EventListed[]> {
    const whole = { person, asked, lastWord: 'whole' } as const;
    const found = await this.newestPositions(whole, before, limit);
    if (found.length > 0 || asked.q === undefined || begunIn(asked.q) === null) return await this.rows(found);
    // Words are looked for as they were typed; only where nothing has the last one, it is taken for the beginning of one. All
    // that begins with a few letters is a long list to join, and who has typed a word to its end does not want it.
    const isLastPage = before !== null && (await this.newestPositions(whole, null, 1)).length > 0;
    return isLastPage
      ? []
      : await this.rows(await this.newestPositions({ ...whole, lastWord: 'begun' }, before, limit));
  }

  /** Those of these events that the person may see, in the log's order. @throws Rejection */
  async ofIds(person: Actor, ids: readonly Uuid[]): Promise<readonly EventListed[]> {
    return await this.chosen(person, (bind) => `row.event_id = any(${bind(ids)}::uuid[])`);
  }

  /** What this event brought about at once, as far as the person may see it, in the log's order. @throws Rejection */
  async causedBy(person: Actor, id: Uuid, limit: number): Promise<readonly EventListed[]> {
    return await this.chosen(person, (bind) => `row.causation_id = ${bind(id)}`, limit);
  }

  /** What led to this event, as far as the person may see it, the root first. @throws Rejection */
  async leadingTo(person: Actor, id: Uuid): Promise<readonly EventListed[]> {
    const chain: readonly { readonly id: Uuid }[] = await this.dataSource.query(
      `with recursive chain (id, cause, depth) as (
         select event_id, causation_id, 0 from soat_read.event_history where event_id = $1
          union all
         select row.event_id, row.causation_id, depth + 1
           from chain join soat_read.event_history row on row.event_id = chain.cause
          where depth < ${chainMax})
       select id from chain where depth > 0`,
      [id],
    );
    return chain.length === 0
      ? []
      : await this.ofIds(
          person,
          chain.map((each) => each.id),
        );
  }

  private async chosen(
    person: Actor,
    conditionWith: (bind: (value: unknown) => string) => string,
    limit = 1_000,
  ): Promise<readonly EventListed[]> {
    const values = new SqlValues();
    const condition = conditionWith(values.bind);
    const found: readonly { readonly position: number }[] = await this.dataSource.query(
      `select row.position::float8 as position from soat_read.event_history row
        where ${condition} and ${eventsInSight(person, 'row', values.bind)}
        order by row.position limit ${values.bind(limit)}`,
      values.all,
    );
    return (await this.rows(found.map(({ position }) => position))).toReversed();
  }

  private async newestPositions(search: Search, before: number | null, limit: number): Promise<readonly number[]> {
    const range = await this.rangeOf(search.asked, before);
    if (range === null) return [];
    const { occurredTo } = search.asked;
    if (occurredTo === undefined) return await this.lookTwice(search, range, limit);
    // By the end of the next day all is recorded that happened by then, but for what was late: few, and they come first.
    const end = await this.firstRecorded(`${addDays(firstAfter(occurredTo).slice(0, 10), 1)}T00:00:00.000Z`);
    if (end === null) return await this.lookTwice(search, range, limit);
    const late = await this.positions(search, { ...range, from: Math.max(range.from ?? 0, end) }, limit, lateOnes);
    if (late.length === limit) return late;
    const inTime = { ...range, before: Math.min(range.before ?? end, end) };
    return [...late, ...(await this.lookTwice(search, inTime, limit - late.length))];
  }

  /**
   * First back along one index, step by step as long as what was found promises a full page soon: so is found what is
   * frequent. What that does not find is rare, and is looked up as a set. Left to itself the planner takes what belongs
   * together for independent, and may walk the whole history for a page.
   */
  private async lookTwice(search: Search, range: Range, limit: number): Promise<readonly number[]> {
    const step = search.asked.q === undefined ? stepOfRows : stepOfTexts;
    const found: number[] = [];
    for (let walked = 0; walked < stepsMax * step; ) {
      found.push(...(await this.positions(search, range, limit - found.length, walk(walked, step))));
      if (found.length === limit) return found;
      walked += step;
      if ((limit / found.length) * walked > stepsMax * step) break;
    }
    return await this.positions(search, range, limit, lookUp);
  }

  private async positions(
    { person, asked, lastWord }: Search,
    range: Range,
    limit: number,
    look: Look,
  ): Promise<readonly number[]> {
    const values = new SqlValues();
    const conditions = conditionsOf(person, asked, lastWord, values.bind);
    const bounds = [
      ...(range.from === null ? [] : [`row.position >= ${values.bind(range.from)}`]),
      ...(range.before === null ? [] : [`row.position < ${values.bind(range.before)}`]),
    ];
    const text = look(conditions, bounds, values.bind(limit));
    const found: readonly { readonly position: number }[] = await this.dataSource.query(text, values.all);
    return found.map(({ position }) => position);
  }

  /** The server's clock never runs back along the log, so a range of it is a range of positions; null where it is empty. */
  private async rangeOf({ recordedFrom, recordedTo }: AskedEvents, before: number | null): Promise<Range | null> {
    const from = recordedFrom === undefined ? null : await this.firstRecorded(firstIn(recordedFrom));
    if (recordedFrom !== undefined && from === null) return null;
    const end = recordedTo === undefined ? null : await this.firstRecorded(firstAfter(recordedTo));
    return { from, before: end === null ? before : Math.min(before ?? end, end) };
  }

  /** The first position recorded at an instant or later; null where there is none. */
  private async firstRecorded(at: Instant): Promise<number | null> {
    const [first]: readonly { readonly position: number }[] = await this.dataSource.query(
      `select position::float8 as position from soat_read.event_history where recorded_at >= $1
        order by recorded_at, event_history.position limit 1`,
      [at],
    );
    return first?.position ?? null;
  }

  private async rows(positions: readonly number[]): Promise<readonly EventListed[]> {
    if (positions.length === 0) return [];
    const found: readonly Omit<EventListed, 'actorName' | 'onBehalfOfName'>[] = await this.dataSource.query(
      `select row.event_id as "eventId", row.position::float8 as position, row.unit_id as "unitId",
              unit.name as "unitName", row.stream_category as "streamCategory", row.stream_id as "streamId", row.version,
              row.case_id as "caseId", numbered.number as "caseNumber", row.inspection_id as "inspectionId",
              row.recommendation_id as "recommendationId", row.type, row.actor, row.role,
              row.on_behalf_of as "onBehalfOf", row.occurred_at as "occurredAt", row.recorded_at as "recordedAt",
              row.effective_on as "effectiveOn", row.sentence_vi as "sentenceVi", row.sentence_en as "sentenceEn",
              row.is_simulated as "isSimulated"
         from soat_read.event_history row
         left join soat_read.unit_register unit on unit.id = row.unit_id
         left join soat_read.case_number numbered on numbered.id = row.case_id
        where row.position = any($1::bigint[])
        order by row.position desc`,
      [positions],
    );
    return found.map((row) => ({
      ...row,
      actorName: this.people.find(row.actor)?.name ?? null,
      onBehalfOfName: (row.onBehalfOf !== null && this.people.find(row.onBehalfOf)?.name) || null,
    }));
  }
}

interface Range {
  readonly from: number | null;
  readonly before: number | null;
}

interface Search {
  readonly person: Actor;
  readonly asked: AskedEvents;
  readonly lastWord: LastWord;
}

/** A statement that answers positions, the newest first. */
type Look = (conditions: EventConditions, bounds: readonly string[], limit: string) => string;

function walk(skipped: number, step: number): Look {
  return ({ alongIndex }, bounds, limit) => {
    const { walked, others } = alongIndex();
    return `
  select row.position::float8 as position
    from (select * from soat_read.event_history row
           where ${all([...(walked === null ? [] : [walked]), ...bounds])}
           order by row.position desc offset ${skipped} limit ${step}) row
   where ${all(others)}
   order by row.position desc limit ${limit}`;
  };
}

// The sum is no column of an index: what fits is found first, and put in order then.
const lookUp: Look = ({ asSet }, bounds, limit) => `
  select row.position::float8 as position
    from soat_read.event_history row
   where ${all([...bounds, ...asSet()])}
   order by row.position + 0 desc limit ${limit}`;

/** What happened by then and was recorded on a later day, by an index of its own; as an array, for there are few. */
const lateOnes: Look = ({ alongIndex, happenedBy }, bounds, limit) => {
  const { walked, others } = alongIndex();
  return `
  select row.position::float8 as position
    from soat_read.event_history row
   where row.position = any(array(
           select late.position from soat_read.event_history late
            where left(late.occurred_at, 10) < left(late.recorded_at, 10)
              and ${all([...bounds, ...happenedBy()]).replaceAll('row.', 'late.')}))
     and ${all([...(walked === null ? [] : [walked]), ...others])}
   order by row.position desc limit ${limit}`;
};

function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join('\n     and ');
}
