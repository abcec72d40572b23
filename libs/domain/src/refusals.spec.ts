import { describe, expect, it } from '@jest/globals';
import { Rejection, type RejectionKind } from './kernel/rejection.js';
import { type RefusalCode, refusal, refusals } from './refusals.js';

const codes = Object.keys(refusals) as RefusalCode[];
const kinds: readonly RejectionKind[] = ['invalid', 'forbidden', 'not-found', 'conflict', 'unprocessable'];

/** What is wrong with a title: facts stand beside it, never in it, so nothing is left to fill in. */
function faultsIn(title: string): readonly string[] {
  return [
    ...(title.trim() !== title || title === '' ? ['blank'] : []),
    ...(/[{}$<>]|%s/.test(title) ? ['placeholder'] : []),
    ...(/undefined|null/.test(title) ? ['gap'] : []),
    ...(/[.!]$/.test(title) ? ['full stop'] : []),
    ...(/\p{Ll}/u.test(title.charAt(0)) ? ['small letter'] : []),
    ...(title.normalize('NFC') !== title ? ['not NFC'] : []),
  ];
}

describe('the table of refusals', () => {
  it.each(codes)('%s has a kind, and a title in both languages', (code) => {
    const { kind, vi, en } = refusals[code];
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
    expect(kinds).toContain(kind);
    expect([faultsIn(vi), faultsIn(en)]).toEqual([[], []]);
    expect(vi).not.toBe(en);
  });

  it('says each thing once in each language, within its stream', () => {
    for (const language of ['vi', 'en'] as const) {
      const titles = codes.map((code) => `${code.split('.')[0]} ${refusals[code][language]}`);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    }
  });

  it('would be caught with a bad title', () => {
    expect(faultsIn('Not found')).toEqual([]);
    expect(faultsIn('')).toEqual(['blank']);
    expect(faultsIn('Not found ')).toEqual(['blank']);
    expect(faultsIn('Due {dueOn}')).toEqual(['placeholder']);
    expect(faultsIn('Due undefined')).toEqual(['gap']);
    expect(faultsIn('Not found.')).toEqual(['full stop']);
    expect(faultsIn('đã đóng')).toEqual(['small letter']);
    expect(faultsIn('Đã đóng'.normalize('NFD'))).toEqual(['not NFC']);
  });
});

describe('a refusal', () => {
  it('takes its kind from the table, and carries its facts', () => {
    const refused = refusal('recommendation.same-proof-again', { round: 2 });
    expect(refused).toBeInstanceOf(Rejection);
    expect({ ...refused }).toEqual({
      name: 'Rejection',
      kind: 'unprocessable',
      code: 'recommendation.same-proof-again',
      facts: { round: 2 },
    });
    expect(refused.message).toBe('recommendation.same-proof-again');
  });

  it('has no facts where there are none', () => {
    expect(refusal('unit.unknown').facts).toEqual({});
  });
});
