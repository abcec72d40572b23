export { OverviewPage } from './overview-page.js';
export { UnitPage } from './unit-page.js';
