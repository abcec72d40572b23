import { fixtures } from './fixtures.js';

export const given = fixtures;
