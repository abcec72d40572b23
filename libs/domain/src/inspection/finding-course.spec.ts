import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { people, photo, recommendationId } from '../testing/fixtures.js';
import { followUpStarted, oneFoundSigned } from '../testing/inspection-histories.js';
import { after, ask, ended, onSite, sent, wording } from '../testing/long-path-histories.js';
import { expectRefused, type Refused } from '../testing/refusing.js';
import { scenario } from '../testing/scenario.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);
const { lead, member, officer, leader, moved, stranger, teacher } = people;
const finding = { findingId: 'finding-1', number: 'TT-01' };
const disputed = after(sent, ask('DisputeFinding'));
const recorded = {
  severity: 'minor',
  condition: 'x',
  cause: null,
  effect: null,
  amountAtRisk: null,
  place: null,
} as const;

function findingOf(history: Parameters<typeof after>[0]) {
  const state = fold(inspection, history);
  return state.status === 'absent' ? undefined : state.file.findings[0];
}

describe('confirming a finding', () => {
  it('takes a second pair of eyes of the team, or leadership', () => {
    given(...onSite)
      .when(ask('ConfirmFinding'))
      .expect({ type: 'FindingConfirmed', data: { ...finding, confirmedBy: lead.id } });
    given(...onSite)
      .when(ask('ConfirmFinding', { by: leader }))
      .expect({ type: 'FindingConfirmed', data: { ...finding, confirmedBy: leader.id } });
  });

  it.each<Refused>([
    ['whoever recorded it', onSite, ask('ConfirmFinding', { by: member }), 'inspection.finding-judged-by-finder'],
    ['a stranger', onSite, ask('ConfirmFinding', { by: stranger }), 'inspection.not-on-team'],
    ['a second confirmation', ended, ask('ConfirmFinding', { by: leader }), 'inspection.finding-already-confirmed'],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('telling the unit', () => {
  it('is done by the minutes on the short path, by the draft on the long one', () => {
    expect(findingOf(oneFoundSigned)?.communicatedOn).toBe('2023-05-09');
    expect(findingOf(ended)?.communicatedOn).toBeNull();
    expect(findingOf(sent)?.communicatedOn).toBe('2023-05-29');
  });

  it('lets the unit accept, once', () => {
    given(...sent)
      .when(ask('AcceptFinding'))
      .expect({ type: 'FindingAccepted', data: { ...finding, acceptedBy: officer.id } });
    given(...after(sent, ask('AcceptFinding')))
      .when(ask('DisputeFinding'))
      .expectRejection('inspection.finding-accepted');
  });
});

describe('disputing a finding', () => {
  it('keeps what the unit says, on both paths', () => {
    const event = {
      type: 'FindingDisputed',
      data: { ...finding, reason: 'Đã gỡ trước ngày kiểm tra', evidence: [photo('d')], disputedBy: officer.id },
    } as const;
    given(...sent)
      .when(ask('DisputeFinding'))
      .expect(event);
    given(...oneFoundSigned)
      .when(ask('DisputeFinding'))
      .expect(event);
  });

  it.each<Refused>([
    ['another unit', sent, ask('DisputeFinding', { by: teacher }), 'inspection.unit-only'],
    ['what was not told yet', ended, ask('DisputeFinding'), 'inspection.finding-not-communicated'],
    ['a second dispute', disputed, ask('DisputeFinding', { reason: 'y' }), 'inspection.finding-disputed'],
    ['acceptance meanwhile', disputed, ask('AcceptFinding'), 'inspection.finding-disputed'],
    [
      'what a recommendation rests on',
      [...oneFoundSigned, followUpStarted(recommendationId, 'finding-1')],
      ask('DisputeFinding'),
      'inspection.finding-recommended',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('deciding a dispute', () => {
  it('withdraws what the unit was right about', () => {
    given(...disputed)
      .when(ask('AcceptDispute'))
      .expect(
        {
          type: 'DisputeAccepted',
          data: { ...finding, outcome: 'withdrawn', reason: 'Có ảnh chứng minh', decidedBy: lead.id },
        },
        {
          type: 'FindingWithdrawn',
          data: {
            ...finding,
            severity: 'minor',
            isCorrectedOnSite: false,
            reason: 'Có ảnh chứng minh',
            withdrawnBy: lead.id,
          },
        },
      );
  });

  it('amends what it was partly right about, and keeps what stood before', () => {
    const history = after(disputed, ask('AcceptDispute', { amended: wording }));
    expect(history.slice(-2).map((event) => event.type)).toEqual(['DisputeAccepted', 'FindingAmended']);
    expect(findingOf(history)).toMatchObject({ ...wording, amendments: [{ previous: recorded }] });
  });

  it('lets a finding stand with a reason', () => {
    given(...disputed)
      .when(ask('RejectDispute'))
      .expect({
        type: 'DisputeRejected',
        data: { ...finding, reason: 'Ảnh chụp sau ngày kiểm tra', decidedBy: lead.id },
      });
  });

  it.each<Refused>([
    ['whoever recorded it', disputed, ask('RejectDispute', { by: member }), 'inspection.finding-judged-by-finder'],
    [
      'whoever recorded it, to withdraw',
      disputed,
      ask('AcceptDispute', { by: member }),
      'inspection.finding-judged-by-finder',
    ],
    [
      'somebody of the unit, whatever the office',
      disputed,
      ask('RejectDispute', { by: { ...moved, unitId: officer.unitId } }),
      'inspection.judged-by-own-unit',
    ],
    ['a stranger', disputed, ask('RejectDispute', { by: stranger }), 'inspection.not-on-team'],
    ['one that is decided', after(disputed, ask('RejectDispute')), ask('AcceptDispute'), 'inspection.nothing-disputed'],
    [
      'an amendment that makes it graver',
      disputed,
      ask('AcceptDispute', { amended: { ...wording, severity: 'critical' } }),
      'inspection.amendment-raises-severity',
    ],
  ])('turns down %s', (...line) => expectRefused(line));
});

describe('changing a finding', () => {
  it('amends, raises and withdraws with a reason, nothing overwritten', () => {
    given(...ended)
      .when(ask('AmendFinding'))
      .expect({
        type: 'FindingAmended',
        data: { ...finding, previous: recorded, amended: wording, reason: 'Đếm lại', amendedBy: lead.id },
      });
    given(...ended)
      .when(ask('RaiseFindingSeverity'))
      .expect({
        type: 'FindingSeverityRaised',
        data: { ...finding, previous: 'minor', severity: 'major', reason: 'Tái phạm', raisedBy: lead.id },
      });
    const withdrawn = after(ended, ask('WithdrawFinding'));
    expect(findingOf(withdrawn)?.withdrawn).toEqual({ reason: 'Không còn căn cứ' });
    given(...withdrawn)
      .when(ask('AmendFinding', { reason: 'y' }))
      .expectRejection('inspection.finding-withdrawn', { number: 'TT-01' });
  });

  it.each<Refused>([
    ['a member', ended, ask('AmendFinding', { by: member }), 'inspection.lead-only'],
    [
      'a lower severity',
      after(ended, ask('RaiseFindingSeverity')),
      ask('RaiseFindingSeverity', { severity: 'minor' }),
      'inspection.severity-not-raised',
    ],
    [
      'on the short path, once the minutes are final',
      oneFoundSigned,
      ask('AmendFinding'),
      'inspection.findings-not-open',
    ],
  ])('turns down %s', (...line) => expectRefused(line));

  it('says what came before, once for each finding', () => {
    const told = after(ended, ask('IdentifyRecurrences'));
    expect(told.at(-1)).toMatchObject({ type: 'RecurrenceIdentified', data: { ...finding, kind: 'repeat' } });
    given(...told)
      .when(ask('IdentifyRecurrences'))
      .expectNothing();
  });
});
