import { describe, expect, it } from '@jest/globals';
import type { Message } from '../kernel/decider.js';
import type { RecordedFacts } from '../kernel/recorded.js';
import { issued, items, recorded, townId, wardId } from '../testing/fixtures.js';
import { foundOn, started } from '../testing/inspection-histories.js';
import { implemented, notImplemented } from '../testing/recommendation-histories.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import type { DomainEvents } from './catalogue.js';
import { type Recurring, recurrenceOf } from './recurrence.js';
import { matrixCells, repeatMatrix } from './repeat-matrix.view.js';

describe('how a finding stands to earlier ones', () => {
  const before = (part: Partial<Recurring> = {}): Recurring => ({
    findingId: 'f-1',
    unitId: wardId,
    itemCode: 'OSC-03',
    place: 'Một cửa',
    foundOn: '2023-05-09',
    closedOn: '2023-06-01',
    ...part,
  });
  const now = (part: Partial<Recurring> = {}) => before({ findingId: 'f-9', foundOn: '2024-05-09', ...part });

  it.each<[string, Partial<Recurring>, Partial<Recurring>, string]>([
    ['closed within 24 months', {}, {}, 'repeat f-1'],
    ['on the last day of them', {}, { foundOn: '2025-06-01' }, 'repeat f-1'],
    ['on the day after', {}, { foundOn: '2025-06-02' }, 'first null'],
    ['closed on a leap day', { closedOn: '2024-02-29' }, { foundOn: '2026-02-28' }, 'repeat f-1'],
    ['two years and a day after a leap day', { closedOn: '2024-02-29' }, { foundOn: '2026-03-01' }, 'first null'],
    ['closed on the very day', { closedOn: '2024-05-09' }, {}, 'repeat f-1'],
    ['still open', { closedOn: null }, {}, 'persisting f-1'],
    ['still open after many years', { closedOn: null }, { foundOn: '2030-01-01' }, 'persisting f-1'],
    ['closed only later', { closedOn: '2024-06-01' }, {}, 'persisting f-1'],
    ['on another item', { itemCode: 'OSC-04' }, {}, 'first null'],
    ['outside the checklist', { itemCode: null }, { itemCode: null }, 'first null'],
    ['at another place', { place: 'Kho' }, {}, 'first null'],
    ['at the same place in other letters', { place: '  MỘT  CỬA' }, {}, 'repeat f-1'],
    ['where no place is recorded', { place: null }, {}, 'repeat f-1'],
    ['found afterwards', { foundOn: '2024-06-01', closedOn: null }, {}, 'first null'],
    ['of a merged unit at the same place', { unitId: townId }, {}, 'repeat f-1'],
    ['of a merged unit at another place', { unitId: townId, place: 'Kho' }, {}, 'inherited f-1'],
    ['of a merged unit at no recorded place', { unitId: townId, place: null }, {}, 'inherited f-1'],
    ['open, of a merged unit at another place', { unitId: townId, place: 'Kho', closedOn: null }, {}, 'inherited f-1'],
    ['long closed, of a merged unit', { unitId: townId, place: 'Kho', closedOn: '2020-01-01' }, {}, 'first null'],
  ])('%s', (_, earlier, later, expected) => {
    const { recurrence, of } = recurrenceOf(now(later), [before(earlier)]);
    expect(`${recurrence} ${of}`).toBe(expected);
  });

  it('goes back to the latest that counts, an open one before a closed one', () => {
    const all = [
      before({ findingId: 'f-1', closedOn: null }),
      before({ findingId: 'f-2' }),
      before({ findingId: 'f-3', unitId: townId, place: 'Kho' }),
    ];
    expect(recurrenceOf(now(), all)).toEqual({ recurrence: 'persisting', of: 'f-1' });
    expect(recurrenceOf(now(), all.slice(1))).toEqual({ recurrence: 'repeat', of: 'f-2' });
    expect(recurrenceOf(now(), all.slice(2))).toEqual({ recurrence: 'inherited', of: 'f-3' });
    expect(recurrenceOf(now(), [])).toEqual({ recurrence: 'first', of: null });
  });
});

describe('the repeat matrix', () => {
  type Line = readonly [stream: RecordedFacts['stream'], event: Message<DomainEvents>, facts?: Partial<RecordedFacts>];
  const at = (day: string) => ({ occurredAt: `${day}T02:00:00.000Z`, recordedAt: `${day}T02:00:00.000Z` });
  const check = (id: string) => ({ category: 'inspection', id }) as const;
  const told = (id: string) => ({ category: 'recommendation', id }) as const;
  const established: Line = [
    { category: 'unit', id: wardId },
    {
      type: 'UnitEstablished',
      data: {
        id: wardId,
        name: 'UBND phường 1',
        code: '31783',
        kind: 'ward',
        parentId: townId,
        basis: null,
        validFrom: '2011-08-25',
      },
    },
  ];
  const go = (id: string, day: string): Line => [check(id), started, at(day)];
  const find = (id: string, findingId: string, day: string, place: string | null = null): Line => [
    check(id),
    foundOn(items.posted, findingId, { place }),
    at(day),
  ];
  const tell = (id: string, findingId: string, day: string): Line => {
    const [finding] = issued.findings;
    if (!finding) throw new Error('nothing was found');
    return [
      told(id),
      { type: 'RecommendationIssued', data: { ...issued, findings: [{ ...finding, findingId }] } },
      at(day),
    ];
  };
  const settle = (id: string, event: Message<DomainEvents>, day: string): Line => [told(id), event, at(day)];
  const rowAfter = (...lines: readonly Line[]) => rowOf(repeatMatrix, wardId, recorded(established, ...lines));
  const marks = (...lines: readonly Line[]) =>
    rowAfter(...lines).findings.map(({ findingId, recurrence, closedOn }) => `${findingId} ${recurrence} ${closedOn}`);

  it('is empty of a unit that nobody inspected', () => {
    expect(rowAfter()).toEqual({
      unitId: wardId,
      unitName: 'UBND phường 1',
      unitCode: '31783',
      inspections: [],
      findings: [],
    });
    expect(rowsOf(repeatMatrix, recorded(go('i-1', '2023-05-09'))).size).toBe(0);
  });

  it('marks a repeat after the remedy, and what was never remedied as persisting', () => {
    const first = [
      go('i-1', '2023-05-09'),
      find('i-1', 'f-1', '2023-05-09'),
      tell('r-1', 'f-1', '2023-05-09'),
    ] as const;
    const again = [go('i-2', '2024-05-09'), find('i-2', 'f-2', '2024-05-09')] as const;
    expect(marks(...first, ...again)).toEqual(['f-1 first null', 'f-2 persisting null']);
    expect(marks(...first, settle('r-1', implemented, '2023-06-01'), ...again)).toEqual([
      'f-1 first 2023-06-01',
      'f-2 repeat null',
    ]);
    expect(marks(...first, settle('r-1', notImplemented, '2023-06-01'), ...again)).toEqual([
      'f-1 first null',
      'f-2 persisting null',
    ]);
  });

  it('takes a finding as closed with the last of its recommendations', () => {
    const twice = [
      find('i-1', 'f-1', '2023-05-09'),
      tell('r-1', 'f-1', '2023-05-09'),
      tell('r-2', 'f-1', '2023-05-09'),
      settle('r-1', implemented, '2023-06-01'),
    ] as const;
    expect(marks(...twice)).toEqual(['f-1 first null']);
    expect(marks(...twice, settle('r-2', implemented, '2023-07-01'))).toEqual(['f-1 first 2023-07-01']);
    expect(marks(...twice, settle('r-2', notImplemented, '2023-07-01'))).toEqual(['f-1 first null']);
    expect(marks(...twice, settle('r-9', implemented, '2023-07-01'))).toEqual(['f-1 first null']);
  });

  it('takes what was corrected on site as closed that day, and a recommendation on it as open again', () => {
    const corrected: Line = [
      check('i-1'),
      {
        type: 'FindingCorrectedOnSite',
        data: { findingId: 'f-1', note: 'Đã niêm yết', before: [], after: [], recordedBy: 'nam' },
      },
      at('2023-05-09'),
    ];
    const lines = [find('i-1', 'f-1', '2023-05-09'), corrected] as const;
    expect(marks(...lines)).toEqual(['f-1 first 2023-05-09']);
    expect(marks(...lines, find('i-2', 'f-2', '2024-01-01'))).toContain('f-2 repeat null');
  });

  it('compares with other inspections, never within one', () => {
    expect(marks(find('i-1', 'f-1', '2023-05-09', 'Kho'), find('i-1', 'f-2', '2023-05-09', 'Kho'))).toEqual([
      'f-1 first null',
      'f-2 first null',
    ]);
  });

  it('forgets what was discarded, and the whole of a cancelled inspection', () => {
    const discarded: Line = [
      check('i-1'),
      {
        type: 'FindingDiscarded',
        data: {
          findingId: 'f-1',
          number: 'TT-01',
          severity: 'minor',
          isCorrectedOnSite: false,
          reason: 'Nhầm',
          discardedBy: 'hai',
        },
      },
    ];
    const cancelled: Line = [check('i-1'), { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } }];
    const lines = [go('i-1', '2023-05-09'), find('i-1', 'f-1', '2023-05-09')] as const;
    expect(marks(...lines, discarded)).toEqual([]);
    expect(rowAfter(...lines, cancelled)).toMatchObject({ inspections: [], findings: [] });
  });

  it('leaves out findings outside the checklist, and takes the unit’s new name', () => {
    const outside: Line = [check('i-1'), foundOn(items.posted, 'f-1', { itemCode: null }), at('2023-05-09')];
    const renamed: Line = [
      { category: 'unit', id: wardId },
      {
        type: 'UnitRenamed',
        data: {
          name: 'UBND phường Vĩnh Châu',
          previousName: 'UBND phường 1',
          basis: { number: '1', signedOn: '2025-06-16' },
          validFrom: '2025-07-01',
        },
      },
    ];
    expect(rowAfter(outside, renamed)).toMatchObject({ unitName: 'UBND phường Vĩnh Châu', findings: [] });
  });

  it('has its columns in the order of the days on site', () => {
    expect(rowAfter(go('i-2', '2024-05-09'), go('i-1', '2023-05-09')).inspections).toEqual([
      { inspectionId: 'i-1', on: '2023-05-09' },
      { inspectionId: 'i-2', on: '2024-05-09' },
    ]);
  });

  it('is read item by item, the repeated ones first', () => {
    const row = rowAfter(
      [check('i-1'), foundOn(items.photographed, 'f-0'), at('2023-05-09')],
      [check('i-1'), foundOn(items.overcharged, 'f-1'), at('2023-05-09')],
      [check('i-2'), foundOn(items.overcharged, 'f-2'), at('2024-05-09')],
    );
    expect(
      matrixCells(row).map(({ itemCode, findings, repeats, persisting, isOpen }) => [
        itemCode,
        findings.length,
        repeats,
        persisting,
        isOpen,
      ]),
    ).toEqual([
      ['OSC-16', 2, 0, 1, true],
      ['OSC-04', 1, 0, 0, true],
    ]);
  });
});
