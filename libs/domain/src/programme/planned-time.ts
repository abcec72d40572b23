import { addDays, isLegalDay } from '../calendar/legal-day.js';
import type { LegalDate } from '../kernel/recorded.js';

/** How often something recurs (hàng tháng, quý, 6 tháng, 9 tháng, hằng năm). */
export const intervals = ['month', 'quarter', 'half-year', 'nine-months', 'year'] as const;
export type Interval = (typeof intervals)[number];

/** One part of what a plan's column "thời gian thực hiện" says. */
export type PlannedPeriod =
  /** Thường xuyên. */
  | { readonly kind: 'ongoing' }
  /** Đột xuất, khi có yêu cầu. */
  | { readonly kind: 'as-needed' }
  /** Năm 2023; năm 2023-2025; năm 2024 và các năm tiếp theo, which has no last year. */
  | { readonly kind: 'years'; readonly first: number; readonly last: number | null }
  /** Trong năm học; its years where they are said. */
  | { readonly kind: 'school-year'; readonly first: number | null }
  /** Quý II, III năm 2024. The year is null where the plan leaves it to its own title; the same below. */
  | { readonly kind: 'quarters'; readonly quarters: readonly number[]; readonly year: number | null }
  | { readonly kind: 'months'; readonly months: readonly number[]; readonly year: number | null }
  /** 6 tháng đầu năm, 6 tháng cuối năm, 9 tháng đầu năm: months of the year, both counted in. */
  | { readonly kind: 'part-of-year'; readonly from: number; readonly to: number; readonly year: number | null }
  /** Hàng quý; hằng năm; định kỳ quý/6 tháng. Empty where "định kỳ" says no interval. */
  | { readonly kind: 'recurring'; readonly every: readonly Interval[] }
  /** The last day on which it is in time: "trước ngày 31/7/2023" ends on the 30th, "chậm nhất ngày" and "đến hết ngày" on the day. */
  | { readonly kind: 'by'; readonly on: LegalDate }
  | { readonly kind: 'between'; readonly from: LegalDate; readonly to: LegalDate }
  /** Chậm nhất 15 ngày làm việc sau ..., sau khi ...: no date can be told from the plan alone. */
  | {
      readonly kind: 'after-event';
      readonly amount: number | null;
      readonly unit: 'day' | 'working-day';
      readonly event: string;
    }
  /** Trước và trong quá trình bầu cử. */
  | { readonly kind: 'around-event'; readonly event: string }
  /** Theo kế hoạch đã được phê duyệt: another document says it. */
  | { readonly kind: 'by-other-document'; readonly text: string };

/** As given, and what was read in it. Whoever shows it shows the text; the parts are for counting. */
export interface PlannedTime {
  readonly text: string;
  readonly periods: readonly PlannedPeriod[];
  /** What the grammar could not read, piece by piece: to be looked at by somebody, never guessed. */
  readonly unread: readonly string[];
}

export function plannedTimeOf(given: string): PlannedTime {
  const text = given.normalize('NFC');
  const flat = flattened(text);
  const periods: PlannedPeriod[] = [];
  const unread: string[] = [];
  let at = 0;
  let strayFrom: number | null = null;
  let isPeriodic = false;
  const keepStray = (end: number) => {
    if (strayFrom !== null) unread.push(text.slice(strayFrom, end).replace(edges, ''));
    strayFrom = null;
  };
  while (at < flat.length) {
    const gap = separator.exec(flat.slice(at))?.[0].length ?? 0;
    if (gap > 0 && strayFrom === null) {
      at += gap;
      continue;
    }
    const read = readAt(flat, text, at, isPeriodic);
    if (read) {
      keepStray(at);
      if (read.period) push(periods, read.period);
      isPeriodic = read.isPeriodic;
      at += read.length;
      continue;
    }
    strayFrom ??= at;
    if (/^[;.\n]/.test(flat.slice(at))) keepStray(at);
    // A word the grammar does not know is passed over whole.
    at += /^[a-z0-9]+|^[^a-z0-9]/.exec(flat.slice(at))?.[0].length ?? 1;
  }
  keepStray(flat.length);
  return { text, periods, unread: unread.filter((piece) => piece !== '') };
}

/** Days, the first and the last included. */
export interface DayRange {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/**
 * When an item is to be done within its programme, window by window; one window wants one inspection. Nothing where the time
 * depends on an event or another document, or lies outside the programme altogether.
 */
export function windowsOf({ periods }: PlannedTime, programme: DayRange): readonly DayRange[] {
  const windows = periods.flatMap((period) => windowsOfPeriod(period, programme));
  const clipped = windows.flatMap(({ from, to }) => {
    const range = { from: later(from, programme.from), to: earlier(to, programme.to) };
    return range.from <= range.to ? [range] : [];
  });
  const distinct = new Map(clipped.map((range) => [`${range.from} ${range.to}`, range]));
  // "Năm 2024; 6 tháng, năm": the year is said twice, and the narrower windows say when.
  const narrow = [...distinct.values()].filter(
    (range) => !clipped.some((other) => isWithin(other, range) && !(isWithin(range, other) && isWithin(other, range))),
  );
  return narrow.sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

/** Whether a plan's item names a time of which no day falls into the programme: the plan of 2024 that says "năm 2023". */
export function isOutside({ periods }: PlannedTime, programme: DayRange): boolean {
  const dated = periods.flatMap((period) => windowsOfPeriod(period, programme));
  return dated.length > 0 && dated.every(({ from, to }) => to < programme.from || from > programme.to);
}

/** A programme's days cut by the calendar: its quarters, half-years, months or years, clipped to it. */
export function everyWithin(interval: Interval, { from, to }: DayRange): readonly DayRange[] {
  const ranges: DayRange[] = [];
  const lengths = { month: 1, quarter: 3, 'half-year': 6, 'nine-months': 9, year: 12 } as const;
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const length = lengths[interval];
    // Reports of nine months stand between those of the quarter and of the year, once a year.
    const starts = interval === 'nine-months' ? [1] : Array.from({ length: 12 / length }, (_, at) => 1 + at * length);
    for (const start of starts) {
      const range = monthsOf(year, start, start + length - 1);
      if (range.to >= from && range.from <= to)
        ranges.push({ from: later(range.from, from), to: earlier(range.to, to) });
    }
  }
  return ranges;
}

function windowsOfPeriod(period: PlannedPeriod, programme: DayRange): readonly DayRange[] {
  const years = Array.from(
    { length: yearOf(programme.to) - yearOf(programme.from) + 1 },
    (_, at) => yearOf(programme.from) + at,
  );
  switch (period.kind) {
    case 'ongoing':
      return [programme];
    case 'years':
      return [{ from: `${digits(period.first, 4)}-01-01`, to: `${digits(period.last ?? 9999, 4)}-12-31` }];
    case 'quarters':
      return (period.year === null ? years : [period.year]).flatMap((year) =>
        period.quarters.map((quarter) => monthsOf(year, quarter * 3 - 2, quarter * 3)),
      );
    case 'months':
      return (period.year === null ? years : [period.year]).flatMap((year) =>
        period.months.map((month) => monthsOf(year, month, month)),
      );
    case 'part-of-year':
      return (period.year === null ? years : [period.year]).map((year) => monthsOf(year, period.from, period.to));
    case 'recurring':
      return period.every.flatMap((interval) => everyWithin(interval, programme));
    case 'by':
      return [{ from: earlier(programme.from, period.on), to: period.on }];
    case 'between':
      return [{ from: period.from, to: period.to }];
    case 'school-year':
    case 'as-needed':
    case 'after-event':
    case 'around-event':
    case 'by-other-document':
      return [];
  }
}

interface Read {
  readonly length: number;
  /** Null for a word that only says how to take the next ones ("định kỳ"). */
  readonly period: PlannedPeriod | null;
  readonly isPeriodic: boolean;
}

type Maker = (match: RegExpExecArray, original: string) => PlannedPeriod | 'periodic' | null;

interface Rule {
  readonly pattern: RegExp;
  readonly make: Maker;
  /** Only after "định kỳ", where a bare "quý" is an interval. */
  readonly isPeriodicOnly?: true;
}

const dateWords = String.raw`(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})|(\d{1,2}) thang (\d{1,2}),? nam (\d{4})`;
const romanWords = 'iv|iii|ii|i|[1-4]';
const yearTail = String.raw`(?: ?[/,]? ?(?:nam )?(\d{4})\b)?`;
const dayPrefix = '(?:het )?(?:ngay )?';

/** In their order: what says more comes before what it begins with. */
const rules: readonly Rule[] = [
  { pattern: /^thuong xuyen\b/, make: () => ({ kind: 'ongoing' }) },
  { pattern: /^lien tuc\b/, make: () => ({ kind: 'ongoing' }) },
  { pattern: /^(?:dot xuat|khi co yeu cau|khi can thiet|khi phat sinh)\b/, make: () => ({ kind: 'as-needed' }) },
  {
    pattern: new RegExp(`^(?:tu )(?:ngay )?(?:${dateWords}) (?:-|den|toi) ${dayPrefix}(?:${dateWords})`),
    make: (match) => {
      const from = dayIn(match, 1);
      const to = dayIn(match, 7);
      return from && to && from <= to ? { kind: 'between', from, to } : null;
    },
  },
  {
    pattern: new RegExp(`^(?:xong |hoan thanh )?truoc ${dayPrefix}(?:${dateWords})`),
    make: (match) => by(dayIn(match, 1), -1),
  },
  {
    pattern: new RegExp(`^(?:cham nhat(?: la)?|den|xong trong) ${dayPrefix}(?:${dateWords})`),
    make: (match) => by(dayIn(match, 1), 0),
  },
  {
    pattern: /^(?:den )?het nam(?: (\d{4}))?\b/,
    make: ([, year]) => (year ? by(`${year}-12-31`, 0) : { kind: 'part-of-year', from: 1, to: 12, year: null }),
  },
  {
    pattern: /^(?:cham nhat )?(\d{1,3}) ngay( lam viec)? (?:sau|ke tu) ([^;\n]+)/,
    make: (match, original) => ({
      kind: 'after-event',
      amount: Number(match[1]),
      unit: match[2] ? 'working-day' : 'day',
      event: tailOf(match, original, 3),
    }),
  },
  {
    pattern: /^sau khi ([^;\n]+)/,
    make: (match, original) => ({ kind: 'after-event', amount: null, unit: 'day', event: tailOf(match, original, 1) }),
  },
  {
    pattern: /^(?:truoc va trong|truoc|trong) (?:qua trinh|thoi gian|dot) ([^;\n]+?)(?= ?-|[;,.\n]|$)/,
    make: (match, original) => ({ kind: 'around-event', event: tailOf(match, original, 1) }),
  },
  {
    pattern: /^theo (?:ke hoach|chi dao|quy dinh|yeu cau)[^;\n]*/,
    make: (match, original) => ({
      kind: 'by-other-document',
      text: original.slice(0, match[0].length).replace(edges, ''),
    }),
  },
  {
    pattern: /^(?:trong )?nam hoc(?: (\d{4}) ?- ?\d{4})?\b/,
    make: ([, first]) => ({ kind: 'school-year', first: first ? Number(first) : null }),
  },
  {
    pattern: /^(?:trong |ca )?(?:nam|giai doan) (\d{4}) ?(?:-|den) ?(?:nam )?(\d{4})\b/,
    make: ([, first, last]) =>
      Number(first) <= Number(last) ? { kind: 'years', first: Number(first), last: Number(last) } : null,
  },
  {
    pattern: /^(?:trong |ca )?nam (\d{4}) va (?:cac|nhung) nam (?:tiep theo|sau|toi)/,
    make: ([, first]) => ({ kind: 'years', first: Number(first), last: null }),
  },
  {
    pattern: /^(?:trong |ca )?nam (\d{4})\b/,
    make: ([, year]) => ({ kind: 'years', first: Number(year), last: Number(year) }),
  },
  { pattern: /^(?:trong|ca) nam\b(?! hoc)/, make: () => ({ kind: 'part-of-year', from: 1, to: 12, year: null }) },
  {
    pattern: new RegExp(
      `^(?:trong )?quy ((?:${romanWords})\\b(?: ?(?:,|-|va|den|/)? ?(?:quy )?(?:${romanWords})\\b(?!\\d))*)${yearTail}`,
    ),
    make: (match) => ({
      kind: 'quarters',
      quarters: spread(match[1] ?? '', new RegExp(romanWords, 'g'), quarterOf),
      year: yearIn(match[2]),
    }),
  },
  {
    pattern: new RegExp(`^(6|sau|9|chin|3|ba) thang (?:dau|cuoi)(?: nam)?${yearTail}`),
    make: (match) => {
      const length = { '3': 3, ba: 3, '6': 6, sau: 6, '9': 9, chin: 9 }[match[1] ?? ''] ?? 0;
      const isLast = / cuoi/.test(match[0]);
      return {
        kind: 'part-of-year',
        from: isLast ? 13 - length : 1,
        to: isLast ? 12 : length,
        year: yearIn(match[2]),
      };
    },
  },
  {
    pattern: new RegExp(
      `^(?:trong |tu )?thang ((?:1[0-2]|0?[1-9])\\b(?: ?(?:,|-|va|den)? ?(?:thang )?(?:1[0-2]|0?[1-9])\\b(?! ?/ ?\\d{1,2}/))*)${yearTail}`,
    ),
    make: (match) => ({
      kind: 'months',
      months: spread(match[1] ?? '', /\d+/g, Number),
      year: yearIn(match[2]),
    }),
  },
  { pattern: /^(?:hang|dinh ky hang|moi) thang\b/, make: () => every('month') },
  { pattern: /^(?:hang|dinh ky hang|moi) quy\b/, make: () => every('quarter') },
  { pattern: /^(?:hang|dinh ky hang|moi) nam\b/, make: () => every('year') },
  { pattern: /^(?:bao cao )?(?:do )?(?:tien do )?dinh ky\b/, make: () => 'periodic' },
  { pattern: /^(?:6|sau) thang\b/, make: () => every('half-year') },
  { pattern: /^(?:9|chin) thang\b/, make: () => every('nine-months') },
  { pattern: /^quy\b/, make: () => every('quarter'), isPeriodicOnly: true },
  { pattern: /^thang\b/, make: () => every('month'), isPeriodicOnly: true },
  { pattern: /^nam\b/, make: () => every('year'), isPeriodicOnly: true },
];

function readAt(flat: string, text: string, at: number, isPeriodic: boolean): Read | null {
  const rest = flat.slice(at);
  for (const { pattern, make, isPeriodicOnly } of rules) {
    if (isPeriodicOnly && !isPeriodic) continue;
    const match = pattern.exec(rest);
    if (!match) continue;
    const made = make(match, text.slice(at));
    if (made === null) continue;
    const { length } = match[0];
    if (made === 'periodic') return { length, period: { kind: 'recurring', every: [] }, isPeriodic: true };
    return { length, period: made, isPeriodic: made.kind === 'recurring' };
  }
  return null;
}

/** "Định kỳ quý/6 tháng/9 tháng và năm" is one recurrence, said in four words. */
function push(periods: PlannedPeriod[], next: PlannedPeriod): void {
  const last = periods.at(-1);
  if (last?.kind === 'recurring' && next.kind === 'recurring')
    periods[periods.length - 1] = { kind: 'recurring', every: [...new Set([...last.every, ...next.every])] };
  else periods.push(next);
}

/**
 * The text without diacritics and in lower case, letter for letter, so that a place in one is the same place in the other;
 * hằng and hàng, quý and quí, thời hạn with OCR's spaces all read alike.
 */
function flattened(text: string): string {
  return [...text]
    .map((letter) => {
      const bare = letter
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[đĐðÐ]/g, 'd')
        .toLowerCase();
      const plain = /\s/.test(letter) ? ' ' : /[–—‐]/.test(letter) ? '-' : bare;
      return plain.length === letter.length ? plain : ' '.repeat(letter.length);
    })
    .join('')
    .replace(/qui\b/g, 'quy');
}

const separator = /^(?:[\s;,./+&()-]|va\b)+/;
const edges = /^[\s;,.+&()-]+|[\s;,.+&()-]+$/g;

function every(interval: Interval): PlannedPeriod {
  return { kind: 'recurring', every: [interval] };
}

function by(on: LegalDate | null, days: number): PlannedPeriod | null {
  return on && isLegalDay(on) ? { kind: 'by', on: addDays(on, days) } : null;
}

/** A date in one of its two spellings, its groups from `group` on; null when it is no day. */
function dayIn(match: RegExpExecArray, group: number): LegalDate | null {
  const [day, month, year] =
    match[group] === undefined ? match.slice(group + 3, group + 6) : match.slice(group, group + 3);
  const on = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isLegalDay(on) ? on : null;
}

/** "II, III" is two, "6-8" is all from the first to the last. */
function spread(list: string, one: RegExp, read: (word: string) => number): readonly number[] {
  const values: number[] = [];
  let end = 0;
  for (const match of list.matchAll(one)) {
    const value = read(match[0]);
    const before = values.at(-1);
    if (before !== undefined && /-|den/.test(list.slice(end, match.index)))
      for (let between = before + 1; between < value; between++) values.push(between);
    values.push(value);
    end = match.index + match[0].length;
  }
  return [...new Set(values)];
}

function quarterOf(word: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[word] ?? Number(word);
}

function yearIn(word: string | undefined): number | null {
  return word === undefined ? null : Number(word);
}

/** The end of what was read, as it was written. */
function tailOf(match: RegExpExecArray, original: string, group: number): string {
  const { length } = match[group] ?? '';
  return original
    .slice(match[0].length - length, match[0].length)
    .replace(/\s+/g, ' ')
    .replace(edges, '');
}

function monthsOf(year: number, from: number, to: number): DayRange {
  const next = to === 12 ? `${digits(year + 1, 4)}-01-01` : `${digits(year, 4)}-${digits(to + 1, 2)}-01`;
  return {
    from: `${digits(year, 4)}-${digits(from, 2)}-01`,
    to: year === 9999 && to === 12 ? '9999-12-31' : addDays(next, -1),
  };
}

function yearOf(on: LegalDate): number {
  return Number(on.slice(0, 4));
}

function isWithin(inner: DayRange, outer: DayRange): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function earlier(one: LegalDate, other: LegalDate): LegalDate {
  return one < other ? one : other;
}

function later(one: LegalDate, other: LegalDate): LegalDate {
  return one > other ? one : other;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
