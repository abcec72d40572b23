import { addWords } from '../i18n/use-t.js';
import { trail } from '../i18n/words/trail.js';

addWords(trail);

export { IntegrityPage } from './integrity-page.js';
