import { Module } from '@nestjs/common';
import { eventHistory } from '@soat/domain';
import { EventHistoryTable } from '../platform/history/event-history.table.js';
import { projection } from '../platform/projections/projection.js';
import { AccessLogController } from './access-log.controller.js';
import { ListReadingsHandler } from './access-log.query.js';
import { EventsController } from './events.controller.js';
import { ShowEventHandler } from './event-detail.query.js';
import { ExportEventsHandler } from './event-export.query.js';
import { ListEventsHandler } from './event-list.query.js';
import { EventSearch } from './event-search.js';

export const eventProjections = [projection(eventHistory, EventHistoryTable)];

@Module({
  controllers: [EventsController, AccessLogController],
  providers: [EventSearch, ListEventsHandler, ExportEventsHandler, ShowEventHandler, ListReadingsHandler],
})
export class EventsModule {}
