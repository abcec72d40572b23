import { Module } from '@nestjs/common';
import { earlierFindings, earlierRecommendations, inspectionList } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { versionsOf } from '../platform/projections/versions.js';
import { EarlierFindings } from './earlier-findings.js';
import { EarlierFindingsTable } from './earlier-findings.table.js';
import { EarlierRecommendations } from './earlier-recommendations.js';
import { EarlierRecommendationsTable } from './earlier-recommendations.table.js';
import { InspectionAsking } from './inspection-asking.js';
import { InspectionHandler } from './inspection.handler.js';
import { ShowInspectionFileHandler } from './inspection-file.query.js';
import { ListInspectionsHandler } from './inspection-list.query.js';
import { InspectionListTable } from './inspection-list.table.js';
import { InspectionOrders } from './inspection-order.js';
import { FindingsController } from './findings.controller.js';
import { ShowOrderWarningsHandler } from './order-warnings.query.js';
import { InspectionsController } from './inspections.controller.js';
import { LongPathController } from './long-path.controller.js';
import { ShowSelfCheckHandler } from './self-check.query.js';

export const inspectionProjections = [
  projection(inspectionList, InspectionListTable, versionsOf(InspectionListTable)),
  projection(earlierRecommendations, EarlierRecommendationsTable),
  projection(earlierFindings, EarlierFindingsTable),
];

@Module({
  controllers: [InspectionsController, LongPathController, FindingsController],
  providers: [
    InspectionHandler,
    ListInspectionsHandler,
    ShowInspectionFileHandler,
    ShowSelfCheckHandler,
    InspectionOrders,
    EarlierRecommendations,
    EarlierFindings,
    InspectionAsking,
    ShowOrderWarningsHandler,
  ],
})
export class InspectionsModule {}
