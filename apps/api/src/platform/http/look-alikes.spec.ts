import { describe, expect, it } from '@jest/globals';
import { lookAlikesIn } from './look-alikes.js';

describe('letters that look like Đ', () => {
  it('are found wherever a text stands', () => {
    const body = { name: 'Ðông Hải', 'a/b~c': ['Lạc Hòa', 'phường ðó', { note: 'D\u0335ông' }] };
    expect(lookAlikesIn(body)).toEqual(['/name', '/a~1b~0c/1', '/a~1b~0c/2/note']);
  });

  it('are not the letter itself, nor anything that is no text', () => {
    expect(lookAlikesIn({ name: 'Đông Hải, đường', count: 1, isUrgent: true, parentId: null })).toEqual([]);
  });
});
