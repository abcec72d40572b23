import type { checklists } from './words/checklists.js';
import { agenda } from './words/agenda.js';
import { common } from './words/common.js';
import { course } from './words/course.js';
import { inspector } from './words/inspector.js';
import { leader } from './words/leader.js';
import { longPath } from './words/long-path.js';
import { earlier } from './words/earlier.js';
import type { programme } from './words/programme.js';
import { steps } from './words/steps.js';
import type { system } from './words/system.js';
import type { history } from './words/history.js';
import type { trail } from './words/trail.js';
import { unit } from './words/unit.js';

/** What every person's first screens say. What only later fetched areas say comes with them: see `addWords`. */
export const vi = {
  ...common.vi,
  ...agenda.vi,
  ...inspector.vi,
  ...unit.vi,
  ...course.vi,
  ...leader.vi,
  ...longPath.vi,
  ...earlier.vi,
  ...steps.vi,
} as const;

/** Every text of the product; the keys of all languages come from here. */
export type Texts = typeof vi &
  typeof programme.vi &
  typeof checklists.vi &
  typeof system.vi &
  typeof trail.vi &
  typeof history.vi;
export type TextKey = keyof Texts;
