import { describe, expect, it } from '@jest/globals';
import { searchKey } from './search-key.js';

describe('the search key', () => {
  it.each([
    ['both places of the mark', ['Xã Mỹ Hòa Hưng', 'Xã Mỹ Hoà Hưng'], 'xa my hoa hung'],
    ['both forms of Unicode', ['Vĩnh Châu'.normalize('NFC'), 'Vĩnh Châu'.normalize('NFD')], 'vinh chau'],
    ['both cases', ['ĐÌNH DÙ', 'Đình Dù', 'đình dù'], 'dinh du'],
    ['any spaces', ['  Tân   Long ', 'Tân Long', 'Tân\u00a0Long', 'Tân\n\tLong'], 'tan long'],
  ])('is the same for %s', (_, spellings, key) => {
    for (const spelling of spellings) expect(searchKey(spelling)).toBe(key);
  });

  it('strips every mark a Vietnamese vowel can carry', () => {
    expect(searchKey('ăằắẳẵặ âầấẩẫậ êềếểễệ ôồốổỗộ ơờớởỡợ ưừứửữự ỳýỷỹỵ')).toBe(
      'aaaaaa aaaaaa eeeeee oooooo oooooo uuuuuu yyyyy',
    );
  });

  it('keeps digits and signs', () => {
    expect(searchKey('12/QĐ-UBND')).toBe('12/qd-ubnd');
  });

  it('joins several texts, and is empty for none', () => {
    expect(searchKey('UBND phường 1', '31783')).toBe('ubnd phuong 1 31783');
    expect(searchKey()).toBe('');
    expect(searchKey('', ' ')).toBe('');
  });

  it('is its own key', () => {
    const key = searchKey('Phường Vĩnh Phước');
    expect(searchKey(key)).toBe(key);
  });
});
