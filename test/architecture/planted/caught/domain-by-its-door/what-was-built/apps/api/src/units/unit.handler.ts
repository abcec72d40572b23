import { unit } from '../../../../libs/domain/build/unit.js';

export const handler = unit;
