export { sample } from './unit.golden.js';
