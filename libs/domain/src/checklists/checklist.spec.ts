import { describe, expect, it } from '@jest/globals';
import { dueDayOf } from '../calendar/due-day.js';
import { vietnamCalendar } from '../calendar/vietnam-calendar.js';
import {
  type AnswerType,
  type AnswerValue,
  assess,
  type ChecklistItem,
  countMax,
  daysLateOf,
  differencesOf,
  moneyMax,
  pointOf,
  type Scored,
  score,
  withTargets,
} from './checklist.js';
import { oneStopSpotCheck } from './one-stop-spot-check.js';

const label = { vi: 'số', en: 'number' };
const pass = { outcome: 'pass' };
const fail = { outcome: 'fail' };

function ratio(passWhen: { atMost: number } | { atLeast: number }, isShare = true): AnswerType {
  return {
    kind: 'ratio',
    numerator: label,
    denominator: label,
    isShare,
    passWhen,
    targetSource: 'test',
    sampleMin: null,
  };
}

const yes: AnswerType = { kind: 'yesNo', passWhen: true };
const no: AnswerType = { kind: 'yesNo', passWhen: false };
const none: AnswerType = { kind: 'number', unit: label, passWhen: { atMost: 0 } };
const twice: AnswerType = { kind: 'number', unit: label, passWhen: { atLeast: 2 } };
const above: AnswerType = { kind: 'money', amount: label, reference: label, passWhen: { aboveReferenceAtMost: 0 } };
const near: AnswerType = { kind: 'money', amount: label, reference: label, passWhen: { offReferenceAtMost: 1000 } };
const date: AnswerType = { kind: 'date', on: label, dueOn: label, passWhen: { daysLateAtMost: 0 } };
const posted: AnswerType = { kind: 'date', on: label, dueOn: label, passWhen: { daysEarlyAtMost: 0 } };
const recovered: AnswerType = {
  kind: 'money',
  amount: label,
  reference: label,
  passWhen: { shareOfReferenceAtLeast: 9000 },
};
const threeWay = (apartAtMost: number): AnswerType => ({
  kind: 'reconciliation',
  first: label,
  second: label,
  third: label,
  passWhen: { apartAtMost },
});
const text: AnswerType = { kind: 'text' };
const derived: AnswerType = { kind: 'derived', from: 'earlier-recommendations', passWhen: { atLeast: 10_000 } };

const counts = (numerator: number, denominator: number): AnswerValue => ({ kind: 'ratio', numerator, denominator });
const money = (amount: number, reference: number): AnswerValue => ({ kind: 'money', amount, reference });
const sums = (first: number, second: number, third: number): AnswerValue => ({
  kind: 'reconciliation',
  first,
  second,
  third,
});
const number = (value: number): AnswerValue => ({ kind: 'number', value });
const day = (on: string, dueOn: string): AnswerValue => ({ kind: 'date', on, dueOn });
const earlier = (total: number, implemented: number): AnswerValue => ({ kind: 'derived', total, implemented });

describe('assessing an answer', () => {
  it.each<[string, AnswerType, AnswerValue, object]>([
    ['yes where yes is good', yes, { kind: 'yesNo', yes: true }, pass],
    ['no where yes is good', yes, { kind: 'yesNo', yes: false }, fail],
    ['yes where yes is bad', no, { kind: 'yesNo', yes: true }, fail],
    ['no where yes is bad', no, { kind: 'yesNo', yes: false }, pass],

    ['none', none, number(0), pass],
    ['one too many', none, number(1), fail],
    ['exactly enough', twice, number(2), pass],
    ['one too few', twice, number(1), fail],
    ['half a dossier', none, number(0.5), { code: 'answer.not-an-integer' }],
    ['no number', none, number(Number.NaN), { code: 'answer.not-an-integer' }],
    ['endless', none, number(Number.POSITIVE_INFINITY), { code: 'answer.not-an-integer' }],
    ['less than none', none, number(-1), { code: 'answer.negative' }],
    ['the most that counts', twice, number(countMax), pass],
    ['more than that', twice, number(countMax + 1), { code: 'answer.too-large' }],

    ['95 of 100 for 95%', ratio({ atLeast: 9500 }), counts(95, 100), pass],
    ['949 of 1000 for 95%', ratio({ atLeast: 9500 }), counts(949, 1000), fail],
    ['9499 of 10000 for 95%', ratio({ atLeast: 9500 }), counts(9499, 10_000), fail],
    ['19 of 20 for 95%', ratio({ atLeast: 9500 }), counts(19, 20), pass],
    ['2 of 3 for 66.66%', ratio({ atLeast: 6666 }), counts(2, 3), pass],
    ['2 of 3 for 66.67%', ratio({ atLeast: 6667 }), counts(2, 3), fail],
    ['all but one of a billion for 100%', ratio({ atLeast: 10_000 }), counts(countMax - 1, countMax), fail],
    ['all of a billion for 100%', ratio({ atLeast: 10_000 }), counts(countMax, countMax), pass],
    ['5 of 100 for at most 5%', ratio({ atMost: 500 }), counts(5, 100), pass],
    ['6 of 100 for at most 5%', ratio({ atMost: 500 }), counts(6, 100), fail],
    ['none of some', ratio({ atLeast: 9500 }), counts(0, 10), fail],
    ['nothing to divide by', ratio({ atLeast: 9500 }), counts(0, 0), { code: 'answer.denominator-zero' }],
    ['some of none', ratio({ atLeast: 9500 }), counts(1, 0), { code: 'answer.denominator-zero' }],
    [
      'a part above its whole',
      ratio({ atLeast: 9500 }),
      counts(11, 10),
      { code: 'answer.numerator-above-denominator' },
    ],
    ['spending above the estimate', ratio({ atMost: 10_000 }, false), counts(11, 10), fail],
    ['a broken count', ratio({ atLeast: 9500 }), counts(9.5, 10), { code: 'answer.not-an-integer' }],
    ['a negative count', ratio({ atLeast: 9500 }), counts(-1, 10), { code: 'answer.negative' }],
    ['a negative whole', ratio({ atLeast: 9500 }), counts(1, -10), { code: 'answer.negative' }],
    ['too many', ratio({ atLeast: 9500 }), counts(1, countMax + 1), { code: 'answer.too-large' }],

    ['the fee to the đồng', above, money(50_000, 50_000), pass],
    ['one đồng over', above, money(50_001, 50_000), fail],
    ['one đồng under', above, money(49_999, 50_000), pass],
    ['no money at all', above, money(0, 0), pass],
    ['one đồng where none is due', above, money(1, 0), fail],
    ['the tolerance above', near, money(51_000, 50_000), pass],
    ['one đồng beyond it', near, money(51_001, 50_000), fail],
    ['the tolerance below', near, money(49_000, 50_000), pass],
    ['one đồng below that', near, money(48_999, 50_000), fail],
    ['the most money there is', near, money(moneyMax, moneyMax), pass],
    ['one đồng above the most', near, money(moneyMax + 1, moneyMax), { code: 'answer.too-large' }],
    ['half a đồng', above, money(0.5, 0), { code: 'answer.not-an-integer' }],
    ['negative money', above, money(-1, 0), { code: 'answer.negative' }],

    ['nine tenths recovered', recovered, money(9_000_000_000, 10_000_000_000), pass],
    ['one đồng short of nine tenths', recovered, money(8_999_999_999, 10_000_000_000), fail],
    ['more recovered than owed', recovered, money(2, 1), pass],
    ['nine tenths of the most, to the đồng', recovered, money(899_999_999_999_999, moneyMax), fail],
    ['nothing to recover', recovered, money(0, 0), { code: 'answer.denominator-zero' }],

    ['three that agree', threeWay(0), sums(5, 5, 5), pass],
    ['the first one đồng off', threeWay(0), sums(6, 5, 5), fail],
    ['the second one đồng off', threeWay(0), sums(5, 4, 5), fail],
    ['the third one đồng off', threeWay(0), sums(5, 5, 6), fail],
    ['the tolerance between the two furthest apart', threeWay(1000), sums(50_000, 50_500, 51_000), pass],
    ['one đồng beyond it', threeWay(1000), sums(50_000, 50_500, 51_001), fail],
    ['three times nothing', threeWay(0), sums(0, 0, 0), pass],
    ['three times the most', threeWay(0), sums(moneyMax, moneyMax, moneyMax), pass],
    ['half a đồng in the third', threeWay(0), sums(1, 1, 1.5), { code: 'answer.not-an-integer' }],
    ['less than nothing in the second', threeWay(0), sums(1, -1, 1), { code: 'answer.negative' }],
    ['too much in the first', threeWay(0), sums(moneyMax + 1, 1, 1), { code: 'answer.too-large' }],

    ['taken down on the last day', posted, day('2026-03-31', '2026-03-31'), pass],
    ['taken down a day early', posted, day('2026-03-30', '2026-03-31'), fail],
    ['still posted later', posted, day('2026-05-01', '2026-03-31'), pass],

    ['on the day', date, day('2026-03-31', '2026-03-31'), pass],
    ['a day late', date, day('2026-04-01', '2026-03-31'), fail],
    ['early', date, day('2026-03-01', '2026-03-31'), pass],
    ['no such day', date, day('2026-02-30', '2026-03-31'), { code: 'answer.not-a-date' }],
    ['no such due day', date, day('2026-02-28', '31/3/2026'), { code: 'answer.not-a-date' }],

    ['a description', text, { kind: 'text', text: 'đã xem' }, pass],
    ['a blank', text, { kind: 'text', text: ' \n' }, { code: 'answer.text-empty' }],

    ['all carried out', derived, earlier(3, 3), pass],
    ['one left', derived, earlier(3, 2), fail],
    ['none to carry out', derived, earlier(0, 0), { code: 'answer.denominator-zero' }],
    ['more than there are', derived, earlier(2, 3), { code: 'answer.numerator-above-denominator' }],
  ])('%s', (_, answer, value, expected) => {
    expect(assess({ answer }, value)).toEqual(expected);
  });

  it('refuses every value of another kind', () => {
    const types = [yes, none, ratio({ atLeast: 1 }), above, threeWay(0), date, text, derived];
    const values: readonly AnswerValue[] = [
      { kind: 'yesNo', yes: true },
      number(1),
      counts(1, 1),
      money(1, 1),
      sums(1, 1, 1),
      day('2026-01-01', '2026-01-01'),
      { kind: 'text', text: 'x' },
      earlier(1, 1),
    ];
    for (const answer of types)
      for (const value of values) expect('code' in assess({ answer }, value)).toBe(answer.kind !== value.kind);
  });

  it('agrees with exact fractions for every count up to 60 and every whole percentage', () => {
    const wrong: string[] = [];
    for (let denominator = 1; denominator <= 60; denominator += 1)
      for (let numerator = 0; numerator <= denominator; numerator += 1)
        for (let percent = 0; percent <= 100; percent += 1) {
          const isEnough = BigInt(numerator) * 100n >= BigInt(percent) * BigInt(denominator);
          const judged = assess({ answer: ratio({ atLeast: percent * 100 }) }, counts(numerator, denominator));
          if (('outcome' in judged && judged.outcome === 'pass') !== isEnough)
            wrong.push(`${numerator}/${denominator} ${percent}%`);
        }
    expect(wrong).toEqual([]);
  });
});

describe('what an answer tells besides passing', () => {
  it('is how late it was, in calendar days', () => {
    const late = (on: string) => daysLateOf({ on, dueOn: '2026-03-31' });
    expect([late('2026-03-31'), late('2026-04-02'), late('2026-03-30')]).toEqual([0, 2, -1]);
  });

  it('is how the three sums differ, and how far the two furthest apart do', () => {
    expect(differencesOf({ first: 100, second: 97, third: 105 })).toEqual({
      secondLessFirst: -3,
      thirdLessFirst: 5,
      thirdLessSecond: 8,
      apart: 8,
    });
  });

  it('follows from the day an item counts from: over a weekend in working days, straight on in calendar days', () => {
    const from = label;
    expect(dueDayOf({ from, days: 5, unit: 'working-days' }, '2026-03-05', vietnamCalendar)).toBe('2026-03-12');
    expect(dueDayOf({ from, days: 15, unit: 'calendar-days' }, '2026-03-31', vietnamCalendar)).toBe('2026-04-15');
  });
});

describe('the score', () => {
  const passed: Scored = { status: 'answered', outcome: 'pass' };
  const failed: Scored = { status: 'answered', outcome: 'fail' };
  const notApplicable: Scored = { status: 'not-applicable' };
  const items = oneStopSpotCheck.items;

  it('counts passed over applicable, and the failed by severity', () => {
    const answers = {
      'OSC-01': passed,
      'OSC-02': failed,
      'OSC-04': failed,
      'OSC-16': failed,
      'OSC-17': failed,
      'OSC-20a': notApplicable,
    };
    expect(score(items, answers)).toEqual({
      passed: 1,
      applicable: 5,
      notApplicable: 1,
      unanswered: 20,
      failedBySeverity: { minor: 1, major: 1, critical: 2 },
    });
  });

  it('counts nothing before the first answer, and nothing for items that are not on the list', () => {
    const empty = {
      passed: 0,
      applicable: 0,
      notApplicable: 0,
      unanswered: 26,
      failedBySeverity: { minor: 0, major: 0, critical: 0 },
    };
    expect(score(items, {})).toEqual(empty);
    expect(score(items, { 'OSC-99': failed })).toEqual(empty);
  });

  it('puts every item into exactly one count, for three thousand ways of answering', () => {
    const ways: readonly (Scored | null)[] = [passed, failed, notApplicable, null];
    const broken: number[] = [];
    // A fixed congruential walk instead of chance: the same answers at every run.
    let walk = 7;
    for (let round = 0; round < 3000; round += 1) {
      const answers: Record<string, Scored> = {};
      for (const item of items) {
        walk = (walk * 1_103_515_245 + 12_345) % 2_147_483_648;
        const way = ways[(walk >> 16) % 4];
        if (way) answers[item.code] = way;
      }
      const { failedBySeverity, ...counted } = score(items, answers);
      const failures = failedBySeverity.minor + failedBySeverity.major + failedBySeverity.critical;
      const isWhole =
        counted.passed + failures === counted.applicable &&
        counted.applicable + counted.notApplicable + counted.unanswered === items.length;
      if (!isWhole) broken.push(round);
    }
    expect(broken).toEqual([]);
  });
});

describe('targets set by a plan', () => {
  const onTime = (items: readonly ChecklistItem[]) => items.find((item) => item.code === 'OSC-10');

  it('replace the default and its source, and change nothing else', () => {
    const items = withTargets(oneStopSpotCheck.items, { 'OSC-10': 9900 }, 'Kế hoạch 121/KH-UBND');
    expect(onTime(items)?.answer).toMatchObject({ passWhen: { atLeast: 9900 }, targetSource: 'Kế hoạch 121/KH-UBND' });
    expect(onTime(oneStopSpotCheck.items)?.answer).toMatchObject({ passWhen: { atLeast: 9500 } });
    expect(items.filter((item) => item.code !== 'OSC-10')).toEqual(
      oneStopSpotCheck.items.filter((item) => item.code !== 'OSC-10'),
    );
  });

  it('decide whether the same counts pass', () => {
    const counted = counts(97, 100);
    const [byDefault] = oneStopSpotCheck.items.filter((item) => item.code === 'OSC-10');
    const byPlan = onTime(withTargets(oneStopSpotCheck.items, { 'OSC-10': 9900 }, 'x'));
    if (!byDefault || !byPlan) throw new Error('no OSC-10');
    expect([assess(byDefault, counted), assess(byPlan, counted)]).toEqual([pass, fail]);
  });

  it('are refused for what is no ratio item, and outside 0 to 100%', () => {
    const set = (targets: Record<string, number>) => () => withTargets(oneStopSpotCheck.items, targets, 'x');
    expect(set({ 'OSC-11': 1 })).toThrow('checklist.target-unknown');
    expect(set({ 'OSC-99': 9500 })).toThrow('checklist.target-unknown');
    for (const target of [-1, 10_001, 95.5, Number.NaN])
      expect(set({ 'OSC-10': target })).toThrow('checklist.target-out-of-range');
    for (const target of [0, 10_000]) expect(set({ 'OSC-10': target })).not.toThrow();
  });
});

describe('the point of an item', () => {
  it('is shared by the halves of a split point', () => {
    expect(['OSC-20a', 'OSC-20b', 'OSC-02'].map(pointOf)).toEqual(['OSC-20', 'OSC-20', 'OSC-02']);
  });
});
