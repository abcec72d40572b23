import { describe, expect, it } from '@jest/globals';
import {
  amountMax,
  freeText,
  instant,
  type Kind,
  legalDate,
  listOf,
  measure,
  money,
  moneyDifference,
  oneLine,
  oneOf,
  reasonsFor,
  uuid,
  wholeNumber,
  yesNo,
} from './kinds.js';

const codes = (kind: Kind, value: unknown) => reasonsFor(kind, value).map((reason) => reason.code);

describe('one line', () => {
  const title = oneLine({ max: 20 });

  it.each(['Kiểm tra', '<script>', "'; drop table", '=HYPERLINK("x")', 'a', '{{7*7}}'])('takes %j', (text) => {
    expect(codes(title, text)).toEqual([]);
  });

  it('counts code points', () => {
    expect(codes(oneLine({ max: 3 }), '😀😀😀')).toEqual([]);
    expect(codes(oneLine({ max: 3 }), '😀😀😀😀')).toEqual(['too-long']);
    expect(codes(oneLine({ max: 9, min: 3 }), '😀😀')).toEqual(['too-short']);
  });

  it.each(['', '   ', '\u00a0', '\u200b\u200d', '\u3164', '\u2800', '\ufeff'])('sees that %j shows nothing', (text) => {
    expect(codes(title, text)).toEqual(['blank']);
  });

  it.each([
    'a\u202eb',
    'a\u2066b',
    'a\nb',
    'a\rb',
    'a\tb',
    '\u001b[31mred',
    'a\u0085b',
    'a\u2028b',
    'a\u0000',
    '\ud800',
    '\ufffe',
  ])('refuses the characters of %j', (text) => {
    expect(codes(title, text)).toEqual(['forbidden-character']);
  });

  it('refuses stacked marks, not Vietnamese', () => {
    expect(codes(title, `a${'\u0301'.repeat(9)}`)).toEqual(['too-many-marks']);
    expect(codes(title, `a${'\u0301'.repeat(8)}`)).toEqual([]);
    expect(codes(title, 'Ệ'.normalize('NFD'))).toEqual([]);
  });

  it.each([[null], [undefined]])('wants %j to be given', (value) => {
    expect(codes(title, value)).toEqual(['required']);
  });

  it.each([1, true, {}, []])('takes no %j for text', (value) => {
    expect(codes(title, value)).toEqual(['wrong-type']);
  });
});

describe('free text', () => {
  const note = freeText({ max: 100 });

  it('takes lines, tabs and any direction', () => {
    expect(codes(note, 'một\n\thai \u202ea')).toEqual([]);
  });

  it.each(['a\rb', 'a\u0007', 'a\u001bb', 'a\u0000b'])('refuses the control characters of %j', (text) => {
    expect(codes(note, text)).toEqual(['forbidden-character']);
  });
});

describe('dates', () => {
  it.each(['2026-11-21', '2024-02-29', '1900-01-01', '2100-12-31'])('takes %s', (day) => {
    expect(codes(legalDate, day)).toEqual([]);
  });

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-W05-1', '20260131', '31/01/2026', '2026-1-1', '2026-00-10'])(
    'knows no %s',
    (day) => {
      expect(codes(legalDate, day)).toEqual(['invalid-date']);
    },
  );

  it.each(['0000-01-01', '+300000-01-01', '2569-01-01', '1899-12-31'])('%s is out of range', (day) => {
    expect(codes(legalDate, day)).toEqual(['date-out-of-range']);
  });

  it('takes one way of writing an instant', () => {
    expect(codes(instant, '2026-11-21T03:04:05.678Z')).toEqual([]);
    expect(codes(instant, '2026-11-21T23:59:59.999Z')).toEqual([]);
  });

  it.each([
    '2026-11-21T03:04:05+25:00',
    '2026-11-21T03:04:05.678',
    '2026-11-21T03:04:05Z',
    '2026-11-21T24:00:00.000Z',
    '2026-11-21T23:59:60.000Z',
    '2026-02-30T00:00:00.000Z',
    '2026-11-21 03:04:05.678Z',
    '2026-11-21T03:04:05.678ZT',
    '1763694245678',
  ])('takes no %s', (text) => {
    expect(codes(instant, text)).toEqual(['invalid-datetime']);
  });

  it('has the same years for instants', () => {
    expect(codes(instant, '2569-01-01T00:00:00.000Z')).toEqual(['date-out-of-range']);
  });
});

describe('numbers', () => {
  it('takes whole đồng', () => {
    expect(codes(money, 0)).toEqual([]);
    expect(codes(money, amountMax)).toEqual([]);
    expect(codes(money, amountMax + 1)).toEqual(['amount-out-of-range']);
    expect(codes(money, -1)).toEqual(['negative-amount']);
    expect(codes(money, -0)).toEqual(['invalid-number']);
    expect(codes(money, 0.005)).toEqual(['invalid-amount']);
    for (const text of ['1250000', '1,250,000', '1.250.000', '١٢', '1e6', ' 1', '+1'])
      expect(codes(money, text)).toEqual(['wrong-type']);
  });

  it('lets a difference be negative', () => {
    expect(codes(moneyDifference, -amountMax)).toEqual([]);
    expect(codes(moneyDifference, -amountMax - 1)).toEqual(['amount-out-of-range']);
  });

  it('keeps whole numbers whole and within bounds', () => {
    const days = wholeNumber({ min: 1, max: 90 });
    expect(codes(days, 1)).toEqual([]);
    expect(codes(days, 0)).toEqual(['out-of-range']);
    expect(codes(days, 91)).toEqual(['out-of-range']);
    expect(codes(days, 1.5)).toEqual(['wrong-type']);
    expect(codes(days, '1')).toEqual(['wrong-type']);
    expect(codes(wholeNumber({ min: 0, max: 1 }), -0)).toEqual(['invalid-number']);
    expect(codes(measure({ min: 0, max: 1 }), 0.25)).toEqual([]);
  });

  it('reads a query parameter only in one form', () => {
    const limit = wholeNumber({ min: 1, max: 200 });
    expect(limit.fromText?.('50')).toBe(50);
    for (const text of ['050', '+5', ' 5', '5.0', '5e1', '0x5', '-0', ''])
      expect(codes(limit, limit.fromText?.(text))).toEqual(['wrong-type']);
  });
});

describe('the rest', () => {
  it('coerces nothing into yes or no', () => {
    expect(codes(yesNo, false)).toEqual([]);
    for (const value of ['true', 1, 0]) expect(codes(yesNo, value)).toEqual(['wrong-type']);
  });

  it('takes one form of a UUID, in either case', () => {
    expect(codes(uuid, '019AA000-0000-7000-8000-000000000001')).toEqual([]);
    expect(uuid.canonical?.('019AA000-0000-7000-8000-000000000001')).toBe('019aa000-0000-7000-8000-000000000001');
    for (const text of ['{019aa000-0000-7000-8000-000000000001}', '019aa00000007000800000000000000a', 'abc', ''])
      expect(codes(uuid, text)).toEqual(['invalid-id']);
  });

  it('offers words', () => {
    const severity = oneOf(['minor', 'major']);
    expect(codes(severity, 'minor')).toEqual([]);
    expect(codes(severity, 'toString')).toEqual(['not-offered']);
    expect(reasonsFor(severity, 'x')[0]?.facts).toEqual({ offered: 'minor, major' });
  });

  it('names the item of a list', () => {
    const names = listOf(oneLine({ max: 5 }), { max: 3, min: 1, isDistinct: true });
    expect(codes(names, ['a', 'b'])).toEqual([]);
    expect(codes(names, [])).toEqual(['too-few-items']);
    expect(codes(names, ['a', 'b', 'c', 'd'])).toEqual(['too-many-items']);
    expect(codes(names, { 0: 'a', length: 1 })).toEqual(['wrong-type']);
    expect(reasonsFor(names, ['a', null, 'a'])).toEqual([
      { code: 'required', at: [1] },
      { code: 'repeated-item', at: [2] },
    ]);
  });
});
