import { describe, expect, it } from '@jest/globals';
import { isPeriodWrong, procedureOf, typesOffered, usualTerms } from './order-terms.js';

describe('the rules an order goes by', () => {
  it('are those of the regime on the day of signing', () => {
    expect(typesOffered('internal-check', '2026-03-02')).toEqual(['planned', 'unannounced', 'thematic', 'follow-up']);
    expect(typesOffered('self-check', '2026-03-02')).toEqual(['self-check']);
    expect(typesOffered('state-inspection', '2020-03-02')).toEqual([]);
    expect(typesOffered('internal-check', null)).toEqual([]);
  });

  it('say which path the inspection takes, and whether the unit hears of it first', () => {
    expect(procedureOf(usualTerms, '2026-03-02')).toMatchObject({ path: 'short', isAnnounced: false });
    expect(procedureOf({ ...usualTerms, type: 'thematic' }, '2026-03-02')).toMatchObject({
      path: 'long',
      isAnnounced: true,
    });
    expect(procedureOf({ ...usualTerms, type: 'self-check' }, '2026-03-02')).toBeNull();
  });

  it('take a period whole or not at all', () => {
    const from = '2025-01-01';
    expect(isPeriodWrong(usualTerms)).toBe(false);
    expect(isPeriodWrong({ ...usualTerms, from })).toBe(true);
    expect(isPeriodWrong({ ...usualTerms, from, to: '2024-12-31' })).toBe(true);
    expect(isPeriodWrong({ ...usualTerms, from, to: from })).toBe(false);
  });
});
