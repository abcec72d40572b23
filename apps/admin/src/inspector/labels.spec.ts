import { describe, expect, it } from '@jest/globals';
import type { AnswerType } from '@soat/domain';
import type { Translate } from '../i18n/use-t.js';
import { answerText, numberOf, targetOf } from './labels.js';

const both = (vi: string) => ({ vi, en: vi });
/** The key and the values, so that wording can change without these. */
const t: Translate = (key, ...[values]) => (values ? `${key} ${Object.values(values).join(' ')}` : key);

const ratio: AnswerType = {
  kind: 'ratio',
  numerator: both('đúng hạn'),
  denominator: both('đã trả'),
  isShare: true,
  passWhen: { atLeast: 9950 },
  targetSource: 'Kế hoạch',
  sampleMin: null,
};
const money: AnswerType = {
  kind: 'money',
  amount: both('thực thu'),
  reference: both('theo quy định'),
  passWhen: { aboveReferenceAtMost: 0 },
};

describe('the number of an item', () => {
  it.each([
    ['OSC-07', '7'],
    ['OSC-20a', '20a'],
    ['OSC-25', '25'],
  ])('of %s is %s', (code, number) => expect(numberOf(code)).toBe(number));
});

describe('the target of an item', () => {
  it('is told in percent with the comma of the language', () => {
    expect(targetOf({ answer: ratio }, t, 'vi')).toBe('inspector.target.atLeast 99,5%');
    expect(targetOf({ answer: ratio }, t, 'en')).toBe('inspector.target.atLeast 99.5%');
  });

  it('speaks of no tolerance where there is none', () => {
    expect(targetOf({ answer: money }, t, 'vi')).toBe('inspector.target.notAbove');
    const lenient = { ...money, passWhen: { offReferenceAtMost: 1000 } };
    expect(targetOf({ answer: lenient }, t, 'vi')).toBe('inspector.target.off 1.000\u00a0đ');
    expect(targetOf({ answer: { ...money, passWhen: { offReferenceAtMost: 0 } } }, t, 'vi')).toBe(
      'inspector.target.exact',
    );
  });

  it('is none where the answer says it', () => {
    expect(targetOf({ answer: { kind: 'yesNo', passWhen: true } }, t, 'vi')).toBeNull();
    expect(targetOf({ answer: { kind: 'text' } }, t, 'vi')).toBeNull();
  });
});

describe('an answer in words', () => {
  it('shows the counts and the percentage they make', () => {
    expect(answerText({ kind: 'ratio', numerator: 7, denominator: 12 }, { answer: ratio }, t, 'vi')).toBe(
      '7/12 = 58,3%',
    );
  });
});
