/**
 * Canonical JSON (RFC 8785): one text for one value, so that a hash over it means something. What another JSON reader
 * could take differently is refused rather than written (RFC 7493, I-JSON): lost values, numbers that do not survive,
 * broken text. Text is not normalised here, as the RFC demands; entry points do that.
 * @throws TypeError that names the place as a JSON Pointer.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

/** The way from the top to here. It becomes text only where something is refused, which is rare; writing is not. */
type Way = (string | number)[];

// Deeper than any document of ours; also what stops a cycle.
const depthMax = 64;

function write(value: unknown, way: Way): string {
  if (way.length > depthMax) throw refused(way, `is nested deeper than ${depthMax}`);
  switch (typeof value) {
    case 'string':
      return writeText(value, way);
    case 'number':
      return writeNumber(value, way);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return writeList(value, way);
      return writeObject(value, way);
    default:
      throw refused(way, `is ${typeof value}, which JSON cannot hold`);
  }
}

function writeText(text: string, way: Way): string {
  // With the u flag a surrogate only matches when it has no partner; U+0000 is legal JSON that PostgreSQL cannot read back.
  if (/[\p{Surrogate}\0]/u.test(text))
    throw refused(way, /\p{Surrogate}/u.test(text) ? 'holds a lone surrogate' : 'holds U+0000');
  // RFC 8785, 3.2.2.2: the escapes are ECMAScript's.
  return JSON.stringify(text);
}

function writeNumber(number: number, way: Way): string {
  if (!Number.isFinite(number)) throw refused(way, `is ${number}, which JSON cannot hold`);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw refused(way, 'is beyond the safe integers');
  // RFC 8785, 3.2.2.3: ECMAScript's shortest form, in which -0 is 0.
  return String(number);
}

function writeList(list: readonly unknown[], way: Way): string {
  let written = '[';
  // By index: a sparse array has holes, which are refused.
  for (let index = 0; index < list.length; index++) {
    way.push(index);
    written += (index === 0 ? '' : ',') + write(list[index], way);
    way.pop();
  }
  return `${written}]`;
}

function writeObject(object: object, way: Way): string {
  // Dates, maps and the like would silently become text or {}.
  if (Object.prototype.toString.call(object) !== '[object Object]' || 'toJSON' in object)
    throw refused(way, 'is not a plain object');
  if (Object.hasOwn(object, '__proto__')) throw refused(way, 'has a member __proto__');
  const members = object as Readonly<Record<string, unknown>>;
  let written = '{';
  // RFC 8785, 3.2.3: by UTF-16 code units, which is what sort() does and a locale's compare does not.
  for (const key of Object.keys(members).sort()) {
    way.push(key);
    written += `${(written === '{' ? '' : ',') + writeText(key, way)}:${write(members[key], way)}`;
    way.pop();
  }
  return `${written}}`;
}

function refused(way: Way, why: string): TypeError {
  const at = way.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return new TypeError(`${at === '' ? 'the value' : at} ${why}`);
}
