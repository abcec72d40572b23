import type { Instant, LegalDate, PersonId, StreamCategory, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { Recorded } from '../kernel/recorded.js';
import { type DomainEvents, eventCatalogue } from './catalogue.js';
import { sentenceOf } from './sentences.js';

/** One event in a unit's history: who, what in words, and both clocks. */
export interface UnitTimelineRow {
  readonly eventId: Uuid;
  readonly position: number;
  readonly unitId: Uuid;
  readonly streamCategory: StreamCategory;
  readonly streamId: Uuid;
  /** The programme, inspection or recommendation it is about, where the event is about one; `case-number` knows what people call it. */
  readonly caseId: Uuid | null;
  readonly type: string;
  readonly actor: PersonId;
  readonly role: string;
  readonly onBehalfOf: PersonId | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly effectiveOn: LegalDate | null;
  readonly sentenceVi: string;
  readonly sentenceEn: string;
  readonly isSimulated: boolean;
}

export const unitTimeline: View<UnitTimelineRow, DomainEvents> = {
  name: 'unit-timeline',
  version: 2,
  key: (event) => event.id,
  handle: Object.fromEntries(
    Object.values(eventCatalogue).flatMap(({ types }) => types.map((type) => [type, rowOf])),
  ) as View<UnitTimelineRow, DomainEvents>['handle'],
};

function rowOf(_: UnitTimelineRow | null, event: Recorded<DomainEvents>): UnitTimelineRow {
  const sentence = sentenceOf(event);
  return {
    eventId: event.id,
    position: event.position,
    unitId: event.unitId,
    streamCategory: event.stream.category,
    streamId: event.stream.id,
    caseId: caseOf(event),
    type: event.type,
    actor: event.actor,
    role: event.role,
    onBehalfOf: event.onBehalfOf,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    effectiveOn: event.effectiveOn,
    sentenceVi: sentence.vi,
    sentenceEn: sentence.en,
    isSimulated: event.isSimulated,
  };
}

/** What an inspection notes of one of its recommendations is about the recommendation. */
function caseOf({ stream, data }: Recorded<DomainEvents>): Uuid | null {
  if ('recommendationId' in data) return data.recommendationId;
  return stream.category === 'unit' || stream.category === 'integrity-check' ? null : stream.id;
}
