import { clock } from '../clock.js';

export const runner = { clock };
