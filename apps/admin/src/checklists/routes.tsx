import { addWords } from '../i18n/use-t.js';
import { checklists } from '../i18n/words/checklists.js';

addWords(checklists);

export { ChecklistKindPage } from './checklist-kind-page.js';
export { ChecklistListPage } from './checklist-list-page.js';
