import { describe, expect, it } from '@jest/globals';
import { decodeUtf8, depthMax, itemsMax, keysMax, parseStrictJson, StrictJsonError } from './strict-json.js';

function refusal(text: string): [string, string] | null {
  try {
    parseStrictJson(text);
    return null;
  } catch (error) {
    if (error instanceof StrictJsonError) return [error.code, error.pointer];
    throw error;
  }
}

describe('parseStrictJson', () => {
  it.each([
    '{}',
    '[]',
    ' [1, -2.5e3 ,0,1E2,0.1]\n',
    '{"a":{"b":[true,false,null]},"c":"x"}',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00"',
    '"Hòa Ất Đỗ 🇻🇳 \u007f"',
    '9007199254740991',
    '-9007199254740991',
    '{"":1," ":2}',
    'null',
    '5e-324',
  ])('reads %j as JSON.parse does', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['', 'malformed-json'],
    ['{"title":', 'malformed-json'],
    ['{"a" 1}', 'malformed-json'],
    ['{"a":1,}', 'malformed-json'],
    ['[1,]', 'malformed-json'],
    ['[1 2]', 'malformed-json'],
    ["{'a':1}", 'malformed-json'],
    ['{a:1}', 'malformed-json'],
    ['NaN', 'malformed-json'],
    ['-Infinity', 'malformed-json'],
    ['0x10', 'malformed-json'],
    ['01', 'malformed-json'],
    ['-01', 'malformed-json'],
    ['+1', 'malformed-json'],
    ['.5', 'malformed-json'],
    ['1.', 'malformed-json'],
    ['1e', 'malformed-json'],
    ['1 // one', 'malformed-json'],
    ['/* one */ 1', 'malformed-json'],
    ['{} {}', 'malformed-json'],
    ['\ufeff{}', 'malformed-json'],
    ['"a\nb"', 'malformed-json'],
    ['"\\x41"', 'malformed-json'],
    ['"\\u00g0"', 'malformed-json'],
    ['"abc', 'malformed-json'],
    ['tru', 'malformed-json'],
    ['\u00a01', 'malformed-json'],
    ['1e400', 'invalid-number'],
    ['-1e400', 'invalid-number'],
    ['1e-400', 'invalid-number'],
    ['-0', 'invalid-number'],
    ['-0.0e5', 'invalid-number'],
    ['9007199254740993', 'unsafe-integer'],
    ['99999999999999999999', 'unsafe-integer'],
    ['1e20', 'unsafe-integer'],
    ['"\\u0000"', 'forbidden-character'],
    ['"\\ud800"', 'forbidden-character'],
    ['"\\ude00\\ud83d"', 'forbidden-character'],
  ])('refuses %j as %s', (text, code) => {
    expect(refusal(text)?.[0]).toBe(code);
  });

  it('names the place', () => {
    expect(refusal('{"a":[1,{"b/c":"\\u0000"}]}')).toEqual(['forbidden-character', '/a/1/b~1c']);
    expect(refusal('{"a":1,"b":{"c":1,"c":2}}')).toEqual(['duplicate-key', '/b/c']);
    expect(refusal('[{"a":1},{"a":2}]')).toBeNull();
  });

  it('takes keys that differ only in writing for one', () => {
    expect(refusal('{"a":1,"\\u0061":2}')?.[0]).toBe('duplicate-key');
    expect(refusal('{"\u00e0":1,"a\u0300":2}')?.[0]).toBe('duplicate-key');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toJSON', '\\u005f_proto__'])('refuses the key %s', (key) => {
    expect(refusal(`{"a":{"${key}":{"admin":true}}}`)?.[0]).toBe('forbidden-key');
  });

  it('brings text to NFC', () => {
    expect(parseStrictJson('{"a":"Hoa\u0300"}')).toEqual({ a: 'Ho\u00e0' });
  });

  it('takes exactly so much depth, so many items, so many keys', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(refusal(nested(depthMax))).toBeNull();
    expect(refusal(nested(depthMax + 1))?.[0]).toBe('too-deep');
    expect(refusal('['.repeat(100_000))?.[0]).toBe('too-deep');

    const list = (length: number) => `[${Array(length).fill('1').join(',')}]`;
    expect(refusal(list(itemsMax))).toBeNull();
    expect(refusal(list(itemsMax + 1))?.[0]).toBe('too-many-items');

    const object = (length: number) => `{${Array.from({ length }, (_, i) => `"k${i}":1`).join(',')}}`;
    expect(refusal(object(keysMax))).toBeNull();
    expect(refusal(object(keysMax + 1))?.[0]).toBe('too-many-items');
  });
});

describe('decodeUtf8', () => {
  it('refuses what is no UTF-8, overlong forms and surrogates included', () => {
    for (const bytes of [
      [0xff, 0xfe],
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xe1, 0xba],
    ])
      expect(() => decodeUtf8(Uint8Array.from(bytes))).toThrow(StrictJsonError);
  });

  it('keeps a byte order mark where the parser sees it', () => {
    expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]))).toBe('\ufeff{}');
  });
});
