import { story } from '../demo/story.js';

export const units = story;
