import { addWords } from '../i18n/use-t.js';
import { programme } from '../i18n/words/programme.js';
import { history } from '../i18n/words/history.js';
import { trail } from '../i18n/words/trail.js';

addWords(programme);
addWords(trail);
addWords(history);

export { OverviewPage } from './overview-page.js';
export { ProgrammeAdoptPage } from './programme-adopt-page.js';
export { ProgrammeListPage } from './programme-list-page.js';
export { ProgrammePage } from './programme-page.js';
export { RepeatMatrixPage } from './repeat-matrix-page.js';
export { UnitPage } from './unit-page.js';
