import { unit } from '../../../../libs/domain/src/unit/unit.js';

export const handler = unit;
