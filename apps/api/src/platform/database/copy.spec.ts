import { describe, expect, it } from '@jest/globals';
import { copiedText } from './copy.js';

describe('text for COPY', () => {
  it.each<[unknown, string]>([
    [null, '\\N'],
    [undefined, '\\N'],
    ['\\N', '\\\\N'],
    ['a\tb\nc\rd\\e', 'a\\tb\\nc\\rd\\\\e'],
    ['', ''],
    [0, '0'],
    [9_007_199_254_740_991, '9007199254740991'],
    [true, 'true'],
    [new Date('2026-11-21T03:04:05.678Z'), '2026-11-21T03:04:05.678Z'],
    [[], '{}'],
    [['a,b', 'NULL', '', null, '{', '"', '\\'], '{"a,b","NULL","",NULL,"{","\\\\"","\\\\\\\\"}'],
    [[[1, 2], ['ế']], '{{"1","2"},{"ế"}}'],
  ])('%j', (value, text) => {
    expect(copiedText(value)).toBe(text);
  });
});
