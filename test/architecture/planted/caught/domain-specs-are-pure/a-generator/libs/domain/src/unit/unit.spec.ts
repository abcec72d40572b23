import { aUnit } from '../../../../test/support/generators.js';

aUnit();
