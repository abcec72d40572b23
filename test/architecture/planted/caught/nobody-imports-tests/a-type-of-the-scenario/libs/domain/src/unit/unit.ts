export type { Scenario } from '../testing/scenario.js';
