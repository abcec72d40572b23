import { given } from '../testing/scenario.js';
import { sample } from './unit.golden.js';

export const both = [given, sample];
