import type { LegalDate, UnitId, Uuid } from '../kernel/recorded.js';
import { type Recurring, recurrenceOf } from '../reporting/recurrence.js';
import type { Finding } from './facts.js';
import type { EarlierFindingNamed, RecurrenceKind } from './long-path-facts.js';

/** A finding of the unit, or of one that was merged into it, from another inspection. */
export type EarlierFinding = EarlierFindingNamed & Recurring;

/** Which of these findings came before, as `recurrenceOf` judges it, each with the one it goes back to. */
export function recurrencesOf(
  unitId: UnitId,
  findings: readonly Finding[],
  earlier: readonly EarlierFinding[],
  on: LegalDate,
): readonly { readonly findingId: Uuid; readonly kind: RecurrenceKind; readonly earlier: EarlierFindingNamed }[] {
  return findings.flatMap(({ findingId, itemCode, place }) => {
    const { recurrence, of } = recurrenceOf({ unitId, itemCode, place, foundOn: on }, earlier);
    const before = earlier.find((candidate) => candidate.findingId === of);
    if (recurrence === 'first' || !before) return [];
    const { inspectionId, inspectionNumber, number } = before;
    return [
      { findingId, kind: recurrence, earlier: { inspectionId, inspectionNumber, findingId: before.findingId, number } },
    ];
  });
}
