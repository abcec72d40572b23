import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { HttpRequest, HttpResponse } from './support/http.js';

/** A route that takes a JSON body, and how to bend what it takes. The same cases run against every such route. */
export interface Target {
  /** The POST route. */
  readonly path: string;
  /** A GET route beside it, for what is not about bodies. */
  readonly readPath: string;
  /** A body the route takes, new at each call. */
  readonly body: () => Readonly<Record<string, unknown>>;
  /** Sign-in and a new command id. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly fields: TargetFields;
  /** How large a body may be, where the route says another size than 256 KiB. */
  readonly bytesMax?: number;
  /** The one-line text as it was kept, read from the route's answer. */
  readonly keptText?: (response: HttpResponse) => string;
}

/** Names of top-level fields by kind; cases for a kind the route does not have are left out. */
export interface TargetFields {
  /** Required. */
  readonly oneLine: { readonly name: string; readonly max: number };
  readonly wholeNumber?: string;
  readonly yesNo?: string;
  readonly money?: string;
  readonly legalDate?: string;
  readonly instant?: string;
  readonly freeText?: string;
}

export interface BadInput {
  /** Of the catalogue in the reliability document, section 5. */
  readonly row: number;
  readonly what: string;
  readonly needs?: keyof TargetFields;
  readonly bend: (target: Target) => Partial<HttpRequest>;
  readonly status: number;
  /** Null: taken after all, and `kept` says how the text stands afterwards. */
  readonly code: string | null;
  readonly kept?: string;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const whole = (target: Target) => JSON.stringify(target.body());
/** The valid body with one member more, or another. */
const withMember = (target: Target, name: string, value: unknown) =>
  JSON.stringify({ ...target.body(), [name]: value });
const withText = (text: string) => (target: Target) => ({ body: withMember(target, target.fields.oneLine.name, text) });
/** A member written as JSON text that JSON.stringify would never write. */
const withRaw = (target: Target, name: string, raw: string) =>
  JSON.stringify({ ...target.body(), [name]: '@@' }).replace('"@@"', () => raw);
const withHeaders = (headers: Record<string, string>) => (target: Target) => ({
  headers: { ...target.headers(), ...headers },
});
const typed = (type: string) => withHeaders({ 'content-type': type });
const withField = (kind: Exclude<keyof TargetFields, 'oneLine'>, raw: string) => (target: Target) => ({
  body: withRaw(target, target.fields[kind] ?? '', raw),
});
const nestedArrays = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Bytes in place of the one-line text. */
function withBytes(target: Target, bytes: readonly number[]): Uint8Array {
  const [before = '', after = ''] = withMember(target, target.fields.oneLine.name, '@@').split('@@');
  return Uint8Array.from([...utf8(before), ...bytes, ...utf8(after)]);
}

const gzipBomb = once(() => gzipSync(Buffer.alloc(50 * 1024 * 1024, ' ')));
const brotliBomb = once(() => brotliCompressSync(Buffer.alloc(8 * 1024 * 1024, ' ')));

/** Made when it is first asked for, and kept. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export const badInputs: readonly BadInput[] = [
  // Transport and media type.
  { row: 1, what: 'a cut body', bend: (t) => ({ body: whole(t).slice(0, 10) }), status: 400, code: 'malformed-json' },
  { row: 2, what: 'an empty body', bend: () => ({ body: '' }), status: 400, code: 'malformed-json' },
  ...['null', '"x"', '[]', '5'].map(
    (body): BadInput => ({
      row: 3,
      what: `the body ${body}`,
      bend: () => ({ body }),
      status: 400,
      code: 'invalid-shape',
    }),
  ),
  {
    row: 4,
    what: 'no Content-Type',
    bend: (t) => {
      const { 'content-type': _, ...headers } = t.headers();
      return { headers };
    },
    status: 415,
    code: 'unsupported-media-type',
  },
  ...[
    [5, 'text/plain'],
    [6, 'application/x-www-form-urlencoded'],
    [7, 'application/xml'],
    [8, 'multipart/form-data; boundary=x'],
    [8, 'application/json-patch+json'],
    [8, 'nonsense'],
  ].map(
    ([row, type]): BadInput => ({
      row: Number(row),
      what: String(type),
      bend: typed(String(type)),
      status: 415,
      code: 'unsupported-media-type',
    }),
  ),
  {
    row: 9,
    what: 'ISO 8859-1',
    bend: typed('application/json; charset=iso-8859-1'),
    status: 415,
    code: 'unsupported-charset',
  },
  {
    row: 10,
    what: 'UTF-16',
    bend: (t) => ({ ...typed('application/json; charset=utf-16')(t), body: Buffer.from(whole(t), 'utf16le') }),
    status: 415,
    code: 'unsupported-charset',
  },
  {
    row: 11,
    what: 'bytes FF FE in a text',
    bend: (t) => ({ body: withBytes(t, [0xff, 0xfe]) }),
    status: 400,
    code: 'invalid-utf8',
  },
  {
    row: 12,
    what: 'a byte order mark',
    bend: (t) => ({ body: `\ufeff${whole(t)}` }),
    status: 400,
    code: 'malformed-json',
  },
  {
    row: 13,
    what: 'a gzip bomb',
    bend: (t) => ({
      ...withHeaders({ 'content-encoding': 'gzip' })(t),
      body: gzipBomb(),
    }),
    status: 413,
    code: 'payload-too-large',
  },
  {
    row: 13,
    what: 'a brotli bomb',
    bend: (t) => ({
      ...withHeaders({ 'content-encoding': 'br' })(t),
      body: brotliBomb(),
    }),
    status: 413,
    code: 'payload-too-large',
  },
  {
    row: 14,
    what: 'no gzip though it says so',
    bend: withHeaders({ 'content-encoding': 'gzip' }),
    status: 400,
    code: 'invalid-encoding',
  },
  {
    row: 14,
    what: 'cut brotli',
    bend: (t) => ({
      ...withHeaders({ 'content-encoding': 'br' })(t),
      body: brotliCompressSync(utf8(whole(t))).subarray(0, -3),
    }),
    status: 400,
    code: 'invalid-encoding',
  },
  {
    row: 14,
    what: 'cut deflate',
    bend: (t) => ({
      ...withHeaders({ 'content-encoding': 'deflate' })(t),
      body: deflateSync(utf8(whole(t))).subarray(0, -3),
    }),
    status: 400,
    code: 'invalid-encoding',
  },
  {
    row: 15,
    what: 'zstd',
    bend: withHeaders({ 'content-encoding': 'zstd' }),
    status: 415,
    code: 'unsupported-encoding',
  },
  {
    row: 15,
    what: 'gzip twice',
    bend: withHeaders({ 'content-encoding': 'gzip, gzip' }),
    status: 415,
    code: 'unsupported-encoding',
  },
  {
    row: 16,
    what: 'one byte more than it takes',
    bend: (t) => ({ body: whole(t).padEnd((t.bytesMax ?? 256 * 1024) + 1, ' ') }),
    status: 413,
    code: 'payload-too-large',
  },
  {
    row: 16,
    what: '3 MiB more than it takes',
    bend: (t) => ({ body: whole(t).padEnd((t.bytesMax ?? 0) + 3 * 1024 * 1024, ' ') }),
    status: 413,
    code: 'payload-too-large',
  },

  // JSON structure.
  {
    row: 26,
    what: 'a duplicate key',
    bend: (t) => ({ body: whole(t).replace('{', `{"${t.fields.oneLine.name}":"a",`) }),
    status: 400,
    code: 'duplicate-key',
  },
  {
    row: 27,
    what: '__proto__',
    bend: (t) => ({ body: whole(t).replace('{', '{"__proto__":{"admin":true},') }),
    status: 400,
    code: 'forbidden-key',
  },
  {
    row: 28,
    what: 'constructor',
    bend: (t) => ({ body: whole(t).replace('{', '{"constructor":{"prototype":{"admin":true}},') }),
    status: 400,
    code: 'forbidden-key',
  },
  ...['role', 'toString', 'hasOwnProperty', 'valueOf', ''].map(
    (name): BadInput => ({
      row: 29,
      what: `the unknown property "${name}"`,
      bend: (t) => ({ body: withMember(t, name, 'x') }),
      status: 400,
      code: 'unknown-property',
    }),
  ),
  {
    row: 29,
    what: 'the key toJSON',
    bend: (t) => ({ body: withMember(t, 'toJSON', 'x') }),
    status: 400,
    code: 'forbidden-key',
  },
  ...[
    [30, 5_000],
    [31, 40_000],
  ].map(
    ([row = 0, depth = 0]): BadInput => ({
      row,
      what: `${depth} nested lists`,
      bend: (t) => ({ body: withRaw(t, t.fields.oneLine.name, nestedArrays(depth)) }),
      status: 400,
      code: 'too-deep',
    }),
  ),
  {
    row: 32,
    what: 'a list of 100 000 items',
    bend: (t) => ({ body: withRaw(t, t.fields.oneLine.name, `[${Array(100_000).fill('1').join(',')}]`) }),
    status: 400,
    code: 'too-many-items',
  },
  {
    row: 32,
    what: 'an object of 10 000 keys',
    bend: (t) => ({
      body: withMember(
        t,
        t.fields.oneLine.name,
        Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, 1])),
      ),
    }),
    status: 400,
    code: 'too-many-items',
  },
  {
    row: 33,
    what: '1e400',
    needs: 'wholeNumber',
    bend: withField('wholeNumber', '1e400'),
    status: 400,
    code: 'invalid-number',
  },
  ...['NaN', 'Infinity', '0x10', '01', '+1', '1 /* one */', '1,'].map(
    (raw): BadInput => ({
      row: 34,
      what: raw,
      bend: (t) => ({ body: withRaw(t, t.fields.wholeNumber ?? 'x', raw) }),
      status: 400,
      code: 'malformed-json',
    }),
  ),
  {
    row: 35,
    what: 'a text for a number',
    needs: 'wholeNumber',
    bend: withField('wholeNumber', '"1"'),
    status: 400,
    code: 'validation-failed',
  },
  ...[1, {}, ['a'], true].map(
    (value): BadInput => ({
      row: 35,
      what: `${JSON.stringify(value)} for a text`,
      bend: (t) => ({ body: withMember(t, t.fields.oneLine.name, value) }),
      status: 400,
      code: 'validation-failed',
    }),
  ),
  ...['"true"', '1', '0', '""'].map(
    (raw): BadInput => ({
      row: 36,
      what: `${raw} for yes or no`,
      needs: 'yesNo',
      bend: withField('yesNo', raw),
      status: 400,
      code: 'validation-failed',
    }),
  ),
  {
    row: 37,
    what: 'null for a required field',
    bend: (t) => ({ body: withMember(t, t.fields.oneLine.name, null) }),
    status: 400,
    code: 'validation-failed',
  },
  {
    row: 37,
    what: 'a required field missing',
    bend: (t) => ({ body: withMember(t, t.fields.oneLine.name, undefined) }),
    status: 400,
    code: 'validation-failed',
  },

  // Text.
  { row: 38, what: 'U+0000', bend: withText('a\u0000b'), status: 400, code: 'forbidden-character' },
  {
    row: 39,
    what: 'a lone surrogate',
    bend: (t) => ({ body: withRaw(t, t.fields.oneLine.name, '"\\ud800"') }),
    status: 400,
    code: 'forbidden-character',
  },
  { row: 40, what: 'NFD Vietnamese', bend: withText('Hoa\u0300'), status: 201, code: null, kept: 'Ho\u00e0' },
  {
    row: 41,
    what: 'old and new tone places, Đ and Ð',
    bend: withText('Hoà Hòa Đ Ð'),
    status: 201,
    code: null,
    kept: 'Hoà Hòa Đ Ð',
  },
  ...['   ', '\u00a0\u00a0', '\u200b', ''].map(
    (text): BadInput => ({
      row: 43,
      what: `the blank ${JSON.stringify(text)}`,
      bend: withText(text),
      status: 400,
      code: 'blank',
    }),
  ),
  { row: 44, what: 'a bidi override', bend: withText('anh\u202egpj.exe'), status: 400, code: 'forbidden-character' },
  {
    row: 44,
    what: 'a bidi override in free text',
    needs: 'freeText',
    bend: (t) => ({ body: withMember(t, t.fields.freeText ?? '', 'a\u202eb\nc') }),
    status: 201,
    code: null,
  },
  ...['\u0007', '\u001b[31m', 'a\r\nb', 'a\nb', '\u007f'].map(
    (text): BadInput => ({
      row: 45,
      what: `the control characters of ${JSON.stringify(text)}`,
      bend: withText(text),
      status: 400,
      code: 'forbidden-character',
    }),
  ),
  {
    row: 46,
    what: 'one character too many',
    bend: (t) => withText('😀'.repeat(t.fields.oneLine.max + 1))(t),
    status: 400,
    code: 'too-long',
  },
  {
    row: 46,
    what: 'exactly the most characters, each four bytes',
    bend: (t) => withText('😀'.repeat(t.fields.oneLine.max))(t),
    status: 201,
    code: null,
  },
  {
    row: 46,
    what: 'twice the most characters before NFC, which makes them the most',
    bend: (t) => withText('a\u0300'.repeat(t.fields.oneLine.max))(t),
    status: 201,
    code: null,
  },
  {
    row: 46,
    what: 'flags, of two code points each',
    bend: (t) => withText('🇻🇳'.repeat(t.fields.oneLine.max / 2))(t),
    status: 201,
    code: null,
  },
  { row: 47, what: 'stacked marks', bend: withText(`Z${'\u0301'.repeat(500)}`), status: 400, code: 'too-many-marks' },
  ...['<script>alert(1)</script>', '{{7*7}} #{7*7}', "'; drop table events; --"].map(
    (text): BadInput => ({ row: 48, what: text, bend: withText(text), status: 201, code: null, kept: text }),
  ),
  { row: 49, what: 'a formula', bend: withText('=HYPERLINK("x")'), status: 201, code: null, kept: '=HYPERLINK("x")' },

  // Numbers and money.
  {
    row: 50,
    what: 'an amount as text',
    needs: 'money',
    bend: withField('money', '"1250000"'),
    status: 400,
    code: 'validation-failed',
  },
  {
    row: 51,
    what: 'a negative amount',
    needs: 'money',
    bend: withField('money', '-1'),
    status: 400,
    code: 'negative-amount',
  },
  {
    row: 52,
    what: 'half a đồng',
    needs: 'money',
    bend: withField('money', '0.005'),
    status: 400,
    code: 'invalid-amount',
  },
  {
    row: 53,
    what: 'over 10^15',
    needs: 'money',
    bend: withField('money', '1000000000000001'),
    status: 400,
    code: 'amount-out-of-range',
  },
  // Judged before anyone knows that it is money.
  {
    row: 53,
    what: 'twenty nines',
    needs: 'money',
    bend: withField('money', '99999999999999999999'),
    status: 400,
    code: 'unsafe-integer',
  },
  {
    row: 54,
    what: '2^53 + 1',
    needs: 'money',
    bend: withField('money', '9007199254740993'),
    status: 400,
    code: 'unsafe-integer',
  },
  ...['1,250,000', '1.250.000', '١٢', '1e6', ' 1', '+1'].map(
    (text): BadInput => ({
      row: 55,
      what: `the amount "${text}"`,
      needs: 'money',
      bend: withField('money', JSON.stringify(text)),
      status: 400,
      code: 'validation-failed',
    }),
  ),
  { row: 57, what: '-0', needs: 'money', bend: withField('money', '-0'), status: 400, code: 'invalid-number' },

  // Dates.
  ...['2026-02-30', '2026-02-29', '2026-W05-1', '20260131', '31/01/2026'].map(
    (day): BadInput => ({
      row: 58,
      what: `the day ${day}`,
      needs: 'legalDate',
      bend: withField('legalDate', JSON.stringify(day)),
      status: 400,
      code: 'invalid-date',
    }),
  ),
  ...['0000-01-01', '+300000-01-01', '2569-01-01'].map(
    (day): BadInput => ({
      row: 59,
      what: `the day ${day}`,
      needs: 'legalDate',
      bend: withField('legalDate', JSON.stringify(day)),
      status: 400,
      code: 'date-out-of-range',
    }),
  ),
  {
    row: 60,
    what: 'milliseconds for a day',
    needs: 'legalDate',
    bend: withField('legalDate', '1763694245678'),
    status: 400,
    code: 'validation-failed',
  },
  ...[
    '2026-11-21T03:04:05.678+25:00',
    '2026-11-21T03:04:05.678',
    '2026-11-21T24:00:00.000Z',
    '2026-11-21T23:59:60.000Z',
  ].map(
    (text): BadInput => ({
      row: 61,
      what: `the instant ${text}`,
      needs: 'instant',
      bend: withField('instant', JSON.stringify(text)),
      status: 400,
      code: 'invalid-datetime',
    }),
  ),

  // The command id.
  ...['', 'abc', '{019aa000-0000-7000-8000-000000000001}', '019aa00000007000800000000000001', 'x'.repeat(2_000)].map(
    (key): BadInput => ({
      row: 78,
      what: `the command id "${key.slice(0, 40)}"`,
      bend: withHeaders({ 'idempotency-key': key }),
      status: 400,
      code: 'command-id-required',
    }),
  ),
  ...['17', 'W/"17"', '"-1"', '"1e9"', '*', '"1", "2"', '"99999999999999999999"'].map(
    (length): BadInput => ({
      row: 83,
      what: `If-Match ${length}`,
      bend: withHeaders({ 'if-match': length }),
      status: 400,
      code: 'invalid-if-match',
    }),
  ),
];

export interface RawInput {
  readonly row: number;
  readonly what: string;
  readonly bytes: (target: Target) => string;
  readonly statuses: readonly number[];
  readonly codes: readonly string[];
}

const line = (target: Target, name = target.path) => `POST ${name} HTTP/1.1\r\nHost: x\r\n`;

/** What no HTTP client would send. */
export const rawInputs: readonly RawInput[] = [
  {
    row: 17,
    what: 'an address of 20 kB',
    bytes: (t) => `GET ${t.readPath}?q=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    statuses: [414, 431],
    codes: ['uri-too-long'],
  },
  {
    row: 17,
    what: 'an address of 10 kB',
    bytes: (t) => `GET ${t.readPath}?q=${'a'.repeat(10_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    statuses: [414],
    codes: ['uri-too-long'],
  },
  {
    row: 18,
    what: 'headers of 64 kB',
    bytes: (t) => `${line(t)}X-Long: ${'a'.repeat(64_000)}\r\n\r\n`,
    statuses: [431],
    codes: ['headers-too-large'],
  },
  {
    row: 18,
    what: '200 headers',
    bytes: (t) => `${line(t)}${Array.from({ length: 200 }, (_, i) => `X-${i}: 1\r\n`).join('')}\r\n`,
    statuses: [431],
    codes: ['headers-too-large'],
  },
  {
    row: 19,
    what: 'both Content-Length and Transfer-Encoding',
    bytes: (t) => `${line(t)}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    statuses: [400],
    codes: ['malformed-request'],
  },
  {
    row: 19,
    what: 'two Content-Lengths',
    bytes: (t) => `${line(t)}Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}`,
    statuses: [400],
    codes: ['malformed-request'],
  },
  {
    row: 19,
    what: 'no Host',
    bytes: (t) => `GET ${t.readPath} HTTP/1.1\r\nConnection: close\r\n\r\n`,
    statuses: [400],
    codes: ['malformed-request'],
  },
  {
    row: 19,
    what: 'no HTTP at all',
    bytes: () => '\u0016\u0003\u0001 hello\r\n\r\n',
    statuses: [400],
    codes: ['malformed-request'],
  },
  {
    row: 19,
    what: 'an expectation',
    bytes: (t) => `${line(t)}Expect: miracles\r\nContent-Length: 2\r\n\r\n{}`,
    statuses: [417],
    codes: ['expectation-failed'],
  },
];
