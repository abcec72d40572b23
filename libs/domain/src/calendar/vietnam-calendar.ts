import type { Text } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import type { CalendarDay, CalendarDayKind, WorkingCalendar } from './working-calendar.js';

/**
 * Days off and make-up Saturdays of civil servants, 2021 to 2027. Labour Code 2019, article 112, names the holidays and
 * moves one that falls on a weekly day off to the next working day; which five days are Tết, which day stands beside 2
 * September and which working days are swapped is announced year by year. `confirmed` says that the day off itself is
 * certain, by the law or by that year's announcement; numbers of announcements are left out because none was read.
 */
const newYear: Text = { vi: 'Tết Dương lịch', en: 'New Year' };
const tet: Text = { vi: 'Tết Nguyên đán', en: 'Lunar New Year (Tết)' };
const hungKings: Text = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' };
const victory: Text = { vi: 'Ngày Chiến thắng 30/4', en: 'Victory Day' };
const labour: Text = { vi: 'Ngày Quốc tế lao động 01/5', en: 'International Labour Day' };
const national: Text = { vi: 'Quốc khánh 02/9', en: 'National Day' };
const culture: Text = { vi: 'Ngày Văn hóa Việt Nam 24/11', en: 'Vietnam Culture Day' };

const byLaw = 'Bộ luật Lao động 2019, Điều 112 khoản 1';
const moved =
  'Bộ luật Lao động 2019, Điều 111 khoản 3 và Điều 112: ngày lễ trùng ngày nghỉ hằng tuần thì nghỉ bù vào ngày làm việc kế tiếp';
const cultureSource = 'Nghị quyết 80-NQ/TW ngày 07/01/2026; chưa đối chiếu văn bản áp dụng cho công chức';

function announced(year: number): string {
  return `Thông báo của cơ quan quản lý lao động về nghỉ lễ, Tết của công chức năm ${year}`;
}

function awaited(year: number): string {
  return `Tính theo Bộ luật Lao động 2019, Điều 112 và cách nghỉ các năm trước; chờ thông báo chính thức cho năm ${year}`;
}

const year2021 = [
  ...holidays(newYear, byLaw, ['2021-01-01']),
  ...holidays(tet, announced(2021), ['2021-02-10', '2021-02-11', '2021-02-12', '2021-02-13', '2021-02-14']),
  ...substitutes(tet, announced(2021), ['2021-02-15', '2021-02-16']),
  ...holidays(hungKings, byLaw, ['2021-04-21']),
  ...holidays(victory, byLaw, ['2021-04-30']),
  ...holidays(labour, byLaw, ['2021-05-01']),
  ...substitutes(labour, moved, ['2021-05-03']),
  ...holidays(national, byLaw, ['2021-09-02']),
  ...holidays(national, announced(2021), ['2021-09-03']),
];

const year2022 = [
  ...holidays(newYear, byLaw, ['2022-01-01']),
  ...substitutes(newYear, moved, ['2022-01-03']),
  ...holidays(tet, announced(2022), ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04']),
  ...holidays(hungKings, byLaw, ['2022-04-10']),
  ...substitutes(hungKings, moved, ['2022-04-11']),
  ...holidays(victory, byLaw, ['2022-04-30']),
  ...holidays(labour, byLaw, ['2022-05-01']),
  ...substitutes(victory, moved, ['2022-05-02']),
  ...substitutes(labour, moved, ['2022-05-03']),
  ...holidays(national, announced(2022), ['2022-09-01']),
  ...holidays(national, byLaw, ['2022-09-02']),
];

const year2023 = [
  ...holidays(newYear, byLaw, ['2023-01-01']),
  ...substitutes(newYear, moved, ['2023-01-02']),
  ...holidays(tet, announced(2023), ['2023-01-20', '2023-01-21', '2023-01-22', '2023-01-23', '2023-01-24']),
  ...substitutes(tet, announced(2023), ['2023-01-25', '2023-01-26']),
  ...holidays(hungKings, byLaw, ['2023-04-29']),
  ...holidays(victory, byLaw, ['2023-04-30']),
  ...holidays(labour, byLaw, ['2023-05-01']),
  ...substitutes(hungKings, moved, ['2023-05-02']),
  ...substitutes(victory, moved, ['2023-05-03']),
  ...holidays(national, announced(2023), ['2023-09-01']),
  ...holidays(national, byLaw, ['2023-09-02']),
  ...substitutes(national, moved, ['2023-09-04']),
];

const year2024 = [
  ...holidays(newYear, byLaw, ['2024-01-01']),
  ...holidays(tet, announced(2024), ['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12']),
  ...substitutes(tet, announced(2024), ['2024-02-13', '2024-02-14']),
  ...holidays(hungKings, byLaw, ['2024-04-18']),
  ...swapped(victory, announced(2024), { off: '2024-04-29', worked: '2024-05-04' }),
  ...holidays(victory, byLaw, ['2024-04-30']),
  ...holidays(labour, byLaw, ['2024-05-01']),
  ...holidays(national, byLaw, ['2024-09-02']),
  ...holidays(national, announced(2024), ['2024-09-03']),
];

const year2025 = [
  ...holidays(newYear, byLaw, ['2025-01-01']),
  ...holidays(tet, announced(2025), ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']),
  ...holidays(hungKings, byLaw, ['2025-04-07']),
  ...holidays(victory, byLaw, ['2025-04-30']),
  ...holidays(labour, byLaw, ['2025-05-01']),
  ...swapped(labour, announced(2025), { off: '2025-05-02', worked: '2025-04-26' }),
  ...holidays(national, announced(2025), ['2025-09-01']),
  ...holidays(national, byLaw, ['2025-09-02']),
];

const year2026 = [
  ...holidays(newYear, byLaw, ['2026-01-01']),
  ...unconfirmed(swapped(newYear, awaited(2026), { off: '2026-01-02', worked: '2026-01-10' })),
  ...holidays(tet, announced(2026), ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']),
  ...holidays(hungKings, byLaw, ['2026-04-26']),
  ...substitutes(hungKings, moved, ['2026-04-27']),
  ...holidays(victory, byLaw, ['2026-04-30']),
  ...holidays(labour, byLaw, ['2026-05-01']),
  ...unconfirmed(swapped(national, awaited(2026), { off: '2026-08-31', worked: '2026-08-22' })),
  ...unconfirmed(holidays(national, awaited(2026), ['2026-09-01'])),
  ...holidays(national, byLaw, ['2026-09-02']),
  ...unconfirmed(holidays(culture, cultureSource, ['2026-11-24'])),
];

/** No announcement was found; Tết follows 2024, which began on the same weekday, and 3 September follows 2021. */
const year2027 = unconfirmed([
  ...holidays(newYear, awaited(2027), ['2027-01-01']),
  ...holidays(tet, awaited(2027), ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']),
  ...substitutes(tet, awaited(2027), ['2027-02-09', '2027-02-10']),
  ...holidays(hungKings, awaited(2027), ['2027-04-16']),
  ...holidays(victory, awaited(2027), ['2027-04-30']),
  ...holidays(labour, awaited(2027), ['2027-05-01']),
  ...substitutes(labour, awaited(2027), ['2027-05-03']),
  ...holidays(national, awaited(2027), ['2027-09-02', '2027-09-03']),
  ...holidays(culture, cultureSource, ['2027-11-24']),
]);

export const vietnamCalendar: WorkingCalendar = {
  edition: 1,
  from: '2021-01-01',
  through: '2027-12-31',
  days: [...year2021, ...year2022, ...year2023, ...year2024, ...year2025, ...year2026, ...year2027].sort(
    (one, other) => (one.on < other.on ? -1 : 1),
  ),
};

function rows(kind: CalendarDayKind, name: Text, source: string, days: readonly LegalDate[]): readonly CalendarDay[] {
  return days.map((on) => ({ on, kind, name, source, confirmed: true }));
}

function holidays(name: Text, source: string, days: readonly LegalDate[]): readonly CalendarDay[] {
  return rows('holiday', name, source, days);
}

function substitutes(name: Text, source: string, days: readonly LegalDate[]): readonly CalendarDay[] {
  return rows('substitute-holiday', { vi: `Nghỉ bù ${name.vi}`, en: `${name.en}, in lieu` }, source, days);
}

function swapped(
  name: Text,
  source: string,
  { off, worked }: { readonly off: LegalDate; readonly worked: LegalDate },
): readonly CalendarDay[] {
  return [
    ...rows('swapped-day-off', { vi: `Hoán đổi ngày nghỉ ${name.vi}`, en: `${name.en}, swapped day off` }, source, [
      off,
    ]),
    ...rows('make-up-workday', { vi: `Làm bù ${name.vi}`, en: `${name.en}, make-up workday` }, source, [worked]),
  ];
}

function unconfirmed(days: readonly CalendarDay[]): readonly CalendarDay[] {
  return days.map((day) => ({ ...day, confirmed: false }));
}
