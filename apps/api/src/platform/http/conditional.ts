import { createHash } from 'node:crypto';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { Uuid } from '@soat/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canonicalJson } from '../trail/canonical-json.js';
import { documenting } from './documenting.js';
import { canonicalUuid } from './kinds.js';
import { HttpProblem } from './problem.js';

const ifMatchForm = /^"(0|[1-9]\d{0,14})"$/;

/** What a command brings along in its headers. */
export interface Asked {
  /** The Idempotency-Key, lower case. */
  readonly commandId: Uuid;
  /** Hex SHA-256 of method, path and body: the same command id with another digest is another command. */
  readonly digest: string;
  /** The stream's length the asker has seen; undefined when none was named. */
  readonly expectedLength: number | undefined;
}

/** @throws HttpProblem command-id-required, invalid-if-match */
export function askedOf(request: FastifyRequest): Asked {
  return {
    commandId: commandIdOf(request),
    digest: requestDigestOf(request),
    expectedLength: expectedLengthOf(request),
  };
}

/** A POST that is no command (a search, a sign-in) needs no Idempotency-Key. */
export const NotACommand = () => applyDecorators(SetMetadata(notACommand, true), ApiExtension(notACommand, true));
/** Its mark, in a handler's metadata and in the API's description. */
export const notACommand = 'x-not-a-command';

/** @throws HttpProblem command-id-required */
export function commandIdOf(request: FastifyRequest): Uuid {
  const header = request.headers['idempotency-key'];
  // The draft standard writes the key as a quoted string; most clients send it bare.
  const key = typeof header === 'string' ? header.trim().replace(/^"(.*)"$/, '$1') : '';
  const id = canonicalUuid(key);
  if (id === null) throw new HttpProblem('command-id-required');
  return id;
}

/** Undefined when no length was named. @throws HttpProblem invalid-if-match */
export function expectedLengthOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const length = ifMatchForm.exec(header.trim())?.[1];
  if (length === undefined) throw new HttpProblem('invalid-if-match');
  return Number(length);
}

/** @throws HttpProblem precondition-required, invalid-if-match */
export function demandedLengthOf(request: FastifyRequest): number {
  const length = expectedLengthOf(request);
  if (length === undefined) throw new HttpProblem('precondition-required');
  return length;
}

export function requestDigestOf(request: FastifyRequest): string {
  const path = request.url.split('?')[0] ?? '';
  const body = canonicalJson(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${path}\n${body}`).digest('hex');
}

/** What a command was answered; the same shape as the store's answer. */
export interface Answered {
  readonly length: number;
  readonly isReplay: boolean;
}

/** Puts the stream's length, and whether this is the first answer again, into the headers. */
export function stampAnswer(reply: FastifyReply, { length, isReplay }: Answered): void {
  reply.header('etag', etagOf(length));
  if (isReplay) reply.header('idempotent-replayed', 'true');
}

export function etagOf(length: number): string {
  return `"${length}"`;
}

/** Says so in the API's document. */
export function documentIfMatch(required: boolean): ParameterDecorator {
  return documenting(
    ApiHeader({
      name: 'If-Match',
      required,
      description: 'Length of the stream as seen, as in "17".',
      schema: { type: 'string', pattern: ifMatchForm.source },
    }),
  );
}
