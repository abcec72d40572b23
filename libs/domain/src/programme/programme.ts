import type { Actor } from '../access/person.js';
import type { InspectionType } from '../inspection/regimes.js';
import type { Decider } from '../kernel/decider.js';
import type { LegalDate, PersonId, Uuid } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import type { Upcasts } from '../kernel/upcast.js';
import { refusal } from '../refusals.js';
import type { LegalDocument, UnitSnapshot } from '../unit/unit.js';
import { type DayRange, type PlannedTime, plannedTimeOf } from './planned-time.js';

/** Over how long a quota of unannounced checks is counted. */
export const quotaPeriods = ['month', 'quarter', 'half-year', 'year'] as const;
export type QuotaPeriod = (typeof quotaPeriods)[number];

/** So many unannounced checks in every period of the programme. */
export interface UnannouncedQuota {
  readonly count: number;
  readonly per: QuotaPeriod;
}

/**
 * A body as the plan names it. Plans name groups ("UBND xã, phường", "các cơ quan có liên quan") beside bodies, so the words
 * stand always and the unit where there is one.
 */
export interface ProgrammeBody {
  readonly name: string;
  readonly unit: UnitSnapshot | null;
}

/** One line of the plan: what is checked, by whom, when. */
export interface PlannedItem {
  readonly itemId: Uuid;
  /** As numbered in the plan: `6.2`. Unique within a programme, no identity beyond it. */
  readonly code: string;
  readonly text: string;
  /** Chủ trì: chases and consolidates. Some plans name several. */
  readonly lead: readonly ProgrammeBody[];
  /** Phối hợp. */
  readonly coordinating: readonly ProgrammeBody[];
  /** Thực hiện. */
  readonly implementing: readonly ProgrammeBody[];
  readonly time: PlannedTime;
  readonly inspectionType: InspectionType;
  /** Kind of the checklist it asks for; null where the plan's activity has none. */
  readonly checklistKind: string | null;
  readonly unannouncedQuota: UnannouncedQuota | null;
}

/** Địa phương điểm: a place below the commune where the plan is tried first. */
export interface PilotSite {
  readonly unit: UnitSnapshot;
  readonly place: string;
}

interface Change {
  readonly reason: string;
  /** The document that changes the plan, where there is one. */
  readonly document: LegalDocument | null;
}

export type ProgrammeEvents = {
  InspectionProgrammeAdopted: {
    /** Number of the plan (kế hoạch). */
    readonly number: string;
    readonly title: string;
    readonly basis: string;
    readonly adoptedOn: LegalDate;
    /** The days it is for, both counted in. */
    readonly period: DayRange;
    readonly body: UnitSnapshot;
    readonly items: readonly PlannedItem[];
    readonly pilotSites: readonly PilotSite[];
    readonly adoptedBy: PersonId;
  };
  ProgrammeItemAdded: Change & { readonly item: PlannedItem; readonly addedBy: PersonId };
  ProgrammeItemAmended: Change & {
    readonly previous: PlannedItem;
    readonly item: PlannedItem;
    readonly amendedBy: PersonId;
  };
  ProgrammeItemWithdrawn: Change & {
    readonly itemId: Uuid;
    readonly code: string;
    readonly withdrawnBy: PersonId;
  };
  PilotSitesChanged: Change & {
    readonly previous: readonly PilotSite[];
    readonly pilotSites: readonly PilotSite[];
    readonly changedBy: PersonId;
  };
};

/** An item as it is handed in: its time in the plan's own words, which the event keeps beside what was read in them. */
export type PlannedItemGiven = Omit<PlannedItem, 'time'> & { readonly time: string };

type By = { readonly by: Actor };

export type ProgrammeCommands = {
  AdoptProgramme: By &
    Omit<ProgrammeEvents['InspectionProgrammeAdopted'], 'items' | 'adoptedBy'> & {
      readonly items: readonly PlannedItemGiven[];
    };
  AddProgrammeItem: By & Change & { readonly item: PlannedItemGiven };
  AmendProgrammeItem: By & Change & { readonly item: PlannedItemGiven };
  WithdrawProgrammeItem: By & Change & { readonly itemId: Uuid };
  ChangePilotSites: By & Change & { readonly pilotSites: readonly PilotSite[] };
};

/** An item as it stands. A withdrawn one stays: inspections may have been ordered by it. */
export interface PlannedItemStanding {
  readonly item: PlannedItem;
  readonly withdrawnFor: string | null;
}

/** Everything adopted, as it stands today. */
export interface AdoptedProgramme extends Omit<ProgrammeEvents['InspectionProgrammeAdopted'], 'items' | 'adoptedBy'> {
  readonly items: readonly PlannedItemStanding[];
  /** As it was adopted, so that a repeat of the command is known for one after any amendment. */
  readonly adopted: ProgrammeEvents['InspectionProgrammeAdopted'];
}

export const programmeStatuses = ['adopted'] as const;

export type ProgrammeState =
  | { readonly status: 'absent' }
  | { readonly status: 'adopted'; readonly programme: AdoptedProgramme };

export const programmeUpcasts: Upcasts<ProgrammeEvents> = {};

/**
 * The plan that orders inspections: adopted once with its items, amended item by item with a reason. What was done under it
 * is no part of it; that is counted from the inspections which name their item.
 */
export const programme: Decider<ProgrammeState, ProgrammeCommands, ProgrammeEvents> = {
  initial: { status: 'absent' },
  decide: {
    AdoptProgramme(state, { by, items: given, ...facts }) {
      const items = given.map(read);
      const adopted = { ...facts, items, adoptedBy: by.id };
      if (state.status !== 'absent') {
        if (same(state.programme.adopted, adopted)) return [];
        throw refusal('programme.already-adopted', { number: state.programme.number });
      }
      const { period, adoptedOn } = facts;
      if (period.from > period.to) throw refusal('programme.period-reversed', { from: period.from, to: period.to });
      if (adoptedOn > period.to) throw refusal('programme.adopted-after-period', { adoptedOn, to: period.to });
      if (items.length === 0) throw refusal('programme.without-items');
      for (const [index, item] of items.entries()) assertFits(items.slice(0, index), item);
      assertDistinct(facts.pilotSites);
      return [{ type: 'InspectionProgrammeAdopted', data: adopted }];
    },
    AddProgrammeItem(state, { by, item: given, reason, document }) {
      const { items } = adoptedOf(state);
      const item = read(given);
      const known = items.find((standing) => standing.item.itemId === item.itemId);
      if (known && known.withdrawnFor === null && same(known.item, item)) return [];
      assertFits(
        items.map((standing) => standing.item),
        item,
      );
      return [{ type: 'ProgrammeItemAdded', data: { item, reason, document, addedBy: by.id } }];
    },
    AmendProgrammeItem(state, { by, item: given, reason, document }) {
      const { items } = adoptedOf(state);
      const item = read(given);
      const previous = liveItem(items, item.itemId);
      if (same(previous, item)) return [];
      assertFits(
        items.flatMap((standing) => (standing.item === previous ? [] : [standing.item])),
        item,
      );
      return [{ type: 'ProgrammeItemAmended', data: { previous, item, reason, document, amendedBy: by.id } }];
    },
    WithdrawProgrammeItem(state, { by, itemId, reason, document }) {
      const { items } = adoptedOf(state);
      if (items.some((standing) => standing.item.itemId === itemId && standing.withdrawnFor !== null)) return [];
      const { code } = liveItem(items, itemId);
      return [{ type: 'ProgrammeItemWithdrawn', data: { itemId, code, reason, document, withdrawnBy: by.id } }];
    },
    ChangePilotSites(state, { by, pilotSites, reason, document }) {
      const { pilotSites: previous } = adoptedOf(state);
      if (same(previous, pilotSites)) return [];
      assertDistinct(pilotSites);
      return [{ type: 'PilotSitesChanged', data: { previous, pilotSites, reason, document, changedBy: by.id } }];
    },
  },
  evolve: {
    InspectionProgrammeAdopted: (_, adopted) => {
      const { items, adoptedBy: _by, ...facts } = adopted;
      return {
        status: 'adopted',
        programme: { ...facts, items: items.map((item) => ({ item, withdrawnFor: null })), adopted },
      };
    },
    ProgrammeItemAdded: (state, { item }) =>
      withProgramme(state, ({ items }) => ({ items: [...items, { item, withdrawnFor: null }] })),
    ProgrammeItemAmended: (state, { item }) => withItem(state, item.itemId, { item }),
    ProgrammeItemWithdrawn: (state, { itemId, reason }) => withItem(state, itemId, { withdrawnFor: reason }),
    PilotSitesChanged: (state, { pilotSites }) => withProgramme(state, () => ({ pilotSites })),
  },
};

/** What is signed is signed by today; asked where the day is known. @throws Rejection when the date lies ahead. */
export function assertAdoptedByToday(adoptedOn: LegalDate, today: LegalDate): void {
  if (adoptedOn > today) throw refusal('programme.dated-ahead', { adoptedOn, today });
}

/** The item an inspection is ordered by. @throws Rejection when the programme has none such, or it was withdrawn. */
export function itemToOrderBy(state: ProgrammeState, itemId: Uuid): PlannedItem {
  return liveItem(adoptedOf(state).items, itemId);
}

function adoptedOf(state: ProgrammeState): AdoptedProgramme {
  if (state.status === 'absent') throw refusal('programme.unknown');
  return state.programme;
}

function liveItem(items: readonly PlannedItemStanding[], itemId: Uuid): PlannedItem {
  const known = items.find((standing) => standing.item.itemId === itemId);
  if (!known) throw refusal('programme.item-unknown', { itemId });
  if (known.withdrawnFor !== null) throw refusal('programme.item-withdrawn', { code: known.item.code });
  return known.item;
}

/** Numbers of withdrawn items are not used again: an order that names "6.2" must mean one line for good. */
function assertFits(others: readonly PlannedItem[], item: PlannedItem): void {
  const taken = others.find((other) => other.itemId === item.itemId);
  if (taken) throw refusal('programme.item-id-taken', { code: taken.code });
  if (others.some((other) => other.code === item.code)) throw refusal('programme.item-code-twice', { code: item.code });
  if (item.lead.length === 0) throw refusal('programme.item-without-lead', { code: item.code });
  if (item.unannouncedQuota !== null && item.inspectionType !== 'unannounced')
    throw refusal('programme.quota-of-announced-item', { code: item.code, type: item.inspectionType });
}

function assertDistinct(sites: readonly PilotSite[]): void {
  const names = sites.map(({ unit, place }) => `${unit.id} ${place.toLowerCase()}`);
  const twice = sites.find((_, index) => names.indexOf(names[index] ?? '') !== index);
  if (twice) throw refusal('programme.pilot-site-twice', { place: twice.place });
}

function read({ time, ...given }: PlannedItemGiven): PlannedItem {
  return { ...given, time: plannedTimeOf(time) };
}

function withProgramme(
  state: ProgrammeState,
  change: (programme: AdoptedProgramme) => Partial<AdoptedProgramme>,
): ProgrammeState {
  return state.status === 'absent'
    ? state
    : { ...state, programme: { ...state.programme, ...change(state.programme) } };
}

function withItem(state: ProgrammeState, itemId: Uuid, change: Partial<PlannedItemStanding>): ProgrammeState {
  return withProgramme(state, ({ items }) => ({
    items: items.map((standing) => (standing.item.itemId === itemId ? { ...standing, ...change } : standing)),
  }));
}
