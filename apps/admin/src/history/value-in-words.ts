import { formatDate, formatDateTime, formatNumber, type Language } from '../ui/format.js';

interface Words {
  readonly language: Language;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  /** What a code is called in a member of that name, and who a person's id is; null for what is neither. */
  readonly called: (code: string) => string | null;
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** A value of an event as people read it: what has a name goes by it, what has none is shown as it was recorded. */
export function valueInWords(value: unknown, words: Words): string {
  if (value === null || value === undefined || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return formatNumber(value, words.language);
  if (typeof value === 'string') {
    if (instant.test(value)) return formatDateTime(value, words.language);
    return day.test(value) ? formatDate(value) : (words.called(value) ?? value);
  }
  if (Array.isArray(value))
    return value.length === 0 ? words.none : value.map((each: unknown) => valueInWords(each, words)).join('; ');
  return objectInWords(value as Readonly<Record<string, unknown>>, words);
}

function objectInWords(value: Readonly<Record<string, unknown>>, words: Words): string {
  const { vi, en, name, title, number, signedOn, from, to } = value;
  if (typeof vi === 'string' && typeof en === 'string') return words.language === 'vi' ? vi : en;
  if (typeof number === 'string' && typeof signedOn === 'string') return `${number}, ${formatDate(signedOn)}`;
  if (typeof name === 'string') return typeof title === 'string' ? `${name}, ${title}` : name;
  if (typeof from === 'string' && typeof to === 'string')
    return `${valueInWords(from, words)} – ${valueInWords(to, words)}`;
  return Object.entries(value)
    .map(([member, each]) => `${member}: ${valueInWords(each, words)}`)
    .join('; ');
}
