import type { Unit } from '@soat/domain/unit/unit.js';

export type Handled = Unit;
