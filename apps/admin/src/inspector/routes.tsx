export { InspectionListPage } from './inspection-list-page.js';
export { InspectionPage } from './inspection-page.js';
export { OrderPage } from './order-page.js';
