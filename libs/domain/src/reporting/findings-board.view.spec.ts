import { describe, expect, it } from '@jest/globals';
import { inspectionId, people, recorded, streams, wardId } from '../testing/fixtures.js';
import {
  followUpStarted,
  type InspectionEvent,
  oneFound,
  oneFoundSigned,
  ordered,
  settled,
} from '../testing/inspection-histories.js';
import { drafted, sent } from '../testing/long-path-histories.js';
import { rowOf } from '../testing/rows.js';
import { findingsBoard } from './findings-board.view.js';

function boardAfter(...events: readonly InspectionEvent[]) {
  return rowOf(findingsBoard, inspectionId, recorded(...events.map((event) => [streams.inspection, event] as const)));
}
function statusAfter(...events: readonly InspectionEvent[]) {
  return boardAfter(...events).findings.map(({ status }) => status);
}
const on = { findingId: 'finding-1', number: 'TT-01' };
const disputed: InspectionEvent = {
  type: 'FindingDisputed',
  data: { ...on, reason: 'Đã đủ', evidence: [], disputedBy: people.officer.id },
};

describe('the board of findings', () => {
  it('has what was found, by whom it may be read, and nothing before', () => {
    expect(boardAfter(ordered)).toMatchObject({ unitId: wardId, isRevealed: false, findings: [] });
    const row = boardAfter(...oneFound);
    expect(row).toMatchObject({ isRevealed: true, path: 'short', teamIds: [people.lead.id, people.member.id] });
    expect(row.findings).toMatchObject([{ ...on, itemCode: 'OSC-02', severity: 'minor', foundOn: '2023-05-09' }]);
    expect(row.findings[0]?.searchKey).toContain('ubnd phuong 1');
  });

  it('follows it to the end', () => {
    const corrected: InspectionEvent = {
      type: 'FindingCorrectedOnSite',
      data: { findingId: 'finding-1', note: 'x', before: [], after: [], recordedBy: 'nam' },
    };
    const gone = { ...on, severity: 'minor', isCorrectedOnSite: false, reason: 'x' } as const;
    const stands: InspectionEvent = { type: 'DisputeRejected', data: { ...on, reason: 'x', decidedBy: 'thai' } };
    const asked = [...oneFoundSigned, followUpStarted('r-1', 'finding-1')];
    expect(statusAfter(...oneFound)).toEqual(['recorded']);
    expect(statusAfter(...oneFound, corrected)).toEqual(['corrected-on-site']);
    expect(statusAfter(...oneFound, { type: 'FindingDiscarded', data: { ...gone, discardedBy: 'nam' } })).toEqual([
      'discarded',
    ]);
    expect(statusAfter(...oneFoundSigned, disputed)).toEqual(['disputed']);
    expect(statusAfter(...oneFoundSigned, disputed, stands)).toEqual(['recorded']);
    expect(
      statusAfter(...oneFoundSigned, disputed, { type: 'FindingWithdrawn', data: { ...gone, withdrawnBy: 'hai' } }),
    ).toEqual(['withdrawn']);
    expect(statusAfter(...asked)).toEqual(['recommended']);
    expect(statusAfter(...asked, settled('r-1'))).toEqual(['remedied']);
    expect(statusAfter(...asked, followUpStarted('r-2', 'finding-1'), settled('r-1'))).toEqual(['recommended']);
    expect(statusAfter(...asked, settled('r-1', 'not-implemented'))).toEqual(['not-remedied']);
  });

  it('knows what the unit was told of the long path, and what was said anew of a finding', () => {
    expect(boardAfter(...drafted).findings.map(({ isCommunicated }) => isCommunicated)).toEqual([false]);
    expect(boardAfter(...sent).findings.map(({ isCommunicated }) => isCommunicated)).toEqual([true]);
    const wording = {
      severity: 'major',
      condition: 'Thiếu hai bảng',
      cause: null,
      effect: null,
      amountAtRisk: 5,
      place: 'Sân',
    } as const;
    const amended: InspectionEvent = {
      type: 'FindingAmended',
      data: { ...on, previous: wording, amended: wording, reason: 'x', amendedBy: 'hai' },
    };
    const again: InspectionEvent = {
      type: 'RecurrenceIdentified',
      data: {
        ...on,
        kind: 'repeat',
        earlier: { inspectionId: 'i', inspectionNumber: '1', findingId: 'f', number: 'TT-09' },
      },
    };
    expect(boardAfter(...oneFound, amended, again).findings[0]).toMatchObject({
      severity: 'major',
      condition: 'Thiếu hai bảng',
      place: 'Sân',
      amountAtRisk: 5,
      recurrence: 'repeat',
    });
  });
});
