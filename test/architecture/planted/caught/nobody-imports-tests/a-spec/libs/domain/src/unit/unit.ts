export { sample } from './unit.spec.js';
