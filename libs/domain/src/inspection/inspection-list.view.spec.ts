import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import {
  inspectionId,
  items,
  officeId,
  order,
  people,
  recommendationId,
  recorded,
  streams,
  ward,
  wardId,
} from '../testing/fixtures.js';
import {
  allPassed,
  answered,
  count,
  endedWith,
  foundOn,
  followUpStarted,
  type InspectionEvent,
  inFieldwork,
  oneFound,
  oneFoundSigned,
  ordered,
  overcharged,
  overchargedFound,
  postedFailed,
  postedPassed,
  settled,
  signed,
  started,
  underFollowUp,
} from '../testing/inspection-histories.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import { inspection } from './inspection.js';
import { inspectionList } from './inspection-list.view.js';

function log(...events: readonly InspectionEvent[]) {
  return recorded(...events.map((event) => [streams.inspection, event] as const));
}

function rowAfter(...events: readonly InspectionEvent[]) {
  return rowOf(inspectionList, inspectionId, log(...events));
}

const suspended: InspectionEvent = { type: 'FieldworkSuspended', data: { reason: 'Mất điện' } };
const resumed: InspectionEvent = { type: 'FieldworkResumed', data: { resumedBy: people.lead.id } };
const closed: InspectionEvent = { type: 'InspectionClosed', data: { reason: 'all-recommendations-settled' } };
const cancelled: InspectionEvent = { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } };

describe('the list of inspections', () => {
  it('shows the unit as it was called on the day of the order, and hides it from the unit', () => {
    expect(rowAfter(ordered)).toEqual({
      id: inspectionId,
      unitId: wardId,
      unitName: ward.name,
      number: order.number,
      type: 'unannounced',
      checklistKind: 'one-stop-spot-check',
      checklistEdition: 1,
      title: order.checklist.title,
      status: 'ordered',
      orderedOn: '2023-05-08',
      orderedById: officeId,
      orderedBy: 'Phòng Nội vụ',
      fieldworkUntil: null,
      programmeItemId: null,
      startedAt: null,
      endedAt: null,
      minutesKind: null,
      minutesOn: null,
      leadName: people.lead.name,
      teamIds: [people.lead.id, people.member.id],
      isRevealed: false,
      items: 4,
      marks: {},
      findings: {},
      regime: 'internal-check',
      path: 'short',
      told: {},
      isDraftSent: false,
      isAppraised: false,
      conclusionOn: null,
      recommendations: 0,
      recommendationsSettled: 0,
      length: 1,
    });
  });

  it('reveals it with the start, by the clock of the device', () => {
    const [order, start] = log(ordered, started);
    if (!order || !start) throw new Error('there are two events');
    const late = { ...start, occurredAt: '2023-05-09T00:59:00.000Z', recordedAt: '2023-05-09T09:00:00.000Z' };
    expect(rowOf(inspectionList, inspectionId, [order, late])).toMatchObject({
      status: 'in-fieldwork',
      isRevealed: true,
      startedAt: '2023-05-09T00:59:00.000Z',
      length: 2,
    });
  });

  it('marks each item by its last answer', () => {
    expect(rowAfter(...allPassed).marks).toEqual({
      'OSC-25': 'not-applicable',
      'OSC-02': 'pass',
      'OSC-04': 'pass',
      'OSC-16': 'pass',
    });
    const fails = {
      status: 'answered',
      value: { kind: 'yesNo', yes: false },
      outcome: 'fail',
      note: null,
      evidence: [],
    } as const;
    const corrected: InspectionEvent = {
      type: 'ChecklistAnswerCorrected',
      data: {
        itemCode: items.posted.code,
        previous: { ...fails, outcome: 'pass' },
        corrected: fails,
        reason: 'Xem lại',
        answeredBy: people.member.id,
      },
    };
    expect(rowAfter(...inFieldwork, postedPassed, corrected).marks['OSC-02']).toBe('fail');
    const lapsed: InspectionEvent = {
      ...corrected,
      data: { ...corrected.data, corrected: { status: 'not-applicable', reason: 'Xem lại' } },
    };
    expect(rowAfter(...inFieldwork, postedPassed, lapsed).marks['OSC-02']).toBe('not-applicable');
  });

  it('counts live findings', () => {
    const discarded: InspectionEvent = {
      type: 'FindingDiscarded',
      data: {
        findingId: 'finding-2',
        number: 'TT-02',
        severity: 'critical',
        isCorrectedOnSite: false,
        reason: 'Nhìn nhầm',
        discardedBy: people.lead.id,
      },
    };
    const two = [...inFieldwork, postedFailed, foundOn(items.posted, 'finding-1'), overcharged, overchargedFound];
    expect(rowAfter(...two).findings).toEqual({ 'finding-1': 'minor', 'finding-2': 'critical' });
    expect(rowAfter(...two, discarded).findings).toEqual({ 'finding-1': 'minor' });
  });

  it('shows how the minutes ended', () => {
    const { data } = signed as Extract<InspectionEvent, { type: 'MinutesSigned' }>;
    const reserved: InspectionEvent = {
      type: 'MinutesSignedWithReservation',
      data: { ...data, kind: 'signed-with-reservation', reservation: 'Đề nghị tính lại' },
    };
    const { reservation: _, ...rest } = data;
    const refused: InspectionEvent = {
      type: 'MinutesSignatureRefused',
      data: { ...rest, kind: 'refused', reason: 'Không thống nhất', witness: { name: 'Bảy', title: 'Mặt trận' } },
    };
    const ended = [...allPassed, endedWith(3, 3, 0)];
    for (const [event, status, minutesKind] of [
      [signed, 'minutes-signed', 'signed'],
      [reserved, 'minutes-signed', 'signed-with-reservation'],
      [refused, 'minutes-refused', 'refused'],
    ] as const)
      expect(rowAfter(...ended, event)).toMatchObject({ status, minutesKind, minutesOn: '2023-05-09' });
    expect(rowAfter(...ended).endedAt).toBe('2023-05-09T01:06:00.000Z');
  });

  it('counts recommendations, and those settled', () => {
    expect(rowAfter(...underFollowUp)).toMatchObject({ recommendations: 1, recommendationsSettled: 0 });
    expect(
      rowAfter(...underFollowUp, followUpStarted('another', 'finding-1'), settled(recommendationId, 'not-implemented')),
    ).toMatchObject({ recommendations: 2, recommendationsSettled: 1 });
  });

  it('has the status of the stream and its length, at every step', () => {
    const histories: readonly (readonly InspectionEvent[])[] = [
      [...inFieldwork, suspended, resumed, answered(items.photographed.code, count(0), 'pass')],
      [...oneFoundSigned, followUpStarted(recommendationId, 'finding-1'), settled(recommendationId), closed],
      [...oneFound, cancelled],
    ];
    for (const history of histories)
      for (let length = 1; length <= history.length; length += 1) {
        const events = history.slice(0, length);
        expect(rowAfter(...events)).toMatchObject({ status: fold(inspection, events).status, length });
      }
  });

  it('handles every event of the stream, and knows nothing of one without its order', () => {
    expect(Object.keys(inspectionList.handle).sort()).toEqual(Object.keys(inspection.evolve).sort());
    expect(rowsOf(inspectionList, log(...underFollowUp.slice(1))).size).toBe(0);
  });
});
