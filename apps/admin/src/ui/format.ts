/** How dates, numbers and amounts are written and read. Pure: no clock, no time zone database. */

export type Language = 'vi' | 'en';

const weekdays = {
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** `yyyy-mm-dd` as `dd/MM/yyyy`, in either language: the legal date looks the same to everyone. */
export function formatDate(on: string, _language: Language = 'vi'): string {
  const [year, month, day] = on.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** A UTC instant as `HH:mm dd/MM/yyyy` in Vietnam, seven hours ahead of UTC the year round. */
export function formatDateTime(at: string, language: Language = 'vi'): string {
  const there = inVietnam(at);
  return `${there.slice(11, 16)} ${formatDate(there, language)}`;
}

/** A UTC instant as `HH:mm` in Vietnam. */
export function formatTime(at: string): string {
  return inVietnam(at).slice(11, 16);
}

/** The day in Vietnam on which a UTC instant falls, `yyyy-mm-dd`. */
export function dayOf(at: string): string {
  return inVietnam(at).slice(0, 10);
}

function inVietnam(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
}

/** `Thứ Năm, 05/11/2026`. */
export function formatWeekdayDate(on: string, language: Language): string {
  const weekday = weekdays[language][new Date(`${on.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${formatDate(on, language)}`;
}

export function formatNumber(value: number, language: Language, decimalsMax = 1): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: decimalsMax }).format(
    value,
  );
}

/** `1.234.567 đ`, with a space that does not break. */
export function formatMoney(amount: number, language: Language): string {
  return `${formatNumber(amount, language, 0)}\u00a0đ`;
}

/** `82% (46/56)`; the fraction alone below ten cases, where a percentage would claim too much; a dash for none. */
export function formatRate(count: number, of: number, language: Language): string {
  if (of === 0) return '–';
  const fraction = `${formatNumber(count, language)}/${formatNumber(of, language)}`;
  return of < 10 ? fraction : `${formatNumber((count / of) * 100, language, 0)}% (${fraction})`;
}

/** Working days to the deadline, negative when it has passed: `còn 3 ngày làm việc`. */
export function formatDaysLeft(workingDays: number, language: Language): string {
  if (workingDays === 0) return language === 'vi' ? 'đến hạn hôm nay' : 'due today';
  const days = Math.abs(workingDays);
  if (language === 'vi') return workingDays > 0 ? `còn ${days} ngày làm việc` : `quá hạn ${days} ngày làm việc`;
  const noun = days === 1 ? 'working day' : 'working days';
  return workingDays > 0 ? `${days} ${noun} left` : `${days} ${noun} overdue`;
}

/** Bytes as `212 KB` or `2,4 MB`. */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} KB`;
  return `${formatNumber(bytes / 1_000_000, language)} MB`;
}

/**
 * Reads what a person types for a day: 5/11/2026, 05112026, 5-11-26, 2026-11-05. Day before month, two digits of a year
 * are in this century. `yyyy-mm-dd`, or null when it is no day.
 */
export function parseDate(text: string): string | null {
  const typed = text.trim();
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? [];
  if (year && month && day) return dayFrom(year, month, day);
  const parts =
    /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed);
  if (!parts) return null;
  const [, typedDay = '', typedMonth = '', typedYear = ''] = parts;
  return dayFrom(typedYear.length === 2 ? `20${typedYear}` : typedYear, typedMonth, typedDay);
}

function dayFrom(year: string, month: string, day: string): string | null {
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${on}T00:00:00Z`);
  // The engine rolls 31/02 over to March; a day that does not come back as itself is none.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(on) ? on : null;
}

/** The largest amount that is taken, in đồng. */
export const moneyMax = 1_000_000_000_000_000;

const zerosOf: Readonly<Record<string, number>> = {
  tỷ: 9,
  tỉ: 9,
  ty: 9,
  ti: 9,
  triệu: 6,
  trieu: 6,
  tr: 6,
  nghìn: 3,
  ngàn: 3,
  nghin: 3,
  ngan: 3,
  k: 3,
};

/**
 * Reads what a person types for an amount: 1.234.567, 1234567, 1,5 tỷ, 350tr, 2 tỷ 350 triệu, with or without đ. The
 * comma is the decimal sign. Đồng from 0 to 10^15, or null when it is no whole number of đồng or may mean two things.
 */
export function parseMoney(text: string): number | null {
  const typed = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  let rest = typed.replace(/ ?(?:₫|đồng|dong|vnđ|vnd|đ)$/, '');
  if (rest === '') return null;
  let amount = 0;
  let zerosBefore = 13;
  while (rest !== '') {
    const part = /^(\d[\d.,]*(?: \d{3}(?!\d))*) ?([a-zà-ỹ]*) ?/.exec(rest);
    if (!part) return null;
    const [whole, digits = '', unit = ''] = part;
    const zeros = unit === '' ? 0 : zerosOf[unit];
    const value = zeros === undefined ? null : readAmount(digits, zeros);
    if (zeros === undefined || value === null || zeros >= zerosBefore) return null;
    amount += value;
    zerosBefore = zeros;
    rest = rest.slice(whole.length);
  }
  return amount <= moneyMax ? amount : null;
}

function readAmount(typed: string, zeros: number): number | null {
  const digits = typed.replaceAll(' ', '.');
  const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(digits) || /^\d{1,3}(?:,\d{3}){2,}$/.test(digits);
  if (grouped || /^\d+$/.test(digits)) return scaled(digits.replace(/[.,]/g, ''), '', zeros);
  const [, whole, decimals] =
    /^(\d{1,3}(?:\.\d{3})*|\d+),(\d+)$/.exec(digits) ?? (zeros > 0 ? /^(\d+)\.(\d+)$/.exec(digits) : null) ?? [];
  return whole === undefined || decimals === undefined ? null : scaled(whole.replaceAll('.', ''), decimals, zeros);
}

function scaled(whole: string, decimals: string, zeros: number): number | null {
  if (decimals.length > zeros) return null;
  const amount = Number(whole + decimals.padEnd(zeros, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** `1.234.567`, as it stands in a field: Vietnamese grouping in either language, for the field reads nothing else. */
export function formatMoneyInput(amount: number): string {
  return formatNumber(amount, 'vi', 0);
}

/** The amount in words, as documents repeat it in brackets: `Một triệu hai trăm nghìn đồng`. */
export function amountInWords(amount: number, language: Language): string {
  const size = Math.abs(amount);
  if (!Number.isSafeInteger(size) || size > moneyMax) return '';
  const words = language === 'vi' ? vietnamese(size) : english(size);
  const signed = amount < 0 ? `${language === 'vi' ? 'âm' : 'minus'} ${words}` : words;
  return `${signed.charAt(0).toUpperCase()}${signed.slice(1)} đồng`;
}

const digitsVi = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

function vietnamese(value: number): string {
  if (value === 0) return 'không';
  const billions = Math.floor(value / 1_000_000_000);
  const rest = value % 1_000_000_000;
  const high = billions > 0 ? [...groupsVi(billions, false), 'tỷ'] : [];
  return [...high, ...groupsVi(rest, billions > 0)].join(' ');
}

/** Below a thousand million; `follows` says that something greater was read before, so an empty hundred is spoken. */
function groupsVi(value: number, follows: boolean): string[] {
  const groups = [
    { size: Math.floor(value / 1_000_000), noun: 'triệu' },
    { size: Math.floor(value / 1000) % 1000, noun: 'nghìn' },
    { size: value % 1000, noun: '' },
  ];
  const words: string[] = [];
  for (const { size, noun } of groups) {
    if (size === 0) continue;
    words.push(...hundredsVi(size, follows || words.length > 0));
    if (noun) words.push(noun);
  }
  return words;
}

function hundredsVi(value: number, isFull: boolean): string[] {
  const [hundred, ten, one] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundred > 0 || isFull) words.push(digitsVi[hundred] ?? '', 'trăm');
  if (ten === 0 && one > 0 && words.length > 0) words.push('lẻ');
  if (ten === 1) words.push('mười');
  if (ten > 1) words.push(digitsVi[ten] ?? '', 'mươi');
  if (one > 0) words.push(oneVi(one, ten));
  return words;
}

function oneVi(one: number, ten: number): string {
  if (one === 1 && ten > 1) return 'mốt';
  if (one === 4 && ten > 1) return 'tư';
  if (one === 5 && ten > 0) return 'lăm';
  return digitsVi[one] ?? '';
}

const smallEn =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tensEn = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scalesEn = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion'];

function english(value: number): string {
  if (value === 0) return 'zero';
  const words: string[] = [];
  for (let scale = scalesEn.length - 1; scale >= 0; scale -= 1) {
    const group = Math.floor(value / 1000 ** scale) % 1000;
    if (group > 0) words.push(...hundredsEn(group), scalesEn[scale] ?? '');
  }
  return words.filter((word) => word !== '').join(' ');
}

function hundredsEn(value: number): string[] {
  const hundred = Math.floor(value / 100);
  const rest = value % 100;
  const words = hundred > 0 ? [smallEn[hundred] ?? '', 'hundred'] : [];
  if (rest === 0) return words;
  if (rest < 20) return [...words, smallEn[rest] ?? ''];
  const one = rest % 10;
  const ten = tensEn[Math.floor(rest / 10)] ?? '';
  return [...words, one > 0 ? `${ten}-${smallEn[one]}` : ten];
}
