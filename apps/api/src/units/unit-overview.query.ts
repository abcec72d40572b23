import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  addWorkingDays,
  dueSoonWorkingDays,
  isOverdue,
  type LegalDate,
  type OpenRecommendation,
  overviewForUnit,
  owingStatuses,
  refusal,
  unitOverview,
  vietnamCalendar,
} from '@soat/domain';
import { DataSource } from 'typeorm';
import { unitInSight } from '../platform/access/sight.js';
import type { Person } from '../platform/access/token-verifier.js';
import { type AsOf, PastMoments, type PastReadQuery, reachWanted } from '../platform/http/as-of.js';
import { rowsAt } from '../platform/projections/rows-at.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { UnitOverviewTable } from './unit-overview.table.js';

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The fold's row with what depends on the day, which `asOf` names. */
export interface UnitOverviewShown extends Omit<UnitOverviewTable, 'open' | 'untold'> {
  readonly asOf: AsOf;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly awaitingVerification: number;
  readonly returned: number;
  readonly suspended: number;
  readonly extensionsAsked: number;
  /** Owed ones that went past the unit. */
  readonly escalated: number;
  /** Shares with both their numbers: a percentage of a few is noise. */
  readonly ratios: {
    readonly implementedByCount: Ratio;
    /** In đồng. */
    readonly implementedByMoney: Ratio;
    readonly onTime: Ratio;
    readonly onTimeOriginally: Ratio;
  };
  /** The earliest due date still owed. */
  readonly nextDueOn: LegalDate | null;
}

/** One unit's overview; unknown and out of sight are answered alike. */
export class ShowUnitOverview extends Query<UnitOverviewShown> {
  constructor(
    readonly person: Person,
    readonly unitId: string,
    readonly asked: PastReadQuery,
  ) {
    super();
  }
}

export interface UnitOverviewsShown {
  readonly data: readonly UnitOverviewShown[];
  readonly asOf: AsOf;
}

/** Every unit in sight that is inspected, worst first: overdue, then open, then by code. */
export class ListUnitOverviews extends Query<UnitOverviewsShown> {
  constructor(
    readonly person: Person,
    readonly asked: PastReadQuery,
  ) {
    super();
  }
}

@QueryHandler(ShowUnitOverview)
export class ShowUnitOverviewHandler implements IQueryHandler<ShowUnitOverview> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, unitId, asked }: ShowUnitOverview): Promise<UnitOverviewShown> {
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor([unitOverview.name], reachWanted(asked.atLeast, past));
    const only = unitInSight(person);
    if (only !== null && only !== unitId) throw refusal('unit.unknown');
    const row = await rowsAt(this.dataSource, UnitOverviewTable, past?.position ?? null, 'unit_id = :unitId')
      .andWhere('row.unitId = :unitId', { unitId })
      .getOne();
    if (!row) throw refusal('unit.unknown');
    return shown(only === null ? row : overviewForUnit(row), this.moments.asOf(past));
  }
}

@QueryHandler(ListUnitOverviews)
export class ListUnitOverviewsHandler implements IQueryHandler<ListUnitOverviews> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly moments: PastMoments,
  ) {}

  async execute({ person, asked }: ListUnitOverviews): Promise<UnitOverviewsShown> {
    const past = await this.moments.resolve(asked);
    await this.readAfterWrite.waitFor([unitOverview.name], reachWanted(asked.atLeast, past));
    const only = unitInSight(person);
    const select = rowsAt(this.dataSource, UnitOverviewTable, past?.position ?? null).orderBy('row.code', 'ASC');
    if (only !== null) select.andWhere(only === '' ? 'false' : 'row.unitId = :only', { only });
    const asOf = this.moments.asOf(past);
    const data = (await select.getMany())
      .filter((row) => row.kind === 'ward' || row.kind === 'commune' || row.inspectionsStarted > 0)
      .map((row) => shown(only === null ? row : overviewForUnit(row), asOf))
      .sort((one, other) => other.overdue - one.overdue || other.open - one.open || (one.code < other.code ? -1 : 1));
    return { data, asOf };
  }
}

function shown({ open, untold: _, ...row }: UnitOverviewTable, asOf: AsOf): UnitOverviewShown {
  const all = Object.values(open);
  const owed = all.filter(({ status }) => (owingStatuses as readonly OpenRecommendation['status'][]).includes(status));
  const soon = addWorkingDays(asOf.on, dueSoonWorkingDays, vietnamCalendar);
  return {
    ...row,
    asOf,
    open: all.length,
    overdue: all.filter((recommendation) => isOverdue(recommendation, asOf.on)).length,
    dueSoon: owed.filter(({ dueOn }) => dueOn >= asOf.on && dueOn <= soon).length,
    awaitingVerification: all.filter(({ status }) => status === 'awaiting-verification').length,
    returned: all.filter(({ status }) => status === 'returned' || status === 'partly-implemented').length,
    suspended: all.filter(({ status }) => status === 'suspended').length,
    extensionsAsked: all.filter(({ isExtensionAsked }) => isExtensionAsked).length,
    escalated: owed.filter(({ escalatedTo }) => escalatedTo !== null).length,
    ratios: {
      implementedByCount: { numerator: row.implemented, denominator: row.recommendationsIssued },
      implementedByMoney: { numerator: row.amountRecovered, denominator: row.amountToRecover },
      onTime: { numerator: row.verifiedOnTime, denominator: row.verified },
      onTimeOriginally: { numerator: row.verifiedOnTimeOriginally, denominator: row.verified },
    },
    nextDueOn: owed.map(({ dueOn }) => dueOn).sort()[0] ?? null,
  };
}
