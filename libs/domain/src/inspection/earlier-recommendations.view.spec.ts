import { describe, expect, it } from '@jest/globals';
import { deadline, issued, recorded, streams, wardId } from '../testing/fixtures.js';
import {
  awaiting,
  implemented,
  issuedNow,
  notImplemented,
  planned,
  proved,
  type RecommendationEvent,
  returned,
  sentBack,
  verifiedOnce,
} from '../testing/recommendation-histories.js';
import { rowsOf } from '../testing/rows.js';
import { earlierOn, earlierRecommendations } from './earlier-recommendations.view.js';

const onDueDay = issued.deadline.dueOn;
const dayAfter = '2023-05-31';

function rowAfter(...events: readonly RecommendationEvent[]) {
  const log = recorded(...events.map((event) => [streams.recommendation, event] as const));
  return rowsOf(earlierRecommendations, log).get(wardId) ?? null;
}

describe('what a unit was told before', () => {
  it('is nothing where it was never told anything', () => {
    expect(earlierOn(null, dayAfter)).toEqual({ total: 0, implemented: 0 });
    expect(rowAfter(planned)).toBeNull();
  });

  it('counts neither way what is not due yet', () => {
    expect(earlierOn(rowAfter(issuedNow, planned), onDueDay)).toEqual({ total: 0, implemented: 0 });
  });

  it('counts what is overdue as not carried out, from the day after the due date', () => {
    expect(earlierOn(rowAfter(issuedNow, planned), dayAfter)).toEqual({ total: 1, implemented: 0 });
  });

  it('counts neither way a proof that waits, however late', () => {
    expect(earlierOn(rowAfter(...awaiting), '2024-01-01')).toEqual({ total: 0, implemented: 0 });
    expect(earlierOn(rowAfter(...verifiedOnce), '2024-01-01')).toEqual({ total: 0, implemented: 0 });
  });

  it('counts a returned proof from the due date again, not from the return', () => {
    expect(earlierOn(rowAfter(...sentBack), onDueDay)).toEqual({ total: 0, implemented: 0 });
    expect(earlierOn(rowAfter(...sentBack), dayAfter)).toEqual({ total: 1, implemented: 0 });
    expect(earlierOn(rowAfter(...sentBack, proved(2, 'c')), dayAfter)).toEqual({ total: 0, implemented: 0 });
    expect(earlierOn(rowAfter(...sentBack, proved(2, 'c'), returned(2)), dayAfter)).toEqual({
      total: 1,
      implemented: 0,
    });
  });

  it('counts what is settled, on any day', () => {
    expect(earlierOn(rowAfter(...verifiedOnce, implemented), '2023-05-26')).toEqual({ total: 1, implemented: 1 });
    expect(earlierOn(rowAfter(issuedNow, notImplemented), '2023-05-26')).toEqual({ total: 1, implemented: 0 });
  });

  it('keeps each recommendation of the unit apart', () => {
    const stream = (id: string) => ({ category: 'recommendation', id }) as const;
    const longer: RecommendationEvent = {
      type: 'RecommendationIssued',
      data: { ...issued, deadline: { ...deadline, dueOn: '2023-12-31' } },
    };
    const rows = rowsOf(
      earlierRecommendations,
      recorded(
        [stream('one'), issuedNow],
        [stream('two'), longer],
        [stream('three'), issuedNow],
        [stream('one'), proved(1, 'b')],
        [stream('three'), notImplemented],
        [stream('elsewhere'), issuedNow, { unitId: 'another-unit' }],
      ),
    );
    expect(rows.get(wardId)).toEqual({
      unitId: wardId,
      implemented: 0,
      notImplemented: 1,
      open: {
        one: { dueOn: '2023-05-30', isProved: true, isSuspended: false },
        two: { dueOn: '2023-12-31', isProved: false, isSuspended: false },
      },
    });
    expect(rows.get('another-unit')?.open).toEqual({
      elsewhere: { dueOn: '2023-05-30', isProved: false, isSuspended: false },
    });
    expect(earlierOn(rows.get(wardId) ?? null, '2024-01-01')).toEqual({ total: 2, implemented: 0 });
  });
});
