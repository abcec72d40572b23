import { v7 } from 'uuid';

export const newUnit = v7;
