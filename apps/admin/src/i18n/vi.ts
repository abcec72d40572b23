import { common } from './words/common.js';
import { inspector } from './words/inspector.js';
import { leader } from './words/leader.js';
import { programme } from './words/programme.js';
import { system } from './words/system.js';
import { unit } from './words/unit.js';

/** Every text of the product; the keys of all languages come from here. */
export const vi = { ...common.vi, ...inspector.vi, ...unit.vi, ...leader.vi, ...programme.vi, ...system.vi } as const;
export type TextKey = keyof typeof vi;
