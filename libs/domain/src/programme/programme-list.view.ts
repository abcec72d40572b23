import type { Instant, LegalDate, Recorded, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import type { LegalDocument } from '../unit/unit.js';
import type { DayRange } from './planned-time.js';
import type { PilotSite, PlannedItem, PlannedItemStanding, ProgrammeEvents } from './programme.js';

/** What was changed in a programme after its adoption, and why. */
export interface ProgrammeAmendment {
  readonly kind: 'added' | 'amended' | 'withdrawn' | 'pilot-sites';
  /** Null where no single item was changed. */
  readonly itemId: Uuid | null;
  /** Whether the item was unannounced before or after: units are then not told of the change. */
  readonly isUnannounced: boolean;
  readonly reason: string;
  readonly document: LegalDocument | null;
  readonly at: Instant;
}

/** One programme as it stands. */
export interface ProgrammeListRow {
  readonly id: Uuid;
  readonly number: string;
  readonly title: string;
  readonly basis: string;
  readonly adoptedOn: LegalDate;
  readonly period: DayRange;
  /** Of the period's last day: what a list of programmes is sorted by. */
  readonly endsOn: LegalDate;
  readonly bodyId: Uuid;
  /** As it was called on the day of adoption. */
  readonly bodyName: string;
  readonly items: readonly PlannedItemStanding[];
  readonly pilotSites: readonly PilotSite[];
  /** Oldest first. */
  readonly amendments: readonly ProgrammeAmendment[];
  readonly length: number;
}

export const programmeList: View<ProgrammeListRow, ProgrammeEvents> = {
  name: 'programme-list',
  version: 2,
  key: (event) => event.stream.id,
  handle: {
    InspectionProgrammeAdopted: (_, { stream, version, data }) => ({
      id: stream.id,
      number: data.number,
      title: data.title,
      basis: data.basis,
      adoptedOn: data.adoptedOn,
      period: data.period,
      endsOn: data.period.to,
      bodyId: data.body.id,
      bodyName: data.body.name,
      items: data.items.map((item) => ({ item, withdrawnFor: null })),
      pilotSites: data.pilotSites,
      amendments: [],
      length: version,
    }),
    ProgrammeItemAdded: (row, event) =>
      row &&
      amended(row, event, 'added', [event.data.item], {
        items: [...row.items, { item: event.data.item, withdrawnFor: null }],
      }),
    ProgrammeItemAmended: (row, event) =>
      row &&
      amended(row, event, 'amended', [event.data.item, event.data.previous], {
        items: row.items.map((standing) =>
          standing.item.itemId === event.data.item.itemId ? { ...standing, item: event.data.item } : standing,
        ),
      }),
    ProgrammeItemWithdrawn: (row, event) =>
      row &&
      amended(
        row,
        event,
        'withdrawn',
        row.items.flatMap(({ item }) => (item.itemId === event.data.itemId ? [item] : [])),
        {
          items: row.items.map((standing) =>
            standing.item.itemId === event.data.itemId ? { ...standing, withdrawnFor: event.data.reason } : standing,
          ),
        },
      ),
    PilotSitesChanged: (row, event) =>
      row && amended(row, event, 'pilot-sites', [], { pilotSites: event.data.pilotSites }),
  },
};

function amended(
  row: ProgrammeListRow,
  {
    data: { reason, document },
    recordedAt,
    version,
  }: Exclude<Recorded<ProgrammeEvents>, { type: 'InspectionProgrammeAdopted' }>,
  kind: ProgrammeAmendment['kind'],
  items: readonly PlannedItem[],
  change: Partial<ProgrammeListRow>,
): ProgrammeListRow {
  const itemId = items[0]?.itemId ?? null;
  const isUnannounced = items.some((item) => item.inspectionType === 'unannounced');
  const amendment = { kind, itemId, isUnannounced, reason, document, at: recordedAt };
  return { ...row, ...change, amendments: [...row.amendments, amendment], length: version };
}
