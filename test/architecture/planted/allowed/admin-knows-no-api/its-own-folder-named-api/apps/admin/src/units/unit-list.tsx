import type { UnitRow } from '../api/generated/schema.js';

export const UnitList = (rows: UnitRow[]) => <ul>{rows}</ul>;
