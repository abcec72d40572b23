import { retry } from '../postgres/retry.js';

export const append = retry;
