import { expect } from '@jest/globals';

export const check = expect;
