export { unit as merge } from './unit.js';
