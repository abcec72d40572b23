import { describe, expect, it } from '@jest/globals';
import {
  amountInWords,
  dayOf,
  formatDate,
  formatDateTime,
  formatDaysLeft,
  formatMoney,
  formatRate,
  formatSize,
  formatWeekdayDate,
  parseDate,
  parseMoney,
} from './format.js';

describe('dates', () => {
  it('are written day first, with the hour of Vietnam', () => {
    expect(formatDate('2026-11-05', 'vi')).toBe('05/11/2026');
    expect(formatDateTime('2026-11-20T17:05:00.000Z', 'vi')).toBe('00:05 21/11/2026');
    expect(dayOf('2026-11-20T17:05:00.000Z')).toBe('2026-11-21');
  });

  it('name their weekday', () => {
    expect(formatWeekdayDate('2026-11-05', 'vi')).toBe('Thứ Năm, 05/11/2026');
    expect(formatWeekdayDate('2026-11-08', 'vi')).toBe('Chủ nhật, 08/11/2026');
    expect(formatWeekdayDate('2026-11-05', 'en')).toBe('Thursday, 05/11/2026');
  });

  it.each(['5/11/2026', '05112026', '5-11-26', '05/11/26', '051126', ' 5.11.2026 ', '2026-11-05', '5 11 2026'])(
    'are read from %s',
    (typed) => {
      expect(parseDate(typed)).toBe('2026-11-05');
    },
  );

  it.each(['', '31/02/2026', '29/02/2025', '13/13/2026', '5/11', '5/11/226', 'mai', '00/01/2026'])(
    'are not read from %j',
    (typed) => {
      expect(parseDate(typed)).toBeNull();
    },
  );

  it('take the leap day', () => {
    expect(parseDate('29/2/2028')).toBe('2028-02-29');
  });
});

describe('deadlines', () => {
  it('count working days', () => {
    expect(formatDaysLeft(3, 'vi')).toBe('còn 3 ngày làm việc');
    expect(formatDaysLeft(0, 'vi')).toBe('đến hạn hôm nay');
    expect(formatDaysLeft(-2, 'vi')).toBe('quá hạn 2 ngày làm việc');
    expect(formatDaysLeft(1, 'en')).toBe('1 working day left');
    expect(formatDaysLeft(-2, 'en')).toBe('2 working days overdue');
  });
});

describe('numbers', () => {
  it('show the fraction behind a rate, and nothing else below ten cases', () => {
    expect(formatRate(46, 56, 'vi')).toBe('82% (46/56)');
    expect(formatRate(5, 9, 'vi')).toBe('5/9');
    expect(formatRate(10, 10, 'vi')).toBe('100% (10/10)');
    expect(formatRate(0, 0, 'vi')).toBe('–');
  });

  it('write sizes', () => {
    expect(formatSize(212_345, 'vi')).toBe('212 KB');
    expect(formatSize(2_400_000, 'vi')).toBe('2,4 MB');
  });

  it('write money', () => {
    expect(formatMoney(1_234_567, 'vi')).toBe('1.234.567\u00a0đ');
    expect(formatMoney(1_234_567, 'en')).toBe('1,234,567\u00a0đ');
  });
});

describe('amounts as they are typed', () => {
  it.each([
    ['1.234.567', 1_234_567],
    ['1234567', 1_234_567],
    ['1 234 567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1.234.567 đ', 1_234_567],
    ['1,5 tỷ', 1_500_000_000],
    ['1.5 tỷ', 1_500_000_000],
    ['1,5 ty\u0309', 1_500_000_000],
    ['350tr', 350_000_000],
    ['350 triệu đồng', 350_000_000],
    ['1.500 triệu', 1_500_000_000],
    ['2 tỷ 350 triệu', 2_350_000_000],
    ['1 triệu 200 nghìn', 1_200_000],
    ['200k', 200_000],
    ['0', 0],
    ['1000000000000000', 1_000_000_000_000_000],
  ])('%j', (typed, amount) => {
    expect(parseMoney(typed)).toBe(amount);
  });

  it.each([
    '',
    '1,5',
    '1,234',
    '1.23',
    '-5',
    'abc',
    '12 con',
    '350 triệu 2 tỷ',
    '1000000000000001',
    '1,0000000001 tỷ',
    'đ',
  ])('not %j', (typed) => {
    expect(parseMoney(typed)).toBeNull();
  });
});

describe('amounts in words', () => {
  it.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [24, 'Hai mươi tư đồng'],
    [25, 'Hai mươi lăm đồng'],
    [105, 'Một trăm lẻ năm đồng'],
    [110, 'Một trăm mười đồng'],
    [1005, 'Một nghìn không trăm lẻ năm đồng'],
    [1_000_005, 'Một triệu không trăm lẻ năm đồng'],
    [1_234_567, 'Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng'],
    [1_500_000_000, 'Một tỷ năm trăm triệu đồng'],
    [1_050_000_000, 'Một tỷ không trăm năm mươi triệu đồng'],
    [1_000_000_000_000_000, 'Một triệu tỷ đồng'],
    [-2000, 'Âm hai nghìn đồng'],
  ])('%d', (amount, words) => {
    expect(amountInWords(amount, 'vi')).toBe(words);
  });

  it('are English on request', () => {
    expect(amountInWords(1_234_567, 'en')).toBe(
      'One million two hundred thirty-four thousand five hundred sixty-seven đồng',
    );
  });
});
