import { Module } from '@nestjs/common';
import {
  caseNumber,
  findingsBoard,
  inspectionSight,
  repeatMatrix,
  unitOverview,
  unitRegister,
  unitTimeline,
} from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { versionsOf } from '../platform/projections/versions.js';
import { CaseNumberTable } from './case-number.table.js';
import { FindingsBoardController } from './findings-board.controller.js';
import { ListFindingsHandler } from './findings-board.query.js';
import { FindingsBoardTable } from './findings-board.table.js';
import { InspectionSightTable } from './inspection-sight.table.js';
import { ShowRepeatMatrixHandler } from './repeat-matrix.query.js';
import { matrixFindings, RepeatMatrixTable } from './repeat-matrix.table.js';
import { UnitHandler } from './unit.handler.js';
import { ListUnitOverviewsHandler, ShowUnitOverviewHandler } from './unit-overview.query.js';
import { UnitOverviewTable } from './unit-overview.table.js';
import { ListUnitsHandler } from './unit-register.query.js';
import { UnitRegisterTable } from './unit-register.table.js';
import { ShowUnitTimelineHandler } from './unit-timeline.query.js';
import { UnitTimelineTable } from './unit-timeline.table.js';
import { UnitsController } from './units.controller.js';

export const unitProjections = [
  projection(unitRegister, UnitRegisterTable, versionsOf(UnitRegisterTable)),
  projection(unitOverview, UnitOverviewTable, versionsOf(UnitOverviewTable)),
  projection(unitTimeline, UnitTimelineTable),
  projection(caseNumber, CaseNumberTable),
  projection(inspectionSight, InspectionSightTable, versionsOf(InspectionSightTable)),
  projection(repeatMatrix, RepeatMatrixTable, versionsOf(RepeatMatrixTable), matrixFindings),
  projection(findingsBoard, FindingsBoardTable, versionsOf(FindingsBoardTable)),
];

@Module({
  controllers: [UnitsController, FindingsBoardController],
  providers: [
    UnitHandler,
    ListUnitsHandler,
    ShowUnitOverviewHandler,
    ListUnitOverviewsHandler,
    ShowUnitTimelineHandler,
    ShowRepeatMatrixHandler,
    ListFindingsHandler,
  ],
})
export class UnitsModule {}
