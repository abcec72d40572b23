import { describe, expect, it } from '@jest/globals';
import { officeId, schoolId, townId, wardId } from '../testing/fixtures.js';
import { type OrderAsked, type OrderKnown, orderWarnings } from './order-overlap.js';

const asked: OrderAsked = {
  id: 'new',
  number: '12/QĐ-UBND',
  signedOn: '2026-11-20',
  fieldworkUntil: null,
  unitId: wardId,
  orderedById: officeId,
  programmeItemId: 'item-1',
};
const known: OrderKnown = {
  id: 'old',
  number: '07/QĐ-UBND',
  status: 'minutes-signed',
  unitId: wardId,
  unitName: 'UBND phường 1',
  orderedById: townId,
  orderedBy: 'UBND thị xã',
  orderedOn: '2026-11-01',
  fieldworkUntil: null,
  startedAt: null,
  endedAt: null,
  programmeItemId: null,
};
const codes = (part: Partial<OrderKnown>, of: Partial<OrderAsked> = {}) =>
  orderWarnings({ ...asked, ...of }, [{ ...known, ...part }]).map(({ code }) => code);

describe('what is worth a second look before an order', () => {
  it('is another team at the same unit within thirty days', () => {
    expect(codes({})).toEqual(['unit-inspected-meanwhile']);
    expect(codes({ unitId: schoolId })).toEqual([]);
    expect(codes({ status: 'cancelled' })).toEqual([]);
    expect(codes({ orderedOn: '2026-10-21' })).toEqual(['unit-inspected-meanwhile']);
    expect(codes({ orderedOn: '2026-10-20' })).toEqual([]);
    expect(codes({ orderedOn: '2026-12-20' })).toEqual(['unit-inspected-meanwhile']);
    expect(codes({ orderedOn: '2026-12-21' })).toEqual([]);
    // By the days it takes, not by the day of its paper.
    const long = { orderedOn: '2026-06-01', startedAt: '2026-08-03T01:00:00.000Z' };
    expect(codes(long)).toEqual([]);
    expect(codes({ ...long, fieldworkUntil: '2026-10-30' })).toEqual(['unit-inspected-meanwhile']);
    expect(codes({ ...long, fieldworkUntil: '2026-10-30', endedAt: '2026-09-01T01:00:00.000Z' })).toEqual([]);
    expect(codes({ orderedOn: '2027-01-10' }, { fieldworkUntil: '2026-12-15' })).toEqual(['unit-inspected-meanwhile']);
  });

  it('is the same item of the plan for the same unit, whenever', () => {
    expect(codes({ programmeItemId: 'item-1', orderedOn: '2026-02-01' })).toEqual(['programme-item-ordered']);
    // Said once: it is not an overlap as well.
    expect(codes({ programmeItemId: 'item-1' })).toEqual(['programme-item-ordered']);
    expect(codes({ programmeItemId: 'item-1', unitId: schoolId })).toEqual([]);
    expect(codes({ programmeItemId: null, orderedOn: '2026-02-01' }, { programmeItemId: null })).toEqual([]);
  });

  it('is a number its body used in the same year, for whichever unit', () => {
    const same = { number: '12/qđ-ubnd', orderedById: officeId, unitId: schoolId };
    expect(codes(same)).toEqual(['decision-number-used']);
    expect(codes({ ...same, status: 'cancelled' })).toEqual(['decision-number-used']);
    expect(codes({ ...same, orderedOn: '2025-12-31' })).toEqual([]);
    expect(codes({ ...same, orderedById: townId })).toEqual([]);
    expect(codes({ ...same, id: 'new' })).toEqual([]);
    expect(orderWarnings(asked, [{ ...known, ...same }])).toMatchObject([
      { field: 'number', inspectionId: 'old', detail: { en: expect.stringContaining('in 2026 already') } },
    ]);
  });
});
