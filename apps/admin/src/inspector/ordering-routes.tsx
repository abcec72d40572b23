export { OrderPage } from './order-page.js';
