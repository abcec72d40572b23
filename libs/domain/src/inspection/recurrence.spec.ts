import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { inspectionId, recorded, recommendationId, streams, wardId } from '../testing/fixtures.js';
import { followUpStarted, oneFoundSigned, settled } from '../testing/inspection-histories.js';
import { after, ask, ended } from '../testing/long-path-histories.js';
import { rowOf } from '../testing/rows.js';
import { earlierFindings, earlierFindingsFor } from './earlier-findings.view.js';
import { inspection } from './inspection.js';
import { type EarlierFinding, recurrencesOf } from './recurrence.js';

const state = fold(inspection, ended);
const [found] = state.status === 'absent' ? [] : state.file.findings;
if (!found) throw new Error('there is no finding');

const earlier: EarlierFinding = {
  inspectionId: 'i-0',
  inspectionNumber: '02/QĐ-PNV',
  findingId: 'finding-0',
  number: 'TT-03',
  itemCode: found.itemCode,
  place: null,
  closedOn: '2022-01-31',
  isThroughMerger: false,
};

const kinds = (part: Partial<EarlierFinding>, on = '2023-05-09', place: string | null = null) =>
  recurrencesOf([{ ...found, place }], [{ ...earlier, ...part }], on).map(({ kind }) => kind);

describe('a finding that came before', () => {
  it.each<[string, Partial<EarlierFinding>, string, readonly string[]]>([
    ['closed lately', {}, '2023-05-09', ['repeat']],
    ['closed 24 months ago to the day', {}, '2024-01-31', ['repeat']],
    ['closed a day longer ago', {}, '2024-02-01', []],
    ['closed at the end of a longer month', { closedOn: '2022-02-28' }, '2024-02-28', ['repeat']],
    ['still open', { closedOn: null }, '2030-01-01', ['persisting']],
    ['of another item', { itemCode: 'X' }, '2023-05-09', []],
    ['outside the checklist', { itemCode: null }, '2023-05-09', []],
  ])('%s', (_, part, on, expected) => {
    expect(kinds(part, on)).toEqual(expected);
  });

  it('is meant for the same place, where both name one', () => {
    expect(kinds({ place: 'Một cửa' }, '2023-05-09', 'Một cửa')).toEqual(['repeat']);
    expect(kinds({ place: 'Trạm y tế' }, '2023-05-09', 'Một cửa')).toEqual([]);
    expect(kinds({ place: 'Trạm y tế' })).toEqual(['repeat']);
  });

  it('is inherited through a merger from another place, and counts as neither', () => {
    const merged = { isThroughMerger: true, place: 'Trụ sở cũ' };
    expect(kinds(merged, '2023-05-09', 'Trụ sở mới')).toEqual(['inherited']);
    expect(kinds(merged, '2023-05-09', 'Trụ sở cũ')).toEqual(['repeat']);
  });

  it('names one, the open before the closed and the newer before the older', () => {
    const all = [
      { ...earlier, findingId: 'old', closedOn: '2021-09-01' },
      { ...earlier, findingId: 'new', closedOn: '2022-09-01' },
    ];
    const named = (list: readonly EarlierFinding[]) => recurrencesOf([found], list, '2023-05-09')[0]?.earlier.findingId;
    expect(named(all)).toBe('new');
    expect(named([...all, { ...earlier, findingId: 'open', closedOn: null }])).toBe('open');
    expect(named([])).toBeUndefined();
  });
});

describe('what a unit was found with before', () => {
  const inTheLog = (history: Parameters<typeof after>[0]) =>
    recorded(...history.map((event) => [streams.inspection, event] as const));
  const rowAfter = (history: Parameters<typeof after>[0]) => rowOf(earlierFindings, wardId, inTheLog(history));
  const known = (history: Parameters<typeof after>[0]) => earlierFindingsFor(rowAfter(history), 'another');

  it('is open until its last recommendation is settled', () => {
    const followedUp = [
      ...oneFoundSigned,
      followUpStarted(recommendationId, 'finding-1'),
      followUpStarted('r-2', 'finding-1'),
    ];
    expect(known(followedUp)).toMatchObject([{ number: 'TT-01', inspectionId, closedOn: null }]);
    expect(known([...followedUp, settled(recommendationId)])).toMatchObject([{ closedOn: null }]);
    expect(known([...followedUp, settled(recommendationId), settled('r-2')])).toMatchObject([
      { closedOn: '2023-05-09' },
    ]);
  });

  it('leaves out the inspection itself and what was withdrawn', () => {
    expect(earlierFindingsFor(rowAfter(oneFoundSigned), inspectionId)).toEqual([]);
    expect(known(after(ended, ask('WithdrawFinding')))).toEqual([]);
    expect(earlierFindingsFor(null, inspectionId)).toEqual([]);
  });
});
