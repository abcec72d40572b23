export type Unit = object;
