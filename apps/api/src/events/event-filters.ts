import { type Actor, eventCatalogue, roles, searchWords, sightOf, systemRole, type Uuid } from '@soat/domain';
import { unitInSight } from '../platform/access/sight.js';
import { eventsInSight } from '../platform/history/event-sight.js';
import { OneLine, OneOf, UuidField } from '../platform/http/fields.js';
import { ListQuery } from '../platform/http/paging.js';
import { DayOrInstant, firstAfter, firstIn } from './day-or-instant.js';

export const eventTypes = Object.values(eventCatalogue).flatMap(({ types }) => types);

/** What a history can be narrowed to; each is one more condition. */
export class EventFilters extends ListQuery {
  @UuidField({ optional: true, description: 'Of this unit, and of those it came from.' })
  readonly unitId?: string;

  @OneLine({ max: 200, optional: true, description: 'Id of the person who acted; `system:…` for reactions.' })
  readonly actor?: string;

  @OneOf([...roles, systemRole], { optional: true, name: 'EventRole' })
  readonly role?: string;

  @OneOf(eventTypes, { optional: true, name: 'EventType' })
  readonly type?: string;

  @UuidField({ optional: true, description: 'Recorded in this inspection, or naming it.' })
  readonly inspectionId?: string;

  @UuidField({ optional: true, description: 'Recorded in this recommendation, or naming it.' })
  readonly recommendationId?: string;

  @DayOrInstant({ optional: true, description: 'Recorded then or later: a day in Viet Nam, or an instant.' })
  readonly recordedFrom?: string;

  @DayOrInstant({ optional: true, description: 'Recorded then or earlier; a day with all of it.' })
  readonly recordedTo?: string;

  @DayOrInstant({ optional: true, description: 'By the clock of the device: happened then or later.' })
  readonly occurredFrom?: string;

  @DayOrInstant({ optional: true, description: 'By the clock of the device: happened then or earlier.' })
  readonly occurredTo?: string;

  @OneLine({
    max: 200,
    optional: true,
    description: 'Words of the sentence or of what was written; diacritics do not matter, the last may be begun only.',
  })
  readonly q?: string;

  @OneOf(['json', 'ndjson', 'csv', 'xlsx'], {
    optional: true,
    name: 'HistoryFormat',
    description: '`json`, when left out: a page. The others: a file with all that fits, by no limit and no cursor.',
  })
  readonly format?: 'json' | 'ndjson' | 'csv' | 'xlsx';
}

type EventFilterNames = Exclude<keyof EventFilters, keyof ListQuery | 'format'>;
export type AskedEvents = Partial<Pick<EventFilters, EventFilterNames>>;

/** The unit and those it came from by mergers; there are no mergers yet, so it is the unit alone. */
export function withPredecessors(unitId: Uuid): readonly Uuid[] {
  return [unitId];
}

/** The conditions of a history: the one its order is walked by, and the rest of them. `row` is the history's alias. */
export interface EventConditions {
  /** Equal to one value that an index of the history has first; null where only the order itself is left. */
  readonly walked: string | null;
  readonly others: readonly string[];
}

/** @throws Rejection when the person's role sees no cases at all */
export function conditionsOf(person: Actor, asked: AskedEvents, bind: (value: unknown) => string): EventConditions {
  const { actor, role, type, inspectionId, recommendationId } = asked;
  // Whoever sees one unit only is served by its index, asked or not.
  const unitId = asked.unitId ?? (unitInSight(person) || undefined);
  const equal: string[] = [];
  // What narrows most comes first.
  if (recommendationId !== undefined) equal.push(`row.recommendation_id = ${bind(recommendationId)}`);
  if (inspectionId !== undefined) equal.push(`row.inspection_id = ${bind(inspectionId)}`);
  if (type !== undefined) equal.push(`row.type = ${bind(type)}`);
  if (actor !== undefined) equal.push(`row.actor = ${bind(actor)}`);
  if (unitId !== undefined) equal.push(ofUnits(withPredecessors(unitId), bind));
  if (role !== undefined) equal.push(`row.role = ${bind(role)}`);
  const [walked = null, ...others] = equal;
  if (asked.occurredFrom !== undefined) others.push(`row.occurred_at >= ${bind(firstIn(asked.occurredFrom))}`);
  if (asked.occurredTo !== undefined) others.push(`row.occurred_at < ${bind(firstAfter(asked.occurredTo))}`);
  if (asked.q !== undefined) others.push(...found(person, asked.q, bind));
  const sight = eventsInSight(person, 'row', bind);
  return { walked, others: sight === 'true' ? others : [...others, sight] };
}

/** One unit as an equality: only then an index hands its rows over in the history's order. */
function ofUnits(ids: readonly Uuid[], bind: (value: unknown) => string): string {
  return ids.length === 1 ? `row.unit_id = ${bind(ids[0])}` : `row.unit_id = any(${bind(ids)}::uuid[])`;
}

function found(person: Actor, q: string, bind: (value: unknown) => string): readonly string[] {
  const query = lexemesOf(q);
  if (query === null) return ['false'];
  const asked = `${bind(query)}::tsquery`;
  const anywhere = `array_to_tsvector(row.sentence_words || row.payload_words) @@ ${asked}`;
  if (sightOf(person) !== 'own-teams') return [anywhere];
  // Of a case of other teams a member reads the sentences only: what it holds must not be told by what finds it.
  return [
    anywhere,
    `(array_to_tsvector(row.sentence_words) @@ ${asked} or exists (select 1 from soat_read.inspection_sight mine
       where mine.id = row.inspection_id and ${bind(person.id)} = any(mine.team_ids)))`,
  ];
}

/** All of the words, the last one as far as it was typed; null where there is none in it. */
function lexemesOf(q: string): string | null {
  const words = searchWords(q);
  const last = searchWords(q.split(/\s/).at(-1) ?? '').at(-1);
  // One letter begins too many words to look them all up.
  const isBegun = (word: string) => word === last && word.length > 1;
  return words.length === 0 ? null : words.map((word) => `'${word}'${isBegun(word) ? ':*' : ''}`).join(' & ');
}
