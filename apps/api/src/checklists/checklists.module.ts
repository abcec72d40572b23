import { Module } from '@nestjs/common';
import { authoredChecklists } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { AuthoredChecklistsTable } from './authored-checklists.table.js';
import { ChecklistHandler } from './checklist.handler.js';
import { ChecklistKindsController } from './checklist-kinds.controller.js';
import { ListChecklistKindsHandler, ShowChecklistKindHandler } from './checklist-kinds.query.js';
import { ChecklistsController } from './checklists.controller.js';

export const checklistProjections = [projection(authoredChecklists, AuthoredChecklistsTable)];

@Module({
  controllers: [ChecklistsController, ChecklistKindsController],
  providers: [ChecklistHandler, ListChecklistKindsHandler, ShowChecklistKindHandler],
})
export class ChecklistsModule {}
