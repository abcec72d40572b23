import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { issued, people, photo } from '../testing/fixtures.js';
import {
  awaiting,
  issuedNow,
  notImplemented,
  plan,
  planApproved,
  planned,
  planReturned,
  points,
  progressed,
  proved,
  type RecommendationEvent,
  suspended,
  verified,
} from '../testing/recommendation-histories.js';
import { scenario } from '../testing/scenario.js';
import type { RecommendationCommands } from './facts.js';
import { recovered } from './guards.js';
import { recommendation } from './recommendation.js';

const { given } = scenario(recommendation);

const approve = (part: Partial<RecommendationCommands['ApprovePlan']> = {}) =>
  ({ type: 'ApprovePlan', data: { by: people.appraiser, note: null, ...part } }) as const;
const sendPlanBack = (part: Partial<RecommendationCommands['ReturnPlan']> = {}) =>
  ({ type: 'ReturnPlan', data: { by: people.appraiser, reason: 'Chưa nêu người thực hiện', ...part } }) as const;
const submit = (part: Partial<RecommendationCommands['SubmitRemediationPlan']> = {}) =>
  ({ type: 'SubmitRemediationPlan', data: { by: people.officer, ...plan, ...part } }) as const;

describe('judging a plan', () => {
  it('approves it once', () => {
    given(issuedNow, planned).when(approve()).expect(planApproved);
    given(issuedNow, planned, planApproved)
      .when(approve({ by: people.leader }))
      .expectNothing();
    given(issuedNow, planned, planApproved)
      .when(sendPlanBack())
      .expectRejection('recommendation.no-plan-to-review', {});
  });

  it('returns it with a reason, and takes it again', () => {
    given(issuedNow, planned).when(sendPlanBack()).expect(planReturned);
    given(issuedNow, planned, planReturned).when(sendPlanBack()).expectNothing();
    given(issuedNow, planned, planReturned).when(submit()).expect(planned);
    given(issuedNow, planned, planReturned, planned).when(approve()).expect(planApproved);
  });

  it('judges a new plan anew', () => {
    const other = {
      type: 'RemediationPlanSubmitted',
      data: { ...plan, steps: 'Khác', by: people.officer.id },
    } as const;
    expect(fold(recommendation, [issuedNow, planned, planApproved, other]).status).toBe('planned');
    given(issuedNow, planned, planApproved, other).when(approve()).expect(planApproved);
  });

  it('stops nobody from going on with the work', () => {
    const status = (...events: readonly RecommendationEvent[]) => fold(recommendation, events).status;
    expect(status(issuedNow, planned, progressed, planReturned)).toBe('in-progress');
    expect(status(issuedNow, planned, planApproved, progressed)).toBe('in-progress');
    given(issuedNow, progressed, planned).when(approve()).expect(planApproved);
  });

  it('is for a second pair of eyes', () => {
    for (const [by, code] of [
      [people.officer, 'recommendation.judged-by-fixer'],
      [people.member, 'recommendation.judged-by-finder'],
      [people.teacher, 'recommendation.judged-by-own-unit'],
    ] as const) {
      given(issuedNow, planned).when(approve({ by })).expectRejection(code);
      given(issuedNow, planned).when(sendPlanBack({ by })).expectRejection(code);
    }
  });
});

const toCollect: RecommendationEvent = {
  type: 'RecommendationIssued',
  data: { ...issued, kind: 'collect-money', amountToRecover: 12_500_000 },
};
const pay = (part: Partial<RecommendationCommands['RecordRecovery']> = {}) =>
  ({
    type: 'RecordRecovery',
    data: {
      by: people.officer,
      amount: 10_000_000,
      recoveredOn: '2023-05-20',
      document: 'Giấy nộp tiền 118',
      evidence: [photo('e')],
      on: '2023-05-22',
      ...part,
    },
  }) as const;
const paid = (amount: number, document: string, total: number): RecommendationEvent => ({
  type: 'AmountRecovered',
  data: {
    amount,
    recoveredOn: '2023-05-20',
    document,
    evidence: [photo('e')],
    total,
    amountToRecover: 12_500_000,
    by: people.officer.id,
  },
});

describe('recovering money', () => {
  it('counts to the đồng', () => {
    given(toCollect)
      .when(pay())
      .expect(paid(10_000_000, 'Giấy nộp tiền 118', 10_000_000));
    given(toCollect, paid(10_000_000, 'Giấy nộp tiền 118', 10_000_000))
      .when(pay({ amount: 2_500_000, document: 'Giấy nộp tiền 119' }))
      .expect(paid(2_500_000, 'Giấy nộp tiền 119', 12_500_000));
    given(toCollect, paid(10_000_000, 'Giấy nộp tiền 118', 10_000_000))
      .when(pay({ amount: 2_500_001, document: 'Giấy nộp tiền 119' }))
      .expectRejection('recommendation.recovered-too-much', { before: 10_000_000, amountToRecover: 12_500_000 });
  });

  it('takes one document for one payment', () => {
    const once = [toCollect, paid(10_000_000, 'Giấy nộp tiền 118', 10_000_000)];
    given(...once)
      .when(pay())
      .expectNothing();
    given(...once)
      .when(pay({ amount: 1 }))
      .expectRejection('recommendation.recovery-known', { document: 'Giấy nộp tiền 118' });
  });

  it('takes no money of tomorrow, and none that was not asked for', () => {
    given(toCollect)
      .when(pay({ recoveredOn: '2023-05-23' }))
      .expectRejection('recommendation.recovered-in-future', { recoveredOn: '2023-05-23', on: '2023-05-22' });
    given(issuedNow).when(pay()).expectRejection('recommendation.nothing-to-recover', {});
    given(toCollect)
      .when(pay({ by: people.leader }))
      .expectRejection('recommendation.not-your-unit');
  });

  it('comes in whatever else is going on, until it is settled', () => {
    for (const more of [[suspended], [proved(1, 'b')]])
      given(toCollect, ...more)
        .when(pay())
        .expect(paid(10_000_000, 'Giấy nộp tiền 118', 10_000_000));
    given(toCollect, notImplemented).when(pay()).expectRejection('recommendation.settled');
    const state = fold(recommendation, [toCollect, proved(1, 'b'), paid(5, 'x', 5)]);
    if (state.status === 'absent') throw new Error('it is absent');
    expect([state.status, recovered(state)]).toEqual(['awaiting-verification', 5]);
  });

  it('is not verified before all of it is there', () => {
    const verify = {
      type: 'VerifyRemediation',
      data: { by: people.appraiser, metPoints: points, note: null },
    } as const;
    given(toCollect, paid(12_499_999, 'x', 12_499_999), proved(1, 'b'))
      .when(verify)
      .expectRejection('recommendation.money-outstanding', { recovered: 12_499_999, amountToRecover: 12_500_000 });
    given(toCollect, paid(12_500_000, 'x', 12_500_000), proved(1, 'b'))
      .when(verify)
      .expect(verified());
    given(...awaiting)
      .when(verify)
      .expect(verified());
  });

  it('has an amount where money is what it asks for', () => {
    const { issuedBy: _, ...facts } = issued;
    given()
      .when({ type: 'IssueRecommendation', data: { ...facts, kind: 'collect-money', by: people.lead } })
      .expectRejection('recommendation.amount-missing', {});
  });
});
