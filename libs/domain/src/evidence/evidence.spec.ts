import { describe, expect, it } from '@jest/globals';
import { photo } from '../testing/fixtures.js';
import { assertEvidence } from './evidence.js';

describe('declared evidence', () => {
  it('keeps its order, and the same content once, under the name it came with first', () => {
    const again = { ...photo('a'), name: 'again.jpg' };
    expect(assertEvidence([photo('b'), photo('a'), again, photo('b')])).toEqual([photo('b'), photo('a')]);
    expect(assertEvidence([])).toEqual([]);
  });

  it.each([
    ['too short', 'a'.repeat(63)],
    ['too long', 'a'.repeat(65)],
    ['in capitals', 'A'.repeat(64)],
    ['not hexadecimal', 'g'.repeat(64)],
    ['with a line break behind', `${'a'.repeat(64)}\n`],
    ['empty', ''],
  ])('has no digest that is %s', (_, sha256) => {
    expect(() => assertEvidence([{ ...photo('a'), sha256 }])).toThrow(
      expect.objectContaining({ kind: 'unprocessable', code: 'evidence.digest-malformed', facts: { sha256 } }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('has no size of %s', (size) => {
    expect(() => assertEvidence([{ ...photo('a'), size }])).toThrow(
      expect.objectContaining({ kind: 'unprocessable', code: 'evidence.empty', facts: { name: 'a.jpg' } }),
    );
  });

  it('names the digest first', () => {
    expect(() => assertEvidence([{ ...photo('a'), sha256: '', size: 0 }])).toThrow('evidence.digest-malformed');
  });
});
