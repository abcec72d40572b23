import { aUnit } from '../../../../test/support/generators.js';

export const units = [aUnit()];
