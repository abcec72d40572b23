import { describe, expect, it } from '@jest/globals';
import { recommendationNumber } from './number.js';

describe('the number of a recommendation', () => {
  const of = { inspectionNumber: '131/QĐ-UBND', orderedOn: '2026-10-05', findingNumber: 'TT-02', earlier: 0 };

  it('names the decision, its year and the finding', () => {
    expect(recommendationNumber(of)).toBe('KN-131/2026-02');
  });

  it('tells a second answer to the same finding apart', () => {
    expect(recommendationNumber({ ...of, earlier: 1 })).toBe('KN-131/2026-02.2');
  });

  it('takes a decision that is numbered otherwise as it is', () => {
    expect(recommendationNumber({ ...of, inspectionNumber: 'Lệnh 7' })).toBe('KN-Lệnh 7/2026-02');
  });
});
