export { InspectionListPage } from './inspection-list-page.js';
export { InspectionPage } from './inspection-page.js';
