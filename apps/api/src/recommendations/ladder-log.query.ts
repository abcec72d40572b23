import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ladderEntryKinds, ladderLog, ladderProfiles, type LadderLogRow, recommendationBoard } from '@soat/domain';
import { DataSource } from 'typeorm';
import { sightCondition } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { LegalDateField, OneOf, UuidField } from '../platform/http/fields.js';
import { ListQuery, type Page, pageOf, placeIn } from '../platform/http/paging.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';

const steps = [...new Set(ladderProfiles.flatMap((profile) => profile.steps.map(({ code }) => code)))];

export class LadderLogQuery extends ListQuery {
  @UuidField({ optional: true })
  readonly unitId?: string;

  @UuidField({ optional: true })
  readonly recommendationId?: string;

  @OneOf(ladderEntryKinds, { optional: true, name: 'LadderEntryKind' })
  readonly kind?: LadderLogRow['kind'];

  @OneOf(steps, { optional: true, name: 'LadderStepCode' })
  readonly step?: string;

  @LegalDateField({ optional: true })
  readonly takenFrom?: string;

  @LegalDateField({ optional: true })
  readonly takenTo?: string;
}

/** A line, and what people call what it is about. */
export type LadderLogEntry = LadderLogRow & { readonly number: string; readonly unitName: string };

/** What the clock did, in the person's sight, the newest first. */
export class ShowLadderLog extends Query<Page<LadderLogEntry>> {
  constructor(
    readonly person: Person,
    readonly asked: LadderLogQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowLadderLog)
export class ShowLadderLogHandler implements IQueryHandler<ShowLadderLog> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, asked }: ShowLadderLog): Promise<Page<LadderLogEntry>> {
    const { limit, cursor, atLeast, ...filters } = asked;
    await this.readAfterWrite.waitFor([ladderLog.name, recommendationBoard.name], atLeast);
    const values = new SqlValues();
    const { bind } = values;
    const columns = { teamIds: 'board.team_ids', unitIds: 'board.seeing_unit_ids', isRevealed: 'true' };
    const where = [sightCondition(person, columns, bind)];
    if (filters.unitId) where.push(`row.unit_id = ${bind(filters.unitId)}`);
    if (filters.recommendationId) where.push(`row.recommendation_id = ${bind(filters.recommendationId)}`);
    if (filters.kind) where.push(`row.kind = ${bind(filters.kind)}`);
    if (filters.step) where.push(`row.step = ${bind(filters.step)}`);
    if (filters.takenFrom) where.push(`row.taken_on >= ${bind(filters.takenFrom)}`);
    if (filters.takenTo) where.push(`row.taken_on <= ${bind(filters.takenTo)}`);
    const filter = { ...filters, me: person.id };
    if (cursor) where.push(`row.position < ${bind(placeIn(cursor, filter, isPlace))}`);
    const found: readonly LadderLogEntry[] = await this.dataSource.query(
      `select row.event_id as "eventId", row.position::float8 as position, row.unit_id as "unitId",
              row.recommendation_id as "recommendationId", row.kind, row.step, row.level, row.due_on as "dueOn",
              row.planned_on as "plannedOn", row.taken_on as "takenOn", row."to", board.number,
              board.unit_name as "unitName"
         from soat_read.ladder_log row join soat_read.recommendation_board board on board.id = row.recommendation_id
        where ${where.join(' and ')}
        order by row.position desc
        limit ${bind(limit + 1)}`,
      values.all,
    );
    return pageOf(found, limit, filter, (row) => row.position);
  }
}

function isPlace(place: unknown): place is number {
  return typeof place === 'number' && Number.isSafeInteger(place) && place >= 0;
}
