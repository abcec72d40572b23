import { describe, expect, it } from '@jest/globals';
import { linesOf, sectionsIn } from './section-lines.js';

const known = [
  { code: 'A', title: { vi: 'Công khai', en: 'Disclosure' } },
  { code: 'B', title: { vi: 'Thu, chi', en: 'Money' } },
];

describe('sections, one a line', () => {
  it('come back as they were, their English too', () => {
    expect(sectionsIn(linesOf(known), known)).toEqual(known);
  });

  it('lose the English of what was reworded', () => {
    expect(sectionsIn('A. Công khai\nB) Thu và chi\n\nC Khác', known)).toEqual([
      known[0],
      { code: 'B', title: { vi: 'Thu và chi' } },
      { code: 'C', title: { vi: 'Khác' } },
    ]);
  });

  it.each(['', 'Công khai', 'A. Một\nA. Hai', 'a. Một'])('are none in %j', (text) => {
    expect(sectionsIn(text)).toBeNull();
  });
});
