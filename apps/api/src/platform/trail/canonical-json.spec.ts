import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('writes the sample of RFC 8785, 3.2.3, but for its 1E30, which is no safe integer', () => {
    const sample = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('orders members by UTF-16 code units (RFC 8785, 3.2.3: the emoji stands before U+FB33)', () => {
    const sample = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(sample)) as object)).toContain('One');
    const order = [...canonicalJson(sample).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('orders members at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 3], a: {} })).toBe('{"a":{},"b":[{"c":2,"d":1},3]}');
  });

  // RFC 8785, appendix B, as far as its samples are safe.
  it.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-5e-324, '-5e-324'],
    [0.000001, '0.000001'],
    [0.0000001, '1e-7'],
    [333333333.3333332, '333333333.3333332'],
    [333333333.33333325, '333333333.33333325'],
    [9007199254740991, '9007199254740991'],
    [-1e15, '-1000000000000000'],
  ])('writes the number %p as %s', (number, text) => {
    expect(canonicalJson(number)).toBe(text);
  });

  it('does not normalise text', () => {
    expect(canonicalJson({ 'A\u030a': 'ế' })).toBe('{"A\u030a":"ế"}');
    expect(canonicalJson('e\u0302\u0301')).toBe('"e\u0302\u0301"');
  });

  it('keeps a key that looks like an array index in its place as text', () => {
    expect(canonicalJson({ '10': 1, '9': 2, a: 3 })).toBe('{"10":1,"9":2,"a":3}');
  });

  const cycle: Record<string, unknown> = {};
  cycle.again = cycle;
  it.each<[string, unknown, string]>([
    ['undefined', { a: [undefined] }, '/a/0 is undefined, which JSON cannot hold'],
    ['a hole in a list', new Array(1), '/0 is undefined, which JSON cannot hold'],
    ['a function', { f: () => 1 }, '/f is function, which JSON cannot hold'],
    ['a bigint', 1n, 'the value is bigint, which JSON cannot hold'],
    ['NaN', Number.NaN, 'the value is NaN, which JSON cannot hold'],
    ['infinity', { a: Number.POSITIVE_INFINITY }, '/a is Infinity, which JSON cannot hold'],
    ['an unsafe integer', 2 ** 53, 'the value is beyond the safe integers'],
    ['the 1E30 of the RFC', 1e30, 'the value is beyond the safe integers'],
    ['a lone high surrogate', '\ud800', 'the value holds a lone surrogate'],
    ['a lone low surrogate in a key', { '\udc00': 1 }, '/\udc00 holds a lone surrogate'],
    ['U+0000', 'a\0b', 'the value holds U+0000'],
    ['a date', new Date(0), 'the value is not a plain object'],
    ['a map', { 'a/b~': new Map() }, '/a~1b~0 is not a plain object'],
    ['an object that writes itself', { toJSON: () => 1 }, 'the value is not a plain object'],
    ['__proto__', JSON.parse('{"__proto__":1}'), 'the value has a member __proto__'],
  ])('refuses %s', (_, value, message) => {
    expect(() => canonicalJson(value)).toThrow(new TypeError(message));
  });

  it('refuses a cycle by its depth', () => {
    expect(() => canonicalJson(cycle)).toThrow(/is nested deeper than 64$/);
  });
});
