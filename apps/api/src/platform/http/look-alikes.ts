import type { JsonValue } from './strict-json.js';

/** What was kept as given, and is worth a second look. */
export interface Warning {
  /** JSON pointer (RFC 6901) into the request's body. */
  readonly pointer: string;
  /** `look-alike-letter`: the text looks right and is not what will be searched for; the others are a feature's own. */
  readonly code: string;
  readonly detail: string;
}

// Đ and đ are U+0110 and U+0111. Old keyboards give the Icelandic Ð and ð, or a D with a stroke laid over it.
const lookAlike = /[\u00d0\u00f0]|[Dd][\u0335\u0336]/u;

/** Pointers to the texts of a body that hold a letter that only looks like Đ or đ. */
export function lookAlikesIn(value: JsonValue, pointer = ''): readonly string[] {
  if (typeof value === 'string') return lookAlike.test(value) ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    lookAlikesIn(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
