import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { addDays, inspectionList, type OrderAsked, orderWarnings, type OrderWarning } from '@soat/domain';
import { DataSource } from 'typeorm';
import { withinSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { ReadQuery } from '../platform/http/at-least.js';
import { LegalDateField, OneLine, UuidField } from '../platform/http/fields.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { InspectionListTable } from './inspection-list.table.js';

export class OrderWarningsQuery extends ReadQuery {
  @UuidField({ optional: true, description: 'The unit to be inspected; nothing overlaps while there is none.' })
  readonly unitId?: string;

  @LegalDateField({ optional: true, description: 'Of the decision; today when left out.' })
  readonly signedOn?: string;

  @LegalDateField({ optional: true })
  readonly fieldworkUntil?: string;

  @OneLine({ max: 60, optional: true })
  readonly number?: string;

  @UuidField({ optional: true })
  readonly orderedByUnitId?: string;

  @UuidField({ optional: true, description: 'The item of the programme it is ordered by.' })
  readonly itemId?: string;
}

/** What of the orders in a person's sight another one would overlap with. */
export class ShowOrderWarnings extends Query<readonly OrderWarning[]> {
  constructor(
    readonly person: Person,
    /** Null while there is no unit yet. */
    readonly asked: OrderAsked | null,
    readonly atLeast?: number,
  ) {
    super();
  }
}

/** No inspection that long ago still runs, and no case needs more lines than these. */
const lookedBack = { days: 400, rowsMax: 200 } as const;

@QueryHandler(ShowOrderWarnings)
export class ShowOrderWarningsHandler implements IQueryHandler<ShowOrderWarnings> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, asked, atLeast }: ShowOrderWarnings): Promise<readonly OrderWarning[]> {
    await this.readAfterWrite.waitFor([inspectionList.name], atLeast);
    if (asked === null) return [];
    const { unitId, signedOn, orderedById, number } = asked;
    const select = this.dataSource
      .getRepository(InspectionListTable)
      .createQueryBuilder('row')
      .where(
        `((row.unit_id = :unitId and row.ordered_on >= :since)
           or (row.ordered_by_id = :orderedById and lower(row.number) = lower(:number)))`,
        { unitId, since: addDays(signedOn, -lookedBack.days), orderedById, number },
      )
      .orderBy('row.orderedOn', 'ASC')
      .addOrderBy('row.id', 'ASC')
      .take(lookedBack.rowsMax);
    // Nobody learns of an unannounced check by asking to order another.
    withinSight(select, person, {
      teamIds: 'row.team_ids',
      unitIds: 'array[row.unit_id]',
      isRevealed: 'row.is_revealed',
    });
    return orderWarnings(asked, await select.getMany());
  }
}
