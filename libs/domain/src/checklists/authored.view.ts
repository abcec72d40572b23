import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import {
  type ChecklistDraft,
  type ChecklistEvents,
  type ChecklistStatus,
  endedBefore,
  itemsWith,
  statusOf,
} from './authored.js';
import type { ChecklistEdition, ChecklistKind, Text } from './checklist.js';

/** A checklist that people made, with its editions and what is being written. */
export interface AuthoredChecklistRow {
  readonly id: Uuid;
  readonly kind: ChecklistKind;
  readonly code: string;
  /** Of the newest edition, a draft included. */
  readonly title: Text;
  readonly bodyId: Uuid;
  readonly bodyName: string;
  readonly status: ChecklistStatus;
  readonly draft: ChecklistDraft | null;
  /** Oldest first. */
  readonly editions: readonly ChecklistEdition[];
  readonly withdrawn: { readonly from: LegalDate; readonly reason: string } | null;
  readonly length: number;
}

export const authoredChecklists: View<AuthoredChecklistRow, ChecklistEvents> = {
  name: 'authored-checklists',
  version: 1,
  key: (event) => event.stream.id,
  handle: {
    ChecklistDrafted: (_, { stream, version, data: { kind, code, body, title, sections } }) => ({
      id: stream.id,
      kind,
      code,
      title,
      bodyId: body.id,
      bodyName: body.name,
      status: 'drafting',
      draft: { edition: 1, title, sections, items: [] },
      editions: [],
      withdrawn: null,
      length: version,
    }),
    ChecklistHeadChanged: (row, { version, data: { title, sections } }) =>
      row && { ...withDraft(row, version, { title, sections }), title },
    ChecklistItemWritten: (row, { version, data }) =>
      row && withDraft(row, version, { items: itemsWith(row.draft?.items ?? [], data) }),
    ChecklistItemRemoved: (row, { version, data: { item } }) =>
      row && withDraft(row, version, { items: (row.draft?.items ?? []).filter(({ code }) => code !== item.code) }),
    ChecklistPublished: (row, { version, data: { edition } }) =>
      row &&
      changed(row, version, {
        draft: null,
        withdrawn: null,
        editions: [...endedBefore(row.editions, edition.validFrom), edition],
      }),
    NextChecklistEditionDrafted: (row, { version, data: { edition, title, sections, items } }) =>
      row && changed(row, version, { draft: { edition, title, sections, items } }),
    ChecklistWithdrawn: (row, { version, data: { from, reason } }) =>
      row && changed(row, version, { withdrawn: { from, reason }, editions: endedBefore(row.editions, from) }),
  },
};

function withDraft(row: AuthoredChecklistRow, length: number, change: Partial<ChecklistDraft>): AuthoredChecklistRow {
  return changed(row, length, { draft: row.draft && { ...row.draft, ...change } });
}

function changed(
  row: AuthoredChecklistRow,
  length: number,
  change: Partial<AuthoredChecklistRow>,
): AuthoredChecklistRow {
  const after = { ...row, ...change, length };
  return { ...after, status: statusOf(after) };
}
