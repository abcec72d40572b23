import { describe, expect, it } from '@jest/globals';
import { indexAt, type Moment, momentsOf, pastAt } from './moments.js';

const event = (position: number, recordedAt: string, occurredAt = recordedAt): Moment => ({
  position,
  recordedAt,
  occurredAt,
  sentenceVi: `Việc ${position}`,
  sentenceEn: `Event ${position}`,
});

/** The newest first, as the API lists them; what position 9 tells had happened before the rest. */
const events = [
  event(9, '2026-06-30T17:30:00.000Z', '2026-06-29T01:00:00.000Z'),
  event(7, '2026-06-30T16:00:00.000Z'),
  event(4, '2026-06-30T01:00:00.000Z'),
];

describe('the moments of a slider', () => {
  it('are in the order of the log, or of what happened', () => {
    expect(momentsOf(events, 'recorded').map(({ position }) => position)).toEqual([4, 7, 9]);
    expect(momentsOf(events, 'occurred').map(({ position }) => position)).toEqual([9, 4, 7]);
  });

  it('are found by a position, an instant, and a day, which ends in Viet Nam', () => {
    const recorded = momentsOf(events, 'recorded');
    const at = (asOf: string) => indexAt(recorded, { asOf, basis: 'recorded' });
    expect([at('4'), at('8'), at('99')]).toEqual([1, 2, 3]);
    expect([at('2026-06-30T16:00:00Z'), at('2026-06-30T15:59:59Z')]).toEqual([2, 1]);
    // Half past midnight of 1 July in Viet Nam is no more of 30 June.
    expect([at('2026-06-30'), at('2026-07-01'), at('2020-01-01')]).toEqual([2, 3, 1]);
  });

  it('lead to an address from which they are found again', () => {
    for (const basis of ['recorded', 'occurred'] as const) {
      const moments = momentsOf(events, basis);
      moments.forEach((moment, index) => {
        const past = pastAt(moment, basis);
        expect(past && indexAt(moments, past)).toBe(index + 1);
      });
    }
    expect(pastAt(undefined, 'recorded')).toBeNull();
  });
});
