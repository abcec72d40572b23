export { merge } from './unit/merge.js';
