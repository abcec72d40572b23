import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validate } from 'class-validator';
import { fieldConstraint, isKind, kindOf } from './fields.js';
import { type FieldFacts, fieldWords } from './field-words.js';
import { reasonsFor } from './kinds.js';
import { HttpProblem, type ProblemItem } from './problem.js';
import { isProblemCode, type ProblemCode } from './problem-catalogue.js';
import { pointerTo } from './strict-json.js';

type Path = readonly (string | number)[];

/**
 * Makes bodies and queries into the class the handler asks for, or answers 400 with every wrong place named. Nothing is
 * coerced; unknown properties are refused, not dropped, because whoever sends one expects it to count.
 */
@Injectable()
export class RequestPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (type !== 'body' && type !== 'query') return value;
    if (!isClass(metatype) || data !== undefined)
      throw new Error(`a ${type} is taken whole, into a class that says what it may hold`);
    return type === 'body' ? bodyAs(metatype, value) : queryAs(metatype, value);
  }
}

async function bodyAs(target: Type, value: unknown): Promise<unknown> {
  // A handler that wants a body got none at all, not even an empty one.
  if (value === undefined) throw new HttpProblem('malformed-json');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HttpProblem('invalid-shape');
  const inherited = inheritedNames(value, []);
  const result = await instanceOf(target, value);
  const items = [...inherited, ...result.items];
  if (items.length > 0) throw new HttpProblem(commonCode(items), { errors: items });
  return result.instance;
}

async function queryAs(target: Type, value: unknown): Promise<unknown> {
  const items: ProblemItem[] = [];
  const plain: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(value ?? {})) {
    const kind = kindOf(target, name);
    if (!kind) items.push(item([name], 'unknown-parameter'));
    else if (Array.isArray(text)) items.push(item([name], 'repeated-parameter'));
    else if (typeof text !== 'string') items.push(item([name], 'malformed-parameter'));
    else plain[name] = kind.fromText ? kind.fromText(text) : text;
  }
  const result = await instanceOf(target, plain);
  const named = new Set(items.map((one) => one.pointer));
  items.push(...result.items.filter((one) => !named.has(one.pointer)));
  if (items.length > 0) throw new HttpProblem('invalid-parameter', { errors: items });
  return result.instance;
}

async function instanceOf(target: Type, plain: object): Promise<{ instance: object; items: readonly ProblemItem[] }> {
  const instance: object = plainToInstance(target, plain);
  const errors = await validate(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false },
  });
  return { instance, items: errors.flatMap((error) => itemsOf(error, [])) };
}

/**
 * Names such as `toString`: class-transformer passes over them in silence, because every object has them, so the
 * whitelist never gets to see them.
 */
function inheritedNames(value: unknown, path: Path): readonly ProblemItem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    ...(key in Object.prototype ? [item([...path, key], 'unknown-property')] : []),
    ...inheritedNames(member, [...path, key]),
  ]);
}

function itemsOf(
  { property, value, constraints = {}, contexts, children }: ValidationError,
  above: Path,
): ProblemItem[] {
  const path = [...above, property];
  if ('whitelistValidation' in constraints) return [item(path, 'unknown-property')];
  const kind: unknown = contexts?.[fieldConstraint]?.kind;
  if (fieldConstraint in constraints && isKind(kind))
    return reasonsFor(kind, value).map((reason) => item([...path, ...(reason.at ?? [])], reason.code, reason.facts));
  // Whatever else class-validator found: a decorator of its own, beside ours.
  const others = Object.keys(constraints).filter((name) => name !== 'nestedValidation');
  return [...others.map(() => item(path, 'invalid')), ...(children ?? []).flatMap((child) => itemsOf(child, path))];
}

function item(path: Path, code: string, facts?: FieldFacts): ProblemItem {
  return { pointer: pointerTo(path), code, message: fieldWords(code, facts) };
}

/** The code all items share, where it is a problem of its own. */
function commonCode(items: readonly ProblemItem[]): ProblemCode {
  const [code = '', ...others] = new Set(items.map((one) => one.code));
  return others.length === 0 && isProblemCode(code) ? code : 'validation-failed';
}

function isClass(metatype: unknown): metatype is Type {
  const builtIn: readonly unknown[] = [Object, String, Number, Boolean, Array, Date];
  return typeof metatype === 'function' && !builtIn.includes(metatype);
}
