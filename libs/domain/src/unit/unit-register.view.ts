import type { LegalDate, Uuid } from '../kernel/recorded.js';
import type { View } from '../kernel/view.js';
import { searchKey } from '../reporting/search-key.js';
import type { UnitEvents, UnitKind } from './unit.js';

/** One unit as it stands, for the register. */
export interface UnitRegisterRow {
  readonly id: Uuid;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: Uuid | null;
  readonly headName: string | null;
  readonly validFrom: LegalDate;
  /** Name and code without diacritics, for search. */
  readonly searchKey: string;
  /** The stream's length. */
  readonly length: number;
}

export const unitRegister: View<UnitRegisterRow, UnitEvents> = {
  name: 'unit-register',
  version: 2,
  key: (event) => event.stream.id,
  handle: {
    UnitEstablished: (_, { data: { id, code, name, kind, parentId, validFrom }, version }) => ({
      id,
      code,
      name,
      kind,
      parentId,
      headName: null,
      validFrom,
      searchKey: searchKey(name, code),
      length: version,
    }),
    UnitRenamed: (row, { data: { name }, version }) =>
      row && { ...row, name, searchKey: searchKey(name, row.code), length: version },
    UnitHeadAppointed: (row, { data: { headName }, version }) => row && { ...row, headName, length: version },
  },
};
