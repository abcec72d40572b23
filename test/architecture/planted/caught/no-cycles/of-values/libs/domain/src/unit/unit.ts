import { rules } from './rules.js';

export const unit = { rules };
