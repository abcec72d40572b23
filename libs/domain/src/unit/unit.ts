import type { Decider } from '../kernel/decider.js';
import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { Upcasts } from '../kernel/upcast.js';
import { refusal } from '../refusals.js';

/** thị xã, phường, xã, cơ quan chuyên môn. More kinds come with the reorganisation of 2025. */
export const unitKinds = ['town', 'ward', 'commune', 'department'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What a unit was called and who led it on the day of an event; kept inside the event, never looked up later. */
export interface UnitSnapshot {
  readonly id: Uuid;
  readonly name: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly parentId: Uuid | null;
  readonly headName: string | null;
}

/** The document a fact about a unit rests on: a resolution, a decision. */
export interface LegalDocument {
  readonly number: string;
  readonly signedOn: LegalDate;
}

export type UnitEvents = {
  UnitEstablished: {
    readonly id: Uuid;
    readonly name: string;
    /** Official code (GSO for administrative units). Not an identity: codes are re-used. */
    readonly code: string;
    readonly kind: UnitKind;
    readonly parentId: Uuid | null;
    readonly basis: LegalDocument | null;
    readonly validFrom: LegalDate;
  };
  UnitRenamed: {
    readonly name: string;
    readonly previousName: string;
    readonly basis: LegalDocument;
    readonly validFrom: LegalDate;
  };
  UnitHeadAppointed: { readonly headName: string; readonly basis: LegalDocument | null; readonly validFrom: LegalDate };
};

export type UnitCommands = {
  EstablishUnit: UnitEvents['UnitEstablished'];
  RenameUnit: { readonly name: string; readonly basis: LegalDocument; readonly validFrom: LegalDate };
  AppointUnitHead: UnitEvents['UnitHeadAppointed'];
};

export type UnitState =
  | { readonly status: 'absent' }
  | { readonly status: 'established'; readonly unit: UnitSnapshot; readonly validFrom: LegalDate };

export const unitUpcasts: Upcasts<UnitEvents> = {};

export const unit: Decider<UnitState, UnitCommands, UnitEvents> = {
  initial: { status: 'absent' },
  decide: {
    EstablishUnit(state, data) {
      if (state.status === 'established') {
        const { name, code, kind, parentId } = state.unit;
        const known = { name, code, kind, parentId, validFrom: state.validFrom };
        if (Object.entries(known).every(([key, value]) => data[key as keyof typeof known] === value)) return [];
        throw refusal('unit.already-established', { name: state.unit.name });
      }
      if (data.parentId === data.id) throw refusal('unit.own-parent');
      return [{ type: 'UnitEstablished', data }];
    },
    RenameUnit(state, { name, basis, validFrom }) {
      const { unit, validFrom: since } = established(state);
      if (unit.name === name) return [];
      if (validFrom < since) throw refusal('unit.before-establishment', { validFrom, establishedOn: since });
      return [{ type: 'UnitRenamed', data: { name, previousName: unit.name, basis, validFrom } }];
    },
    AppointUnitHead(state, data) {
      const { unit, validFrom: since } = established(state);
      if (unit.headName === data.headName) return [];
      if (data.validFrom < since)
        throw refusal('unit.before-establishment', { validFrom: data.validFrom, establishedOn: since });
      return [{ type: 'UnitHeadAppointed', data }];
    },
  },
  evolve: {
    UnitEstablished: (_, { id, name, code, kind, parentId, validFrom }) => ({
      status: 'established',
      unit: { id, name, code, kind, parentId, headName: null },
      validFrom,
    }),
    UnitRenamed: (state, { name }) => withUnit(state, { name }),
    UnitHeadAppointed: (state, { headName }) => withUnit(state, { headName }),
  },
};

function established(state: UnitState) {
  if (state.status === 'absent') throw refusal('unit.unknown');
  return state;
}

function withUnit(state: UnitState, change: Partial<UnitSnapshot>): UnitState {
  return state.status === 'absent' ? state : { ...state, unit: { ...state.unit, ...change } };
}
