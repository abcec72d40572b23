import { isLegalDay } from '@soat/domain';
import type { FieldFacts } from './field-words.js';
import { codePointCount, hasStackedMarks, isBlank, isFreeTextSafe, isOneLineSafe } from './text-rules.js';

/** Why a value is not taken. */
export interface Reason {
  readonly code: string;
  readonly facts?: FieldFacts;
  /** Where within the value; the value itself when left out. */
  readonly at?: readonly (string | number)[];
}

/** The part of JSON Schema that our kinds need. */
export interface KindSchema {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: string[];
  readonly items?: KindSchema;
}

/** A kind of value, the same in a body and in a query. Nothing is coerced: what is not of the kind is refused. */
export interface Kind {
  /** No reasons: it is taken. Never sees undefined or null. */
  readonly check: (value: unknown) => readonly Reason[];
  readonly schema: KindSchema;
  /** A query parameter's text as a value; what cannot be read stays text and is refused by `check`. */
  readonly fromText?: (text: string) => unknown;
  /** The one form that is kept of a value with several, such as a UUID in capitals. */
  readonly canonical?: (text: string) => string;
}

export interface TextLimits {
  /** In code points, after NFC. */
  readonly max: number;
  readonly min?: number;
}

export function oneLine(limits: TextLimits): Kind {
  return text(limits, isOneLineSafe);
}

export function freeText(limits: TextLimits): Kind {
  return text(limits, isFreeTextSafe);
}

function text({ max, min = 1 }: TextLimits, isSafe: (text: string) => boolean): Kind {
  return {
    schema: { type: 'string', minLength: min, maxLength: max },
    check: typed('string', (value: string) => {
      if (!isSafe(value)) return refused('forbidden-character');
      if (isBlank(value)) return refused('blank');
      if (hasStackedMarks(value)) return refused('too-many-marks');
      const length = codePointCount(value);
      if (length > max) return refused('too-long', { max });
      return length < min ? refused('too-short', { min }) : [];
    }),
  };
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The canonical form of a UUID, or null: with braces or without dashes it is none. */
export function canonicalUuid(text: string): string | null {
  return uuidForm.test(text) ? text.toLowerCase() : null;
}

export const uuid: Kind = {
  schema: { type: 'string', format: 'uuid' },
  check: typed('string', (value: string) => (uuidForm.test(value) ? [] : refused('invalid-id'))),
  canonical: (value) => value.toLowerCase(),
};

const yearMin = 1900;
const yearMax = 2100;

/** `2026-11-21`, a day that exists. */
export const legalDate: Kind = {
  schema: { type: 'string', format: 'date' },
  check: typed('string', (value: string) => dayReasons(value, 'invalid-date')),
};

/** `2026-11-21T03:04:05.678Z` and no other way of writing it: one instant, one text. */
export const instant: Kind = {
  schema: { type: 'string', format: 'date-time', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
  check: typed('string', (value: string) => {
    const [day = '', time = ''] = value.split('T');
    const reasons = dayReasons(day, 'invalid-datetime');
    if (reasons.length > 0) return reasons;
    // Neither 24:00 nor a leap second: stores turn both into another day.
    return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(time) && value.length === 24
      ? []
      : refused('invalid-datetime');
  }),
};

export function dayReasons(day: string, code: string): readonly Reason[] {
  const year = /^([+-]?\d{4,6})-\d\d-\d\d$/.exec(day)?.[1];
  if (year !== undefined && !(Number(year) >= yearMin && Number(year) <= yearMax)) return refused('date-out-of-range');
  return isLegalDay(day) ? [] : refused(code);
}

/** Decision 12: whole đồng, as a JSON integer. */
export const amountMax = 1_000_000_000_000_000;

export const money: Kind = {
  schema: { type: 'integer', format: 'int64', minimum: 0, maximum: amountMax },
  check: typed('number', (value: number) => (value < 0 ? refused('negative-amount') : amountReasons(value))),
  fromText: wholeNumberFromText,
};

/** A difference between amounts, which may be below zero. */
export const moneyDifference: Kind = {
  schema: { type: 'integer', format: 'int64', minimum: -amountMax, maximum: amountMax },
  check: typed('number', amountReasons),
  fromText: wholeNumberFromText,
};

function amountReasons(value: number): readonly Reason[] {
  if (Object.is(value, -0)) return refused('invalid-number');
  if (!Number.isInteger(value)) return refused('invalid-amount');
  return Math.abs(value) > amountMax ? refused('amount-out-of-range', { max: amountMax }) : [];
}

export interface NumberLimits {
  readonly min: number;
  readonly max: number;
}

export function wholeNumber({ min, max }: NumberLimits): Kind {
  return {
    schema: { type: 'integer', minimum: min, maximum: max },
    check: typed('integer', (value: number) => rangeReasons(value, min, max)),
    fromText: wholeNumberFromText,
  };
}

/** A number that may have a fraction: a measurement, never money. */
export function measure({ min, max }: NumberLimits): Kind {
  return {
    schema: { type: 'number', minimum: min, maximum: max },
    check: typed('number', (value: number) => rangeReasons(value, min, max)),
  };
}

function rangeReasons(value: number, min: number, max: number): readonly Reason[] {
  if (Object.is(value, -0)) return refused('invalid-number');
  return value >= min && value <= max ? [] : refused('out-of-range', { min, max });
}

function wholeNumberFromText(text: string): unknown {
  return /^(0|-?[1-9]\d{0,15})$/.test(text) ? Number(text) : text;
}

export const yesNo: Kind = {
  schema: { type: 'boolean' },
  check: typed('boolean', () => []),
  fromText: (text) => (text === 'true' ? true : text === 'false' ? false : text),
};

export function oneOf(offered: readonly string[]): Kind {
  return {
    schema: { type: 'string', enum: [...offered] },
    check: typed('string', (value: string) =>
      offered.includes(value) ? [] : refused('not-offered', { offered: offered.join(', ') }),
    ),
  };
}

export interface ListLimits {
  readonly max: number;
  readonly min?: number;
  /** Whether the same text may not come twice. */
  readonly isDistinct?: boolean;
}

export function listOf(item: Kind, limits: ListLimits): Kind {
  const { canonical } = item;
  return {
    schema: { type: 'array', items: item.schema, minItems: limits.min ?? 0, maxItems: limits.max },
    check: typed('array', (list: readonly unknown[]) => {
      const sizes = sizeReasons(list, limits);
      if (sizes.length > 0) return sizes;
      const seen = new Set<unknown>();
      return list.flatMap((value, index) => {
        const reasons = reasonsFor(item, value);
        const one = canonical && typeof value === 'string' ? canonical(value) : value;
        const isAgain = limits.isDistinct === true && seen.has(one);
        seen.add(one);
        const all: readonly Reason[] = reasons.length === 0 && isAgain ? refused('repeated-item') : reasons;
        return all.map((reason) => ({ ...reason, at: [index, ...(reason.at ?? [])] }));
      });
    }),
  };
}

/** An object whose own fields are checked by its class. */
export const nestedObject: Kind = { schema: { type: 'object' }, check: typed('object', () => []) };

export function listOfObjects(limits: ListLimits): Kind {
  return {
    schema: { type: 'array', minItems: limits.min ?? 0, maxItems: limits.max },
    check: typed('array', (list: readonly unknown[]) => {
      const sizes = sizeReasons(list, limits);
      if (sizes.length > 0) return sizes;
      return list.flatMap((value, index) =>
        reasonsFor(nestedObject, value).map((reason) => ({ ...reason, at: [index, ...(reason.at ?? [])] })),
      );
    }),
  };
}

function sizeReasons(list: readonly unknown[], { max, min = 0 }: ListLimits): readonly Reason[] {
  if (list.length > max) return refused('too-many-items', { max });
  return list.length < min ? refused('too-few-items', { min }) : [];
}

/** Why a field's value is not taken. An absent value and null are the same: not given. */
export function reasonsFor(kind: Kind, value: unknown): readonly Reason[] {
  return value === undefined || value === null ? refused('required') : kind.check(value);
}

interface Wanted {
  readonly string: string;
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly array: readonly unknown[];
  readonly object: object;
}

function typed<T extends keyof Wanted>(wanted: T, check: (value: Wanted[T]) => readonly Reason[]): Kind['check'] {
  return (value) => (isOf(wanted, value) ? check(value) : refused('wrong-type', { wanted }));
}

function isOf<T extends keyof Wanted>(wanted: T, value: unknown): value is Wanted[T] {
  switch (wanted) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === wanted;
  }
}

function refused(code: string, facts?: FieldFacts): readonly Reason[] {
  return [facts ? { code, facts } : { code }];
}
