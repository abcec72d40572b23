import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { items, minutes, people, photo, recommendationId } from '../testing/fixtures.js';
import { assertNotAhead } from './guards.js';
import {
  allPassed,
  allPassedSigned,
  endedWith,
  followUpStarted,
  foundOn,
  type InspectionEvent,
  inFieldwork,
  oneFound,
  oneFoundSigned,
  ordered,
  started,
  overcharged,
  overchargedFound,
  photographedPassed,
  postedFailed,
  settled,
  signed,
  underFollowUp,
} from '../testing/inspection-histories.js';
import { scenario } from '../testing/scenario.js';
import type { InspectionCommands } from './facts.js';
import { inspection } from './inspection.js';

const { given } = scenario(inspection);

const allPassedEnded = [...allPassed, endedWith(3, 3, 0)] as const;
const cancelled: InspectionEvent = { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } };
const closed = (reason: 'nothing-to-remedy' | 'all-recommendations-settled'): InspectionEvent => ({
  type: 'InspectionClosed',
  data: { reason },
});

const signing = {
  by: people.lead,
  number: minutes.number,
  signedOn: minutes.signedOn,
  leadTitle: minutes.lead.title,
  unitRepresentative: minutes.unitRepresentative,
};
const sign = (part: Partial<InspectionCommands['SignMinutes']> = {}) =>
  ({ type: 'SignMinutes', data: { ...signing, reservation: null, ...part } }) as const;

const witness = { name: 'Nguyễn Thị Bảy', title: 'Ủy ban Mặt trận Tổ quốc phường 1' };
const refusing = { reason: 'Không thống nhất cách tính', witness };
const refuse = (part: Partial<InspectionCommands['RecordMinutesRefusal']> = {}) =>
  ({ type: 'RecordMinutesRefusal', data: { ...signing, ...refusing, ...part } }) as const;
const refused: InspectionEvent = {
  type: 'MinutesSignatureRefused',
  data: { kind: 'refused', ...minutes, ...refusing },
};
const reserved: InspectionEvent = {
  type: 'MinutesSignedWithReservation',
  data: { kind: 'signed-with-reservation', ...minutes, reservation: 'Đề nghị tính lại' },
};

describe('signing the minutes', () => {
  it('signs for both sides, in the name of the lead the order names', () => {
    given(...allPassedEnded)
      .when(sign())
      .expect(signed);
  });

  it('keeps the reservation of the unit as another fact', () => {
    given(...allPassedEnded)
      .when(sign({ reservation: 'Đề nghị tính lại' }))
      .expect(reserved);
  });

  it('takes minutes without a number, on a later day', () => {
    given(...allPassedEnded)
      .when(sign({ number: null, signedOn: '2023-05-11' }))
      .expect({
        type: 'MinutesSigned',
        data: { kind: 'signed', ...minutes, number: null, signedOn: '2023-05-11', reservation: null },
      });
  });

  it('is final: the same again decides nothing, anything else is turned down', () => {
    given(...oneFoundSigned)
      .when(sign())
      .expectNothing();
    given(...underFollowUp)
      .when(sign())
      .expectNothing();
    for (const part of [
      { reservation: 'Đề nghị tính lại' },
      { number: null },
      { signedOn: '2023-05-10' },
      { leadTitle: 'Trưởng phòng' },
      { unitRepresentative: { name: 'Nguyễn Văn Hòa', title: 'Chủ tịch' } },
    ])
      given(...oneFoundSigned)
        .when(sign(part))
        .expectRejection('inspection.minutes-are-final', { status: 'minutes-signed' });
    given(...allPassedEnded, refused)
      .when(sign())
      .expectRejection('inspection.minutes-are-final', { status: 'minutes-refused' });
    given(...allPassedEnded, reserved)
      .when(sign({ reservation: 'Đề nghị tính lại' }))
      .expectNothing();
  });

  it('is not dated before the decision', () => {
    given(...allPassedEnded)
      .when(sign({ signedOn: '2023-05-07' }))
      .expectRejection('inspection.minutes-before-decision', { signedOn: '2023-05-07', orderedOn: '2023-05-08' });
  });

  it('is not dated before anybody was there', () => {
    for (const command of [sign({ signedOn: '2023-05-08' }), refuse({ signedOn: '2023-05-08' })])
      given(...allPassedEnded)
        .when(command)
        .expectRejection('inspection.minutes-before-fieldwork', { signedOn: '2023-05-08', startedOn: '2023-05-09' });
    // Stored before the day was kept: the decision is the earliest anybody can tell.
    const unkept: InspectionEvent = { ...started, data: { ...started.data, startedOn: null } };
    given(ordered, unkept, ...allPassedEnded.slice(2))
      .when(sign({ signedOn: '2023-05-08' }))
      .expect({
        type: 'MinutesSigned',
        data: { kind: 'signed', ...minutes, signedOn: '2023-05-08', reservation: null },
      });
  });

  it('stands where it needs to, then by whom, then on what day', () => {
    const wrong = { by: people.member, signedOn: '2023-05-07' };
    given(...allPassedSigned)
      .when(sign(wrong))
      .expectRejection('inspection.minutes-are-final');
    for (const [history, status] of [
      [[ordered], 'ordered'],
      [allPassed, 'in-fieldwork'],
      [[ordered, cancelled], 'cancelled'],
    ] as const)
      given(...history)
        .when(sign(wrong))
        .expectRejection('inspection.fieldwork-not-ended', { status });
    given(...allPassedEnded)
      .when(sign(wrong))
      .expectRejection('inspection.lead-only');
    given(...allPassedEnded)
      .when(sign({ signedOn: '2023-05-07' }))
      .expectRejection('inspection.minutes-before-decision');
  });
});

describe('recording that the unit refuses to sign', () => {
  it('needs a witness and keeps the reason', () => {
    given(...allPassedEnded)
      .when(refuse())
      .expect(refused);
  });

  it.each([
    ['lead', people.lead.name],
    ['representative of the unit', minutes.unitRepresentative.name],
    ['representative, spelled otherwise', `  ${minutes.unitRepresentative.name.toLowerCase().replaceAll(' ', '  ')}`],
    ['lead, with a title', `${people.lead.name}, Trưởng đoàn`],
    ['member of the team', people.member.name],
  ])('takes no witness who is the %s', (_, name) => {
    given(...allPassedEnded)
      .when(refuse({ witness: { ...witness, name } }))
      .expectRejection('inspection.witness-is-a-party', { witness: name });
  });

  it('is as final as a signature', () => {
    given(...allPassedEnded, refused)
      .when(refuse())
      .expectNothing();
    given(...allPassedEnded, refused)
      .when(refuse({ reason: 'Lý do khác' }))
      .expectRejection('inspection.minutes-are-final', { status: 'minutes-refused' });
    given(...allPassedSigned)
      .when(refuse())
      .expectRejection('inspection.minutes-are-final', { status: 'minutes-signed' });
  });

  it('stands where it needs to, then by whom, then on what day, then before whom', () => {
    const wrong = { by: people.stranger, signedOn: '2023-05-07', witness: minutes.unitRepresentative };
    given(...allPassed)
      .when(refuse(wrong))
      .expectRejection('inspection.fieldwork-not-ended', { status: 'in-fieldwork' });
    given(...allPassedEnded)
      .when(refuse(wrong))
      .expectRejection('inspection.lead-only');
    given(...allPassedEnded)
      .when(refuse({ ...wrong, by: people.lead }))
      .expectRejection('inspection.minutes-before-decision');
    given(...allPassedEnded)
      .when(refuse({ witness: minutes.unitRepresentative }))
      .expectRejection('inspection.witness-is-a-party');
  });
});

describe('the date of a paper', () => {
  it('is today, or a day that has been', () => {
    for (const signedOn of ['2023-05-09', '2023-05-08', '2021-12-31'])
      expect(() => assertNotAhead(signedOn, '2023-05-09')).not.toThrow();
    expect(() => assertNotAhead('2023-05-10', '2023-05-09')).toThrow('inspection.dated-ahead');
  });
});

describe('cancelling an inspection', () => {
  const cancel = (by: InspectionCommands['CancelInspection']['by'] = people.lead, reason = 'Mưa lũ') =>
    ({ type: 'CancelInspection', data: { by, reason } }) as const;

  it.each(['lead', 'planner', 'leader'] as const)('is for the %s', (who) => {
    given(ordered).when(cancel(people[who])).expect(cancelled);
  });

  it('is possible until the minutes', () => {
    for (const history of [inFieldwork, allPassedEnded])
      given(...history)
        .when(cancel())
        .expect(cancelled);
    for (const [ending, status] of [
      [signed, 'minutes-signed'],
      [refused, 'minutes-refused'],
    ] as const)
      given(...allPassedEnded, ending)
        .when(cancel(people.leader))
        .expectRejection('inspection.minutes-are-final', { status });
    given(...allPassedSigned, closed('nothing-to-remedy'))
      .when(cancel())
      .expectRejection('inspection.minutes-are-final', { status: 'closed' });
  });

  it('is not for the other members, nor for the unit', () => {
    for (const who of ['member', 'stranger', 'officer', 'appraiser'] as const)
      given(ordered).when(cancel(people[who])).expectRejection('inspection.lead-only', {});
  });

  it('happens once, for its first reason', () => {
    given(ordered, cancelled).when(cancel(people.stranger, 'Lý do khác')).expectNothing();
  });

  it('says first that the minutes are final', () => {
    given(...allPassedSigned)
      .when(cancel(people.stranger))
      .expectRejection('inspection.minutes-are-final');
  });
});

describe('noting a recommendation', () => {
  const note = (id: string, ...findingIds: readonly string[]) =>
    ({
      type: 'NoteRecommendationIssued',
      data: { by: people.system, recommendationId: id, findingIds },
    }) as const;

  it('takes the inspection under follow-up', () => {
    given(...oneFoundSigned)
      .when(note(recommendationId, 'finding-1'))
      .expect(followUpStarted(recommendationId, 'finding-1'));
    given(...oneFound, endedWith(2, 3, 1), refused)
      .when(note(recommendationId, 'finding-1'))
      .expect(followUpStarted(recommendationId, 'finding-1'));
  });

  it('takes a second one, of the same finding too', () => {
    given(...underFollowUp)
      .when(note('another', 'finding-1'))
      .expect(followUpStarted('another', 'finding-1'));
  });

  it('knows each of them once, settled or not', () => {
    given(...underFollowUp)
      .when(note(recommendationId, 'finding-1'))
      .expectNothing();
    given(...underFollowUp, settled(recommendationId), closed('all-recommendations-settled'))
      .when(note(recommendationId, 'finding-1'))
      .expectNothing();
  });

  it('takes a closed inspection under follow-up again', () => {
    given(...underFollowUp, settled(recommendationId), closed('all-recommendations-settled'))
      .when(note('another', 'finding-1'))
      .expect(followUpStarted('another', 'finding-1'));
  });

  it('needs the final document', () => {
    for (const [history, status] of [
      [oneFound, 'in-fieldwork'],
      [[ordered, cancelled], 'cancelled'],
    ] as const)
      given(...history)
        .when(note(recommendationId, 'finding-1'))
        .expectRejection('inspection.minutes-not-final', { status });
  });
});

describe('noting that a recommendation is settled', () => {
  const note = (id: string, outcome: 'implemented' | 'not-implemented' = 'implemented') =>
    ({
      type: 'NoteRecommendationSettled',
      data: { by: people.system, recommendationId: id, outcome },
    }) as const;
  const twoFound = [
    ...inFieldwork,
    postedFailed,
    foundOn(items.posted, 'finding-1'),
    overcharged,
    { ...overchargedFound, data: { ...overchargedFound.data, number: 'TT-02' } },
    photographedPassed,
    endedWith(1, 3, 1, 1),
    signed,
    followUpStarted('first', 'finding-1'),
  ] as const;

  it('closes the inspection with the last one, whatever came of it', () => {
    for (const outcome of ['implemented', 'not-implemented'] as const)
      given(...underFollowUp)
        .when(note(recommendationId, outcome))
        .expect(settled(recommendationId, outcome), closed('all-recommendations-settled'));
  });

  it('waits for the others', () => {
    const both = [...twoFound, followUpStarted('second', 'finding-2')] as const;
    given(...both)
      .when(note('first'))
      .expect(settled('first'));
    given(...both, settled('first'))
      .when(note('second', 'not-implemented'))
      .expect(settled('second', 'not-implemented'), closed('all-recommendations-settled'));
  });

  it('waits for a recommendation on every finding to remedy', () => {
    given(...twoFound)
      .when(note('first'))
      .expect(settled('first'));
  });

  it('waits for none on a finding discarded or corrected on site', () => {
    const [head, rest] = [twoFound.slice(0, -3), twoFound.slice(-3)];
    const corrected: InspectionEvent = {
      type: 'FindingCorrectedOnSite',
      data: {
        findingId: 'finding-2',
        note: 'Đã hoàn trả',
        before: [photo('a')],
        after: [photo('c')],
        recordedBy: people.member.id,
      },
    };
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
    for (const event of [corrected, discarded])
      given(...head, event, ...rest)
        .when(note('first'))
        .expect(settled('first'), closed('all-recommendations-settled'));
  });

  it('is noted once, for its first outcome', () => {
    given(...underFollowUp, settled(recommendationId), closed('all-recommendations-settled'))
      .when(note(recommendationId, 'not-implemented'))
      .expectNothing();
  });

  it('needs a recommendation there is', () => {
    given(...underFollowUp)
      .when(note('another'))
      .expectRejection('inspection.recommendation-unknown', { recommendationId: 'another' });
    given(...oneFoundSigned)
      .when(note(recommendationId))
      .expectRejection('inspection.recommendation-unknown', { recommendationId });
  });
});

describe('closing an inspection', () => {
  const close = (by: InspectionCommands['CloseInspection']['by'] = people.lead) =>
    ({ type: 'CloseInspection', data: { by } }) as const;

  it('is for the lead, or for leadership, once nothing is left to remedy', () => {
    for (const by of [people.lead, people.leader])
      given(...allPassedSigned)
        .when(close(by))
        .expect(closed('nothing-to-remedy'));
    given(...allPassedEnded, refused)
      .when(close())
      .expect(closed('nothing-to-remedy'));
  });

  it('leaves no finding without a recommendation', () => {
    given(...oneFoundSigned)
      .when(close())
      .expectRejection('inspection.findings-to-remedy', { numbers: ['TT-01'] });
  });

  it('closes what was corrected on site', () => {
    const corrected: InspectionEvent = {
      type: 'FindingCorrectedOnSite',
      data: {
        findingId: 'finding-1',
        note: 'Đã treo bảng mới',
        before: [photo('a')],
        after: [photo('c')],
        recordedBy: people.member.id,
      },
    };
    given(...oneFound, corrected, endedWith(2, 3, 1), signed)
      .when(close())
      .expect(closed('nothing-to-remedy'));
  });

  it('happens once', () => {
    given(...allPassedSigned, closed('nothing-to-remedy'))
      .when(close(people.stranger))
      .expectNothing();
  });

  it('needs the minutes, and leaves follow-up to the recommendations', () => {
    for (const [history, status] of [
      [[ordered], 'ordered'],
      [allPassedEnded, 'fieldwork-ended'],
      [[ordered, cancelled], 'cancelled'],
      [underFollowUp, 'under-follow-up'],
    ] as const)
      given(...history)
        .when(close())
        .expectRejection('inspection.not-closable', { status });
  });

  it('stands where it needs to, then by whom, then on what is left', () => {
    given(...underFollowUp)
      .when(close(people.stranger))
      .expectRejection('inspection.not-closable');
    given(...oneFoundSigned)
      .when(close(people.stranger))
      .expectRejection('inspection.lead-only');
    given(...oneFoundSigned)
      .when(close(people.member))
      .expectRejection('inspection.lead-only');
    given(...oneFoundSigned)
      .when(close(people.leader))
      .expectRejection('inspection.findings-to-remedy');
  });
});

describe('the end of an inspection', () => {
  it('leaves the whole file readable', () => {
    const state = fold(inspection, [
      ...underFollowUp,
      settled(recommendationId, 'not-implemented'),
      closed('all-recommendations-settled'),
    ]);
    if (state.status !== 'closed') throw new Error(`it is ${state.status}`);
    expect(state.file.recommendations).toEqual([
      { id: recommendationId, findingIds: ['finding-1'], outcome: 'not-implemented' },
    ]);
    expect(state.file.minutes?.kind).toBe('signed');
    expect(Object.keys(state.file.answers)).toEqual([
      items.earlier.code,
      items.posted.code,
      items.photographed.code,
      items.overcharged.code,
    ]);
  });

  it('says why it was cancelled', () => {
    const state = fold(inspection, [ordered, cancelled]);
    if (state.status !== 'cancelled') throw new Error(`it is ${state.status}`);
    expect(state.file.cancelledFor).toBe('Mưa lũ');
  });
});
