import { describe, expect, it } from '@jest/globals';
import { assess, type ChecklistItem } from './checklist.js';
import { checklistEditions, editionInForce, findEdition } from './index.js';
import { oneStopSpotCheck } from './one-stop-spot-check.js';

const { items } = oneStopSpotCheck;

function itemOf(code: string): ChecklistItem {
  const item = items.find((candidate) => candidate.code === code);
  if (!item) throw new Error(`no item ${code}`);
  return item;
}

describe('the one-stop spot check', () => {
  it('has the answer kinds, severities and evidence rules of the points table', () => {
    const codes = (keep: (item: ChecklistItem) => boolean) =>
      items
        .filter(keep)
        .map((item) => item.code)
        .sort();
    expect(codes((item) => item.severity === 'critical')).toEqual(['OSC-14', 'OSC-16', 'OSC-17', 'OSC-25']);
    expect(codes((item) => item.severity === 'minor')).toEqual([
      'OSC-04',
      'OSC-05',
      'OSC-06',
      'OSC-07',
      'OSC-09',
      'OSC-19',
      'OSC-20a',
      'OSC-20b',
      'OSC-22',
      'OSC-24',
    ]);
    expect(codes((item) => item.answer.kind === 'ratio')).toEqual([
      'OSC-01',
      'OSC-08',
      'OSC-10',
      'OSC-12',
      'OSC-14',
      'OSC-15',
      'OSC-18',
      'OSC-19',
      'OSC-20a',
      'OSC-20b',
      'OSC-21',
      'OSC-23',
      'OSC-24',
    ]);
    expect(codes((item) => item.evidence.requiredWhen === 'always')).toEqual([
      'OSC-03',
      'OSC-04',
      'OSC-05',
      'OSC-06',
      'OSC-07',
      'OSC-22',
    ]);
    expect(codes((item) => item.evidence.requiredWhen === 'always' && !item.evidence.kinds.includes('photo'))).toEqual(
      [],
    );
    expect(codes((item) => item.answer.kind === 'number')).toEqual(['OSC-11']);
    expect(codes((item) => item.answer.kind === 'money')).toEqual(['OSC-17']);
    expect(codes((item) => item.answer.kind === 'derived')).toEqual(['OSC-25']);
  });

  it('fails a yes to OSC-16, and the first đồng of OSC-17', () => {
    expect(assess(itemOf('OSC-16'), { kind: 'yesNo', yes: true })).toEqual({ outcome: 'fail' });
    expect(assess(itemOf('OSC-16'), { kind: 'yesNo', yes: false })).toEqual({ outcome: 'pass' });
    expect(assess(itemOf('OSC-17'), { kind: 'money', amount: 30_000, reference: 30_000 })).toEqual({ outcome: 'pass' });
    expect(assess(itemOf('OSC-17'), { kind: 'money', amount: 30_001, reference: 30_000 })).toEqual({ outcome: 'fail' });
  });

  it('fails a single hidden dossier in OSC-14', () => {
    expect(assess(itemOf('OSC-14'), { kind: 'ratio', numerator: 199, denominator: 200 })).toEqual({ outcome: 'fail' });
    expect(assess(itemOf('OSC-14'), { kind: 'ratio', numerator: 200, denominator: 200 })).toEqual({ outcome: 'pass' });
  });

  it('has the plans’ targets: 95% on time, 90% satisfied, all the others in full or a proposal', () => {
    const targets = Object.fromEntries(
      items.flatMap((item) =>
        item.answer.kind === 'ratio' && 'atLeast' in item.answer.passWhen
          ? [[item.code, item.answer.passWhen.atLeast]]
          : [],
      ),
    );
    const { 'OSC-10': onTime, 'OSC-21': satisfied, 'OSC-20a': online, 'OSC-20b': paid, ...others } = targets;
    expect({ onTime, satisfied, online, paid }).toEqual({ onTime: 9500, satisfied: 9000, online: 5000, paid: 5000 });
    expect(new Set(Object.values(others))).toEqual(new Set([10_000]));
  });
});

describe('the editions', () => {
  it('are found by kind and number', () => {
    expect(findEdition('one-stop-spot-check', 1)).toBe(oneStopSpotCheck);
    expect(findEdition('one-stop-spot-check', 2)).toBeNull();
    expect(findEdition('school-fees-check', 1)).toBeNull();
  });

  it('have one number each within their kind', () => {
    const numbers = checklistEditions.map(({ kind, edition }) => `${kind}/${edition}`);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('are in force from their first to their last day, the later one where two overlap', () => {
    const second = { ...oneStopSpotCheck, edition: 2, validFrom: '2026-07-01', validTo: '2026-12-31' };
    const editionOn = (on: string) =>
      editionInForce('one-stop-spot-check', on, [second, oneStopSpotCheck])?.edition ?? null;
    expect(['2020-12-31', '2021-01-01', '2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01'].map(editionOn)).toEqual(
      [null, 1, 1, 2, 2, 1],
    );
    expect(editionInForce('one-stop-spot-check', '2026-11-21')).toBe(oneStopSpotCheck);
  });
});
