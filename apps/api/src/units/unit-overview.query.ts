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
import { Clock } from '../platform/clock.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import { UnitOverviewTable } from './unit-overview.table.js';

export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The fold's row with what depends on the day: `asOf` is that day in Viet Nam. */
export interface UnitOverviewShown extends Omit<UnitOverviewTable, 'open' | 'untold'> {
  readonly asOf: LegalDate;
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
    readonly atLeast: number | undefined,
  ) {
    super();
  }
}

/** Every unit in sight that is inspected, worst first: overdue, then open, then by code. */
export class ListUnitOverviews extends Query<readonly UnitOverviewShown[]> {
  constructor(
    readonly person: Person,
    readonly atLeast: number | undefined,
  ) {
    super();
  }
}

@QueryHandler(ShowUnitOverview)
export class ShowUnitOverviewHandler implements IQueryHandler<ShowUnitOverview> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly clock: Clock,
  ) {}

  async execute({ person, unitId, atLeast }: ShowUnitOverview): Promise<UnitOverviewShown> {
    await this.readAfterWrite.waitFor([unitOverview.name], atLeast);
    const only = unitInSight(person);
    if (only !== null && only !== unitId) throw refusal('unit.unknown');
    const row = await this.dataSource.getRepository(UnitOverviewTable).findOneBy({ unitId });
    if (!row) throw refusal('unit.unknown');
    return shown(only === null ? row : overviewForUnit(row), this.clock.today());
  }
}

@QueryHandler(ListUnitOverviews)
export class ListUnitOverviewsHandler implements IQueryHandler<ListUnitOverviews> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readAfterWrite: ReadAfterWrite,
    private readonly clock: Clock,
  ) {}

  async execute({ person, atLeast }: ListUnitOverviews): Promise<readonly UnitOverviewShown[]> {
    await this.readAfterWrite.waitFor([unitOverview.name], atLeast);
    const only = unitInSight(person);
    const rows = await this.dataSource
      .getRepository(UnitOverviewTable)
      .find({ where: only === null ? {} : { unitId: only }, order: { code: 'ASC' } });
    const today = this.clock.today();
    return rows
      .filter((row) => row.kind === 'ward' || row.kind === 'commune' || row.inspectionsStarted > 0)
      .map((row) => shown(only === null ? row : overviewForUnit(row), today))
      .sort((one, other) => other.overdue - one.overdue || other.open - one.open || (one.code < other.code ? -1 : 1));
  }
}

function shown({ open, untold: _, ...row }: UnitOverviewTable, asOf: LegalDate): UnitOverviewShown {
  const all = Object.values(open);
  const owed = all.filter(({ status }) => (owingStatuses as readonly OpenRecommendation['status'][]).includes(status));
  const soon = addWorkingDays(asOf, dueSoonWorkingDays, vietnamCalendar);
  return {
    ...row,
    asOf,
    open: all.length,
    overdue: all.filter((recommendation) => isOverdue(recommendation, asOf)).length,
    dueSoon: owed.filter(({ dueOn }) => dueOn >= asOf && dueOn <= soon).length,
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
