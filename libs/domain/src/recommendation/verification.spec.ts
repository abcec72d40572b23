import { describe, expect, it } from '@jest/globals';
import { fold } from '../kernel/decider.js';
import { issued, people, photo } from '../testing/fixtures.js';
import {
  awaiting,
  effective,
  implemented,
  issuedNow,
  notImplemented,
  partlyVerified,
  points,
  progressed,
  proofNote,
  proved,
  type RecommendationEvent,
  sanction,
  sanctionDecided,
  sanctionDecision,
  sanctionProposed,
  verified,
  verifiedOnce,
} from '../testing/recommendation-histories.js';
import { scenario } from '../testing/scenario.js';
import type { RecommendationCommands } from './facts.js';
import { recommendation } from './recommendation.js';

const { given } = scenario(recommendation);
const [first = '', second = ''] = points;
const unmet = [{ point: second, reason: 'Chưa ký' }];

const judgePartly = (part: Partial<RecommendationCommands['VerifyPartly']> = {}) =>
  ({ type: 'VerifyPartly', data: { by: people.appraiser, metPoints: [first], unmet, ...part } }) as const;
const verify = (metPoints: readonly string[]) =>
  ({ type: 'VerifyRemediation', data: { by: people.appraiser, metPoints, note: null } }) as const;

describe('verifying a part', () => {
  it('settles the points that are met and names what is missing', () => {
    given(...awaiting)
      .when(judgePartly())
      .expect(partlyVerified);
    expect(fold(recommendation, [...awaiting, partlyVerified, progressed]).status).toBe('partly-implemented');
  });

  it('asks the next proof for the rest only', () => {
    const again = [...awaiting, partlyVerified, proved(2, 'c')];
    given(...again)
      .when(verify([second]))
      .expect(verified({ round: 2, points: [second] }));
    given(...again)
      .when(verify([first]))
      .expectRejection('recommendation.points-unmet', { points: [second] });
  });

  it('judges every point that is left, once', () => {
    given(...awaiting)
      .when(judgePartly({ metPoints: [first, second] }))
      .expectRejection('recommendation.points-unjudged', { points: [second] });
    const three = { ...issued, verificationPoints: [...points, 'Sổ theo dõi'] };
    given({ type: 'RecommendationIssued', data: three }, proved(1, 'b'))
      .when(judgePartly())
      .expectRejection('recommendation.points-unjudged', { points: ['Sổ theo dõi'] });
    given(...awaiting, partlyVerified, proved(2, 'c'))
      .when(judgePartly({ metPoints: [second], unmet: [{ point: first, reason: 'x' }] }))
      .expectRejection('recommendation.points-unjudged');
    given(...awaiting)
      .when(judgePartly({ metPoints: ['Điều không có'] }))
      .expectRejection('recommendation.point-unknown', { points: ['Điều không có'] });
  });

  it('needs both, and something new each time, so that it comes to an end', () => {
    given(...awaiting)
      .when(judgePartly({ metPoints: [] }))
      .expectRejection('recommendation.not-partly', {});
    given(...awaiting)
      .when(judgePartly({ metPoints: points, unmet: [] }))
      .expectRejection('recommendation.not-partly');
    given(...awaiting, partlyVerified, proved(2, 'c'))
      .when(judgePartly())
      .expectRejection('recommendation.not-partly');
  });

  it('is for a second pair of eyes, on a proof that waits', () => {
    given(...awaiting)
      .when(judgePartly({ by: people.member }))
      .expectRejection('recommendation.judged-by-finder');
    given(issuedNow).when(judgePartly()).expectRejection('recommendation.nothing-to-verify', { status: 'issued' });
    given(...awaiting, partlyVerified)
      .when(judgePartly())
      .expectNothing();
  });

  it('takes no proof again that was judged in part', () => {
    given(...awaiting, partlyVerified)
      .when({
        type: 'ReportRemediationComplete',
        data: { by: people.officer, note: proofNote, evidence: [photo('b')], on: '2023-05-26' },
      })
      .expectRejection('recommendation.same-proof-again', { round: 1 });
  });
});

const confirm = (part: Partial<RecommendationCommands['ConfirmEffectiveness']> = {}) =>
  ({
    type: 'ConfirmEffectiveness',
    data: { by: people.appraiser, note: 'Sau một tháng vẫn tốt', on: '2023-07-03', ...part },
  }) as const;
const deny = (part: Partial<RecommendationCommands['DenyEffectiveness']> = {}) =>
  ({
    type: 'DenyEffectiveness',
    data: { by: people.appraiser, reason: 'Bảng đã tháo', on: '2023-07-03', ...part },
  }) as const;
const denied: RecommendationEvent = {
  type: 'EffectivenessNotConfirmed',
  data: {
    reason: 'Bảng đã tháo',
    on: '2023-07-03',
    withdrawn: { isOnTime: true, isOnTimeOriginally: true },
    by: people.appraiser.id,
  },
};
const close = { type: 'CloseRecommendation', data: { by: people.leader } } as const;
const [finding] = issued.findings;
if (!finding) throw new Error('it answers no finding');
const critical: RecommendationEvent = {
  type: 'RecommendationIssued',
  data: { ...issued, findings: [{ ...finding, severity: 'critical' }] },
};

describe('checking the effect', () => {
  it('confirms that the remedy lasted', () => {
    given(...verifiedOnce)
      .when(confirm())
      .expect(effective);
    given(...verifiedOnce, effective)
      .when(close)
      .expect(implemented);
  });

  it('comes before closing where a finding was critical', () => {
    given(critical, proved(1, 'b'), verified())
      .when(close)
      .expectRejection('recommendation.effectiveness-unconfirmed', {});
    given(critical, proved(1, 'b'), verified(), effective).when(close).expect(implemented);
    given(...verifiedOnce)
      .when(close)
      .expect(implemented);
  });

  it('sends it back where the remedy did not last, with every point to be shown anew', () => {
    given(...verifiedOnce)
      .when(deny())
      .expect(denied);
    const back = [...verifiedOnce, denied];
    expect(fold(recommendation, back).status).toBe('returned');
    given(...back, proved(2, 'c'))
      .when(verify([first]))
      .expectRejection('recommendation.points-unmet', { points: [second] });
    given(...back, proved(2, 'c'))
      .when(verify(points))
      .expect(verified({ round: 2 }));
  });

  it('is for a second pair of eyes, once it is verified', () => {
    given(...verifiedOnce)
      .when(confirm({ by: people.member }))
      .expectRejection('recommendation.judged-by-finder');
    given(...verifiedOnce)
      .when(deny({ by: people.officer }))
      .expectRejection('recommendation.judged-by-fixer');
    given(...awaiting)
      .when(confirm())
      .expectRejection('recommendation.not-verified', { status: 'awaiting-verification' });
    given(...awaiting)
      .when(deny())
      .expectRejection('recommendation.not-verified');
    given(...verifiedOnce, effective)
      .when(deny())
      .expectRejection('recommendation.not-verified', { status: 'effective' });
  });
});

const propose = (part: Partial<RecommendationCommands['ProposeSanction']> = {}) =>
  ({ type: 'ProposeSanction', data: { by: people.appraiser, ...sanction, ...part } }) as const;
const decideOn = (part: Partial<RecommendationCommands['DecideSanction']> = {}) =>
  ({ type: 'DecideSanction', data: { by: people.leader, ...sanctionDecision, ...part } }) as const;

describe('a sanction', () => {
  it('is proposed for what was not implemented, and decided by leadership', () => {
    given(issuedNow, notImplemented).when(propose()).expect(sanctionProposed);
    given(issuedNow, notImplemented, sanctionProposed).when(decideOn()).expect(sanctionDecided);
    given(issuedNow).when(propose()).expectRejection('recommendation.not-declared-unimplemented', { status: 'issued' });
  });

  it('is one at a time', () => {
    given(issuedNow, notImplemented, sanctionProposed)
      .when(propose({ kind: 'discipline' }))
      .expectRejection('recommendation.sanction-pending', {});
    given(issuedNow, notImplemented)
      .when(decideOn())
      .expectRejection('recommendation.no-sanction-proposed', { status: 'not-implemented' });
    given(issuedNow, notImplemented, sanctionProposed, sanctionDecided)
      .when(decideOn({ note: 'Khác' }))
      .expectRejection('recommendation.no-sanction-proposed');
  });

  it('is not decided by who proposed it, nor by the unit', () => {
    given(issuedNow, notImplemented, {
      type: 'SanctionProposed',
      data: { ...sanction, by: people.leader.id },
    })
      .when(decideOn())
      .expectRejection('recommendation.sanction-decided-by-proposer', {});
    given(issuedNow, notImplemented)
      .when(propose({ by: people.officer }))
      .expectRejection('recommendation.judged-by-own-unit');
    given(issuedNow, notImplemented, sanctionProposed)
      .when(decideOn({ by: { ...people.leader, unitId: issued.unit.id } }))
      .expectRejection('recommendation.judged-by-own-unit');
  });

  it('has a kind when it is imposed, and only then', () => {
    const proposed = [issuedNow, notImplemented, sanctionProposed];
    given(...proposed)
      .when(decideOn({ kind: null }))
      .expectRejection('recommendation.sanction-kind-mismatch', {});
    given(...proposed)
      .when(decideOn({ isImposed: false }))
      .expectRejection('recommendation.sanction-kind-mismatch');
    given(...proposed)
      .when(decideOn({ isImposed: false, kind: null }))
      .expect({
        type: 'SanctionDecided',
        data: { ...sanctionDecision, isImposed: false, kind: null, by: people.leader.id },
      });
  });
});
