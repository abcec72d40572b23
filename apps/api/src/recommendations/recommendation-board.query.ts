import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  addWorkingDays,
  dueSoonWorkingDays,
  isOverdue,
  owingStatuses,
  type RecommendationKind,
  type RecommendationStatus,
  recommendationBoard,
  recommendationKinds,
  recommendationStatuses,
  searchKey,
  settledStatuses,
  vietnamCalendar,
  workingDaysBetween,
} from '@soat/domain';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { withinPastSight, withinSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { LegalDateField, OneLine, OneOf, UuidField, YesNo } from '../platform/http/fields.js';
import { PastListQuery, PastMoments, reachWanted } from '../platform/http/as-of.js';
import { isTextAndId, placeIn } from '../platform/http/paging.js';
import { PastPage, pastPageOf } from '../platform/http/past-page.js';
import { rowsAt } from '../platform/projections/rows-at.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { RecommendationBoardTable } from './recommendation-board.table.js';

export const boardFilters = [
  'owing',
  'overdue',
  'due-soon',
  'awaiting-verification',
  'returned',
  'verified',
  'settled',
  'extension-asked',
  'plan-submitted',
  'escalated',
  'suspended',
  'external',
  'sanctions',
] as const;

export class RecommendationsQuery extends PastListQuery {
  @UuidField({ optional: true })
  readonly unitId?: string;

  @UuidField({ optional: true })
  readonly inspectionId?: string;

  @OneOf(recommendationStatuses, { optional: true, name: 'RecommendationStatus' })
  readonly status?: RecommendationStatus;

  @OneOf(recommendationKinds, { optional: true, name: 'RecommendationKind' })
  readonly kind?: RecommendationKind;

  @UuidField({ optional: true, description: 'The body that leads it.' })
  readonly leadUnitId?: string;

  @UuidField({ optional: true, description: 'A body that helps.' })
  readonly coordinatingUnitId?: string;

  @LegalDateField({ optional: true, description: 'Due on this day or later.' })
  readonly dueFrom?: string;

  @LegalDateField({ optional: true, description: 'Due on this day or earlier.' })
  readonly dueTo?: string;

  @YesNo({ optional: true })
  readonly overdue?: boolean;

  @YesNo({ optional: true, description: 'Of an external body, or of an inspection.' })
  readonly external?: boolean;

  @YesNo({ optional: true, description: 'With money to pay back, or without.' })
  readonly money?: boolean;

  @OneLine({
    max: 100,
    optional: true,
    description: 'Words of its number, text, unit or findings; diacritics do not matter.',
  })
  readonly q?: string;

  @OneOf(boardFilters, { optional: true, name: 'BoardFilter' })
  readonly show?: (typeof boardFilters)[number];
}

/** A row with what depends on the day it is read. */
export type BoardRow = RecommendationBoardTable & {
  readonly isOverdue: boolean;
  /** Working days left until the due date; negative once it has passed. */
  readonly workingDaysLeft: number;
};

/** Recommendations in a person's sight, the earliest due first. */
export class ListRecommendations extends Query<PastPage<BoardRow>> {
  constructor(
    readonly person: Person,
    readonly asked: RecommendationsQuery,
  ) {
    super();
  }
}

@QueryHandler(ListRecommendations)
export class ListRecommendationsHandler implements IQueryHandler<ListRecommendations> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, asked }: ListRecommendations): Promise<PastPage<BoardRow>> {
    const { limit, cursor, atLeast, ...filters } = asked;
    const { unitId, inspectionId, show } = filters;
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor([recommendationBoard.name], reachWanted(atLeast, past));
    const today = this.moments.asOf(past).on;
    const filter = { ...filters, me: person.id };
    const select = rowsAt(
      this.dataSource,
      RecommendationBoardTable,
      past?.position ?? null,
      unitId ? 'unit_id = :unitId' : 'true',
    )
      .orderBy('row.dueOn', 'ASC')
      .addOrderBy('row.id', 'ASC')
      .take(limit + 1);
    if (past) withinPastSight(select, person, { columnsOf, live: 'soat_read.recommendation_board' });
    else withinSight(select, person, columnsOf('row'));
    if (unitId) select.andWhere('row.unitId = :unitId', { unitId });
    if (inspectionId) select.andWhere('row.inspectionId = :inspectionId', { inspectionId });
    narrowed(select, filters, today);
    if (show) {
      const { statuses, due, where } = shownBy[show];
      select.andWhere('row.status in (:...statuses)', { statuses });
      if (due === 'past') select.andWhere('row.dueOn < :today', { today });
      if (where) select.andWhere(where);
      if (due === 'soon')
        select.andWhere('row.dueOn >= :today and row.dueOn <= :soon', {
          today,
          soon: addWorkingDays(today, dueSoonWorkingDays, vietnamCalendar),
        });
    }
    if (cursor) {
      const [dueOn, id] = placeIn(cursor, filter, isTextAndId);
      select.andWhere('(row.dueOn, row.id) > (:dueOn, :id::uuid)', { dueOn, id });
    }
    const { data, page, asOf } = pastPageOf(past, await select.getMany(), limit, filter, (row) => [row.dueOn, row.id]);
    return new PastPage(
      data.map((row) => ({ ...row, ...dueOf(row, today) })),
      page,
      asOf,
    );
  }
}

const columnsOf = (alias: string) => ({
  teamIds: `${alias}.team_ids`,
  unitIds: `${alias}.seeing_unit_ids`,
  isRevealed: 'true',
});

interface BoardFilter {
  readonly statuses: readonly RecommendationStatus[];
  readonly due: 'past' | 'soon' | 'any';
  /** SQL over the row's columns, where the status does not say it all. */
  readonly where?: string;
}

const shownBy: Readonly<Record<(typeof boardFilters)[number], BoardFilter>> = {
  owing: { statuses: owingStatuses, due: 'any' },
  overdue: { statuses: owingStatuses, due: 'past' },
  'due-soon': { statuses: owingStatuses, due: 'soon' },
  'awaiting-verification': { statuses: ['awaiting-verification'], due: 'any' },
  returned: { statuses: ['returned', 'partly-implemented'], due: 'any' },
  verified: { statuses: ['verified', 'effective'], due: 'any' },
  settled: { statuses: settledStatuses, due: 'any' },
  'extension-asked': { statuses: recommendationStatuses, due: 'any', where: 'row.extension_asked is not null' },
  'plan-submitted': { statuses: owingStatuses, due: 'any', where: "row.plan_review = 'pending'" },
  escalated: { statuses: owingStatuses, due: 'any', where: 'row.escalated_to is not null' },
  suspended: { statuses: ['suspended'], due: 'any' },
  external: { statuses: recommendationStatuses, due: 'any', where: 'row.external is not null' },
  sanctions: { statuses: ['not-implemented', 'sanction-proposed', 'sanction-decided'], due: 'any' },
};

/** What can be asked of every column beside the ready-made selections. */
function narrowed(
  select: SelectQueryBuilder<RecommendationBoardTable>,
  asked: Omit<RecommendationsQuery, 'limit'>,
  today: string,
): void {
  const { status, kind, leadUnitId, coordinatingUnitId, dueFrom, dueTo, overdue, external, money, q } = asked;
  if (status) select.andWhere('row.status = :status', { status });
  if (kind) select.andWhere('row.kind = :kind', { kind });
  if (leadUnitId) select.andWhere('row.leadBodyId = :leadUnitId', { leadUnitId });
  if (coordinatingUnitId)
    select.andWhere(':coordinatingUnitId::uuid = any(row.coordinating_body_ids)', { coordinatingUnitId });
  if (dueFrom) select.andWhere('row.dueOn >= :dueFrom', { dueFrom });
  if (dueTo) select.andWhere('row.dueOn <= :dueTo', { dueTo });
  if (overdue !== undefined)
    select.andWhere('(row.status in (:...owing) and row.dueOn < :day) = :overdue', {
      owing: owingStatuses,
      day: today,
      overdue,
    });
  if (external !== undefined) select.andWhere('(row.external is not null) = :external', { external });
  if (money !== undefined) select.andWhere('(row.amount_to_recover is not null) = :money', { money });
  for (const [index, word] of searchKey(q ?? '')
    .split(' ')
    .entries())
    if (word !== '') select.andWhere(`strpos(row.search_key, :word${index}) > 0`, { [`word${index}`]: word });
}

export function dueOf(row: Pick<RecommendationBoardTable, 'status' | 'dueOn'>, today: string) {
  return { isOverdue: isOverdue(row, today), workingDaysLeft: workingDaysBetween(today, row.dueOn, vietnamCalendar) };
}
