import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../access/person.js';
import type { Sight } from '../access/policy.js';
import { order, people, programmeId, recorded, streams, wardId } from '../testing/fixtures.js';
import { type InspectionEvent, started } from '../testing/inspection-histories.js';
import {
  adopted,
  counters,
  countersAmended,
  staff,
  staffWithdrawn,
  waste,
  wasteAdded,
} from '../testing/programme-histories.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import { amendmentsInSight, planAgainstDone } from './plan-against-done.js';
import { programmeInspections, type ProgrammeInspectionRow } from './programme-inspections.view.js';
import { programmeList } from './programme-list.view.js';

const programmeEvents = [adopted, wasteAdded, countersAmended({ time: 'hàng quý' }), staffWithdrawn] as const;
const programmeLog = (...events: readonly (typeof adopted)[]) =>
  recorded(...events.map((event) => [streams.programme, event] as const));
const linked: InspectionEvent = {
  type: 'InspectionOrdered',
  data: {
    ...order,
    programmeItem: {
      plan: '45/KH-UBND',
      item: '6.2',
      text: counters.text,
      link: { programmeId, itemId: counters.itemId },
    },
  },
};
const ended: InspectionEvent = {
  type: 'FieldworkEnded',
  data: {
    score: {
      passed: 0,
      applicable: 0,
      notApplicable: 0,
      unanswered: 0,
      failedBySeverity: { minor: 0, major: 0, critical: 0 },
    },
  },
};
const cancelled: InspectionEvent = { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } };
const inspectionLog = (...events: readonly InspectionEvent[]) =>
  recorded(...events.map((event) => [streams.inspection, event] as const));

function inspected(part: Partial<ProgrammeInspectionRow>): ProgrammeInspectionRow {
  return {
    id: 'i-1',
    programmeId,
    itemId: counters.itemId,
    unitId: wardId,
    unitName: 'UBND phường 1',
    number: '12/QĐ-UBND',
    type: 'unannounced',
    teamIds: [people.lead.id],
    isRevealed: part.startedOn !== undefined && part.startedOn !== null,
    orderedOn: '2023-05-08',
    startedOn: null,
    endedOn: null,
    isCancelled: false,
    ...part,
  };
}

describe('the list of programmes', () => {
  it('takes a programme as it was adopted', () => {
    expect(rowOf(programmeList, programmeId, programmeLog(adopted))).toMatchObject({
      id: programmeId,
      number: '45/KH-UBND',
      endsOn: '2023-12-31',
      bodyName: 'UBND thị xã Vĩnh Châu',
      pilotSites: [{ place: 'Khóm 1' }],
      amendments: [],
      length: 1,
    });
  });

  it('follows every amendment, with its reason', () => {
    const row = rowOf(programmeList, programmeId, programmeLog(...programmeEvents));
    expect(row.items.map(({ item, withdrawnFor }) => [item.code, item.time.text, withdrawnFor])).toEqual([
      ['6.2', 'hàng quý', null],
      ['6.3', 'Năm 2023', 'Tỉnh đã kiểm tra'],
      ['6.9', 'hàng quý', null],
    ]);
    expect(row.amendments.map(({ kind, itemId, reason }) => [kind, itemId, reason])).toEqual([
      ['added', waste.itemId, 'Bổ sung'],
      ['amended', counters.itemId, 'Điều chỉnh'],
      ['withdrawn', staff.itemId, 'Tỉnh đã kiểm tra'],
    ]);
    expect(row.length).toBe(4);
  });

  it('follows the pilot sites', () => {
    const changed = {
      type: 'PilotSitesChanged',
      data: { previous: [], pilotSites: [], reason: 'Hết giai đoạn', document: null, changedBy: 'thu' },
    } as const;
    expect(rowOf(programmeList, programmeId, programmeLog(adopted, changed))).toMatchObject({
      pilotSites: [],
      amendments: [{ kind: 'pilot-sites', itemId: null, reason: 'Hết giai đoạn' }],
    });
  });

  it('knows nothing of a programme without its adoption', () => {
    expect(rowsOf(programmeList, programmeLog(...programmeEvents.slice(1))).size).toBe(0);
  });
});

describe('the inspections under a programme', () => {
  it('are those whose order names the item by its id', () => {
    expect(rowsOf(programmeInspections, inspectionLog({ type: 'InspectionOrdered', data: order }, started)).size).toBe(
      0,
    );
    expect([...rowsOf(programmeInspections, inspectionLog(linked)).values()]).toEqual([
      inspected({ id: streams.inspection.id, teamIds: [people.lead.id, people.member.id] }),
    ]);
  });

  it('are followed from the order to the end of fieldwork, or to the cancellation', () => {
    const [row] = rowsOf(programmeInspections, inspectionLog(linked, started, ended)).values();
    expect(row).toMatchObject({ isRevealed: true, startedOn: '2023-05-09', endedOn: '2023-05-09', isCancelled: false });
    const [off] = rowsOf(programmeInspections, inspectionLog(linked, cancelled)).values();
    expect(off).toMatchObject({ isRevealed: false, startedOn: null, isCancelled: true });
  });
});

describe('the plan against what was done', () => {
  const plan = rowOf(programmeList, programmeId, programmeLog(adopted, wasteAdded));
  const on = (today: string, rows: readonly ProgrammeInspectionRow[], person: Actor = people.leader) =>
    planAgainstDone(plan, rows, person, today);
  const standings = (today: string, ...rows: readonly ProgrammeInspectionRow[]) =>
    on(today, rows).map(({ item, standing }) => `${item.code} ${standing}`);

  it('counts an item’s inspections, and the quota in each of its periods', () => {
    const rows = [
      inspected({ id: 'i-1', startedOn: '2023-05-09', endedOn: '2023-05-09' }),
      inspected({ id: 'i-2', startedOn: '2023-06-30' }),
      inspected({ id: 'i-3', startedOn: '2023-07-01', isCancelled: true }),
      inspected({ id: 'i-4', isCancelled: true }),
      inspected({ id: 'i-5', orderedOn: '2023-08-01' }),
    ];
    const [item] = on('2023-08-09', rows);
    expect(item).toMatchObject({ waiting: 1, started: 3, ended: 1, cancelled: 2 });
    expect(item?.inspections.map(({ id }) => id)).toEqual(['i-5', 'i-4', 'i-3', 'i-2', 'i-1']);
    expect(item?.windows).toEqual([
      { from: '2023-01-01', to: '2023-03-31', wanted: 2, started: 0, isReached: false, standing: 'past' },
      { from: '2023-04-01', to: '2023-06-30', wanted: 2, started: 2, isReached: true, standing: 'past' },
      { from: '2023-07-01', to: '2023-09-30', wanted: 2, started: 1, isReached: false, standing: 'running' },
      { from: '2023-10-01', to: '2023-12-31', wanted: 2, started: 0, isReached: false, standing: 'to-come' },
    ]);
  });

  it('says where each item stands', () => {
    expect(standings('2023-03-31')).toEqual(['6.2 not-begun', '6.3 not-begun', '6.9 not-begun']);
    // The last day of a window is still in it.
    expect(standings('2023-04-01')).toEqual(['6.2 behind', '6.3 not-begun', '6.9 behind']);
    const staffDone = inspected({ itemId: staff.itemId, startedOn: '2023-06-01' });
    expect(standings('2023-12-31', staffDone)).toEqual(['6.2 behind', '6.3 done', '6.9 behind']);
    expect(standings('2024-01-01')).toEqual(['6.2 behind', '6.3 behind', '6.9 behind']);
    expect(standings('2023-03-31', inspected({}))).toEqual(['6.2 under-way', '6.3 not-begun', '6.9 not-begun']);
    expect(standings('2023-03-31', inspected({ isCancelled: true }))[0]).toBe('6.2 not-begun');
  });

  it('tells of items withdrawn, of undated ones and of those of another year', () => {
    const events = [
      adopted,
      staffWithdrawn,
      countersAmended({ unannouncedQuota: null, time: 'Sau khi có kết quả' }),
    ] as const;
    const [undated, withdrawn] = planAgainstDone(
      rowOf(programmeList, programmeId, programmeLog(...events)),
      [],
      people.leader,
      '2025-01-01',
    );
    expect([undated?.standing, withdrawn?.standing]).toEqual(['undated', 'withdrawn']);
    const slip = rowOf(programmeList, programmeId, programmeLog(adopted, countersAmended({ time: 'Năm 2022' })));
    expect(planAgainstDone(slip, [], people.leader, '2023-05-01')[0]).toMatchObject({ isOutsidePeriod: true });
  });

  it('tells a unit nothing of an unannounced item, not even that it is there', () => {
    const rows = [
      inspected({ startedOn: '2023-05-09' }),
      inspected({ id: 'i-2' }),
      inspected({ id: 'i-3', itemId: waste.itemId, type: 'planned' }),
      inspected({ id: 'i-4', itemId: waste.itemId, type: 'planned', startedOn: '2023-02-01' }),
      inspected({ id: 'i-5', itemId: waste.itemId, type: 'planned', startedOn: '2023-02-02', unitId: 'another' }),
    ];
    const shown = on('2023-05-10', rows, people.officer);
    expect(shown.map(({ item }) => item.code)).toEqual(['6.3', '6.9']);
    expect(shown[1]).toMatchObject({ waiting: 0, started: 1, standing: null, windows: [] });
    expect(JSON.stringify(shown)).not.toMatch(/6\.2|đột xuất|"unannounced"|i-1|i-2|i-3|i-5/);
  });

  it('tells a unit nothing of what was changed about an unannounced item', () => {
    const { amendments } = rowOf(programmeList, programmeId, programmeLog(...programmeEvents));
    const kinds = (sight: Sight) => amendmentsInSight(amendments, sight).map(({ kind }) => kind);
    expect(kinds('everything')).toEqual(['added', 'amended', 'withdrawn']);
    expect(kinds('own-teams')).toEqual(['added', 'amended', 'withdrawn']);
    expect(kinds('own-unit')).toEqual(['added', 'withdrawn']);
    expect(kinds('nothing')).toEqual([]);
  });

  it('tells a team of its own checks, and of others from their start', () => {
    const rows = [inspected({ id: 'i-1' }), inspected({ id: 'i-2', startedOn: '2023-05-09' })];
    const ids = (person: Actor) => on('2023-05-10', rows, person)[0]?.inspections.map(({ id }) => id);
    expect(ids(people.lead)).toEqual(['i-2', 'i-1']);
    expect(ids(people.stranger)).toEqual(['i-2']);
    expect(on('2023-05-10', rows, { ...people.leader, role: 'administrator' })).toEqual([]);
  });
});
