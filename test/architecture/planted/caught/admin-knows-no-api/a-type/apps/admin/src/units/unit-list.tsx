import type { UnitRow } from '../../../api/src/units/unit-register.table.js';

export const UnitList = (rows: UnitRow[]) => <ul>{rows}</ul>;
