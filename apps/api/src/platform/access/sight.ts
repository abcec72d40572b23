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

/** Units whose history a person may read; null for all of them. @throws Rejection when the role sees no cases at all. */
export function unitInSight(person: Actor): string | null {
  const sight = sightOf(person);
  if (sight === 'nothing') throw refusal('access.role-may-not', { role: person.role });
  return sight === 'own-unit' ? (person.unitId ?? '') : null;
}
