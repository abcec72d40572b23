import { type Actor, maySeeIntegrity, neverToldToUnit, notToldOnLongPath, sightOf } from '@soat/domain';
import { unitInSight } from '../access/sight.js';

/**
 * Which rows of the history of all events a person may see, as SQL; `row` is its alias, `bind` binds a value and answers
 * its placeholder. One rule for every list of events.
 * @throws Rejection when the role sees no cases at all
 */
export function eventsInSight(person: Actor, row: string, bind: (value: unknown) => string): string {
  const own = unitInSight(person);
  if (sightOf(person) === 'everything') return 'true';
  // A person of a unit, but of none that is named.
  if (own === '') return 'false';
  // Until an unannounced check has started, nothing of it exists for anyone who is not on it or above it. A sight that is
  // not folded yet hides, it never shows.
  const conditions = [
    `(${row}.stream_category <> 'inspection' or exists (select 1 from soat_read.inspection_sight sight
       where sight.id = ${row}.stream_id and (${bind(person.id)} = any(sight.team_ids) or (sight.is_revealed
         and ${row}.type <> all(cast(${bind(neverToldToUnit)} as text[]))
         and (sight.path = 'short' or ${row}.type <> all(cast(${bind(notToldOnLongPath)} as text[])))))))`,
  ];
  if (!maySeeIntegrity(person)) conditions.push(`${row}.stream_category <> 'integrity-check'`);
  // A plan's history names its unannounced items, a checklist's what is only being written.
  if (own !== null)
    conditions.push(
      `${row}.unit_id = cast(${bind(own)} as uuid) and ${row}.stream_category not in ('programme', 'checklist')`,
    );
  return conditions.join(' and ');
}
