import type { Instant, LegalDate, PersonId, StreamCategory, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { Recorded } from '../kernel/recorded.js';
import { type DomainEvents, eventCatalogue } from './catalogue.js';
import { textsOf } from './event-texts.js';
import { searchWords } from './search-key.js';
import { sentenceOf } from './sentences.js';

/** One event as people read it: who, what in words, about what, and both clocks. */
export interface EventInWords {
  readonly eventId: Uuid;
  readonly position: number;
  readonly unitId: Uuid;
  readonly streamCategory: StreamCategory;
  readonly streamId: Uuid;
  /** Place in the stream, from 1. */
  readonly version: number;
  /** The programme, inspection or recommendation it is about, where the event is about one; `case-number` knows what people call it. */
  readonly caseId: Uuid | null;
  /** The inspection it was recorded in, or that it names. */
  readonly inspectionId: Uuid | null;
  /** The recommendation it was recorded in, or that it names. */
  readonly recommendationId: Uuid | null;
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

/** One row for each event, for ever, with what it is found by. */
export interface EventHistoryRow extends EventInWords {
  readonly causationId: Uuid | null;
  /** Of both sentences, folded as `search-key.ts` folds; sorted, each once. */
  readonly sentenceWords: readonly string[];
  /** What the payload's texts add to them. Apart, for not everybody who may read the sentence may read the payload. */
  readonly payloadWords: readonly string[];
}

export const eventHistory: View<EventHistoryRow, DomainEvents> = {
  name: 'event-history',
  version: 1,
  key: (event) => event.id,
  handle: Object.fromEntries(
    Object.values(eventCatalogue).flatMap(({ types }) => types.map((type) => [type, rowOf])),
  ) as View<EventHistoryRow, DomainEvents>['handle'],
};

function rowOf(_: EventHistoryRow | null, event: Recorded<DomainEvents>): EventHistoryRow {
  const sentence = sentenceOf(event);
  const sentenceWords = searchWords(sentence.vi, sentence.en);
  const said = new Set(sentenceWords);
  return {
    eventId: event.id,
    position: event.position,
    unitId: event.unitId,
    streamCategory: event.stream.category,
    streamId: event.stream.id,
    version: event.version,
    caseId: caseOf(event),
    inspectionId: inspectionOf(event),
    recommendationId: recommendationOf(event),
    type: event.type,
    actor: event.actor,
    role: event.role,
    onBehalfOf: event.onBehalfOf,
    causationId: event.causationId,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    effectiveOn: event.effectiveOn,
    sentenceVi: sentence.vi,
    sentenceEn: sentence.en,
    isSimulated: event.isSimulated,
    sentenceWords,
    payloadWords: searchWords(...textsOf(event.data)).filter((word) => !said.has(word)),
  };
}

/** What an inspection notes of one of its recommendations is about the recommendation. */
function caseOf({ stream, data }: Recorded<DomainEvents>): Uuid | null {
  if ('recommendationId' in data) return data.recommendationId;
  return stream.category === 'unit' || stream.category === 'integrity-check' ? null : stream.id;
}

function inspectionOf({ stream, data }: Recorded<DomainEvents>): Uuid | null {
  if (stream.category === 'inspection') return stream.id;
  if ('inspectionId' in data) return data.inspectionId;
  return 'source' in data && typeof data.source === 'object' && 'inspectionId' in data.source
    ? data.source.inspectionId
    : null;
}

function recommendationOf({ stream, data }: Recorded<DomainEvents>): Uuid | null {
  if (stream.category === 'recommendation') return stream.id;
  return 'recommendationId' in data ? data.recommendationId : null;
}
