import { unitById } from '../units/unit.query.js';

export const handler = unitById;
