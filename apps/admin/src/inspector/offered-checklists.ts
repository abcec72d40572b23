import type { ChecklistShown } from '../api/inspections.js';
import { dayOf } from '../ui/format.js';

/**
 * The edition of each kind that an order of that day uses. Chosen here and not by the domain's own rule, which would bring
 * every checklist of the house along with it.
 */
export function offeredOn(day: string | null, editions: readonly ChecklistShown[]): readonly ChecklistShown[] {
  const on = day ?? dayOf(new Date().toISOString());
  const offered = new Map<string, ChecklistShown>();
  for (const edition of editions) {
    const isInForce = edition.validFrom <= on && (edition.validTo === null || on <= edition.validTo);
    if (isInForce && (offered.get(edition.kind)?.edition ?? 0) < edition.edition) offered.set(edition.kind, edition);
  }
  return [...offered.values()];
}
