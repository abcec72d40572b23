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
  unitId: wardId,
  itemCode: found.itemCode,
  place: null,
  foundOn: '2021-01-31',
  closedOn: '2022-01-31',
};

describe('a finding that came before', () => {
  it('is named with what it goes back to', () => {
    expect(recurrencesOf(wardId, [found], [earlier], '2023-05-09')).toEqual([
      {
        findingId: 'finding-1',
        kind: 'repeat',
        earlier: { inspectionId: 'i-0', inspectionNumber: '02/QĐ-PNV', findingId: 'finding-0', number: 'TT-03' },
      },
    ]);
    const kinds = (part: Partial<EarlierFinding>) =>
      recurrencesOf(wardId, [found], [{ ...earlier, ...part }], '2023-05-09').map(({ kind }) => kind);
    expect(kinds({ closedOn: null })).toEqual(['persisting']);
    expect(kinds({ unitId: 'merged', place: 'Trụ sở cũ' })).toEqual(['inherited']);
    expect(kinds({ itemCode: 'X' })).toEqual([]);
  });
});

describe('what a unit was found with before', () => {
  const inTheLog = (history: Parameters<typeof after>[0]) =>
    recorded(...history.map((event) => [streams.inspection, event] as const));
  const rowsAfter = (history: Parameters<typeof after>[0]) => [rowOf(earlierFindings, inspectionId, inTheLog(history))];
  const known = (history: Parameters<typeof after>[0]) => earlierFindingsFor(rowsAfter(history), 'another');

  it('is open until its last recommendation is settled', () => {
    const followedUp = [
      ...oneFoundSigned,
      followUpStarted(recommendationId, 'finding-1'),
      followUpStarted('r-2', 'finding-1'),
    ];
    expect(known(followedUp)).toMatchObject([{ number: 'TT-01', inspectionId, closedOn: null }]);
    expect(known([...followedUp, settled(recommendationId)])).toMatchObject([{ closedOn: null }]);
    expect(known([...followedUp, settled(recommendationId), settled('r-2', 'not-implemented')])).toMatchObject([
      { closedOn: null },
    ]);
    expect(known([...followedUp, settled(recommendationId), settled('r-2')])).toMatchObject([
      { closedOn: '2023-05-09' },
    ]);
  });

  it('leaves out the inspection itself and what was withdrawn', () => {
    expect(earlierFindingsFor(rowsAfter(oneFoundSigned), inspectionId)).toEqual([]);
    expect(known(after(ended, ask('WithdrawFinding')))).toEqual([]);
    expect(earlierFindingsFor([], inspectionId)).toEqual([]);
  });
});
