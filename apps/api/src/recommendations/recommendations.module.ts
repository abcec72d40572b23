import { Module } from '@nestjs/common';
import { recommendationBoard } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { RecommendationHandler } from './recommendation.handler.js';
import { ListRecommendationsHandler } from './recommendation-board.query.js';
import { RecommendationBoardTable } from './recommendation-board.table.js';
import { ShowRecommendationHandler } from './recommendation-file.query.js';
import { RecommendationIssues } from './recommendation-issue.js';
import { RecommendationsController } from './recommendations.controller.js';

export const recommendationProjections = [projection(recommendationBoard, RecommendationBoardTable)];

@Module({
  controllers: [RecommendationsController],
  providers: [RecommendationHandler, ListRecommendationsHandler, ShowRecommendationHandler, RecommendationIssues],
})
export class RecommendationsModule {}
