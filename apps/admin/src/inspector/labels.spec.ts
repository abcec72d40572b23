import { describe, expect, it } from '@jest/globals';
import type { AnswerType } from '@soat/domain';
import type { Translate } from '../i18n/use-t.js';
import { answerText, differencesIn, numberOf, targetOf } from './labels.js';

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
  it('tells how late a day is', () => {
    const date: AnswerType = { kind: 'date', on: both('ngày'), dueOn: both('hạn'), passWhen: { daysLateAtMost: 0 } };
    const told = (on: string) => answerText({ kind: 'date', on, dueOn: '2026-04-15' }, { answer: date }, t, 'vi');
    expect(told('2026-04-15')).toBe('inspector.answer.dates 15/04/2026 15/04/2026; inspector.answer.onDay');
    expect(told('2026-04-27')).toBe('inspector.answer.dates 27/04/2026 15/04/2026; inspector.answer.late 12');
    expect(told('2026-04-12')).toBe('inspector.answer.dates 12/04/2026 15/04/2026; inspector.answer.early 3');
  });

  it('tells how far three sums lie apart, and which of them differ', () => {
    const three: Extract<AnswerType, { kind: 'reconciliation' }> = {
      kind: 'reconciliation',
      first: both('biên lai'),
      second: both('sổ'),
      third: both('ngân hàng'),
      passWhen: { apartAtMost: 0 },
    };
    const value = { kind: 'reconciliation', first: 1000, second: 1000, third: 999 } as const;
    expect(answerText(value, { answer: three }, t, 'vi')).toBe(
      '1.000\u00a0đ · 1.000\u00a0đ · 999\u00a0đ; inspector.answer.apart 1\u00a0đ',
    );
    expect(differencesIn(value, three, t, 'vi')).toEqual([
      'inspector.answer.below ngân hàng biên lai 1\u00a0đ',
      'inspector.answer.below ngân hàng sổ 1\u00a0đ',
    ]);
    expect(differencesIn({ ...value, third: 1000 }, three, t, 'vi')).toEqual([]);
  });

  it('shows the counts and the percentage they make', () => {
    expect(answerText({ kind: 'ratio', numerator: 7, denominator: 12 }, { answer: ratio }, t, 'vi')).toBe(
      '7/12 = 58,3%',
    );
  });
});
