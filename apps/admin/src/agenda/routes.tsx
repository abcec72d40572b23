export { AgendaPage, DeadlinesPage } from './agenda-page.js';
export { FindingsPage } from './findings-page.js';
