import type { Unit } from '../../libs/domain/src/index.js';

export const none: Unit[] = [];
