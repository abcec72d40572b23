import type { vi } from './vi.js';
import { agenda } from './words/agenda.js';
import { common } from './words/common.js';
import { course } from './words/course.js';
import { inspector } from './words/inspector.js';
import { leader } from './words/leader.js';
import { longPath } from './words/long-path.js';
import { earlier } from './words/earlier.js';
import { steps } from './words/steps.js';
import { unit } from './words/unit.js';

export const en: Readonly<Record<keyof typeof vi, string>> = {
  ...common.en,
  ...agenda.en,
  ...inspector.en,
  ...unit.en,
  ...course.en,
  ...leader.en,
  ...longPath.en,
  ...earlier.en,
  ...steps.en,
};
