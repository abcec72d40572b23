import { unit } from '../../../../libs/domain/src/index.js';

export const handler = unit;
