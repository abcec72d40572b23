import type { ProblemCode } from './problem-catalogue.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The text is not JSON that means one thing to every reader. */
export class StrictJsonError extends Error {
  override readonly name = 'StrictJsonError';
  constructor(
    readonly code: ProblemCode,
    /** JSON Pointer to the value, as far as it was read. */
    readonly pointer: string,
  ) {
    super(`${code} at ${pointer === '' ? 'the top' : pointer}`);
  }
}

export const depthMax = 64;
export const itemsMax = 10_000;
export const keysMax = 1_000;

/**
 * Parses JSON (RFC 8259) in one pass and refuses what two readers could take differently, before anything is built from
 * it: duplicate keys, keys that reach into prototypes, numbers that do not survive, broken text. Strings come back in NFC.
 * JSON.parse cannot do it: it has dropped the duplicates and rounded the numbers by the time anyone could look.
 * @throws StrictJsonError
 */
export function parseStrictJson(text: string): JsonValue {
  const scanner = new Scanner(text);
  return scanner.document();
}

/** @throws StrictJsonError invalid-utf8; a byte order mark stays in the text, where it is no JSON. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new StrictJsonError('invalid-utf8', '');
  }
}

export function pointerTo(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

// `toJSON` is no danger to us, but an object that carries it speaks for itself when it is written again.
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', 'toJSON']);
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const numberAhead = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// What a string may hold without an escape; JSON wants control characters below U+0020 escaped.
const plainAhead = /[ !#-[\]-\u{10ffff}]*/uy;
const hexAhead = /[0-9a-fA-F]{4}/y;

class Scanner {
  private at = 0;
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string) {}

  document(): JsonValue {
    const value = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) throw this.refused('malformed-json');
    return value;
  }

  private value(depth: number): JsonValue {
    this.skipSpace();
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth + 1);
      case '[':
        return this.list(depth + 1);
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private object(depth: number): JsonValue {
    if (depth > depthMax) throw this.refused('too-deep');
    const object: Record<string, JsonValue> = {};
    const seen = new Set<string>();
    this.at += 1;
    if (this.take('}')) return object;
    do {
      this.skipSpace();
      if (this.text[this.at] !== '"') throw this.refused('malformed-json');
      const key = this.string();
      this.path.push(key);
      if (forbiddenKeys.has(key)) throw this.refused('forbidden-key');
      if (seen.has(key)) throw this.refused('duplicate-key');
      if (seen.size === keysMax) throw this.refused('too-many-items');
      seen.add(key);
      if (!this.take(':')) throw this.refused('malformed-json');
      object[key] = this.value(depth);
      this.path.pop();
    } while (this.take(','));
    if (!this.take('}')) throw this.refused('malformed-json');
    return object;
  }

  private list(depth: number): JsonValue {
    if (depth > depthMax) throw this.refused('too-deep');
    const list: JsonValue[] = [];
    this.at += 1;
    if (this.take(']')) return list;
    do {
      if (list.length === itemsMax) throw this.refused('too-many-items');
      this.path.push(list.length);
      list.push(this.value(depth));
      this.path.pop();
    } while (this.take(','));
    if (!this.take(']')) throw this.refused('malformed-json');
    return list;
  }

  private string(): string {
    this.at += 1;
    let string = this.match(plainAhead) ?? '';
    while (this.text[this.at] === '\\') string += this.escape() + (this.match(plainAhead) ?? '');
    if (this.text[this.at] !== '"') throw this.refused('malformed-json');
    this.at += 1;
    // PostgreSQL cannot keep U+0000, and UTF-8 has no form for half a surrogate pair.
    if (string.includes('\0') || /\p{Surrogate}/u.test(string)) throw this.refused('forbidden-character');
    return string.normalize('NFC');
  }

  private escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    this.at += 2;
    if (letter === 'u') {
      const hex = this.match(hexAhead);
      if (hex === null) throw this.refused('malformed-json');
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const character = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
    if (character === undefined) throw this.refused('malformed-json');
    return character;
  }

  private number(): number {
    const literal = this.match(numberAhead);
    if (literal === null) throw this.refused('malformed-json');
    // "01", "0x10" and "1.": a number is followed by punctuation, space or the end.
    if (/[\w.+-]/.test(this.text[this.at] ?? '')) throw this.refused('malformed-json');
    const number = Number(literal);
    const mantissa = literal.split(/[eE]/)[0] ?? '';
    const hasVanished = number === 0 && /[1-9]/.test(mantissa);
    if (!Number.isFinite(number) || hasVanished || Object.is(number, -0)) throw this.refused('invalid-number');
    if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw this.refused('unsafe-integer');
    return number;
  }

  private word<T extends JsonValue>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw this.refused('malformed-json');
    this.at += word.length;
    return value;
  }

  private take(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }

  private match(ahead: RegExp): string | null {
    ahead.lastIndex = this.at;
    const found = ahead.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private refused(code: ProblemCode): StrictJsonError {
    return new StrictJsonError(code, pointerTo(this.path));
  }
}
