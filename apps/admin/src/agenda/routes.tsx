import { addWords } from '../i18n/use-t.js';
import { programme } from '../i18n/words/programme.js';

addWords(programme);

export { AgendaPage, DeadlinesPage } from './agenda-page.js';
export { FindingsPage } from './findings-page.js';
