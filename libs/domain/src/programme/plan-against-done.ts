import { type Sight, sightOf } from '../access/policy.js';
import type { Actor } from '../access/person.js';
import type { LegalDate } from '../kernel/recorded.js';
import { type DayRange, everyWithin, isOutside, windowsOf } from './planned-time.js';
import type { PlannedItem, PlannedItemStanding } from './programme.js';
import type { ProgrammeInspectionRow } from './programme-inspections.view.js';
import type { ProgrammeAmendment, ProgrammeListRow } from './programme-list.view.js';

/** One window of an item: by its end so many inspections are to have been started in it. */
export interface PlannedWindow extends DayRange {
  readonly wanted: number;
  readonly started: number;
  readonly isReached: boolean;
  readonly standing: 'past' | 'running' | 'to-come';
}

export const itemStandings = ['withdrawn', 'behind', 'done', 'under-way', 'not-begun', 'undated'] as const;
/**
 * `behind`: a window has passed with too little done in it. `done`: every window is reached. `undated`: nothing was done, and
 * when it should be depends on an event or on another document.
 */
export type ItemStanding = (typeof itemStandings)[number];

/** An item of the plan beside what was done under it. */
export interface ItemAgainstDone extends PlannedItemStanding {
  /** Null for a unit: it learns what was done at it, not whether others were visited. */
  readonly standing: ItemStanding | null;
  /** Ordered and neither cancelled nor started yet. */
  readonly waiting: number;
  readonly started: number;
  readonly ended: number;
  readonly cancelled: number;
  readonly windows: readonly PlannedWindow[];
  /** Names a time of which no day falls into the programme. */
  readonly isOutsidePeriod: boolean;
  /** Newest order first. */
  readonly inspections: readonly ProgrammeInspectionRow[];
}

/**
 * The plan against what was done, as one person may see it on one day. Windows come from the quota of unannounced checks
 * where there is one, else from the item's own time. What was cancelled after its start counts as started: somebody went.
 */
export function planAgainstDone(
  { items, period }: Pick<ProgrammeListRow, 'items' | 'period'>,
  inspections: readonly ProgrammeInspectionRow[],
  person: Actor,
  today: LegalDate,
): readonly ItemAgainstDone[] {
  const known = inspections.filter((row) => isInspectionKnownTo(person, row));
  return planAgainstKnown({ items, period }, known, sightOf(person), today);
}

/** The same where it was decided before which inspections the reader may know of. */
export function planAgainstKnown(
  { items, period }: Pick<ProgrammeListRow, 'items' | 'period'>,
  known: readonly ProgrammeInspectionRow[],
  sight: Sight,
  today: LegalDate,
): readonly ItemAgainstDone[] {
  const isOwnOnly = sight === 'own-unit';
  return itemsInSight(items, sight).map((standing) => {
    const { item } = standing;
    const own = known
      .filter((row) => row.itemId === item.itemId)
      .sort((one, other) => compared(other.orderedOn, one.orderedOn) || compared(other.id, one.id));
    const windows = isOwnOnly ? [] : windowsOn(item, period, own, today);
    return {
      ...standing,
      standing: isOwnOnly ? null : standingOf(standing, windows, own),
      waiting: own.filter((row) => !row.isCancelled && row.startedOn === null).length,
      started: own.filter((row) => row.startedOn !== null).length,
      ended: own.filter((row) => row.endedOn !== null).length,
      cancelled: own.filter((row) => row.isCancelled).length,
      windows,
      isOutsidePeriod: isOutside(item.time, period),
      inspections: own,
    };
  });
}

/**
 * A unit sees of a plan what is announced to it: of the unannounced items nothing at all, neither that they stand in it nor
 * how many checks they want. Whoever carries the plan out sees all of its items.
 */
export function itemsInSight(items: readonly PlannedItemStanding[], sight: Sight): readonly PlannedItemStanding[] {
  switch (sight) {
    case 'everything':
    case 'own-teams':
      return items;
    case 'own-unit':
      return items.filter(({ item }) => item.inspectionType !== 'unannounced');
    case 'nothing':
      return [];
  }
}

/** Neither do the reasons of amendments tell a unit of an item that is, or was, unannounced. */
export function amendmentsInSight(
  amendments: readonly ProgrammeAmendment[],
  sight: Sight,
): readonly ProgrammeAmendment[] {
  if (sight === 'nothing') return [];
  return sight === 'own-unit' ? amendments.filter(({ isUnannounced }) => !isUnannounced) : amendments;
}

/** Until a check starts nobody learns of it by a count who is neither on it nor above it. */
export function isInspectionKnownTo(person: Actor, { teamIds, unitId, isRevealed }: ProgrammeInspectionRow): boolean {
  switch (sightOf(person)) {
    case 'everything':
      return true;
    case 'own-teams':
      return isRevealed || teamIds.includes(person.id);
    case 'own-unit':
      return isRevealed && unitId === person.unitId;
    case 'nothing':
      return false;
  }
}

function windowsOn(
  { time, unannouncedQuota }: PlannedItem,
  period: DayRange,
  inspections: readonly ProgrammeInspectionRow[],
  today: LegalDate,
): readonly PlannedWindow[] {
  const ranges = unannouncedQuota ? everyWithin(unannouncedQuota.per, period) : windowsOf(time, period);
  const wanted = unannouncedQuota?.count ?? 1;
  return ranges.map(({ from, to }) => {
    const started = inspections.filter(
      ({ startedOn }) => startedOn !== null && startedOn >= from && startedOn <= to,
    ).length;
    return {
      from,
      to,
      wanted,
      started,
      isReached: started >= wanted,
      standing: to < today ? 'past' : from > today ? 'to-come' : 'running',
    };
  });
}

function standingOf(
  { withdrawnFor }: PlannedItemStanding,
  windows: readonly PlannedWindow[],
  inspections: readonly ProgrammeInspectionRow[],
): ItemStanding {
  if (withdrawnFor !== null) return 'withdrawn';
  if (windows.some((window) => window.standing === 'past' && !window.isReached)) return 'behind';
  if (windows.length > 0 && windows.every((window) => window.isReached)) return 'done';
  if (inspections.some((row) => !row.isCancelled || row.startedOn !== null)) return 'under-way';
  return windows.length === 0 ? 'undated' : 'not-begun';
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
