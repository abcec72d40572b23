export { now } from '../../../../apps/api/src/platform/clock.js';
