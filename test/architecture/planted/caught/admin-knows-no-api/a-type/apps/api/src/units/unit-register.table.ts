export type UnitRow = string;
