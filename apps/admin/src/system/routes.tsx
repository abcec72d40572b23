import { addWords } from '../i18n/use-t.js';
import { system } from '../i18n/words/system.js';
import { trail } from '../i18n/words/trail.js';

addWords(system);
addWords(trail);

export { SystemPage } from './system-page.js';
