import type { Decider } from '../kernel/decider.js';

export const unit: Decider = { initial: {} };
