export { SystemPage } from './system-page.js';
