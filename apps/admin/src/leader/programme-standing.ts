import type { ItemStanding } from '@soat/domain';
import type { Tone } from '../ui/tag.js';

export const standingTones: Readonly<Record<ItemStanding, Tone>> = {
  behind: 'overdue',
  'under-way': 'info',
  done: 'done',
  'not-begun': 'neutral',
  undated: 'soon',
  withdrawn: 'neutral',
};

/** What asks for somebody first. */
export const shownStandings: readonly ItemStanding[] = [
  'behind',
  'under-way',
  'undated',
  'not-begun',
  'done',
  'withdrawn',
];
