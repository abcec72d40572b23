import type { LegalDate, Uuid } from '../kernel/recorded.js';

/**
 * How a finding stands to the ones before it (tái phạm, kéo dài). `persisting`: an earlier one on the same item is still open.
 * `repeat`: one was closed no more than the window before. `inherited`: like either, but of a unit merged into this one and
 * at another place, and so counted as neither.
 */
export const recurrences = ['first', 'repeat', 'persisting', 'inherited'] as const;
export type Recurrence = (typeof recurrences)[number];

/** "Tái phạm" within two years of the closing. Ours, not the law's. */
export const recurrenceWindow = { months: 24, source: 'Quyết định nội bộ', confirmed: false } as const;

/** What recurrence is judged by. */
export interface Recurring {
  readonly findingId: Uuid;
  readonly unitId: Uuid;
  /** The same across editions of a checklist. Null outside it: such a finding is compared with none. */
  readonly itemCode: string | null;
  readonly place: string | null;
  readonly foundOn: LegalDate;
  /** Null while it is open. What was declared not implemented was never put right, and so never closed. */
  readonly closedOn: LegalDate | null;
}

/** How `finding` stands to those found before it, and the one it goes back to: the latest that counts. */
export function recurrenceOf(
  finding: Pick<Recurring, 'unitId' | 'itemCode' | 'place' | 'foundOn'>,
  earlier: readonly Recurring[],
): { readonly recurrence: Recurrence; readonly of: Uuid | null } {
  const onItem = earlier.filter(
    (before) => before.itemCode !== null && before.itemCode === finding.itemCode && before.foundOn <= finding.foundOn,
  );
  const own = onItem.filter((before) =>
    before.unitId === finding.unitId ? isSamePlace(before, finding) : isKnownSamePlace(before, finding),
  );
  const persisting = own.findLast((before) => isOpenOn(before, finding.foundOn));
  if (persisting) return { recurrence: 'persisting', of: persisting.findingId };
  const repeated = own.findLast((before) => isWithinWindow(before, finding.foundOn));
  if (repeated) return { recurrence: 'repeat', of: repeated.findingId };
  const inherited = onItem.findLast(
    (before) =>
      before.unitId !== finding.unitId &&
      (isOpenOn(before, finding.foundOn) || isWithinWindow(before, finding.foundOn)),
  );
  return inherited ? { recurrence: 'inherited', of: inherited.findingId } : { recurrence: 'first', of: null };
}

/** Where only one of the two records a place, or neither does, the item alone decides. */
function isSamePlace(one: { readonly place: string | null }, other: { readonly place: string | null }): boolean {
  return one.place === null || other.place === null || isKnownSamePlace(one, other);
}

function isKnownSamePlace(one: { readonly place: string | null }, other: { readonly place: string | null }): boolean {
  return one.place !== null && other.place !== null && plain(one.place) === plain(other.place);
}

function plain(place: string): string {
  return place.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function isOpenOn({ closedOn }: Recurring, on: LegalDate): boolean {
  return closedOn === null || closedOn > on;
}

function isWithinWindow({ closedOn }: Recurring, on: LegalDate): boolean {
  return closedOn !== null && closedOn <= on && on <= endOfWindow(closedOn);
}

/** The same day of the month; a 29 February that the later year lacks still compares as the day before 1 March. */
function endOfWindow(closedOn: LegalDate): LegalDate {
  const year = Number(closedOn.slice(0, 4)) + recurrenceWindow.months / 12;
  return `${String(year).padStart(4, '0')}${closedOn.slice(4)}`;
}
