export type UnitBody = object;
