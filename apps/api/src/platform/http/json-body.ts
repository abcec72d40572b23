import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem, type ProblemExtras } from './problem.js';
import { decodeUtf8, type JsonValue, parseStrictJson, StrictJsonError } from './strict-json.js';
import { errorCode } from './error-code.js';
import { fieldWords } from './field-words.js';
import { bodyBytesMaxOf } from './large-body.js';

// How much of a refused body is read and thrown away, so that the sender gets to read the answer: an early close makes
// most clients report a broken connection instead.
const drainBytesMax = 4 * 1024 * 1024;

/**
 * Every body is strict JSON unless a feature has added a parser for a media type of its own; the catch-all refuses the
 * rest, forms and plain text among them.
 */
export function parseBodiesAsStrictJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', async (request: FastifyRequest, payload: IncomingMessage) => {
    if (!request.is404) return readJson(request.headers, payload, bodyBytesMaxOf(request));
    // Nobody is going to read it, and 404 or 405 is a better answer than what is wrong inside.
    payload.resume();
  });
}

async function readJson(headers: IncomingHttpHeaders, payload: IncomingMessage, bytesMax: number): Promise<JsonValue> {
  const refusal = refusalOf(headers);
  if (refusal) {
    // What nobody reads would stay in the socket and be taken for the next request.
    payload.resume();
    throw refusal;
  }
  const decoded = await decode(headers['content-encoding'], await collect(payload, bytesMax), bytesMax);
  try {
    return parseStrictJson(decodeUtf8(decoded));
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    const { code, pointer } = error;
    throw new HttpProblem(code, pointer === '' ? {} : { errors: [{ pointer, code, message: fieldWords(code) }] });
  }
}

function refusalOf(headers: IncomingHttpHeaders): HttpProblem | null {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim());
  if (type.toLowerCase() !== 'application/json') return new HttpProblem('unsupported-media-type');
  const charset = parameters.find((parameter) => /^charset\s*=/i.test(parameter));
  const name = charset?.replace(/^charset\s*=\s*"?([^"]*)"?$/i, '$1').toLowerCase();
  if (name !== undefined && name !== 'utf-8') return new HttpProblem('unsupported-charset');
  return encodings.has(encodingOf(headers['content-encoding']))
    ? null
    : new HttpProblem('unsupported-encoding', { headers: { 'accept-encoding': 'gzip, deflate, br' } });
}

/** @throws HttpProblem payload-too-large; malformed-request when the sender hangs up. */
function collect(payload: IncomingMessage, bytesMax: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const refused = () => tooLarge(bytesMax, { headers: { connection: 'close' } });
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= bytesMax) chunks.push(chunk);
      else if (length > bytesMax + drainBytesMax) reject(refused());
      else chunks.length = 0;
    });
    payload.on('end', () => (length > bytesMax ? reject(refused()) : resolve(Buffer.concat(chunks, length))));
    payload.on('error', (cause) => reject(new HttpProblem('malformed-request', { cause })));
    payload.on('close', () => reject(new HttpProblem('malformed-request')));
  });
}

/** Names the limit of this very route. */
function tooLarge(bytesMax: number, extras: ProblemExtras): HttpProblem {
  const kib = bytesMax / 1024;
  const detail = { vi: `Tối đa ${kib} KiB sau khi giải nén.`, en: `At most ${kib} KiB once decoded.` };
  return new HttpProblem('payload-too-large', { ...extras, detail });
}

// The limit sits in the decoder: a few kilobytes can ask for gigabytes.
type Limit = { readonly maxOutputLength: number };
type Decoder = (bytes: Buffer, limit: Limit) => Promise<Buffer>;

const encodings: ReadonlyMap<string, Decoder> = new Map([
  ['identity', async (bytes: Buffer) => bytes],
  ['gzip', promisify<Buffer, Limit, Buffer>(gunzip)],
  ['deflate', promisify<Buffer, Limit, Buffer>(inflate)],
  ['br', promisify<Buffer, Limit, Buffer>(brotliDecompress)],
]);

function encodingOf(header: string | undefined): string {
  return header?.trim().toLowerCase() || 'identity';
}

async function decode(header: string | undefined, bytes: Buffer, bytesMax: number): Promise<Buffer> {
  const decoder = encodings.get(encodingOf(header));
  if (!decoder) throw new HttpProblem('unsupported-encoding');
  try {
    return await decoder(bytes, { maxOutputLength: bytesMax });
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(bytesMax, { cause: error });
    throw new HttpProblem('invalid-encoding', { cause: error });
  }
}
