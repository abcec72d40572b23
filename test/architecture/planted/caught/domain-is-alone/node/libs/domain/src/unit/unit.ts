import { randomUUID } from 'node:crypto';

export const newUnit = randomUUID;
