import { unitTable } from '../../units/unit.table.js';

export const tables = [unitTable];
