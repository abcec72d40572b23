import { describe, expect, it } from '@jest/globals';
import { budgetDisclosureCheck } from './budget-disclosure-check.js';
import { assess, type ChecklistEdition, type ChecklistItem, pointOf, type Text } from './checklist.js';
import { contributionsAudit } from './contributions-audit.js';
import { checklistEditions, editionInForce, findEdition } from './index.js';
import { oneStopSpotCheck } from './one-stop-spot-check.js';

const seeds = [oneStopSpotCheck, budgetDisclosureCheck, contributionsAudit];
const named = seeds.map((edition) => [edition.code, edition] as const);
const everyItem = seeds.flatMap(({ items }) => items.map((item) => [item.code, item] as const));

function codes(edition: ChecklistEdition, keep: (item: ChecklistItem) => boolean): readonly string[] {
  return edition.items
    .filter(keep)
    .map((item) => item.code)
    .sort();
}

function itemOf(edition: ChecklistEdition, code: string): ChecklistItem {
  const item = edition.items.find((candidate) => candidate.code === code);
  if (!item) throw new Error(`no item ${code}`);
  return item;
}

/** Every text anywhere in a value, with the path to it. */
function textsIn(value: unknown, path: string): readonly (readonly [string, Text])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isText(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

function isText(value: object): value is Text {
  return 'vi' in value || 'en' in value;
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe('the seed checklists', () => {
  it('have 25, 24 and 23 numbered points, without a gap, and 26, 25 and 23 items', () => {
    const points = seeds.map(({ code, items }) => {
      const numbered = [...new Set(items.map((item) => pointOf(item.code)))].sort();
      expect(numbered).toEqual(numbered.map((_, index) => `${code}-${String(index + 1).padStart(2, '0')}`));
      expect(new Set(items.map((item) => item.code)).size).toBe(items.length);
      return [numbered.length, items.length];
    });
    expect(points).toEqual([
      [25, 26],
      [24, 25],
      [23, 23],
    ]);
  });

  it.each(named)(
    '%s is complete in both languages, in NFC, without stray spaces or control characters',
    (_, edition) => {
      const texts = textsIn(edition, edition.code);
      expect(texts.length).toBeGreaterThan(250);
      const incomplete = texts.filter(([, text]) => !text.vi || !text.en || text.vi === text.en || text.vi.length < 2);
      expect(incomplete).toEqual([]);
      const untidy = stringsIn(edition).filter(
        (text) => text !== text.normalize('NFC') || text !== text.trim() || / {2}|[\p{Cc}\p{Cf}\p{Cs}]/u.test(text),
      );
      expect(untidy).toEqual([]);
    },
  );

  it.each(everyItem)('%s has all that one tap needs', (_, item) => {
    expect(item.question.vi).toMatch(/\?$/);
    expect(item.question.en).toMatch(/\?$/);
    expect(item.question.vi.length).toBeGreaterThan(40);
    expect(item.phrases.length).toBeGreaterThanOrEqual(3);
    expect(item.phrases.length).toBeLessThanOrEqual(5);
    expect(new Set(item.phrases.map((phrase) => phrase.vi)).size).toBe(item.phrases.length);
    expect(item.verificationPoints.length).toBeGreaterThanOrEqual(2);
    expect(item.remedy.vi.length).toBeGreaterThan(30);
    expect(item.indices.length).toBeGreaterThan(0);
    expect(item.basis.length).toBeGreaterThan(0);
    expect(item.evidence.kinds.length).toBeGreaterThan(0);
  });

  it.each(named)('%s puts every item into a section of its own, section by section', (_, { items, sections }) => {
    const order = items.map((item) => item.section);
    expect(order).toEqual([...order].sort());
    expect([...new Set(order)]).toEqual(sections.map((section) => section.code));
  });

  it.each(named)('%s ends with what became of the last check', (_, edition) => {
    expect(edition.items.at(-1)).toMatchObject({ severity: 'critical', answer: { kind: 'derived' } });
  });
});

describe('the budget disclosure check', () => {
  const ofKind = (kind: string) => codes(budgetDisclosureCheck, ({ answer }) => answer.kind === kind);

  it('has the answer kinds, severities and evidence rules of the points table', () => {
    expect(ofKind('date')).toEqual(['01', '02', '03', '04', '05', '06', '07', '11'].map((number) => `CBD-${number}`));
    expect(ofKind('reconciliation')).toEqual(['CBD-15']);
    expect(ofKind('money')).toEqual(['CBD-16', 'CBD-17', 'CBD-20b']);
    expect(ofKind('ratio')).toEqual(['CBD-20a']);
    expect(codes(budgetDisclosureCheck, (item) => item.severity === 'critical')).toEqual(
      ['15', '16', '17', '24'].map((number) => `CBD-${number}`),
    );
    expect(codes(budgetDisclosureCheck, (item) => item.severity === 'minor')).toEqual(
      ['09', '12', '13', '14', '22', '23'].map((number) => `CBD-${number}`),
    );
    expect(codes(budgetDisclosureCheck, (item) => item.evidence.requiredWhen === 'always')).toEqual([
      'CBD-11',
      'CBD-12',
    ]);
  });

  it('counts the due days of its decree: 5 working days, 30 days, 15 days after the period', () => {
    const due = budgetDisclosureCheck.items.flatMap(({ code, answer }) =>
      answer.kind === 'date'
        ? [[code, answer.dueAfter ? `${answer.dueAfter.days} ${answer.dueAfter.unit}` : null]]
        : [],
    );
    expect(Object.fromEntries(due)).toEqual({
      'CBD-01': '5 working-days',
      'CBD-02': '30 calendar-days',
      'CBD-03': '15 calendar-days',
      'CBD-04': '15 calendar-days',
      'CBD-05': '15 calendar-days',
      'CBD-06': null,
      'CBD-07': '30 calendar-days',
      'CBD-11': '30 calendar-days',
    });
  });

  it('fails a single đồng between disclosure, resolution and Treasury', () => {
    const judged = (third: number) =>
      assess(itemOf(budgetDisclosureCheck, 'CBD-15'), {
        kind: 'reconciliation',
        first: 8_450_000_000,
        second: 8_450_000_000,
        third,
      });
    expect(judged(8_450_000_000)).toEqual({ outcome: 'pass' });
    expect(judged(8_450_000_001)).toEqual({ outcome: 'fail' });
    expect(judged(8_449_999_999)).toEqual({ outcome: 'fail' });
  });

  it('lets a posting come down on its last day, and not the day before', () => {
    const judged = (on: string) =>
      assess(itemOf(budgetDisclosureCheck, 'CBD-11'), { kind: 'date', on, dueOn: '2026-02-14' });
    expect(judged('2026-02-14')).toEqual({ outcome: 'pass' });
    expect(judged('2026-03-14')).toEqual({ outcome: 'pass' });
    expect(judged('2026-02-13')).toEqual({ outcome: 'fail' });
  });

  it('takes 90% of the recommendations by count and by money', () => {
    expect(assess(itemOf(budgetDisclosureCheck, 'CBD-20a'), { kind: 'ratio', numerator: 9, denominator: 10 })).toEqual({
      outcome: 'pass',
    });
    const byMoney = (amount: number) =>
      assess(itemOf(budgetDisclosureCheck, 'CBD-20b'), { kind: 'money', amount, reference: 10_000_000_000 });
    expect(byMoney(9_000_000_000)).toEqual({ outcome: 'pass' });
    expect(byMoney(8_999_999_999)).toEqual({ outcome: 'fail' });
  });
});

describe('the contributions audit', () => {
  const ofKind = (kind: string) => codes(contributionsAudit, ({ answer }) => answer.kind === kind);

  it('has the answer kinds, severities and evidence rules of the points table', () => {
    expect(ofKind('ratio')).toEqual(['VCA-03', 'VCA-07', 'VCA-08', 'VCA-14', 'VCA-22']);
    expect(ofKind('number')).toEqual(['VCA-06', 'VCA-11', 'VCA-18']);
    expect(ofKind('money')).toEqual(['VCA-12', 'VCA-13', 'VCA-19']);
    expect(ofKind('reconciliation')).toEqual(['VCA-10']);
    expect(codes(contributionsAudit, (item) => item.severity === 'critical')).toEqual(
      ['02', '03', '04', '05', '10', '13', '22', '23'].map((number) => `VCA-${number}`),
    );
    expect(codes(contributionsAudit, (item) => item.severity === 'minor')).toEqual(
      ['12', '15', '20', '21'].map((number) => `VCA-${number}`),
    );
    expect(codes(contributionsAudit, (item) => item.evidence.requiredWhen === 'always')).toEqual([
      'VCA-01',
      'VCA-17',
      'VCA-18',
    ]);
  });

  it('fails a yes to a fixed minimum, and exactly half of the households in favour', () => {
    expect(assess(itemOf(contributionsAudit, 'VCA-04'), { kind: 'yesNo', yes: true })).toEqual({ outcome: 'fail' });
    const inFavour = (numerator: number) =>
      assess(itemOf(contributionsAudit, 'VCA-03'), { kind: 'ratio', numerator, denominator: 120 });
    expect(inFavour(60)).toEqual({ outcome: 'fail' });
    expect(inFavour(61)).toEqual({ outcome: 'pass' });
  });

  it('fails below 80% of households that say it was voluntary', () => {
    const voluntary = (numerator: number) =>
      assess(itemOf(contributionsAudit, 'VCA-22'), { kind: 'ratio', numerator, denominator: 10 });
    expect([voluntary(8), voluntary(7)]).toEqual([{ outcome: 'pass' }, { outcome: 'fail' }]);
  });
});

describe('the list', () => {
  it('holds the three kinds, each in force today', () => {
    expect(checklistEditions).toEqual(seeds);
    for (const edition of seeds) {
      expect(editionInForce(edition.kind, '2026-11-21')).toBe(edition);
      expect(findEdition(edition.kind, 1)).toBe(edition);
    }
  });

  it('takes a fourth kind as one more line', () => {
    const fourth = {
      ...contributionsAudit,
      kind: 'school-fees-check',
      code: 'SFC',
      items: contributionsAudit.items.map((item) => ({ ...item, code: item.code.replace('VCA', 'SFC') })),
    };
    const list = [...checklistEditions, fourth];
    expect(editionInForce(fourth.kind, '2026-11-21', list)).toBe(fourth);
    expect(editionInForce('contributions-audit', '2026-11-21', list)).toBe(contributionsAudit);
  });
});
