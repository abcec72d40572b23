import { merge } from './merge.js';
import { rename } from './rename.js';

export const unit = { merge, rename };
