import { compareDays } from '../calendar/legal-day.js';
import type { LegalDate } from '../kernel/recorded.js';
import { budgetDisclosureCheck } from './budget-disclosure-check.js';
import type { ChecklistEdition, ChecklistKind } from './checklist.js';
import { contributionsAudit } from './contributions-audit.js';
import { oneStopSpotCheck } from './one-stop-spot-check.js';

/** Every edition ever used, oldest first: a running inspection keeps the one it was ordered with. */
export const checklistEditions: readonly ChecklistEdition[] = [
  oneStopSpotCheck,
  budgetDisclosureCheck,
  contributionsAudit,
];

export function findEdition(kind: string, edition: number): ChecklistEdition | null {
  return checklistEditions.find((candidate) => candidate.kind === kind && candidate.edition === edition) ?? null;
}

/** What an inspection ordered on this day uses: the latest edition then in force, or null. */
export function editionInForce(
  kind: ChecklistKind,
  on: LegalDate,
  editions: readonly ChecklistEdition[] = checklistEditions,
): ChecklistEdition | null {
  const inForce = editions.filter(
    (edition) =>
      edition.kind === kind &&
      compareDays(edition.validFrom, on) <= 0 &&
      (edition.validTo === null || compareDays(on, edition.validTo) <= 0),
  );
  return inForce.reduce<ChecklistEdition | null>(
    (latest, edition) => (latest && latest.edition > edition.edition ? latest : edition),
    null,
  );
}
