import { describe, expect, it } from '@jest/globals';
import { maySee } from '../access/policy.js';
import { inspectionId, people, recorded, streams, wardId } from '../testing/fixtures.js';
import { type InspectionEvent, oneFoundSigned, ordered, started } from '../testing/inspection-histories.js';
import { rowOf, rowsOf } from '../testing/rows.js';
import { inspectionSight } from './inspection-sight.view.js';

function log(...events: readonly InspectionEvent[]) {
  return recorded(...events.map((event) => [streams.inspection, event] as const));
}

describe('who may know of an inspection', () => {
  it('is its team from the order', () => {
    const row = rowOf(inspectionSight, inspectionId, log(ordered));
    expect(row).toEqual({
      id: inspectionId,
      teamIds: [people.lead.id, people.member.id],
      isRevealed: false,
      path: 'short',
      isDraftSent: false,
    });
    const sighted = { ...row, unitIds: [wardId] };
    expect(maySee(people.lead, sighted)).toBe(true);
    expect(maySee(people.officer, sighted)).toBe(false);
  });

  it('is its unit too from the start of fieldwork, for good', () => {
    for (const history of [[ordered, started], oneFoundSigned]) {
      const row = rowOf(inspectionSight, inspectionId, log(...history));
      expect(row.isRevealed).toBe(true);
      expect(maySee(people.officer, { ...row, unitIds: [wardId] })).toBe(true);
    }
  });

  it('stays hidden when it is cancelled before the start', () => {
    const cancelled: InspectionEvent = { type: 'InspectionCancelled', data: { reason: 'Mưa lũ' } };
    expect(rowOf(inspectionSight, inspectionId, log(ordered, cancelled)).isRevealed).toBe(false);
  });

  it('is nobody without an order', () => {
    expect(rowsOf(inspectionSight, log(started)).size).toBe(0);
  });
});
