import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '../calendar/vietnam-calendar.js';
import { addWorkingDays } from '../calendar/working-calendar.js';
import { fold } from '../kernel/decider.js';
import {
  deadline,
  inspectionId,
  issued,
  office,
  order,
  people,
  photo,
  recommendationId,
  recorded,
  schoolId,
  streams,
  ward,
  wardId,
} from '../testing/fixtures.js';
import {
  awaiting,
  historyOf,
  implemented,
  issuedNow,
  notImplemented,
  obstructed,
  planned,
  progressed,
  proved,
  type RecommendationEvent,
  returned,
  sentBack,
  verified,
  verifiedOnce,
} from '../testing/recommendation-histories.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import type { RecommendationStatus } from './facts.js';
import { recommendation } from './recommendation.js';
import { dueSoonWorkingDays, isOverdue, owingStatuses, recommendationBoard } from './recommendation-board.view.js';

function log(...events: readonly RecommendationEvent[]) {
  return recorded(...events.map((event) => [streams.recommendation, event] as const));
}

function rowAfter(...events: readonly RecommendationEvent[]) {
  return rowOf(recommendationBoard, recommendationId, log(...events));
}

describe('the board of recommendations', () => {
  it('shows whom it is for, what it answers and until when', () => {
    expect(rowAfter(issuedNow)).toEqual({
      id: recommendationId,
      unitId: wardId,
      unitName: ward.name,
      actingUnitIds: [wardId, schoolId],
      seeingUnitIds: [wardId, schoolId],
      external: null,
      leadBodyId: office.id,
      leadBodyName: office.name,
      coordinatingBodyIds: [],
      searchKey:
        'kn-tt-01 niem yet lai thu tuc hanh chinh theo quyet dinh cong bo moi nhat ubnd phuong 1 con niem yet thu tuc da het hieu luc',
      inspectionId,
      inspectionNumber: order.number,
      teamIds: [people.lead.id, people.member.id],
      number: 'KN-TT-01',
      kind: 'correct-document',
      text: issued.text,
      severity: 'minor',
      findings: [{ number: 'TT-01', itemCode: 'OSC-02', condition: 'Còn niêm yết thủ tục đã hết hiệu lực' }],
      status: 'issued',
      issuedAt: '2023-05-09T01:00:00.000Z',
      originalDueOn: '2023-05-30',
      dueOn: '2023-05-30',
      calendarEdition: 1,
      percent: null,
      planReview: null,
      hasObstacle: false,
      amountToRecover: null,
      amountRecovered: 0,
      rounds: 0,
      returns: 0,
      submittedOn: null,
      isOnTime: null,
      isOnTimeOriginally: null,
      extensionAsked: null,
      extensionsGranted: 0,
      suspended: null,
      sanction: null,
      ladderSince: '2023-05-09',
      ladderStep: null,
      overdueFor: null,
      reminders: 0,
      escalatedTo: null,
      settledAt: null,
      isSimulated: false,
      length: 1,
    });
  });

  it('is as severe as the worst of its findings', () => {
    const [first] = issued.findings;
    if (!first) throw new Error('it answers no finding');
    const severityOf = (...severities: readonly ('minor' | 'major' | 'critical')[]) =>
      rowAfter({
        type: 'RecommendationIssued',
        data: { ...issued, findings: severities.map((severity) => ({ ...first, severity })) },
      }).severity;
    expect(severityOf('minor', 'major')).toBe('major');
    expect(severityOf('major', 'critical', 'minor')).toBe('critical');
    expect(severityOf('minor')).toBe('minor');
  });

  it('keeps both due dates', () => {
    const extended: RecommendationEvent = {
      type: 'RecommendationIssued',
      data: { ...issued, deadline: { ...deadline, dueOn: '2023-06-15' } },
    };
    expect(rowAfter(extended)).toMatchObject({ originalDueOn: '2023-05-30', dueOn: '2023-06-15' });
  });

  it('shows the last share, proofs and returns', () => {
    expect(rowAfter(issuedNow, progressed).percent).toBe(50);
    expect(rowAfter(...awaiting)).toMatchObject({ rounds: 1, returns: 0, submittedOn: '2023-05-25' });
    expect(rowAfter(...sentBack)).toMatchObject({ rounds: 1, returns: 1, submittedOn: null });
    expect(rowAfter(...sentBack, proved(2, 'c', '2023-05-29'))).toMatchObject({
      rounds: 2,
      returns: 1,
      submittedOn: '2023-05-29',
    });
  });

  it('shows whether it was on time once it is verified', () => {
    const late = verified({ isOnTime: true, isOnTimeOriginally: false });
    expect(rowAfter(...awaiting, late)).toMatchObject({ isOnTime: true, isOnTimeOriginally: false, settledAt: null });
  });

  it('is settled by the clock of the server', () => {
    expect(rowAfter(...verifiedOnce, implemented).settledAt).toBe('2023-05-09T01:03:00.000Z');
    expect(rowAfter(issuedNow, notImplemented).settledAt).toBe('2023-05-09T01:01:00.000Z');
  });

  it('has the status of the stream and its length, at every step', () => {
    const histories: readonly (readonly RecommendationEvent[])[] = [
      [issuedNow, planned, progressed, obstructed, planned, proved(1, 'b'), verified(), implemented],
      [
        issuedNow,
        progressed,
        proved(1, 'b'),
        returned(1),
        planned,
        progressed,
        obstructed,
        proved(2, 'c'),
        returned(2),
      ],
      [issuedNow, obstructed, notImplemented],
      ...Object.values(historyOf),
    ];
    for (const history of histories)
      for (let length = 1; length <= history.length; length += 1) {
        const events = history.slice(0, length);
        expect(rowAfter(...events)).toMatchObject({ status: fold(recommendation, events).status, length });
      }
  });

  it('handles every event of the stream, and knows nothing of one without its issue', () => {
    expect(Object.keys(recommendationBoard.handle).sort()).toEqual(Object.keys(recommendation.evolve).sort());
    expect(rowsOf(recommendationBoard, log(planned, proved(1, photo('a').name.charAt(0)))).size).toBe(0);
  });
});

describe('overdue', () => {
  const dueOn = '2023-05-30';
  const statuses: Readonly<Record<RecommendationStatus, boolean>> = {
    issued: true,
    planned: true,
    'in-progress': true,
    'plan-returned': true,
    'plan-approved': true,
    returned: true,
    'partly-implemented': true,
    'awaiting-verification': false,
    suspended: false,
    verified: false,
    effective: false,
    implemented: false,
    'not-implemented': false,
    'sanction-proposed': false,
    'sanction-decided': false,
  };

  it.each(Object.entries(statuses))('of %s the day after the due date: %s', (status, isOwing) => {
    const row = { status: status as RecommendationStatus, dueOn };
    expect(isOverdue(row, '2023-05-31')).toBe(isOwing);
    expect(isOverdue(row, dueOn)).toBe(false);
    expect(isOverdue(row, '2023-05-29')).toBe(false);
    expect((owingStatuses as readonly string[]).includes(status)).toBe(isOwing);
  });

  it('goes by the due date in force, not by the original one', () => {
    const extended: RecommendationEvent = {
      type: 'RecommendationIssued',
      data: { ...issued, deadline: { ...deadline, dueOn: '2023-06-15' } },
    };
    expect(isOverdue(rowAfter(extended), '2023-06-15')).toBe(false);
    expect(isOverdue(rowAfter(extended), '2023-06-16')).toBe(true);
  });

  it('stops while a proof waits, and counts from the due date when it is returned', () => {
    expect(isOverdue(rowAfter(issuedNow), '2023-06-20')).toBe(true);
    expect(isOverdue(rowAfter(...awaiting), '2023-06-20')).toBe(false);
    // Returned on 20 June: overdue at once, as of 31 May.
    expect(isOverdue(rowAfter(...sentBack), '2023-06-20')).toBe(true);
    expect(isOverdue(rowAfter(...sentBack), '2023-05-31')).toBe(true);
    expect(isOverdue(rowAfter(...sentBack), '2023-05-30')).toBe(false);
  });
});

describe('due soon', () => {
  it('looks three working days ahead, over weekends and holidays', () => {
    const until = (today: string) => addWorkingDays(today, dueSoonWorkingDays, vietnamCalendar);
    expect(until('2023-05-22')).toBe('2023-05-25');
    expect(until('2023-05-25')).toBe('2023-05-30');
    // From the day before 29 April to 3 May 2023, all of them off.
    expect(until('2023-04-28')).toBe('2023-05-08');
  });
});
