import { describe, expect, it } from '@jest/globals';
import { isOutside, type PlannedPeriod, plannedTimeOf, windowsOf } from './planned-time.js';

const year = (first: number, last: number | null = first): PlannedPeriod => ({ kind: 'years', first, last });
const every = (...intervals: Extract<PlannedPeriod, { kind: 'recurring' }>['every']): PlannedPeriod => ({
  kind: 'recurring',
  every: intervals,
});
const by = (on: string): PlannedPeriod => ({ kind: 'by', on });
const ongoing: PlannedPeriod = { kind: 'ongoing' };

/**
 * Every form of the source plans, and where it stands: Ngã Năm 2021, Vĩnh Châu 2023, Như Quỳnh 2024, Mỹ Hòa Hưng 2023, Cần
 * Thơ 2023. The annex of Ngã Năm has no column of times.
 */
const seen: readonly (readonly [text: string, where: string, ...periods: readonly PlannedPeriod[]])[] = [
  ['Thường xuyên', 'Vĩnh Châu, annex, 6.1, 6.2 and 19 more; Mỹ Hòa Hưng; Cần Thơ; Như Quỳnh', ongoing],
  ['Năm 2023', 'Vĩnh Châu, annex, 6.3; Mỹ Hòa Hưng, annex', year(2023)],
  ['Năm 2024', 'Như Quỳnh, annex, title of the plan', year(2024)],
  [
    'Theo Kế hoạch đã được Ủy ban nhân dân thị xã phê duyệt',
    'Vĩnh Châu, annex, 1.4',
    { kind: 'by-other-document', text: 'Theo Kế hoạch đã được Ủy ban nhân dân thị xã phê duyệt' },
  ],
  ['Năm 2024 và hàng năm', 'Như Quỳnh, annex 1, democracy in the office, b', year(2024), every('year')],
  ['Năm 2024 và các năm tiếp theo', 'Như Quỳnh, annex 1, democracy in the office, c and d', year(2024, null)],
  ['Năm 2024 và những năm tiếp theo', 'Như Quỳnh, annex 1, democracy in the office, a', year(2024, null)],
  ['- Định kỳ,thường xuyên', 'Như Quỳnh, annex 2 b', every(), ongoing],
  ['- Năm 2024; \n- 6 tháng, năm', 'Như Quỳnh, annex 2 c, budget disclosure', year(2024), every('half-year', 'year')],
  [
    'Sau khi QHKHSDĐ được cơ quan nhà nước phê duyệt',
    'Như Quỳnh, annex 2 d',
    { kind: 'after-event', amount: null, unit: 'day', event: 'QHKHSDĐ được cơ quan nhà nước phê duyệt' },
  ],
  ['Quý II, III năm 2024', 'Như Quỳnh, annex 4 b, schools', { kind: 'quarters', quarters: [2, 3], year: 2024 }],
  ['Trong năm học', 'Như Quỳnh, annex 6 b', { kind: 'school-year', first: null }],
  ['Trong năm 2023', 'Như Quỳnh, annex 6 c and 7 b', year(2023)],
  ['Năm 2023-2025', 'Như Quỳnh, annex 6 c', year(2023, 2025)],
  [
    '- Trước và trong quá trình bầu cử - Thường xuyên',
    'Như Quỳnh, annex 1 a',
    { kind: 'around-event', event: 'bầu cử' },
    ongoing,
  ],
  ['Hàng năm', 'Như Quỳnh, duties of the mass organisations', every('year')],
  ['hằng năm', 'Như Quỳnh, on lists of poor households', every('year')],
  [
    'hàng năm, hàng quý, hàng tháng',
    'Như Quỳnh, annex 1, democracy in the office, b',
    every('year', 'quarter', 'month'),
  ],
  [
    '6 tháng đầu năm trước ngày 03/7/2024',
    'Như Quỳnh, reports to the district',
    { kind: 'part-of-year', from: 1, to: 6, year: null },
    by('2024-07-02'),
  ],
  [
    'chậm nhất 15 ngày làm việc sau thời gian ban hành Kế hoạch',
    'Như Quỳnh, issue of the plan',
    { kind: 'after-event', amount: 15, unit: 'working-day', event: 'thời gian ban hành Kế hoạch' },
  ],
  [
    'từ ngày 01/01/2024 đến ngày 30/6/2024',
    'Như Quỳnh, reports to the district, cut-off',
    { kind: 'between', from: '2024-01-01', to: '2024-06-30' },
  ],
  ['Định kỳ hàng quý', 'Mỹ Hòa Hưng, reports to the inspectorate', every('quarter')],
  ['trước ngày 20 tháng 12 năm 2023', 'Mỹ Hòa Hưng, reports', by('2023-12-19')],
  ['trước ngày 31 tháng 7 năm 2023', 'Cần Thơ, IV.1', by('2023-07-30')],
  [
    'Báo cáo tiến độ định kỳ quý/ 6 tháng/ 9 tháng và năm',
    'Cần Thơ, annex I, 7.3.6 and 7.3.7',
    every('quarter', 'half-year', 'nine-months', 'year'),
  ],
  ['định kỳ, đột xuất', 'Như Quỳnh, discipline in office; Cần Thơ, IV.1a', every(), { kind: 'as-needed' }],
  ['đến hết năm', 'Cần Thơ, annex I, 6.1.1', { kind: 'part-of-year', from: 1, to: 12, year: null }],
  ['định kỳ (sáu tháng, năm)', 'Vĩnh Châu, V.1', every('half-year', 'year')],
];

describe('the times the source plans give', () => {
  it.each(seen)('reads "%s" (%s)', (text, _where, ...periods) => {
    expect(plannedTimeOf(text)).toEqual({ text, periods, unread: [] });
  });
});

describe('the same said otherwise', () => {
  it.each<[string, ...PlannedPeriod[]]>([
    ['quý II', { kind: 'quarters', quarters: [2], year: null }],
    ['Quí 3/2024', { kind: 'quarters', quarters: [3], year: 2024 }],
    ['Quý I - IV năm 2024', { kind: 'quarters', quarters: [1, 2, 3, 4], year: 2024 }],
    ['Quý II và quý IV', { kind: 'quarters', quarters: [2, 4], year: null }],
    ['tháng 6', { kind: 'months', months: [6], year: null }],
    ['Tháng 6/2023', { kind: 'months', months: [6], year: 2023 }],
    ['tháng 6 - 8 năm 2023', { kind: 'months', months: [6, 7, 8], year: 2023 }],
    ['Tháng 3, 6, 9, 12', { kind: 'months', months: [3, 6, 9, 12], year: null }],
    ['từ tháng 11 đến tháng 12', { kind: 'months', months: [11, 12], year: null }],
    ['6 tháng đầu năm 2023', { kind: 'part-of-year', from: 1, to: 6, year: 2023 }],
    ['6 tháng cuối năm', { kind: 'part-of-year', from: 7, to: 12, year: null }],
    ['9 tháng đầu năm', { kind: 'part-of-year', from: 1, to: 9, year: null }],
    ['chậm nhất ngày 31/7/2023', by('2023-07-31')],
    ['đến hết ngày 31/12/2023', by('2023-12-31')],
    ['đến hết năm 2023', by('2023-12-31')],
    ['trước ngày 01/01/2024', by('2023-12-31')],
    ['Năm học 2023-2024', { kind: 'school-year', first: 2023 }],
    ['giai đoạn 2022 - 2025', year(2022, 2025)],
    ['THUONG XUYEN', ongoing],
    [
      'Quý II; Quý III',
      { kind: 'quarters', quarters: [2], year: null },
      { kind: 'quarters', quarters: [3], year: null },
    ],
  ])('reads "%s"', (text, ...periods) => {
    expect(plannedTimeOf(text)).toEqual({ text, periods, unread: [] });
  });

  it('reads text in any normal form, and keeps it in one', () => {
    expect(plannedTimeOf('Thường xuyên'.normalize('NFD'))).toEqual({
      text: 'Thường xuyên',
      periods: [ongoing],
      unread: [],
    });
  });
});

describe('what it cannot read', () => {
  it.each<[string, readonly string[], ...PlannedPeriod[]]>([
    ['Quý V', ['Quý V']],
    ['trước ngày 31/6/2023', ['trước ngày 31/6/2023']],
    ['khi rảnh; Năm 2023', ['khi rảnh'], year(2023)],
    ['Năm 2025-2023', ['-2023'], year(2025)],
    ['', []],
    ['???', ['???']],
    ['năm', ['năm']],
  ])('says so of "%s"', (text, unread, ...periods) => {
    expect(plannedTimeOf(text)).toMatchObject({ periods, unread: unread.map((piece) => piece.replace(/^-/, '')) });
  });
});

describe('the windows of a time in a programme', () => {
  const programme = { from: '2023-04-01', to: '2023-12-31' };
  it.each<[string, ...(readonly [string, string])[]]>([
    ['Thường xuyên', ['2023-04-01', '2023-12-31']],
    ['Năm 2023', ['2023-04-01', '2023-12-31']],
    ['Năm 2023 và các năm tiếp theo', ['2023-04-01', '2023-12-31']],
    ['Quý I, III', ['2023-07-01', '2023-09-30']],
    ['hàng quý', ['2023-04-01', '2023-06-30'], ['2023-07-01', '2023-09-30'], ['2023-10-01', '2023-12-31']],
    ['6 tháng, năm 2023', ['2023-04-01', '2023-06-30'], ['2023-07-01', '2023-12-31']],
    ['tháng 4 - 5', ['2023-04-01', '2023-04-30'], ['2023-05-01', '2023-05-31']],
    ['trước ngày 31/7/2023', ['2023-04-01', '2023-07-30']],
    ['Năm 2024'],
    ['Sau khi có kết quả'],
    ['Trong năm học'],
    ['định kỳ'],
  ])('cuts "%s"', (text, ...windows) => {
    expect(windowsOf(plannedTimeOf(text), programme)).toEqual(windows.map(([from, to]) => ({ from, to })));
  });

  it('tells of a plan that names another year than its own', () => {
    // Như Quỳnh's plan of 2024 carries "năm 2023" in its annex.
    const own = { from: '2024-01-01', to: '2024-12-31' };
    expect(isOutside(plannedTimeOf('Trong năm 2023'), own)).toBe(true);
    expect(isOutside(plannedTimeOf('Năm 2023-2025'), own)).toBe(false);
    expect(isOutside(plannedTimeOf('Thường xuyên'), own)).toBe(false);
    expect(isOutside(plannedTimeOf('Sau khi có kết quả'), own)).toBe(false);
  });

  it('crosses years', () => {
    const two = { from: '2023-07-01', to: '2024-06-30' };
    expect(windowsOf(plannedTimeOf('6 tháng đầu năm'), two)).toEqual([{ from: '2024-01-01', to: '2024-06-30' }]);
    expect(windowsOf(plannedTimeOf('hằng năm'), two)).toEqual([
      { from: '2023-07-01', to: '2023-12-31' },
      { from: '2024-01-01', to: '2024-06-30' },
    ]);
  });
});
