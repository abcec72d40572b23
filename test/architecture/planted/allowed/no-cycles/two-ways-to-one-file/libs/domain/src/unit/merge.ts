import { assertActive } from './guards.js';

export const merge = assertActive;
