import { Module } from '@nestjs/common';
import { agenda } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { AgendaTable } from './agenda.table.js';

export const agendaProjections = [projection(agenda, AgendaTable)];

@Module({})
export class AgendaModule {}
