import type { Unit } from './unit.js';

export type Rule = (unit: Unit) => void;
