import { unit } from './unti.js';

export const handler = unit;
