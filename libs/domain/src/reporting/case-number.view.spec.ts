import { describe, expect, it } from '@jest/globals';
import { foldRow } from '../kernel/view.js';
import { inspectionId, issued, order, recommendationId, recorded, streams } from '../testing/fixtures.js';
import { type CaseNumberRow, caseNumber } from './case-number.view.js';

describe('the number of a case', () => {
  it('is that of the decision, or of the recommendation', () => {
    const events = recorded(
      [streams.inspection, { type: 'InspectionOrdered', data: order }],
      [streams.recommendation, { type: 'RecommendationIssued', data: issued }],
    );
    const rows = new Map<string, CaseNumberRow | null>();
    for (const event of events) {
      const known = event as Parameters<typeof caseNumber.key>[0];
      const key = caseNumber.key(known);
      rows.set(key, foldRow(caseNumber, rows.get(key) ?? null, known));
    }
    expect([...rows.values()]).toEqual([
      { id: inspectionId, number: order.number },
      { id: recommendationId, number: issued.number },
    ]);
  });
});
