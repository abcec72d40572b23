import { addWords } from '../i18n/use-t.js';
import { history } from '../i18n/words/history.js';
import { trail } from '../i18n/words/trail.js';

addWords(trail);
addWords(history);

export { EventPage } from './event-page.js';
export { HistoryPage } from './history-page.js';
