import type { Text } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { same } from '../kernel/same.js';
import { both, date, dong } from './wording.js';

/** A share with both its numbers: a percentage of a few is noise. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export type ChangeValue = string | number | boolean | null | Share | readonly string[];

/** What is otherwise at the later of two moments: as a sentence, and as the two values behind it. */
export interface Change {
  /** `open`, `findings.major`, `finding.TT-01.severity`. */
  readonly field: string;
  readonly vi: string;
  readonly en: string;
  /** Null where there was nothing of it. */
  readonly before: ChangeValue;
  readonly after: ChangeValue;
}

/** One line of how something stood: a field, its name, its value and the value's words. */
export interface Line {
  readonly field: string;
  readonly label: Text;
  readonly value: ChangeValue;
  readonly words: Text;
}

/** Sentences for what differs, in the order of the later lines; nothing where both moments say the same. */
export function changesBetween(before: readonly Line[], after: readonly Line[]): readonly Change[] {
  const earlier = new Map(before.map((line) => [line.field, line]));
  const later = new Set(after.map(({ field }) => field));
  return [
    ...after.flatMap((line) => changed(earlier.get(line.field) ?? null, line)),
    ...before.flatMap((line) => (later.has(line.field) ? [] : changed(line, null))),
  ];
}

function changed(before: Line | null, after: Line | null): readonly Change[] {
  const line = after ?? before;
  if (!line || (before && after && same(before.value, after.value))) return [];
  // Where a case only begins, "none of it" is no news.
  if (!before && isNone(line.value)) return [];
  const { field, label } = line;
  return [
    {
      field,
      vi: `${label.vi}: ${before?.words.vi ?? 'chưa có'} → ${after?.words.vi ?? 'không còn'}`,
      en: `${label.en}: ${before?.words.en ?? 'none yet'} → ${after?.words.en ?? 'none any more'}`,
      before: before?.value ?? null,
      after: after?.value ?? null,
    },
  ];
}

function isNone(value: ChangeValue): boolean {
  return (
    value === 0 || (typeof value === 'object' && value !== null && 'numerator' in value && value.denominator === 0)
  );
}

/** The makers of lines; each makes none where there is nothing to say. */
export function counted(field: string, label: Text, value: number): readonly Line[] {
  return [{ field, label, value, words: both(String(value), String(value)) }];
}

export function shared(field: string, label: Text, { numerator, denominator }: Share): readonly Line[] {
  const words = `${numerator}/${denominator}`;
  return [{ field, label, value: { numerator, denominator }, words: both(words, words) }];
}

/** In đồng. */
export function paid(field: string, label: Text, value: number): readonly Line[] {
  return [{ field, label, value, words: both(dong(value), dong(value)) }];
}

export function dated(field: string, label: Text, value: LegalDate | null | undefined): readonly Line[] {
  return value ? [{ field, label, value, words: both(date(value), date(value)) }] : [];
}

/** Somebody's own words, or a name: the same in both languages. */
export function quoted(field: string, label: Text, value: string | null | undefined): readonly Line[] {
  return value ? [{ field, label, value, words: both(value, value) }] : [];
}

export function worded(field: string, label: Text, value: string | null | undefined, words: Text): readonly Line[] {
  return value ? [{ field, label, value, words }] : [];
}

/** Nothing for an empty list. */
export function listed(field: string, label: Text, values: readonly string[]): readonly Line[] {
  const words = values.join(', ');
  return values.length === 0 ? [] : [{ field, label, value: values, words: both(words, words) }];
}
