import { handler } from '../units/unit.handler.js';

export const load = handler;
