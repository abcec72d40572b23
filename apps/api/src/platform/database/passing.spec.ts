import { describe, expect, it } from '@jest/globals';
import { isPassing } from './passing.js';

const coded = (code: string) => Object.assign(new Error('as it came'), { code });

describe('a failure of the database', () => {
  it.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    '08006',
    '57P01',
    '57P03',
    '53100',
    '53300',
    '55P03',
    '25006',
    '57014',
  ])('passes by itself with %s', (code) => expect(isPassing(coded(code))).toBe(true));

  it.each(['23505', '23514', '42P01', '42501', '28P01', '22P02'])('is a mistake with %s', (code) => {
    expect(isPassing(coded(code))).toBe(false);
  });

  it('passes when every address refused', () => {
    expect(isPassing(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]))).toBe(true);
    expect(isPassing(new AggregateError([coded('ECONNREFUSED'), coded('28P01')]))).toBe(false);
  });

  it("passes with the driver's words for a lost connection", () => {
    expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isPassing(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isPassing(new Error('a bug'))).toBe(false);
  });
});
