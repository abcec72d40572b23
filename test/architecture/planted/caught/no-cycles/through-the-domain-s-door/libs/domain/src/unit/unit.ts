import { merge } from '../index.js';

export const unit = { merge };
