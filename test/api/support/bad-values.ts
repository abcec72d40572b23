import type { ApiDocument, Schema } from './api-document.js';

/** Where in a body a value stands: names of members and places in lists. */
export type Path = readonly (string | number)[];

/** A place in a body, with what the description says of it. */
export interface Place {
  readonly path: Path;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** Reads bodies out of an API's description: one that fits, each place in it, and what does not fit there. */
export class Bodies {
  constructor(private readonly document: ApiDocument) {}

  /** A body with every member the schema names, lists with as few items as they may have, but one at least. */
  fitting(schema: Schema): unknown {
    const { type, format, enum: offered, properties = {}, items = {}, ...limits } = this.resolved(schema);
    if (offered) return offered[0];
    switch (type) {
      case 'object':
        return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, this.fitting(inner)]));
      case 'array':
        return Array.from({ length: Math.max(1, limits.minItems ?? 0) }, () => this.fitting(items));
      case 'integer':
      case 'number':
        return limits.minimum ?? 0;
      case 'boolean':
        return true;
      default:
        return texts[format ?? ''] ?? 'a'.repeat(limits.minLength ?? 1);
    }
  }

  /** Every place below the top, outer ones first. */
  places(schema: Schema, path: Path = []): readonly Place[] {
    const { type, properties = {}, required = [], items = {} } = this.resolved(schema);
    if (type === 'array') {
      const place = { path: [...path, 0], schema: this.resolved(items), isRequired: true };
      return [place, ...this.places(items, place.path)];
    }
    return Object.entries(properties).flatMap(([name, inner]) => {
      const place = { path: [...path, name], schema: this.resolved(inner), isRequired: required.includes(name) };
      return [place, ...this.places(inner, place.path)];
    });
  }

  /** The schema itself, behind `$ref` and an `allOf` of one, which only carries a description. */
  private resolved(schema: Schema): Schema {
    const inner = schema.allOf?.length === 1 ? schema.allOf[0] : undefined;
    if (inner) return this.resolved(inner);
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.replace('#/components/schemas/', '');
    const found = this.document.components.schemas[name];
    if (!found) throw new Error(`there is no schema ${name}`);
    return this.resolved(found);
  }
}

const texts: Readonly<Record<string, string>> = {
  uuid: '019aa000-0000-7000-8000-000000000001',
  date: '2026-11-21',
  'date-time': '2026-11-21T03:04:05.678Z',
};

/** JSON texts that no value of this schema is written as. Raw, because JSON.stringify would write none of the worst. */
export function misfitsOf({ type, format, enum: offered, ...limits }: Schema): readonly string[] {
  const json = JSON.stringify;
  const wrongTypes = Object.entries(aValueOf)
    .filter(([name]) => name !== type && !(name === 'integer' && type === 'number'))
    .map(([, raw]) => raw);
  const always = ['null', '1e400', '"\\ud800"', '"a\\u0000b"', '-0', '99999999999999999999', ...wrongTypes];
  switch (type) {
    case 'string':
      return [
        ...always,
        ...(offered ? ['"nothing"', '""', '"toString"'].concat(textMisfits) : textMisfitsOf(format, limits)),
      ];
    case 'integer':
    case 'number':
      return [
        ...always,
        ...outside(limits.minimum, limits.maximum),
        ...(type === 'integer' ? ['1.5'] : []),
        '"1"',
        '" 1"',
      ];
    case 'boolean':
      return [...always, '"true"', '1', '0', '""'];
    case 'array':
      return [
        ...always,
        ...(limits.minItems ? ['[]'] : []),
        json(Array(Math.min(10_000, (limits.maxItems ?? 0) + 1)).fill(null)),
      ];
    default:
      return always;
  }
}

const aValueOf: Readonly<Record<string, string>> = {
  string: '"a"',
  integer: '1',
  boolean: 'true',
  array: '["a"]',
  object: '{}',
};

const textMisfits = ['"   "', '"\\u200b"', '"\\u0007"', '"\\u001b[31m"', '"\\u007f"', `"Z${'\u0301'.repeat(500)}"`];

function textMisfitsOf(format: string | undefined, { minLength = 0, maxLength }: Schema): readonly string[] {
  const byFormat = format === undefined ? [] : (formatMisfits[format] ?? []);
  const tooLong = maxLength === undefined ? [] : [JSON.stringify('😀'.repeat(maxLength + 1))];
  const tooShort = minLength > 1 ? [JSON.stringify('a'.repeat(minLength - 1))] : [];
  return [...textMisfits, '""', ...byFormat, ...tooLong, ...tooShort];
}

const formatMisfits: Readonly<Record<string, readonly string[]>> = {
  uuid: ['"abc"', '"{019aa000-0000-7000-8000-000000000001}"', '"019aa00000007000800000000000001"'],
  date: ['"2026-02-30"', '"0000-01-01"', '"+300000-01-01"', '"2569-01-01"', '"31/01/2026"', '"2026-W05-1"'],
  'date-time': [
    '"2026-11-21T03:04:05.678+25:00"',
    '"2026-11-21T03:04:05.678"',
    '"2026-11-21T24:00:00.000Z"',
    '"2026-11-21T23:59:60.000Z"',
    '"2026-02-30T00:00:00.000Z"',
  ],
};

function outside(minimum: number | undefined, maximum: number | undefined): readonly string[] {
  return [minimum === undefined ? [] : [minimum - 1], maximum === undefined ? [] : [maximum + 1]].flat().map(String);
}

const hole = '\u0001hole\u0001';

/** The body as JSON text, with another text at one place; left out altogether when `raw` is null. */
export function bentAt(body: unknown, path: Path, raw: string | null): string {
  const bent = withValue(body, path, raw === null ? undefined : hole);
  return JSON.stringify(bent).replace(JSON.stringify(hole), () => raw ?? '');
}

function withValue(body: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(body)) return body.map((item, index) => (index === step ? withValue(item, rest, value) : item));
  if (typeof body !== 'object' || body === null) throw new Error(`nothing stands at ${step}`);
  const inner = Object.entries(body).find(([name]) => name === step)?.[1];
  return { ...body, [step]: withValue(inner, rest, value) };
}
