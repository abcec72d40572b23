import { unit } from './unit.js';

export const rules = () => unit;
