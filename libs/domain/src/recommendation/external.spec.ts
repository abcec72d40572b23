import { describe, expect, it } from '@jest/globals';
import { deadlineGiven } from '../calendar/deadline-change.js';
import { vietnamCalendar as calendar } from '../calendar/vietnam-calendar.js';
import { fold } from '../kernel/decider.js';
import { issued, people, photo, streams, recorded, recommendationId, ward } from '../testing/fixtures.js';
import { effective, points, proved, type RecommendationEvent, verified } from '../testing/recommendation-histories.js';
import { rowOf } from '../testing/rows.js';
import { scenario } from '../testing/scenario.js';
import type { RecommendationCommands } from './facts.js';
import { recommendation } from './recommendation.js';
import { recommendationBoard } from './recommendation-board.view.js';

const { given } = scenario(recommendation);

const asked = {
  number: 'KTNN-07/2023',
  kind: 'collect-money',
  text: 'Nộp lại ngân sách khoản chi sai chế độ',
  unit: ward,
  source: {
    issuer: 'state-audit',
    issuerName: 'Kiểm toán nhà nước khu vực IX',
    title: 'Báo cáo kiểm toán ngân sách địa phương năm 2022',
    document: { number: '215/BC-KTNN', signedOn: '2023-05-04' },
    evidence: [photo('d')],
  },
  severity: 'major',
  bodies: issued.bodies,
  verificationPoints: points,
  deadline: deadlineGiven({ startOn: '2023-05-04', dueOn: '2023-06-30', calendar }),
  amountToRecover: 12_500_000,
} as const;
const enter = (part: Partial<RecommendationCommands['EnterExternalRecommendation']> = {}) =>
  ({
    type: 'EnterExternalRecommendation',
    data: { by: people.planner, on: '2023-05-10', ...asked, ...part },
  }) as const;
const entered: RecommendationEvent = {
  type: 'ExternalRecommendationEntered',
  data: { ...asked, enteredBy: people.planner.id },
};

describe('entering an external recommendation', () => {
  it('keeps the document it comes from', () => {
    given().when(enter()).expect(entered);
    given(entered)
      .when(enter({ by: people.leader }))
      .expectNothing();
    given(entered)
      .when(enter({ text: 'Khác' }))
      .expectRejection('recommendation.already-issued', { number: 'KTNN-07/2023' });
  });

  it('needs that document, signed by then', () => {
    given()
      .when(enter({ source: { ...asked.source, evidence: [] } }))
      .expectRejection('recommendation.without-external-document', {});
    given()
      .when(enter({ on: '2023-05-03' }))
      .expectRejection('recommendation.document-in-future', { signedOn: '2023-05-04', on: '2023-05-03' });
  });

  it('asks for no less than one of ours', () => {
    const { bodies } = asked;
    given()
      .when(enter({ verificationPoints: [] }))
      .expectRejection('recommendation.without-verification-points');
    given()
      .when(enter({ bodies: { ...bodies, implementing: [] } }))
      .expectRejection('recommendation.without-implementing-body');
    given()
      .when(enter({ amountToRecover: null }))
      .expectRejection('recommendation.amount-missing');
    given()
      .when(enter({ deadline: { ...asked.deadline, dueOn: '2023-05-03' } }))
      .expectRejection('recommendation.due-before-document', { dueOn: '2023-05-03', signedOn: '2023-05-04' });
  });

  it('goes the way of every other, and belongs to no inspection', () => {
    expect(fold(recommendation, [entered, proved(1, 'b')]).status).toBe('awaiting-verification');
    given(
      { ...entered, data: { ...asked, kind: 'other', amountToRecover: null, enteredBy: 'thu' } } as RecommendationEvent,
      proved(1, 'b'),
      verified(),
      effective,
    )
      .when({ type: 'CloseRecommendation', data: { by: people.leader } })
      .expect({
        type: 'RecommendationClosed',
        data: { outcome: 'implemented', inspectionId: null, by: people.leader.id },
      });
    given(entered)
      .when({
        type: 'DeclareNotImplemented',
        data: { by: people.leader, reason: 'Quá hạn sau ba lần đôn đốc', on: '2023-12-29' },
      })
      .expect({
        type: 'RecommendationDeclaredNotImplemented',
        data: { reason: 'Quá hạn sau ba lần đôn đốc', inspectionId: null, by: people.leader.id },
      });
  });

  it('stands on the board with its document', () => {
    expect(rowOf(recommendationBoard, recommendationId, recorded([streams.recommendation, entered]))).toMatchObject({
      inspectionId: null,
      external: { issuerName: 'Kiểm toán nhà nước khu vực IX', documentNumber: '215/BC-KTNN' },
      severity: 'major',
      dueOn: '2023-06-30',
      amountToRecover: 12_500_000,
    });
  });
});
