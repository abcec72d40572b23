import type { PersonId, UnitId } from '../kernel/recorded.js';

export const roles = [
  'inspector',
  'team-lead',
  'programme-officer',
  'appraiser',
  'unit-officer',
  'unit-head',
  'leadership',
  'auditor',
  'administrator',
  'observer',
] as const;
export type Role = (typeof roles)[number];

/** Whoever acts through a reaction of the system itself, never a person. */
export const systemRole = 'system';

/** Who acts: the person, the role acted in, and the unit or body the person works in. */
export interface Actor {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role | typeof systemRole;
  readonly unitId: UnitId | null;
}
