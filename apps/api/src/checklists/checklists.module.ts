import { Module } from '@nestjs/common';
import { ChecklistsController } from './checklists.controller.js';

@Module({ controllers: [ChecklistsController] })
export class ChecklistsModule {}
