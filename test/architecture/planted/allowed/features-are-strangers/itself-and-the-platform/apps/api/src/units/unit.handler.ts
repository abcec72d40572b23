import { clock } from '../platform/clock.js';
import { unitById } from './unit.query.js';

export const handler = { clock, unitById };
