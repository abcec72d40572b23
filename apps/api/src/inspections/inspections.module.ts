import { Module } from '@nestjs/common';
import { earlierRecommendations, inspectionList } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { EarlierRecommendations } from './earlier-recommendations.js';
import { EarlierRecommendationsTable } from './earlier-recommendations.table.js';
import { InspectionHandler } from './inspection.handler.js';
import { ShowInspectionFileHandler } from './inspection-file.query.js';
import { ListInspectionsHandler } from './inspection-list.query.js';
import { InspectionListTable } from './inspection-list.table.js';
import { InspectionOrders } from './inspection-order.js';
import { InspectionsController } from './inspections.controller.js';

export const inspectionProjections = [
  projection(inspectionList, InspectionListTable),
  projection(earlierRecommendations, EarlierRecommendationsTable),
];

@Module({
  controllers: [InspectionsController],
  providers: [
    InspectionHandler,
    ListInspectionsHandler,
    ShowInspectionFileHandler,
    InspectionOrders,
    EarlierRecommendations,
  ],
})
export class InspectionsModule {}
