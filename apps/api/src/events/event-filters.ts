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
    description:
      'Words of the sentence or of what was written; diacritics do not matter. Where none has the last one, those that begin with it.',
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

/** The conditions of a history as SQL; `row` is its alias. Values are bound when a form of them is asked for. */
export interface EventConditions {
  /** Along an index: what the index has first (null where only the order itself is left), and what is asked of each row. */
  readonly alongIndex: () => { readonly walked: string | null; readonly others: readonly string[] };
  /** Those of them that an index of times can tell. */
  readonly happenedBy: () => readonly string[];
  /** All of it, as sets are joined best. */
  readonly asSet: () => readonly string[];
}

/** Whether the last of the words that are looked for is whole, or only begun. */
export type LastWord = 'whole' | 'begun';

/** As the index of lexemes has it, to the letter. */
const lexemesOfRow = `array_to_tsvector(row.sentence_words || row.payload_words || array['unit:' || row.unit_id::text,
  'actor:' || row.actor, 'type:' || row.type, 'role:' || row.role])`;

/** @throws Rejection when the person's role sees no cases at all */
export function conditionsOf(
  person: Actor,
  asked: AskedEvents,
  lastWord: LastWord,
  bind: (value: unknown) => string,
): EventConditions {
  const { actor, role, type, inspectionId, recommendationId, q } = asked;
  // Whoever sees one unit only is served by its index, asked or not.
  const unitId = asked.unitId ?? (unitInSight(person) || undefined);
  const words = q === undefined ? [] : searchWords(q);
  const begun = q !== undefined && lastWord === 'begun' ? begunIn(q) : null;

  const ofCase = () => [
    ...(recommendationId === undefined ? [] : [`row.recommendation_id = ${bind(recommendationId)}`]),
    ...(inspectionId === undefined ? [] : [`row.inspection_id = ${bind(inspectionId)}`]),
  ];
  const happenedBy = () => [
    ...(asked.occurredFrom === undefined ? [] : [`row.occurred_at >= ${bind(firstIn(asked.occurredFrom))}`]),
    ...(asked.occurredTo === undefined ? [] : [`row.occurred_at < ${bind(firstAfter(asked.occurredTo))}`]),
  ];
  const has = (texts: string) =>
    begun === null
      ? `${texts} @> ${bind(words)}::text[]`
      : `array_to_tsvector(${texts}) @@ ${bind(joined(words.map((word) => lexeme(word, word === begun))))}::tsquery`;
  const unjoined = () => {
    const sight = eventsInSight(person, 'row', bind);
    // Of a case of other teams a member reads the sentences only: what it holds must not be told by what finds it.
    const isTold = words.length === 0 || sightOf(person) !== 'own-teams';
    return [
      ...happenedBy(),
      ...(sight === 'true' ? [] : [sight]),
      ...(q !== undefined && words.length === 0 ? ['false'] : []),
      ...(isTold
        ? []
        : [
            `(row.inspection_id in (select mine.id from soat_read.inspection_sight mine
         where ${bind(person.id)} = any(mine.team_ids)) or ${has('row.sentence_words')})`,
          ]),
    ];
  };
  return {
    happenedBy,
    alongIndex() {
      // What narrows most comes first.
      const [walked = null, ...others] = [
        ...ofCase(),
        ...(unitId === undefined ? [] : [ofUnits(withPredecessors(unitId), bind)]),
        ...(actor === undefined ? [] : [`row.actor = ${bind(actor)}`]),
        ...(type === undefined ? [] : [`row.type = ${bind(type)}`]),
        ...(role === undefined ? [] : [`row.role = ${bind(role)}`]),
      ];
      const inTexts = words.length === 0 ? [] : [has('(row.sentence_words || row.payload_words)')];
      return { walked, others: [...others, ...unjoined(), ...inTexts] };
    },
    asSet() {
      const lexemes = [
        ...(unitId === undefined ? [] : [anyOf(withPredecessors(unitId).map((id) => lexeme(`unit:${id}`)))]),
        ...(actor === undefined ? [] : [lexeme(`actor:${actor}`)]),
        ...(type === undefined ? [] : [lexeme(`type:${type}`)]),
        ...(role === undefined ? [] : [lexeme(`role:${role}`)]),
        ...words.map((word) => lexeme(word, word === begun)),
      ];
      const joinedByIndex = lexemes.length === 0 ? [] : [`${lexemesOfRow} @@ ${bind(joined(lexemes))}::tsquery`];
      return [...ofCase(), ...joinedByIndex, ...unjoined()];
    },
  };
}

/** One unit as an equality: only then an index hands its rows over in the history's order. */
function ofUnits(ids: readonly Uuid[], bind: (value: unknown) => string): string {
  return ids.length === 1 ? `row.unit_id = ${bind(ids[0])}` : `row.unit_id = any(${bind(ids)}::uuid[])`;
}

function lexeme(text: string, isBegun = false): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isBegun ? ':*' : ''}`;
}

function anyOf(lexemes: readonly string[]): string {
  return `(${lexemes.join(' | ')})`;
}

function joined(lexemes: readonly string[]): string {
  return lexemes.join(' & ');
}

/** The word that may be begun only: the last one. One letter begins too many words to look them all up. */
export function begunIn(q: string): string | null {
  const last = searchWords(q.split(/\s/).at(-1) ?? '').at(-1) ?? '';
  return last.length > 1 ? last : null;
}
