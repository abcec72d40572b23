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
const told = {
  number: issued.number,
  text: issued.text,
  inspectionId: issued.source.inspectionId,
  inspectionNumber: issued.source.inspectionNumber,
  findings: issued.findings.map(({ findingId, number, itemCode, condition, place }) => ({
    findingId,
    number,
    itemCode,
    condition,
    place,
  })),
  dueOn: issued.deadline.dueOn,
};

function rowAfter(...events: readonly RecommendationEvent[]) {
  const log = recorded(...events.map((event) => [streams.recommendation, event] as const));
  return rowsOf(earlierRecommendations, log).get(wardId) ?? null;
}

function counts(...[row, today]: Parameters<typeof earlierOn>) {
  const { total, implemented } = earlierOn(row, today);
  return { total, implemented };
}

describe('what a unit was told before', () => {
  it('is nothing where it was never told anything', () => {
    expect(counts(null, dayAfter)).toEqual({ total: 0, implemented: 0 });
    expect(rowAfter(planned)).toBeNull();
  });

  it('counts neither way what is not due yet', () => {
    expect(counts(rowAfter(issuedNow, planned), onDueDay)).toEqual({ total: 0, implemented: 0 });
  });

  it('counts what is overdue as not carried out, from the day after the due date', () => {
    expect(counts(rowAfter(issuedNow, planned), dayAfter)).toEqual({ total: 1, implemented: 0 });
  });

  it('counts neither way a proof that waits, however late', () => {
    expect(counts(rowAfter(...awaiting), '2024-01-01')).toEqual({ total: 0, implemented: 0 });
    expect(counts(rowAfter(...verifiedOnce), '2024-01-01')).toEqual({ total: 0, implemented: 0 });
  });

  it('counts a returned proof from the due date again, not from the return', () => {
    expect(counts(rowAfter(...sentBack), onDueDay)).toEqual({ total: 0, implemented: 0 });
    expect(counts(rowAfter(...sentBack), dayAfter)).toEqual({ total: 1, implemented: 0 });
    expect(counts(rowAfter(...sentBack, proved(2, 'c')), dayAfter)).toEqual({ total: 0, implemented: 0 });
    expect(counts(rowAfter(...sentBack, proved(2, 'c'), returned(2)), dayAfter)).toEqual({
      total: 1,
      implemented: 0,
    });
  });

  it('counts what is settled, on any day', () => {
    expect(counts(rowAfter(...verifiedOnce, implemented), '2023-05-26')).toEqual({ total: 1, implemented: 1 });
    expect(counts(rowAfter(issuedNow, notImplemented), '2023-05-26')).toEqual({ total: 1, implemented: 0 });
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
      open: {
        one: { ...told, isProved: true, isSuspended: false },
        two: { ...told, dueOn: '2023-12-31', isProved: false, isSuspended: false },
      },
      settled: [{ recommendationId: 'three', ...told, status: 'not-implemented', settledOn: '2023-05-09' }],
    });
    expect(rows.get('another-unit')?.open).toEqual({ elsewhere: { ...told, isProved: false, isSuspended: false } });
    expect(counts(rows.get(wardId) ?? null, '2024-01-01')).toEqual({ total: 2, implemented: 0 });
  });

  it('is gone back to: every open one, the earliest due first, then the recently settled, the latest first', () => {
    const stream = (id: string) => ({ category: 'recommendation', id }) as const;
    const on = (day: string) => ({ recordedAt: `${day}T03:00:00.000Z` });
    const due = (dueOn: string): RecommendationEvent => ({
      type: 'RecommendationIssued',
      data: { ...issued, deadline: { ...deadline, dueOn } },
    });
    const rows = rowsOf(
      earlierRecommendations,
      recorded(
        [stream('late'), due('2023-12-31')],
        [stream('soon'), due('2023-06-01')],
        [stream('old'), issuedNow],
        [stream('one'), issuedNow],
        [stream('two'), issuedNow],
        [stream('old'), implemented, on('2022-11-30')],
        [stream('one'), implemented, on('2022-12-01')],
        [stream('two'), notImplemented, on('2023-06-01')],
      ),
    );
    const { recommendations } = earlierOn(rows.get(wardId) ?? null, '2023-12-01');
    expect(recommendations.map(({ recommendationId, status, isDue }) => [recommendationId, status, isDue])).toEqual([
      ['soon', 'open', true],
      ['late', 'open', false],
      ['two', 'not-implemented', true],
      ['one', 'implemented', true],
    ]);
    expect(recommendations[0]).toEqual({
      recommendationId: 'soon',
      ...told,
      dueOn: '2023-06-01',
      status: 'open',
      settledOn: null,
      isDue: true,
    });
  });

  it('does not hold against a unit for ever what it left undone once', () => {
    const row = rowAfter(issuedNow, notImplemented);
    expect(counts(row, '2024-05-08')).toEqual({ total: 1, implemented: 0 });
    expect(counts(row, '2024-05-09')).toEqual({ total: 0, implemented: 0 });
  });

  it('keeps no more settled ones than a team can look at', () => {
    const events = Array.from(
      { length: 25 },
      (_, index) => ({ category: 'recommendation', id: `r-${index}` }) as const,
    );
    const rows = rowsOf(
      earlierRecommendations,
      recorded(...events.flatMap((stream) => [[stream, issuedNow] as const, [stream, implemented] as const])),
    );
    const { settled } = rows.get(wardId) ?? { settled: [] };
    expect([settled.length, settled.at(-1)?.recommendationId]).toEqual([20, 'r-24']);
  });
});
