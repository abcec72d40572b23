import { type Actor, refusal, sightOf } from '@soat/domain';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The columns sight is judged by, as SQL: the team's ids, the units that may know, and whether they may know yet. */
export interface SightColumns {
  readonly teamIds: string;
  readonly unitIds: string;
  readonly isRevealed: string;
}

/** Leaves only the rows a person may see. @throws Rejection when the person's role sees no cases at all. */
export function withinSight<Row extends ObjectLiteral>(
  select: SelectQueryBuilder<Row>,
  person: Actor,
  { teamIds, unitIds, isRevealed }: SightColumns,
): SelectQueryBuilder<Row> {
  switch (sightOf(person)) {
    case 'everything':
      return select;
    case 'own-teams':
      return select.andWhere(`:me = any(${teamIds})`, { me: person.id });
    case 'own-unit':
      return select.andWhere(`${isRevealed} and :myUnit = any(${unitIds})`, { myUnit: person.unitId });
    case 'nothing':
      throw refusal('access.role-may-not', { role: person.role });
  }
}

/** The same as a condition of SQL written by hand; `value` binds a value and answers its placeholder. */
export function sightCondition(
  person: Actor,
  { teamIds, unitIds, isRevealed }: SightColumns,
  value: (bound: unknown) => string,
): string {
  switch (sightOf(person)) {
    case 'everything':
      return 'true';
    case 'own-teams':
      return `${value(person.id)} = any(${teamIds})`;
    case 'own-unit':
      return `(${isRevealed} and ${value(person.unitId)}::uuid = any(${unitIds}))`;
    case 'nothing':
      throw refusal('access.role-may-not', { role: person.role });
  }
}

/** Sight over rows as they stood: the names of their columns under an alias, and the live rows beside them. */
export interface PastSight {
  readonly columnsOf: (alias: string) => SightColumns;
  /** Table of the live rows, whose key is `id`. */
  readonly live: string;
}

/**
 * Leaves only the past rows a person may see. Sight is today's: who is on a team now sees its past, who left it does not. What
 * a unit had been told is judged as of then, and never does it see more than now.
 */
export function withinPastSight<Row extends ObjectLiteral>(
  select: SelectQueryBuilder<Row>,
  person: Actor,
  sight: PastSight,
): SelectQueryBuilder<Row> {
  let bound = 0;
  const value = (of: unknown): string => {
    const name = `sight${bound++}`;
    select.setParameter(name, of);
    return `:${name}`;
  };
  return select.andWhere(pastSightCondition(person, sight, value));
}

/** The same as a condition of SQL written by hand, for rows whose alias is `row`. */
export function pastSightCondition(
  person: Actor,
  { columnsOf, live }: PastSight,
  value: (bound: unknown) => string,
): string {
  const now = () =>
    `exists (select from ${live} now where now.id = row.id and ${sightCondition(person, columnsOf('now'), value)})`;
  switch (sightOf(person)) {
    case 'everything':
      return 'true';
    case 'own-teams':
      return now();
    case 'own-unit':
      return `${sightCondition(person, columnsOf('row'), value)} and ${now()}`;
    case 'nothing':
      throw refusal('access.role-may-not', { role: person.role });
  }
}

/** Units whose history a person may read; null for all of them. @throws Rejection when the role sees no cases at all. */
export function unitInSight(person: Actor): string | null {
  const sight = sightOf(person);
  if (sight === 'nothing') throw refusal('access.role-may-not', { role: person.role });
  return sight === 'own-unit' ? (person.unitId ?? '') : null;
}
