import { readFileSync } from 'node:fs';

readFileSync('unit.json');
