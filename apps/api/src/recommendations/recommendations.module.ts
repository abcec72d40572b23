import { Module } from '@nestjs/common';
import { ladderLog, recommendationBoard } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { versionsOf } from '../platform/projections/versions.js';
import { LadderLogController } from './ladder-log.controller.js';
import { ShowLadderLogHandler } from './ladder-log.query.js';
import { LadderLogTable } from './ladder-log.table.js';
import { RecommendationHandler } from './recommendation.handler.js';
import { ListRecommendationsHandler } from './recommendation-board.query.js';
import { RecommendationBoardTable } from './recommendation-board.table.js';
import { ShowRecommendationHandler } from './recommendation-file.query.js';
import { RecommendationIssues } from './recommendation-issue.js';
import { RecommendationsController } from './recommendations.controller.js';

export const recommendationProjections = [
  projection(recommendationBoard, RecommendationBoardTable, versionsOf(RecommendationBoardTable)),
  projection(ladderLog, LadderLogTable),
];

@Module({
  controllers: [RecommendationsController, LadderLogController],
  providers: [
    RecommendationHandler,
    ListRecommendationsHandler,
    ShowRecommendationHandler,
    RecommendationIssues,
    ShowLadderLogHandler,
  ],
})
export class RecommendationsModule {}
