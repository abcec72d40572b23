import { describe, expect, it } from '@jest/globals';
import { instantOf } from './stored-row.js';

describe('an instant as PostgreSQL writes it', () => {
  it.each([
    ['2026-11-21 03:04:05+00', '2026-11-21T03:04:05.000Z'],
    ['2026-11-21 03:04:05.6+00', '2026-11-21T03:04:05.600Z'],
    ['2026-11-21 03:04:05.067+00', '2026-11-21T03:04:05.067Z'],
    ['2026-11-21 03:04:05.67+07', '2026-11-20T20:04:05.670Z'],
    ['2026-11-21 03:04:05.678+05:30', '2026-11-20T21:34:05.678Z'],
    ['2026-11-21 03:04:05-03', '2026-11-21T06:04:05.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });

  it.each(['infinity', '0044-03-15 00:00:00+00 BC', '21/11/2026 03:04:05 UTC', '2026-11-21 03:04:05.678901+00'])(
    '%s is refused',
    (text) => {
      expect(() => instantOf(text)).toThrow('is no instant of the log');
    },
  );
});
