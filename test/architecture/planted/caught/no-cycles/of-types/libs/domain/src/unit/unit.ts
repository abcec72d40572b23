import type { Rule } from './rules.js';

export type Unit = { rules: Rule[] };
