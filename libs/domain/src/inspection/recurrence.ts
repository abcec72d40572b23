import { compareDays } from '../calendar/legal-day.js';
import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { Finding } from './facts.js';
import type { EarlierFindingNamed, RecurrenceKind } from './long-path-facts.js';

/** A finding of the unit, or of one that was merged into it, from another inspection. */
export interface EarlierFinding extends EarlierFindingNamed {
  readonly itemCode: string | null;
  readonly place: string | null;
  /** The day its last recommendation was settled or it was corrected on site; null while it is open. */
  readonly closedOn: LegalDate | null;
  /** Whether it came with a unit that was merged into this one. */
  readonly isThroughMerger: boolean;
}

/** Months after the closing within which the same thing again is a repeat. Ours, not the law's: decisions.md 7. */
export const repeatWithinMonths = 24;

/**
 * Which of these findings came before: still open is *persisting* (còn tồn tại), closed within 24 months is *repeat* (tái
 * phạm), through a merger but at another place is *inherited* (kế thừa) and counts as neither. The same item is meant
 * across editions, and the same place where both name one. One answer a finding: what is open weighs more than what was
 * closed, the newer more than the older.
 */
export function recurrencesOf(
  findings: readonly Finding[],
  earlier: readonly EarlierFinding[],
  on: LegalDate,
): readonly { readonly findingId: Uuid; readonly kind: RecurrenceKind; readonly earlier: EarlierFindingNamed }[] {
  return findings.flatMap((finding) => {
    const found = earlier
      .flatMap((candidate) => {
        const kind = kindOf(finding, candidate, on);
        return kind ? [{ candidate, kind }] : [];
      })
      .sort((one, other) => weight(other) - weight(one) || newest(one.candidate, other.candidate));
    const [first] = found;
    if (!first) return [];
    const { inspectionId, inspectionNumber, findingId, number } = first.candidate;
    return [
      {
        findingId: finding.findingId,
        kind: first.kind,
        earlier: { inspectionId, inspectionNumber, findingId, number },
      },
    ];
  });
}

function kindOf(finding: Finding, earlier: EarlierFinding, on: LegalDate): RecurrenceKind | null {
  if (finding.itemCode === null || finding.itemCode !== earlier.itemCode) return null;
  const isSamePlace = finding.place === null || earlier.place === null || finding.place === earlier.place;
  const isRecent = earlier.closedOn === null || compareDays(on, monthsAfter(earlier.closedOn, repeatWithinMonths)) <= 0;
  if (!isRecent) return null;
  if (!isSamePlace) return earlier.isThroughMerger ? 'inherited' : null;
  return earlier.closedOn === null ? 'persisting' : 'repeat';
}

function weight({ kind }: { readonly kind: RecurrenceKind }): number {
  return kind === 'persisting' ? 2 : kind === 'repeat' ? 1 : 0;
}

function newest(one: EarlierFinding, other: EarlierFinding): number {
  return compareDays(other.closedOn ?? '9999-12-31', one.closedOn ?? '9999-12-31');
}

/** The same day so many months later, or the last one of a shorter month. */
function monthsAfter(on: LegalDate, months: number): LegalDate {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(total / 12), month: (total % 12) + 1 };
  const last = [31, isLeap(target.year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][target.month - 1] ?? 31;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(target.year).padStart(4, '0')}-${two(target.month)}-${two(Math.min(day, last))}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
