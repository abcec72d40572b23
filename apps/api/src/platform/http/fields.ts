import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import {
  freeText,
  instant,
  type Kind,
  type ListLimits,
  legalDate,
  listOf,
  listOfObjects,
  measure,
  money,
  moneyDifference,
  type NumberLimits,
  nestedObject,
  oneLine,
  oneOf,
  reasonsFor,
  type TextLimits,
  uuid,
  wholeNumber,
  yesNo,
} from './kinds.js';

export interface FieldOptions {
  /** May be left out. It may not be null: there is one way to say nothing. */
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: unknown;
}

type Class = abstract new () => object;

/** A name, a title, a number of a document: one line, nothing that hides or turns the text. */
export function OneLine(options: TextLimits & FieldOptions): PropertyDecorator {
  return Field(oneLine(options), options);
}

/** A narrative: lines and tabs are welcome. */
export function FreeText(options: TextLimits & FieldOptions): PropertyDecorator {
  return Field(freeText(options), options);
}

export function UuidField(options: FieldOptions = {}): PropertyDecorator {
  return Field(uuid, options);
}

export function LegalDateField(options: FieldOptions = {}): PropertyDecorator {
  return Field(legalDate, { example: '2026-11-21', ...options });
}

export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  return Field(instant, { example: '2026-11-21T03:04:05.678Z', ...options });
}

export function Money(options: FieldOptions = {}): PropertyDecorator {
  return Field(money, options);
}

export function MoneyDifference(options: FieldOptions = {}): PropertyDecorator {
  return Field(moneyDifference, options);
}

export function WholeNumber(options: NumberLimits & FieldOptions): PropertyDecorator {
  return Field(wholeNumber(options), options);
}

export function Measure(options: NumberLimits & FieldOptions): PropertyDecorator {
  return Field(measure(options), options);
}

export function YesNo(options: FieldOptions = {}): PropertyDecorator {
  return Field(yesNo, options);
}

/** One of a few words; with `name` the generated client gets a type of that name. */
export function OneOf(offered: readonly string[], options: FieldOptions & { name?: string } = {}): PropertyDecorator {
  return Field(oneOf(offered), options, options.name ? { enumName: options.name } : {});
}

/** A list of plain values (`ListOf(uuid, ...)`) or of objects (`ListOf(() => Answer, ...)`). */
export function ListOf(item: Kind | (() => Class), options: ListLimits & FieldOptions): PropertyDecorator {
  if (typeof item !== 'function') return Field(listOf(item, options), options);
  // Written as a new function under this very name: by it Nest's Swagger knows a class that comes later.
  return joined(
    Field(listOfObjects(options), options, { type: () => item(), isArray: true, items: undefined }),
    ValidateNested({ each: true }),
    Type(item as () => new () => object),
  );
}

export function Nested(item: () => Class, options: FieldOptions = {}): PropertyDecorator {
  return joined(
    Field(nestedObject, options, { type: () => item() }),
    ValidateNested(),
    Type(item as () => new () => object),
  );
}

/** Name of the one constraint every field has; its context carries the kind. */
export const fieldConstraint = 'field';

export function Field(kind: Kind, options: FieldOptions, shape: object = {}): PropertyDecorator {
  const { canonical } = kind;
  const parts: PropertyDecorator[] = [
    ValidateBy(
      {
        name: fieldConstraint,
        validator: {
          validate: (value: unknown) => reasonsFor(kind, value).length === 0,
          // Never read, but class-validator hands the context on only beside a message.
          defaultMessage: () => 'is not of its kind',
        },
      },
      { context: { kind } },
    ),
    (target, property) => Reflect.defineMetadata(kindKey, kind, target, property),
    ApiProperty({
      ...kind.schema,
      ...shape,
      required: options.optional !== true,
      ...(options.description && { description: options.description }),
      ...(options.example !== undefined && { example: options.example }),
    } as ApiPropertyOptions),
  ];
  if (options.optional) parts.push(ValidateIf((_, value: unknown) => value !== undefined));
  if (canonical)
    parts.push(Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? canonical(value) : value)));
  return joined(...parts);
}

const kindKey = Symbol('kind');

/** The kind of a class's field, its parents' fields included; null when the class has no such field. */
export function kindOf(target: Class, property: string): Kind | null {
  const kind: unknown = Reflect.getMetadata(kindKey, target.prototype, property);
  return isKind(kind) ? kind : null;
}

export function isKind(value: unknown): value is Kind {
  return typeof value === 'object' && value !== null && 'check' in value && 'schema' in value;
}

function joined(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
