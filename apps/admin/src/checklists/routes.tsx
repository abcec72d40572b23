export { ChecklistKindPage } from './checklist-kind-page.js';
export { ChecklistListPage } from './checklist-list-page.js';
