import { sightOf } from '@soat/domain';
import { usePerson } from '../session/session.js';
import { fetchedArea } from './fetched-area.js';

const Fetched = fetchedArea(() => import('../history/case-trail.js'), null)('CaseTrail');

/** Fetched only for those who oversee: whoever works on the case has its history on the screen already. */
export function CaseTrail() {
  return sightOf(usePerson()) === 'everything' ? <Fetched /> : null;
}
