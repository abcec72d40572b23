import { Injectable } from '@nestjs/common';
import type { Actor, EventInWords, Uuid } from '@soat/domain';
import { DataSource } from 'typeorm';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { eventsInSight } from '../platform/history/event-sight.js';
import { firstAfter, firstIn } from './day-or-instant.js';
import { type AskedEvents, conditionsOf, type EventConditions } from './event-filters.js';

/** An event with the names behind its ids, as far as they are known today. */
export interface EventListed extends EventInWords {
  readonly unitName: string | null;
  readonly caseNumber: string | null;
  readonly actorName: string | null;
  readonly onBehalfOfName: string | null;
}

/** An event's cause is older than itself, so no chain is endless; this one is longer than any that was seen. */
const chainMax = 50;

/** How far the first look goes back. */
const walkedMax = 4_000;

/** Reads the history of all events, as far as a person may see it, the newest first. */
@Injectable()
export class EventSearch {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleDirectory,
  ) {}

  /**
   * The newest that fit, before a position where one is given. Looks twice at most: first back along one index, so far and
   * no further, which finds what is frequent; and what that did not find is rare, and is looked up as a set. Left to
   * itself the planner takes what belongs together for independent, and may walk the whole history for a page.
   * @throws Rejection when the person's role sees no cases at all
   */
  async newest(
    person: Actor,
    asked: AskedEvents,
    before: number | null,
    limit: number,
  ): Promise<readonly EventListed[]> {
    const range = await this.rangeOf(asked, before);
    const walked = await this.positions(person, asked, range, limit, walk);
    const isEnough = walked.length === limit;
    return await this.rows(isEnough ? walked : await this.positions(person, asked, range, limit, lookUp));
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

  private async positions(
    person: Actor,
    asked: AskedEvents,
    range: Range,
    limit: number,
    look: Look,
  ): Promise<readonly number[]> {
    if (range === null) return [];
    const values = new SqlValues();
    const conditions = conditionsOf(person, asked, values.bind);
    const bounds = [
      ...(range.from === null ? [] : [`row.position >= ${values.bind(range.from)}`]),
      ...(range.before === null ? [] : [`row.position < ${values.bind(range.before)}`]),
    ];
    const found: readonly { readonly position: number }[] = await this.dataSource.query(
      look(conditions, bounds, values.bind(limit)),
      values.all,
    );
    return found.map(({ position }) => position);
  }

  /** The server's clock never runs back along the log, so a range of it is a range of positions; null where it is empty. */
  private async rangeOf({ recordedFrom, recordedTo }: AskedEvents, before: number | null): Promise<Range> {
    if (recordedFrom === undefined && recordedTo === undefined) return { from: null, before };
    const first = 'select position::float8 from soat_read.event_history where recorded_at >= $';
    const [bounds] = await this.dataSource.query(
      `select (${first}1 order by recorded_at, position limit 1) as from,
              (${first}2 order by recorded_at, position limit 1) as before`,
      [
        recordedFrom === undefined ? '' : firstIn(recordedFrom),
        recordedTo === undefined ? '~' : firstAfter(recordedTo),
      ],
    );
    if (bounds.from === null) return null;
    const last = bounds.before ?? Number.MAX_SAFE_INTEGER;
    return { from: bounds.from, before: Math.min(before ?? last, last) };
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

type Range = { readonly from: number | null; readonly before: number | null } | null;

/** A statement that answers positions, the newest first. */
type Look = (conditions: EventConditions, bounds: readonly string[], limit: string) => string;

const walk: Look = ({ walked, others }, bounds, limit) => `
  select row.position::float8 as position
    from (select * from soat_read.event_history row
           where ${all([...(walked === null ? [] : [walked]), ...bounds])}
           order by row.position desc limit ${others.length === 0 ? limit : walkedMax}) row
   where ${all(others)}
   order by row.position desc limit ${limit}`;

// The sum is no column of an index: what fits is found first, and put in order then.
const lookUp: Look = ({ walked, others }, bounds, limit) => `
  select row.position::float8 as position
    from soat_read.event_history row
   where ${all([...(walked === null ? [] : [walked]), ...bounds, ...others])}
   order by row.position + 0 desc limit ${limit}`;

function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join('\n     and ');
}
