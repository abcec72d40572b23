import { createHash } from 'node:crypto';
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Uuid } from '@soat/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { canonicalJson } from '../trail/canonical-json.js';
import { ReadQuery } from './at-least.js';
import { OneLine, WholeNumber } from './fields.js';
import { canonicalUuid } from './kinds.js';
import { HttpProblem } from './problem.js';
import { type JsonValue, parseStrictJson } from './strict-json.js';

export const pageLimitMax = 200;

/** The query of a list; extend it with the list's own filters. */
export class ListQuery extends ReadQuery {
  @WholeNumber({ min: 1, max: pageLimitMax, optional: true, description: 'Rows on a page; 50 when left out.' })
  readonly limit: number = 50;

  @OneLine({ max: 1_000, optional: true, description: '`page.next` of the page before.' })
  readonly cursor?: string;
}

/** One page of a list. */
export class Page<Row> {
  constructor(
    readonly data: readonly Row[],
    readonly page: { readonly next: string | null; readonly limit: number },
  ) {}
}

/**
 * Makes a page of up to `limit + 1` rows: the one too many only says that there is more. `placeOf` is where the next page
 * begins, after the last row shown; `filter` is what else was asked, the person's sight included, and binds the cursor.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  filter: JsonValue,
  placeOf: (row: Row) => JsonValue,
): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? cursorFor(placeOf(last), filter) : null;
  return new Page(shown, { next, limit });
}

/** An opaque place in a list that only the same filter can read back. */
export function cursorFor(place: JsonValue, filter: JsonValue): string {
  return Buffer.from(canonicalJson({ p: place, q: tagOf(filter) })).toString('base64url');
}

/**
 * The place in a cursor. It is bound, not sealed: whoever makes one by hand can only move within what the filter shows, and
 * `isPlace` decides whether its shape fits.
 * @throws HttpProblem invalid-cursor
 */
export function placeIn<Place extends JsonValue>(
  cursor: string,
  filter: JsonValue,
  isPlace: (place: JsonValue) => place is Place,
): Place {
  const content = read(cursor);
  const isBound = typeof content === 'object' && content !== null && 'p' in content && content.q === tagOf(filter);
  const place = isBound ? content.p : undefined;
  if (place === undefined || !isPlace(place)) throw new HttpProblem('invalid-cursor');
  return place;
}

/** The place of a row in a list that is ordered by a text and then by the row's id. */
export function isTextAndId(place: JsonValue): place is readonly [string, Uuid] {
  if (!Array.isArray(place) || place.length !== 2) return false;
  const [text, id]: readonly unknown[] = place;
  // An id that is none would only be refused by the database, as a failure.
  return typeof text === 'string' && typeof id === 'string' && canonicalUuid(id) === id;
}

function read(cursor: string): JsonValue {
  if (!/^[\w-]+$/.test(cursor)) return null;
  try {
    return parseStrictJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function tagOf(filter: JsonValue): string {
  return createHash('sha256').update(canonicalJson(filter)).digest('base64url').slice(0, 16);
}

/** Adds the Link header (RFC 8288) to every page. */
@Injectable()
export class PageLinks implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof Page && answer.page.next !== null) {
          const http = context.switchToHttp();
          const address = nextAddress(http.getRequest<FastifyRequest>().url, answer.page.next);
          http.getResponse<FastifyReply>().header('link', `<${address}>; rel="next"`);
        }
        return answer;
      }),
    );
  }
}

function nextAddress(address: string, cursor: string): string {
  const [path = '', query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}

/** Documents a handler that answers with a page of these rows, and with what else stands beside them. */
export function ApiPage(row: Type, beside: Readonly<Record<string, { readonly $ref: string }>> = {}): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(row),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'page'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(row) } },
          page: {
            type: 'object',
            required: ['next', 'limit'],
            properties: { next: { type: 'string', nullable: true }, limit: { type: 'integer' } },
          },
          ...beside,
        },
      },
    }),
  );
}
