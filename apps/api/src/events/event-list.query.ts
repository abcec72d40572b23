import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { caseNumber, eventHistory, inspectionSight, unitRegister } from '@soat/domain';
import type { Person } from '../platform/access/token-verifier.js';
import { type Page, pageOf, placeIn } from '../platform/http/paging.js';
import { ReadAfterWrite } from '../platform/projections/read-after-write.js';
import type { EventFilters } from './event-filters.js';
import { type EventListed, EventSearch } from './event-search.js';

/** Everything that happened, as far as a person may see it, the newest first. */
export class ListEvents extends Query<Page<EventListed>> {
  constructor(
    readonly person: Person,
    readonly asked: EventFilters,
  ) {
    super();
  }
}

/** The views a history is read from. */
export const historyViews = [eventHistory.name, caseNumber.name, inspectionSight.name, unitRegister.name];

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents> {
  constructor(
    private readonly search: EventSearch,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  async execute({ person, asked }: ListEvents): Promise<Page<EventListed>> {
    const { limit, cursor, atLeast, format: _, ...filters } = asked;
    await this.readAfterWrite.waitFor(historyViews, atLeast);
    const filter = { ...filters, me: person.id };
    const before = cursor === undefined ? null : placeIn(cursor, filter, isPlace);
    const found = await this.search.newest(person, filters, before, limit + 1);
    return pageOf(found, limit, filter, (row) => row.position);
  }
}

function isPlace(place: unknown): place is number {
  return typeof place === 'number' && Number.isSafeInteger(place) && place >= 0;
}
