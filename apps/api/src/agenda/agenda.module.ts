import { Module } from '@nestjs/common';
import { agenda } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { AgendaController } from './agenda.controller.js';
import { ListAgendaHandler } from './agenda.query.js';
import { AgendaTable } from './agenda.table.js';

export const agendaProjections = [projection(agenda, AgendaTable)];

@Module({ controllers: [AgendaController], providers: [ListAgendaHandler] })
export class AgendaModule {}
