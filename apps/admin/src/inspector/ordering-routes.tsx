import { addWords } from '../i18n/use-t.js';
import { programme } from '../i18n/words/programme.js';

addWords(programme);

export { OrderPage } from './order-page.js';
