import { describe, expect, it } from '@jest/globals';
import { type ChecklistItem, checklistEditions } from '@soat/domain';
import { bodyOf, bodyOfItem, draftOf, missingIn, newItem, nextCode, rulesOf } from './item-draft.js';

const items = checklistEditions.flatMap((edition) => edition.items);

/** What the sheet has fields for; a few rules and the day a deadline follows from are written in data files only. */
function isTypable({ answer }: ChecklistItem): boolean {
  const rules: readonly string[] = rulesOf[answer.kind];
  const passWhen = 'passWhen' in answer && typeof answer.passWhen === 'object' ? Object.keys(answer.passWhen) : [];
  return !('dueAfter' in answer) && passWhen.every((rule) => rules.includes(rule));
}

describe('an item in the sheet', () => {
  const typable = items.filter(isTypable);

  it.each(typable.map((item) => [item.code, item] as const))('%s is what it was when nothing was typed', (_, item) => {
    expect(missingIn(draftOf(item))).toEqual(new Set());
    expect(bodyOf(draftOf(item), item, 'x')).toEqual(bodyOfItem(item));
  });

  it('is most of what the house has', () => expect(typable.length).toBeGreaterThan(items.length * 0.8));

  it('names what is still empty, by its kind of answer', () => {
    const draft = newItem('HP-01', 'A');
    expect([...missingIn(draft)]).toEqual(['question', 'verifiedBy', 'remedy', 'points']);
    const money = { ...draft, kind: 'money' as const, threshold: null, evidenceKinds: [] };
    expect([...missingIn(money)].slice(4)).toEqual(['amount', 'reference', 'evidenceKinds', 'threshold']);
  });

  it('says shares in percent, and keeps them as the server counts', () => {
    const ratio = items.find(({ answer }) => answer.kind === 'ratio');
    if (!ratio) throw new Error('there is no ratio');
    const draft = { ...draftOf(ratio), threshold: 95.5 };
    expect(bodyOf(draft, ratio, 'x').answer).toMatchObject({ passWhen: { atLeast: 9_550 } });
  });

  it('begins under the next code', () => {
    expect(nextCode('HP', [])).toBe('HP-01');
    expect(
      nextCode(
        'OSC',
        items.filter(({ code }) => code.startsWith('OSC')),
      ),
    ).toMatch(/^OSC-\d\d$/);
  });
});
