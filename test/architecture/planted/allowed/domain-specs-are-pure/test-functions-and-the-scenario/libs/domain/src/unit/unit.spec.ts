import { expect } from '@jest/globals';
import { given } from '../testing/scenario.js';

expect(given).toEqual({});
