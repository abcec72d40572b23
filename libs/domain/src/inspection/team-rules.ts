import { refusal } from '../refusals.js';
import type { UnitSnapshot } from '../unit/unit.js';
import type { TeamMember } from './shapes.js';
import type { Procedure } from './regimes.js';

/**
 * Separation of duties, domain rule 4: nobody inspects the unit they work in. A self-check is the other way round: the
 * unit's own people, and nobody else.
 */
export function assertMayInspect(members: readonly TeamMember[], unit: UnitSnapshot, procedure: Procedure): void {
  if (procedure.teamFrom === 'outside') {
    const own = members.find((member) => member.unitId === unit.id);
    if (own) throw refusal('inspection.team-member-of-unit', { name: own.name });
    return;
  }
  const other = members.find((member) => member.unitId !== unit.id);
  if (other) throw refusal('inspection.team-member-not-of-unit', { name: other.name });
}
