import { assertActive } from './guards.js';

export const rename = assertActive;
