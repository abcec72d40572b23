import { Module } from '@nestjs/common';
import { caseNumber, inspectionSight, unitOverview, unitRegister, unitTimeline } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { CaseNumberTable } from './case-number.table.js';
import { InspectionSightTable } from './inspection-sight.table.js';
import { UnitHandler } from './unit.handler.js';
import { ListUnitOverviewsHandler, ShowUnitOverviewHandler } from './unit-overview.query.js';
import { UnitOverviewTable } from './unit-overview.table.js';
import { ListUnitsHandler } from './unit-register.query.js';
import { UnitRegisterTable } from './unit-register.table.js';
import { ShowUnitTimelineHandler } from './unit-timeline.query.js';
import { UnitTimelineTable } from './unit-timeline.table.js';
import { UnitsController } from './units.controller.js';

export const unitProjections = [
  projection(unitRegister, UnitRegisterTable),
  projection(unitOverview, UnitOverviewTable),
  projection(unitTimeline, UnitTimelineTable),
  projection(caseNumber, CaseNumberTable),
  projection(inspectionSight, InspectionSightTable),
];

@Module({
  controllers: [UnitsController],
  providers: [
    UnitHandler,
    ListUnitsHandler,
    ShowUnitOverviewHandler,
    ListUnitOverviewsHandler,
    ShowUnitTimelineHandler,
  ],
})
export class UnitsModule {}
