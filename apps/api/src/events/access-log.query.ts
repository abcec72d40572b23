import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { assertMayReadAccessLog } from '@soat/domain';
import { DataSource } from 'typeorm';
import { accessSubjects, type Reading } from '../platform/access/access-log.js';
import { PeopleDirectory } from '../platform/access/people-directory.js';
import type { Person } from '../platform/access/token-verifier.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { OneLine, OneOf, UuidField, WholeNumber } from '../platform/http/fields.js';
import { Page, pageLimitMax, pageOf, placeIn } from '../platform/http/paging.js';
import { DayOrInstant, firstAfter, firstIn } from './day-or-instant.js';

/** No `atLeast`: a reading is in the log before its answer is out. */
export class AccessLogQuery {
  @OneLine({ max: 200, optional: true, description: 'Id of the person who looked.' })
  readonly actor?: string;

  @OneOf(accessSubjects, { optional: true, name: 'AccessSubject' })
  readonly subject?: string;

  @UuidField({ optional: true, description: 'What was looked at.' })
  readonly subjectId?: string;

  @DayOrInstant({ optional: true, description: 'Then or later: a day in Viet Nam, or an instant.' })
  readonly from?: string;

  @DayOrInstant({ optional: true, description: 'Then or earlier; a day with all of it.' })
  readonly to?: string;

  @WholeNumber({ min: 1, max: pageLimitMax, optional: true, description: 'Rows on a page; 50 when left out.' })
  readonly limit: number = 50;

  @OneLine({ max: 1_000, optional: true, description: '`page.next` of the page before.' })
  readonly cursor?: string;
}

export interface ReadingListed extends Reading {
  readonly actorName: string | null;
}

/** Who looked at what, the newest first. Reading it is no reading of a case, and is not written down itself. */
export class ListReadings extends Query<Page<ReadingListed>> {
  constructor(
    readonly person: Person,
    readonly asked: AccessLogQuery,
  ) {
    super();
  }
}

@QueryHandler(ListReadings)
export class ListReadingsHandler implements IQueryHandler<ListReadings> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleDirectory,
  ) {}

  async execute({ person, asked }: ListReadings): Promise<Page<ReadingListed>> {
    assertMayReadAccessLog(person);
    const { limit, cursor, ...filters } = asked;
    const { actor, subject, subjectId, from, to } = filters;
    const values = new SqlValues();
    const { bind } = values;
    const where = ['true'];
    if (actor !== undefined) where.push(`actor = ${bind(actor)}`);
    if (subject !== undefined) where.push(`subject = ${bind(subject)}`);
    if (subjectId !== undefined) where.push(`subject_id = ${bind(subjectId)}`);
    if (from !== undefined) where.push(`at >= ${bind(firstIn(from))}`);
    if (to !== undefined) where.push(`at < ${bind(firstAfter(to))}`);
    const filter = { ...filters, me: person.id };
    if (cursor !== undefined) where.push(`id < ${bind(placeIn(cursor, filter, isPlace))}`);
    const found: readonly (Omit<Reading, 'at'> & { readonly id: number; readonly at: Date })[] =
      await this.dataSource.query(
        `select id::float8 as id, at, actor, role, on_behalf_of as "onBehalfOf", subject, subject_id as "subjectId", scope,
                as_of as "asOf", request_id as "requestId"
           from soat_log.access_log where ${where.join(' and ')} order by access_log.id desc limit ${bind(limit + 1)}`,
        values.all,
      );
    const { data, page } = pageOf(found, limit, filter, ({ id }) => id);
    return new Page(
      data.map(({ id: _, at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        actorName: this.people.find(row.actor)?.name ?? null,
      })),
      page,
    );
  }
}

function isPlace(place: unknown): place is number {
  return typeof place === 'number' && Number.isSafeInteger(place) && place >= 0;
}
