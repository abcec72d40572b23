import { aUnit } from '../support/generators.js';

aUnit();
