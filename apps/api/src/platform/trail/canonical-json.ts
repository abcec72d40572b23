/**
 * Canonical JSON (RFC 8785): one text for one value, so that a hash over it means something. What another JSON reader
 * could take differently is refused rather than written (RFC 7493, I-JSON): lost values, numbers that do not survive,
 * broken text. Text is not normalised here, as the RFC demands; entry points do that.
 * @throws TypeError that names the place as a JSON Pointer.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}

// Deeper than any document of ours; also what stops a cycle.
const depthMax = 64;

function write(value: unknown, at: string, depth: number): string {
  if (depth > depthMax) throw refused(at, `is nested deeper than ${depthMax}`);
  switch (typeof value) {
    case 'string':
      return writeText(value, at);
    case 'number':
      return writeNumber(value, at);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return writeList(value, at, depth);
      return writeObject(value, at, depth);
    default:
      throw refused(at, `is ${typeof value}, which JSON cannot hold`);
  }
}

function writeText(text: string, at: string): string {
  // With the u flag a surrogate only matches when it has no partner; U+0000 is legal JSON that PostgreSQL cannot read back.
  if (/\p{Surrogate}/u.test(text)) throw refused(at, 'holds a lone surrogate');
  if (text.includes('\0')) throw refused(at, 'holds U+0000');
  // RFC 8785, 3.2.2.2: the escapes are ECMAScript's.
  return JSON.stringify(text);
}

function writeNumber(number: number, at: string): string {
  if (!Number.isFinite(number)) throw refused(at, `is ${number}, which JSON cannot hold`);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw refused(at, 'is beyond the safe integers');
  // RFC 8785, 3.2.2.3: ECMAScript's shortest form, in which -0 is 0.
  return JSON.stringify(number);
}

function writeList(list: readonly unknown[], at: string, depth: number): string {
  // Not map(): it would skip the holes of a sparse array.
  return `[${Array.from(list, (item, index) => write(item, `${at}/${index}`, depth + 1)).join(',')}]`;
}

function writeObject(object: object, at: string, depth: number): string {
  // Dates, maps and the like would silently become text or {}.
  if (Object.prototype.toString.call(object) !== '[object Object]' || 'toJSON' in object)
    throw refused(at, 'is not a plain object');
  if (Object.hasOwn(object, '__proto__')) throw refused(at, 'has a member __proto__');
  // RFC 8785, 3.2.3: by UTF-16 code units, which is what sort() does and a locale's compare does not.
  const members = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  const written = members.map(([key, member]) => {
    const place = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return `${writeText(key, place)}:${write(member, place, depth + 1)}`;
  });
  return `{${written.join(',')}}`;
}

function refused(at: string, why: string): TypeError {
  return new TypeError(`${at === '' ? 'the value' : at} ${why}`);
}
