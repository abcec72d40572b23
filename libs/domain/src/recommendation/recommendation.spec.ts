import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../access/person.js';
import { fold } from '../kernel/decider.js';
import { deadline, inspectionId, issued, people, photo, schoolId, wardId } from '../testing/fixtures.js';
import {
  awaiting,
  implemented,
  issuedNow,
  notImplemented,
  obstructed,
  plan,
  planned,
  points,
  progressed,
  proofNote,
  proved,
  type RecommendationEvent,
  returned,
  returnReasons,
  sentBack,
  verified,
  verifiedOnce,
} from '../testing/recommendation-histories.js';
import { scenario } from '../testing/scenario.js';
import type { RecommendationCommands } from './facts.js';
import { recommendation } from './recommendation.js';

const { given } = scenario(recommendation);

const { issuedBy: _, ...facts } = issued;

const issue = (part: Partial<RecommendationCommands['IssueRecommendation']> = {}) =>
  ({ type: 'IssueRecommendation', data: { ...facts, by: people.lead, ...part } }) as const;
const submitPlan = (part: Partial<RecommendationCommands['SubmitRemediationPlan']> = {}) =>
  ({ type: 'SubmitRemediationPlan', data: { by: people.officer, ...plan, ...part } }) as const;
const report = (part: Partial<RecommendationCommands['ReportProgress']> = {}) =>
  ({ type: 'ReportProgress', data: { by: people.officer, percent: 50, note: 'Đang in', ...part } }) as const;
const obstruct = (part: Partial<RecommendationCommands['ReportObstacle']> = {}) =>
  ({ type: 'ReportObstacle', data: { by: people.officer, note: 'Nhà in chưa giao', ...part } }) as const;
const prove = (part: Partial<RecommendationCommands['ReportRemediationComplete']> = {}) =>
  ({
    type: 'ReportRemediationComplete',
    data: { by: people.officer, note: proofNote, evidence: [photo('b')], on: '2023-05-25', ...part },
  }) as const;
const sendBack = (part: Partial<RecommendationCommands['ReturnProof']> = {}) =>
  ({ type: 'ReturnProof', data: { by: people.appraiser, reasons: returnReasons, ...part } }) as const;
const verify = (part: Partial<RecommendationCommands['VerifyRemediation']> = {}) =>
  ({ type: 'VerifyRemediation', data: { by: people.appraiser, metPoints: points, note: null, ...part } }) as const;
const close = (by: Actor = people.leader) => ({ type: 'CloseRecommendation', data: { by } }) as const;
const giveUp = (by: Actor = people.leader) =>
  ({ type: 'DeclareNotImplemented', data: { by, reason: 'Quá hạn sau ba lần đôn đốc', on: '2023-06-21' } }) as const;

/** Whoever may not judge: the finder, the fixer (in office and since moved), the unit and the implementing body. */
const notJudges: readonly (readonly [string, Actor, string])[] = [
  ['who found it', people.member, 'recommendation.judged-by-finder'],
  ['who fixed it', people.officer, 'recommendation.judged-by-fixer'],
  ['who fixed it and moved up since', people.moved, 'recommendation.judged-by-fixer'],
  ['the implementing body', people.teacher, 'recommendation.judged-by-own-unit'],
  ['a head of the unit', { ...people.leader, unitId: wardId }, 'recommendation.judged-by-own-unit'],
];

describe('issuing a recommendation', () => {
  it('carries unit, source, findings, bodies, points and deadline as they were', () => {
    given().when(issue()).expect(issuedNow);
  });

  it('takes the same again, by anyone and at any later time', () => {
    for (const history of [[issuedNow], awaiting, [...verifiedOnce, implemented]])
      given(...history)
        .when(issue({ by: people.leader }))
        .expectNothing();
  });

  it.each<[string, Partial<RecommendationCommands['IssueRecommendation']>]>([
    ['text', { text: 'Việc khác' }],
    ['deadline', { deadline: { ...deadline, dueOn: '2023-06-30' } }],
    ['kind', { kind: 'collect-money' }],
    ['points', { verificationPoints: ['Ảnh bảng niêm yết mới'] }],
    ['findings', { findings: [] }],
  ])('turns down another %s under the same id', (_, part) => {
    given(issuedNow).when(issue(part)).expectRejection('recommendation.already-issued', { number: 'KN-TT-01' });
  });

  it('may fall due on the day of the document, not before', () => {
    const onTheDay = { ...deadline, dueOn: '2023-05-09' };
    given()
      .when(issue({ deadline: onTheDay }))
      .expect({ type: 'RecommendationIssued', data: { ...issued, deadline: onTheDay } });
    given()
      .when(issue({ deadline: { ...deadline, dueOn: '2023-05-08' } }))
      .expectRejection('recommendation.due-before-document', { dueOn: '2023-05-08', signedOn: '2023-05-09' });
  });

  it('names the first reason where several apply', () => {
    type Part = Partial<RecommendationCommands['IssueRecommendation']>;
    const everything: Part = {
      source: { ...issued.source, finalDocument: null },
      findings: [],
      verificationPoints: [],
      bodies: { ...issued.bodies, implementing: [] },
      deadline: { ...deadline, dueOn: '2023-05-08' },
    };
    const inOrder: [Part, string][] = [
      [{}, 'recommendation.before-final-document'],
      [{ source: issued.source }, 'recommendation.without-finding'],
      [{ findings: issued.findings }, 'recommendation.without-verification-points'],
      [{ verificationPoints: points }, 'recommendation.without-implementing-body'],
      [{ bodies: issued.bodies }, 'recommendation.due-before-document'],
    ];
    let asked = everything;
    for (const [mended, code] of inOrder) {
      asked = { ...asked, ...mended };
      given().when(issue(asked)).expectRejection(code);
      given(issuedNow).when(issue(asked)).expectRejection('recommendation.already-issued');
    }
  });
});

describe('submitting a plan', () => {
  it('keeps it, and who submitted it', () => {
    given(issuedNow).when(submitPlan()).expect(planned);
  });

  it('is for the unit and for the implementing bodies', () => {
    given(issuedNow)
      .when(submitPlan({ by: people.teacher }))
      .expect({ type: 'RemediationPlanSubmitted', data: { ...plan, by: people.teacher.id } });
    for (const by of [people.lead, people.leader, people.system])
      given(issuedNow).when(submitPlan({ by })).expectRejection('recommendation.not-your-unit', {});
  });

  it('replaces an earlier one', () => {
    given(issuedNow, planned, progressed)
      .when(submitPlan({ plannedOn: '2023-05-26' }))
      .expect({ type: 'RemediationPlanSubmitted', data: { ...plan, plannedOn: '2023-05-26', by: people.officer.id } });
  });

  it('decides nothing for the same plan, whoever submits it', () => {
    given(issuedNow, planned).when(submitPlan()).expectNothing();
    given(issuedNow, planned)
      .when(submitPlan({ by: people.teacher }))
      .expectNothing();
  });

  it('plans for no day before the document', () => {
    given(issuedNow)
      .when(submitPlan({ plannedOn: '2023-05-08' }))
      .expectRejection('recommendation.planned-before-document', { plannedOn: '2023-05-08' });
    given(issuedNow)
      .when(submitPlan({ plannedOn: '2023-05-09' }))
      .expect({ type: 'RemediationPlanSubmitted', data: { ...plan, plannedOn: '2023-05-09', by: people.officer.id } });
  });

  it('says by whom before it says on what day', () => {
    given(issuedNow)
      .when(submitPlan({ by: people.lead, plannedOn: '2023-05-08' }))
      .expectRejection('recommendation.not-your-unit');
    given(...awaiting)
      .when(submitPlan({ plannedOn: '2023-05-08' }))
      .expectRejection('recommendation.proof-awaits-verification');
  });
});

describe('reporting progress', () => {
  it('keeps the share and the note', () => {
    given(issuedNow).when(report()).expect(progressed);
  });

  it('reports what is new, and nothing twice', () => {
    given(issuedNow, progressed).when(report()).expectNothing();
    given(issuedNow, progressed)
      .when(report({ percent: 80 }))
      .expect({ type: 'RemediationProgressReported', data: { percent: 80, note: 'Đang in', by: people.officer.id } });
    given(issuedNow, progressed)
      .when(report({ note: 'Đã in' }))
      .expect({ type: 'RemediationProgressReported', data: { percent: 50, note: 'Đã in', by: people.officer.id } });
  });

  it('is for the unit and for the implementing bodies', () => {
    given(issuedNow)
      .when(report({ by: people.lead }))
      .expectRejection('recommendation.not-your-unit');
  });
});

describe('reporting an obstacle', () => {
  it('keeps the note', () => {
    given(issuedNow).when(obstruct()).expect(obstructed);
  });

  it('reports what is new, and nothing twice', () => {
    given(issuedNow, obstructed).when(obstruct()).expectNothing();
    given(issuedNow, obstructed)
      .when(obstruct({ note: 'Thiếu kinh phí' }))
      .expect({ type: 'RemediationObstacleReported', data: { note: 'Thiếu kinh phí', by: people.officer.id } });
  });

  it('is for the unit and for the implementing bodies', () => {
    given(issuedNow)
      .when(obstruct({ by: people.appraiser }))
      .expectRejection('recommendation.not-your-unit');
  });

  it('leaves the recommendation where it stood', () => {
    for (const history of [[issuedNow], [issuedNow, planned], [issuedNow, progressed], sentBack])
      expect(fold(recommendation, [...history, obstructed]).status).toBe(fold(recommendation, history).status);
  });
});

describe('proving the remedy', () => {
  it('numbers the proof and dates it by the day it came', () => {
    given(issuedNow).when(prove()).expect(proved(1, 'b'));
    given(...sentBack)
      .when(prove({ evidence: [photo('c')] }))
      .expect(proved(2, 'c'));
  });

  it('needs neither a plan nor a report before it', () => {
    for (const history of [
      [issuedNow, planned],
      [issuedNow, progressed],
      [issuedNow, planned, progressed, obstructed],
    ])
      given(...history)
        .when(prove())
        .expect(proved(1, 'b'));
  });

  it('keeps the same content once, and needs some', () => {
    given(issuedNow)
      .when(prove({ evidence: [photo('b'), photo('b')] }))
      .expect(proved(1, 'b'));
    given(issuedNow)
      .when(prove({ evidence: [] }))
      .expectRejection('recommendation.proof-without-evidence', {});
    given(issuedNow)
      .when(prove({ evidence: [{ ...photo('b'), sha256: 'b' }] }))
      .expectRejection('evidence.digest-malformed', { sha256: 'b' });
  });

  it('decides nothing for the same proof on a later day', () => {
    given(...awaiting)
      .when(prove({ on: '2023-05-26' }))
      .expectNothing();
  });

  it('takes no other proof while one is waiting', () => {
    for (const part of [
      { note: 'Lời khác' },
      { evidence: [photo('c')] },
      { evidence: [photo('b'), photo('c')] },
      { evidence: [] },
    ])
      given(...awaiting)
        .when(prove(part))
        .expectRejection('recommendation.proof-awaits-verification', { round: 1 });
  });

  it('takes no proof that was returned, neither the last nor an earlier one', () => {
    given(...sentBack)
      .when(prove({ note: 'Lời khác' }))
      .expectRejection('recommendation.same-proof-again', { round: 1 });
    const twice = [...sentBack, proved(2, 'c'), returned(2, people.leader.id)];
    given(...twice)
      .when(prove())
      .expectRejection('recommendation.same-proof-again', { round: 1 });
    given(...twice)
      .when(prove({ evidence: [photo('c')] }))
      .expectRejection('recommendation.same-proof-again', { round: 2 });
    given(...twice)
      .when(prove({ evidence: [photo('b'), photo('c')] }))
      .expect({
        type: 'RemediationReportedComplete',
        data: {
          round: 3,
          note: proofNote,
          evidence: [photo('b'), photo('c')],
          submittedOn: '2023-05-25',
          by: people.officer.id,
        },
      });
  });

  it('stands by whom it needs to, then where, then on what', () => {
    const wrong = { by: people.appraiser, evidence: [{ ...photo('b'), size: 0 }] };
    given(...verifiedOnce)
      .when(prove(wrong))
      .expectRejection('recommendation.not-your-unit');
    given(...verifiedOnce)
      .when(prove({ ...wrong, by: people.officer }))
      .expectRejection('recommendation.already-verified', {});
    given(...awaiting)
      .when(prove({ ...wrong, by: people.officer }))
      .expectRejection('evidence.empty');
  });
});

describe('returning a proof', () => {
  it('names its reasons by round', () => {
    given(...awaiting)
      .when(sendBack())
      .expect(returned(1));
  });

  it('takes a reason beside the points', () => {
    const reasons = [{ point: null, reason: 'Ảnh mờ' }];
    given(...awaiting)
      .when(sendBack({ reasons }))
      .expect({ type: 'RemediationVerificationFailed', data: { round: 1, reasons, by: people.appraiser.id } });
  });

  it.each(notJudges)('takes no word of %s', (_, by, code) => {
    given(...awaiting)
      .when(sendBack({ by }))
      .expectRejection(code, {});
  });

  it('decides nothing for the same reasons again', () => {
    given(...sentBack)
      .when(sendBack())
      .expectNothing();
    given(...sentBack, planned)
      .when(sendBack())
      .expectNothing();
  });

  it('needs a proof that waits', () => {
    for (const [history, status] of [
      [[issuedNow], 'issued'],
      [[issuedNow, planned], 'planned'],
      [[issuedNow, progressed], 'in-progress'],
      [verifiedOnce, 'verified'],
    ] as const)
      given(...history)
        .when(sendBack())
        .expectRejection('recommendation.nothing-to-verify', { status });
    given(...sentBack)
      .when(sendBack({ reasons: [{ point: null, reason: 'Ảnh mờ' }] }))
      .expectRejection('recommendation.nothing-to-verify', { status: 'returned' });
  });

  it('needs reasons, on points there are', () => {
    given(...awaiting)
      .when(sendBack({ reasons: [] }))
      .expectRejection('recommendation.return-without-reasons', {});
    given(...awaiting)
      .when(sendBack({ reasons: [...returnReasons, { point: 'Điều không có', reason: 'x' }] }))
      .expectRejection('recommendation.point-unknown', { points: ['Điều không có'] });
  });

  it('leaves a second return to leadership', () => {
    const again = [...sentBack, proved(2, 'c')];
    given(...again)
      .when(sendBack())
      .expectRejection('recommendation.second-return-needs-leadership', { returns: 1 });
    given(...again)
      .when(sendBack({ by: people.leader }))
      .expect(returned(2, people.leader.id));
  });

  it('names the first reason where several apply', () => {
    const reasons = [{ point: 'Điều không có', reason: 'x' }];
    given(issuedNow)
      .when(sendBack({ by: people.member, reasons: [] }))
      .expectRejection('recommendation.judged-by-finder');
    given(issuedNow)
      .when(sendBack({ reasons: [] }))
      .expectRejection('recommendation.nothing-to-verify');
    const again = [...sentBack, proved(2, 'c')];
    given(...again)
      .when(sendBack({ reasons: [] }))
      .expectRejection('recommendation.return-without-reasons');
    given(...again)
      .when(sendBack({ reasons }))
      .expectRejection('recommendation.point-unknown');
  });
});

describe('verifying a remedy', () => {
  it('needs every point, in any order', () => {
    given(...awaiting)
      .when(verify({ note: 'Đã đối chiếu' }))
      .expect(verified({ note: 'Đã đối chiếu' }));
    given(...awaiting)
      .when(verify({ metPoints: [...points].reverse() }))
      .expect(verified({ points: [...points].reverse() }));
    given(...awaiting)
      .when(verify({ metPoints: points.slice(0, 1) }))
      .expectRejection('recommendation.points-unmet', { points: ['Văn bản phân công'] });
    given(...awaiting)
      .when(verify({ metPoints: [...points, 'Điều không có'] }))
      .expectRejection('recommendation.point-unknown', { points: ['Điều không có'] });
  });

  it.each([
    ['on the original day', '2023-05-30', true, true],
    ['between the original day and the one in force', '2023-05-31', true, false],
    ['on the day in force', '2023-06-15', true, false],
    ['a day late', '2023-06-16', false, false],
  ])('counts a proof handed in %s', (_, on, isOnTime, isOnTimeOriginally) => {
    const extended: RecommendationEvent = {
      type: 'RecommendationIssued',
      data: { ...issued, deadline: { ...deadline, dueOn: '2023-06-15' } },
    };
    given(extended, proved(1, 'b', on))
      .when(verify())
      .expect(verified({ isOnTime, isOnTimeOriginally }));
  });

  it('goes by the day of the proof that is verified, not of the first one', () => {
    given(...sentBack, proved(2, 'c', '2023-06-01'))
      .when(verify())
      .expect(verified({ round: 2, isOnTime: false, isOnTimeOriginally: false }));
  });

  it.each(notJudges)('takes no word of %s', (_, by, code) => {
    given(...awaiting)
      .when(verify({ by }))
      .expectRejection(code, {});
  });

  it('is done by somebody who neither found nor fixed any part of it', () => {
    const [first] = issued.findings;
    if (!first) throw new Error('it answers no finding');
    const twoFindings: RecommendationEvent = {
      type: 'RecommendationIssued',
      data: { ...issued, findings: [first, { ...first, findingId: 'finding-2', recordedBy: people.lead.id }] },
    };
    for (const by of [people.member, people.lead])
      given(twoFindings, proved(1, 'b')).when(verify({ by })).expectRejection('recommendation.judged-by-finder');
    for (const step of [planned, progressed, obstructed]) {
      const data = { ...step.data, by: people.appraiser.id };
      const stepped = { ...step, data } as RecommendationEvent;
      given(issuedNow, stepped, proved(1, 'b')).when(verify()).expectRejection('recommendation.judged-by-fixer');
    }
    given(...awaiting)
      .when(verify({ by: people.lead }))
      .expect(verified({ by: people.lead.id }));
  });

  it('says first who may not, then that nothing waits, then which points', () => {
    const metPoints = ['Điều không có'];
    given(issuedNow)
      .when(verify({ by: people.member, metPoints }))
      .expectRejection('recommendation.judged-by-finder');
    given(issuedNow)
      .when(verify({ metPoints }))
      .expectRejection('recommendation.nothing-to-verify', { status: 'issued' });
    given(...sentBack)
      .when(verify())
      .expectRejection('recommendation.nothing-to-verify', { status: 'returned' });
    given(...awaiting)
      .when(verify({ metPoints }))
      .expectRejection('recommendation.point-unknown');
  });

  it('names the finder before the fixer before the unit', () => {
    const [first] = issued.findings;
    if (!first) throw new Error('it answers no finding');
    const everything: RecommendationEvent = {
      type: 'RecommendationIssued',
      data: { ...issued, findings: [{ ...first, recordedBy: people.officer.id }] },
    };
    given(everything, proved(1, 'b'))
      .when(verify({ by: people.officer }))
      .expectRejection('recommendation.judged-by-finder');
    given(...awaiting)
      .when(verify({ by: people.officer }))
      .expectRejection('recommendation.judged-by-fixer');
  });

  it('is done once, by one', () => {
    given(...verifiedOnce)
      .when(verify())
      .expectNothing();
    given(...verifiedOnce)
      .when(verify({ by: people.leader }))
      .expectRejection('recommendation.nothing-to-verify', { status: 'verified' });
  });
});

describe('closing a recommendation', () => {
  it('takes a third person', () => {
    given(...verifiedOnce)
      .when(close())
      .expect(implemented);
    given(...verifiedOnce)
      .when(close(people.appraiser))
      .expectRejection('recommendation.closed-by-verifier', { verifiedBy: people.appraiser.id });
  });

  it.each(notJudges)('takes no word of %s', (_, by, code) => {
    given(...verifiedOnce)
      .when(close(by))
      .expectRejection(code, {});
  });

  it('needs the verification', () => {
    for (const [history, status] of [
      [[issuedNow], 'issued'],
      [awaiting, 'awaiting-verification'],
      [sentBack, 'returned'],
    ] as const)
      given(...history)
        .when(close())
        .expectRejection('recommendation.not-verified', { status });
    given(...awaiting)
      .when(close(people.member))
      .expectRejection('recommendation.judged-by-finder');
  });

  it('happens once', () => {
    given(...verifiedOnce, implemented)
      .when(close(people.member))
      .expectNothing();
  });
});

describe('declaring a recommendation not implemented', () => {
  it('closes what the unit still owes', () => {
    for (const history of [[issuedNow], [issuedNow, planned], [issuedNow, progressed], sentBack])
      given(...history)
        .when(giveUp())
        .expect(notImplemented);
  });

  it('judges no proof by the way', () => {
    given(...awaiting)
      .when(giveUp())
      .expectRejection('recommendation.proof-awaits-verification', { round: 1 });
    given(...verifiedOnce)
      .when(giveUp())
      .expectRejection('recommendation.already-verified', {});
  });

  it.each(notJudges)('takes no word of %s', (_, by, code) => {
    given(issuedNow, planned).when(giveUp(by)).expectRejection(code, {});
  });

  it('waits for the end of the last day', () => {
    const onDay = (on: string) => ({ type: 'DeclareNotImplemented', data: { ...giveUp().data, on } }) as const;
    given(issuedNow).when(onDay('2023-05-30')).expectRejection('recommendation.not-due-yet', { dueOn: '2023-05-30' });
    given(issuedNow).when(onDay('2023-05-31')).expect(notImplemented);
  });

  it('happens once', () => {
    given(issuedNow, notImplemented).when(giveUp(people.officer)).expectNothing();
  });
});

describe('where nothing may follow', () => {
  const all = [submitPlan(), report(), obstruct(), prove(), sendBack(), verify(), close(), giveUp()];

  it.each(all.map((command) => [command.type, command] as const))('%s knows no recommendation', (_, command) => {
    given().when(command).expectRejection('recommendation.unknown', {});
  });

  it.each(all.map((command) => [command.type, command] as const))('%s finds it settled', (type, command) => {
    if (type !== 'CloseRecommendation')
      given(...verifiedOnce, implemented)
        .when(command)
        .expectRejection('recommendation.settled', { status: 'implemented' });
    if (type !== 'DeclareNotImplemented')
      given(issuedNow, notImplemented)
        .when(command)
        .expectRejection('recommendation.settled', { status: 'not-implemented' });
  });

  it.each([submitPlan({ steps: 'Khác' }), report({ percent: 90 }), obstruct({ note: 'Khác' })])(
    '$type waits while a proof is judged',
    (command) => {
      given(...awaiting)
        .when(command)
        .expectRejection('recommendation.proof-awaits-verification', { round: 1 });
      given(...verifiedOnce)
        .when(command)
        .expectRejection('recommendation.already-verified', {});
    },
  );
});

describe('the state', () => {
  const statusAfter = (...events: readonly RecommendationEvent[]) => fold(recommendation, events).status;

  it('moves forward, and stays returned until it is proved again', () => {
    expect(statusAfter()).toBe('absent');
    expect(statusAfter(issuedNow)).toBe('issued');
    expect(statusAfter(issuedNow, planned)).toBe('planned');
    expect(statusAfter(issuedNow, progressed)).toBe('in-progress');
    expect(statusAfter(issuedNow, progressed, planned)).toBe('in-progress');
    expect(statusAfter(...awaiting)).toBe('awaiting-verification');
    expect(statusAfter(...sentBack, planned, progressed, obstructed)).toBe('returned');
    expect(statusAfter(...sentBack, proved(2, 'c'))).toBe('awaiting-verification');
    expect(statusAfter(...verifiedOnce)).toBe('verified');
    expect(statusAfter(...verifiedOnce, implemented)).toBe('implemented');
    expect(statusAfter(issuedNow, notImplemented)).toBe('not-implemented');
  });

  it('remembers everyone who worked on the fix, and nothing of a judged proof but the proof', () => {
    const state = fold(recommendation, [issuedNow, planned, ...sentBack.slice(1), proved(2, 'c')]);
    if (state.status !== 'awaiting-verification') throw new Error(`it is ${state.status}`);
    expect(new Set(state.fixers)).toEqual(new Set([people.officer.id]));
    expect(state.proofs.map(({ round }) => round)).toEqual([1, 2]);
    expect(state.returns.map(({ round }) => round)).toEqual([1]);
    expect(state.proof.round).toBe(2);
    expect(state.order.source.inspectionId).toBe(inspectionId);
    expect(state.order.bodies.implementing.map(({ id }) => id)).toEqual([wardId, schoolId]);
  });
});
