import { codec } from '../codec.js';
import { retry } from './retry.js';

export const store = { codec, retry };
