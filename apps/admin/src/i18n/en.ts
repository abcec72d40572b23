import type { TextKey } from './vi.js';
import { common } from './words/common.js';
import { inspector } from './words/inspector.js';
import { leader } from './words/leader.js';
import { programme } from './words/programme.js';
import { system } from './words/system.js';
import { unit } from './words/unit.js';

export const en: Readonly<Record<TextKey, string>> = {
  ...common.en,
  ...inspector.en,
  ...unit.en,
  ...leader.en,
  ...programme.en,
  ...system.en,
};
