import type { Actor } from '../access/person.js';
import { addDays, compareDays } from '../calendar/legal-day.js';
import type { Decider } from '../kernel/decider.js';
import type { LegalDate, PersonId } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import type { Upcasts } from '../kernel/upcast.js';
import { refusal } from '../refusals.js';
import type { UnitSnapshot } from '../unit/unit.js';
import { assertHead, assertItem, assertNames, itemsMax } from './authored-rules.js';
import type { ChecklistEdition, ChecklistItem, ChecklistKind, ChecklistSection, Text } from './checklist.js';

/** What a checklist is called and how it is divided. */
export interface ChecklistHead {
  readonly title: Text;
  readonly sections: readonly ChecklistSection[];
}

/** An edition that is still being written: nobody inspects by it. */
export interface ChecklistDraft extends ChecklistHead {
  /** The number it will be published under. */
  readonly edition: number;
  readonly items: readonly ChecklistItem[];
}

export type ChecklistEvents = {
  ChecklistDrafted: ChecklistHead & {
    readonly kind: ChecklistKind;
    /** Leads the items' codes: `HP`. */
    readonly code: string;
    /** Whose checklist it is. */
    readonly body: UnitSnapshot;
    readonly draftedBy: PersonId;
  };
  ChecklistHeadChanged: ChecklistHead & { readonly changedBy: PersonId };
  ChecklistItemWritten: {
    readonly item: ChecklistItem;
    /** From 0, once it is there. */
    readonly place: number;
    /** What stood there under its code; null for a new one. */
    readonly previous: ChecklistItem | null;
    readonly writtenBy: PersonId;
  };
  ChecklistItemRemoved: { readonly item: ChecklistItem; readonly removedBy: PersonId };
  /** The edition as it will be inspected by, for good. */
  ChecklistPublished: {
    readonly edition: ChecklistEdition;
    readonly publishedOn: LegalDate;
    readonly publishedBy: PersonId;
  };
  /** Drafted from the last edition, whose content it carries. */
  NextChecklistEditionDrafted: ChecklistDraft & { readonly draftedBy: PersonId };
  /** Nothing is ordered by it from that day on; what was ordered goes on. */
  ChecklistWithdrawn: { readonly from: LegalDate; readonly reason: string; readonly withdrawnBy: PersonId };
};

type By = { readonly by: Actor };

export type ChecklistCommands = {
  DraftChecklist: By & Omit<ChecklistEvents['ChecklistDrafted'], 'draftedBy'>;
  ChangeChecklistHead: By & ChecklistHead;
  /** Adds an item, or writes the one with its code anew; null leaves it where it is, a new one at the end. */
  WriteChecklistItem: By & { readonly item: ChecklistItem; readonly place: number | null };
  RemoveChecklistItem: By & { readonly itemCode: string };
  PublishChecklist: By & { readonly validFrom: LegalDate; readonly source: string; readonly publishedOn: LegalDate };
  DraftNextChecklistEdition: By;
  WithdrawChecklist: By & { readonly from: LegalDate; readonly reason: string; readonly today: LegalDate };
};

/** A checklist that people made (mẫu phiếu kiểm tra), beside the kinds that are data files. */
export interface AuthoredChecklist {
  readonly kind: ChecklistKind;
  readonly code: string;
  readonly body: UnitSnapshot;
  readonly draft: ChecklistDraft | null;
  /** Oldest first; each ends on the day before the next begins. */
  readonly editions: readonly ChecklistEdition[];
  readonly withdrawn: { readonly from: LegalDate; readonly reason: string } | null;
  /** As it was drafted, so that a repeat of the command is known for one after any change. */
  readonly drafted: ChecklistEvents['ChecklistDrafted'];
}

export const checklistStatuses = ['drafting', 'published', 'revising', 'withdrawn'] as const;
export type ChecklistStatus = (typeof checklistStatuses)[number];

export type ChecklistState =
  | { readonly status: 'absent' }
  | { readonly status: ChecklistStatus; readonly checklist: AuthoredChecklist };

export const checklistUpcasts: Upcasts<ChecklistEvents> = {};

/**
 * A checklist is drafted item by item, published as an edition, and never changed again: a better wording is the next
 * edition, drafted from the last one. Inspections carry the edition they were ordered with.
 */
export const checklist: Decider<ChecklistState, ChecklistCommands, ChecklistEvents> = {
  initial: { status: 'absent' },
  decide: {
    DraftChecklist(state, { by, ...facts }) {
      if (state.status !== 'absent') {
        const { draftedBy: _, ...before } = state.checklist.drafted;
        if (same(before, facts)) return [];
        throw refusal('checklist.already-drafted', { kind: facts.kind });
      }
      assertNames(facts);
      assertHead(facts, []);
      return [{ type: 'ChecklistDrafted', data: { ...facts, draftedBy: by.id } }];
    },
    ChangeChecklistHead(state, { by, title, sections }) {
      const { draft } = draftedOf(state);
      if (same({ title: draft.title, sections: draft.sections }, { title, sections })) return [];
      assertHead({ sections }, draft.items);
      return [{ type: 'ChecklistHeadChanged', data: { title, sections, changedBy: by.id } }];
    },
    WriteChecklistItem(state, { by, item, place: wanted }) {
      const { draft, code } = draftedOf(state);
      const at = draft.items.findIndex((known) => known.code === item.code);
      const previous = draft.items[at] ?? null;
      const last = draft.items.length - (previous ? 1 : 0);
      const place = Math.min(Math.max(0, wanted ?? (previous ? at : last)), last);
      if (previous && place === at && same(previous, item)) return [];
      assertItem(item, { code, sections: draft.sections });
      if (!previous && draft.items.length >= itemsMax) throw refusal('checklist.too-many-items', { max: itemsMax });
      return [{ type: 'ChecklistItemWritten', data: { item, place, previous, writtenBy: by.id } }];
    },
    RemoveChecklistItem(state, { by, itemCode }) {
      const item = draftedOf(state).draft.items.find(({ code }) => code === itemCode);
      return item ? [{ type: 'ChecklistItemRemoved', data: { item, removedBy: by.id } }] : [];
    },
    PublishChecklist(state, { by, validFrom, source, publishedOn }) {
      const last = state.status === 'absent' ? undefined : state.checklist.editions.at(-1);
      const isRepeat = state.status === 'published' && last?.validFrom === validFrom && last.source === source;
      if (isRepeat) return [];
      const { draft, kind, code } = draftedOf(state);
      if (draft.items.length === 0) throw refusal('checklist.without-items');
      if (compareDays(validFrom, publishedOn) < 0)
        throw refusal('checklist.valid-before-published', { validFrom, publishedOn });
      if (last && compareDays(validFrom, last.validFrom) <= 0)
        throw refusal('checklist.valid-before-last', { validFrom, last: last.validFrom });
      const edition = { kind, code, validFrom, validTo: null, source, ...draft };
      return [{ type: 'ChecklistPublished', data: { edition, publishedOn, publishedBy: by.id } }];
    },
    DraftNextChecklistEdition(state, { by }) {
      const { draft, editions } = knownOf(state);
      const last = editions.at(-1);
      if (!last) throw refusal('checklist.not-published');
      if (draft) return [];
      const { title, sections, items } = last;
      const next = { edition: last.edition + 1, title, sections, items };
      return [{ type: 'NextChecklistEditionDrafted', data: { ...next, draftedBy: by.id } }];
    },
    WithdrawChecklist(state, { by, from, reason, today }) {
      const { withdrawn, editions } = knownOf(state);
      if (same(withdrawn, { from, reason })) return [];
      if (editions.length === 0) throw refusal('checklist.not-published');
      if (withdrawn) throw refusal('checklist.already-withdrawn', { from: withdrawn.from });
      if (compareDays(from, today) < 0) throw refusal('checklist.withdrawn-in-the-past', { from, today });
      return [{ type: 'ChecklistWithdrawn', data: { from, reason, withdrawnBy: by.id } }];
    },
  },
  evolve: {
    ChecklistDrafted: (_, drafted) => {
      const { kind, code, body, title, sections } = drafted;
      const draft = { edition: 1, title, sections, items: [] };
      return stateOf({ kind, code, body, draft, editions: [], withdrawn: null, drafted });
    },
    ChecklistHeadChanged: (state, { title, sections }) => withDraft(state, () => ({ title, sections })),
    ChecklistItemWritten: (state, written) => withDraft(state, ({ items }) => ({ items: itemsWith(items, written) })),
    ChecklistItemRemoved: (state, { item }) =>
      withDraft(state, ({ items }) => ({ items: items.filter(({ code }) => code !== item.code) })),
    ChecklistPublished: (state, { edition }) =>
      withChecklist(state, ({ editions }) => ({
        draft: null,
        withdrawn: null,
        editions: [...endedBefore(editions, edition.validFrom), edition],
      })),
    NextChecklistEditionDrafted: (state, { edition, title, sections, items }) =>
      withChecklist(state, () => ({ draft: { edition, title, sections, items } })),
    ChecklistWithdrawn: (state, { from, reason }) =>
      withChecklist(state, ({ editions }) => ({
        withdrawn: { from, reason },
        editions: endedBefore(editions, from),
      })),
  },
};

/** The items with one written among them. */
export function itemsWith(
  items: readonly ChecklistItem[],
  { item, place }: Pick<ChecklistEvents['ChecklistItemWritten'], 'item' | 'place'>,
): readonly ChecklistItem[] {
  const others = items.filter(({ code }) => code !== item.code);
  return [...others.slice(0, place), item, ...others.slice(place)];
}

/** Whatever was to go on beyond that day ends on the day before. */
export function endedBefore(editions: readonly ChecklistEdition[], from: LegalDate): readonly ChecklistEdition[] {
  const last = addDays(from, -1);
  return editions.map((edition) =>
    edition.validTo === null || compareDays(edition.validTo, last) > 0 ? { ...edition, validTo: last } : edition,
  );
}

function knownOf(state: ChecklistState): AuthoredChecklist {
  if (state.status === 'absent') throw refusal('checklist.unknown');
  return state.checklist;
}

/** What was published is not edited: only a draft is. */
function draftedOf(state: ChecklistState): AuthoredChecklist & { readonly draft: ChecklistDraft } {
  const { draft, ...known } = knownOf(state);
  if (!draft) throw refusal('checklist.no-draft');
  return { ...known, draft };
}

function stateOf(known: AuthoredChecklist): ChecklistState {
  return { status: statusOf(known), checklist: known };
}

export function statusOf({
  draft,
  editions,
  withdrawn,
}: Pick<AuthoredChecklist, 'draft' | 'editions' | 'withdrawn'>): ChecklistStatus {
  if (draft) return editions.length === 0 ? 'drafting' : 'revising';
  return withdrawn ? 'withdrawn' : 'published';
}

function withChecklist(
  state: ChecklistState,
  change: (known: AuthoredChecklist) => Partial<AuthoredChecklist>,
): ChecklistState {
  return state.status === 'absent' ? state : stateOf({ ...state.checklist, ...change(state.checklist) });
}

function withDraft(state: ChecklistState, change: (draft: ChecklistDraft) => Partial<ChecklistDraft>): ChecklistState {
  return withChecklist(state, ({ draft }) => (draft ? { draft: { ...draft, ...change(draft) } } : {}));
}
