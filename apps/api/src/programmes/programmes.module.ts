import { Module } from '@nestjs/common';
import { programmeInspections, programmeList } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { versionsOf } from '../platform/projections/versions.js';
import { ProgrammeFacts } from './programme-facts.js';
import { ProgrammeHandler } from './programme.handler.js';
import { ProgrammeInspectionsTable } from './programme-inspections.table.js';
import { ListProgrammesHandler, ShowProgrammeHandler } from './programme-list.query.js';
import { ProgrammeListTable } from './programme-list.table.js';
import { ProgrammesController } from './programmes.controller.js';

export const programmeProjections = [
  projection(programmeList, ProgrammeListTable, versionsOf(ProgrammeListTable)),
  projection(programmeInspections, ProgrammeInspectionsTable, versionsOf(ProgrammeInspectionsTable)),
];

@Module({
  controllers: [ProgrammesController],
  providers: [ProgrammeHandler, ListProgrammesHandler, ShowProgrammeHandler, ProgrammeFacts],
})
export class ProgrammesModule {}
