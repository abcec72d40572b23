import { checklists } from './words/checklists.js';
import { agenda } from './words/agenda.js';
import { common } from './words/common.js';
import { course } from './words/course.js';
import { inspector } from './words/inspector.js';
import { leader } from './words/leader.js';
import { longPath } from './words/long-path.js';
import { programme } from './words/programme.js';
import { steps } from './words/steps.js';
import { system } from './words/system.js';
import { unit } from './words/unit.js';

/** Every text of the product; the keys of all languages come from here. */
export const vi = {
  ...common.vi,
  ...agenda.vi,
  ...inspector.vi,
  ...unit.vi,
  ...course.vi,
  ...leader.vi,
  ...longPath.vi,
  ...programme.vi,
  ...checklists.vi,
  ...steps.vi,
  ...system.vi,
} as const;
export type TextKey = keyof typeof vi;
