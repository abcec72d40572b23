import { describe, expect, it } from '@jest/globals';
import { same } from './same.js';

const order = { number: '12', team: [{ id: 'a', unit: null }, { id: 'b' }], isOpen: true, items: 0 };

describe('same', () => {
  it.each<[string, unknown, unknown]>([
    ['numbers', 1, 1],
    ['texts', 'a', 'a'],
    ['nothing', null, null],
    ['empty lists', [], []],
    ['empty records', {}, {}],
    ['records in another order of keys', { a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 }],
    ['a record and its copy', order, JSON.parse(JSON.stringify(order))],
  ])('finds two %s', (_, one, other) => {
    expect(same(one, other)).toBe(true);
    expect(same(other, one)).toBe(true);
  });

  it.each<[string, unknown, unknown]>([
    ['another value', { a: 1 }, { a: 2 }],
    ['another kind of value', { a: 1 }, { a: '1' }],
    ['a value that is none', { a: 0 }, { a: null }],
    ['false and nothing', false, null],
    ['a key too many', { a: 1 }, { a: 1, b: 2 }],
    ['another key of no value', { a: undefined }, { b: undefined }],
    ['a list in another order', [1, 2], [2, 1]],
    ['a longer list', [1], [1, 1]],
    ['a list and a record', [], {}],
    ['a list and a record that looks like it', ['a'], { 0: 'a' }],
    ['a list and a text', ['a'], 'a'],
    ['a record and nothing', {}, null],
    ['something deep inside', { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }],
  ])('tells apart %s', (_, one, other) => {
    expect(same(one, other)).toBe(false);
    expect(same(other, one)).toBe(false);
  });

  it('is not led astray by names every record inherits', () => {
    expect(same({ toString: 1 }, {})).toBe(false);
    expect(same({ a: 1 }, { constructor: Object })).toBe(false);
  });
});
