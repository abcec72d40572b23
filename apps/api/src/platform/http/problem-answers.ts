import { HttpException } from '@nestjs/common';
import { detailOfRefusal, Rejection } from '@soat/domain';
import { StaleVersion } from '../command-handling/execute.js';
import { isPassing } from '../database/passing.js';
import type { AnyEvent } from '../event-store/codec.js';
import { CommandIdReused, OutcomeUnknown, StoreUnavailable, WrongLength } from '../event-store/event-store.js';
import { PositionAhead, ProjectionLagging } from '../projections/read-after-write.js';
import { etagOf } from './conditional.js';
import { errorCode } from './error-code.js';
import { fieldWords } from './field-words.js';
import type { Language, Words } from './language.js';
import { HttpProblem, type ProblemBody, type ProblemExtras } from './problem.js';
import { type ProblemCatalogue, type ProblemCode, problems, statusOfKind } from './problem-catalogue.js';

/** What the answer depends on besides the error. */
export interface Asking {
  readonly language: Language;
  readonly requestId: string;
}

export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;
  /** An error nobody foresaw: it belongs in the log with its cause. */
  readonly isBug: boolean;
}

const retryLater = { headers: { 'retry-after': '2' } };

/** One total table from whatever was thrown to what the asker is told. */
export class ProblemAnswers {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  answer(error: unknown, asking: Asking): ProblemAnswer {
    if (error instanceof Rejection) return this.rejected(error, asking);
    const problem = error instanceof HttpProblem ? error : problemBehind(error);
    if (problem) return entryAnswer(problem.code, problem.extras, asking);
    return { ...entryAnswer('internal-error', {}, asking), isBug: true };
  }

  private rejected({ kind, code, facts }: Rejection, asking: Asking): ProblemAnswer {
    // One body for what is unknown and for what may not be seen: no title and no facts that would tell them apart.
    if (kind === 'not-found') return entryAnswer('not-found', {}, asking);
    const title = this.catalogue.titleOfRejection(code, kind);
    const detail = detailOfRefusal(code, facts);
    const extras = { ...(detail && { detail }), ...(Object.keys(facts).length > 0 && { facts }) };
    return answerOf(code, statusOfKind[kind], title, extras, asking);
  }
}

function entryAnswer(code: ProblemCode, extras: ProblemExtras, asking: Asking): ProblemAnswer {
  const entry: { readonly status: number; readonly title: Words; readonly detail?: Words } = problems[code];
  const withDetail = entry.detail && !extras.detail ? { ...extras, detail: entry.detail } : extras;
  return answerOf(code, entry.status, entry.title, withDetail, asking);
}

function answerOf(
  code: string,
  status: number,
  title: Words,
  { detail, facts, errors, kept, headers, members }: ProblemExtras,
  { language, requestId }: Asking,
): ProblemAnswer {
  return {
    status,
    isBug: false,
    headers: {
      'cache-control': 'no-store',
      'content-language': language,
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: {
      type: `/problems/${code}`,
      title: title[language],
      status,
      code,
      ...(detail && { detail: detail[language] }),
      instance: `urn:uuid:${requestId}`,
      traceId: requestId,
      ...(facts && { facts }),
      ...(errors && { errors: errors.map((item) => ({ ...item, message: item.message[language] })) }),
      ...(kept && { kept: kept[language] }),
      ...members,
    },
  };
}

/** Null when nobody foresaw the error. */
function problemBehind(error: unknown): HttpProblem | null {
  // A length that was named and is stale is the asker's to look at (412); one that was not is a race lost (409).
  if (error instanceof StaleVersion) return versionConflict(error);
  if (error instanceof WrongLength) return new HttpProblem('race-lost');
  if (error instanceof CommandIdReused)
    return new HttpProblem(error.isOtherActor ? 'command-id-of-another' : 'command-id-reused');
  if (error instanceof OutcomeUnknown) return new HttpProblem('outcome-unknown', retryLater);
  if (error instanceof StoreUnavailable) return new HttpProblem('store-unavailable', retryLater);
  if (error instanceof ProjectionLagging)
    return new HttpProblem('view-lagging', { ...retryLater, facts: { reached: error.reached, wanted: error.wanted } });
  if (error instanceof PositionAhead)
    return new HttpProblem('position-ahead', {
      errors: [{ pointer: '/atLeast', code: 'position-ahead', message: fieldWords('position-ahead') }],
      facts: { head: error.head },
    });
  // The event store names its own failures; this is a read model that could not be read.
  if (isPassing(error)) return new HttpProblem('store-unavailable', retryLater);
  // Nest wraps Fastify's errors; its own exceptions come from libraries, and their wording is not for the outside.
  if (error instanceof HttpException) return problemBehindFramework(error.cause) ?? problemOfStatus(error.getStatus());
  return problemBehindFramework(error);
}

function versionConflict({ expected, actual, since }: StaleVersion): HttpProblem {
  return new HttpProblem('version-conflict', {
    headers: { etag: etagOf(actual) },
    members: { expected, actual, since: since.map(unseenEvent) },
  });
}

/** What the asker needs in order to look again: what happened, who did it, when. */
function unseenEvent({ position, id, type, actor, recordedAt, occurredAt, data }: AnyEvent) {
  return { position, id, type, actor, recordedAt, occurredAt, data };
}

const fastifyCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_BAD_URL: 'malformed-uri',
  FST_ERR_MAX_PARAM_LENGTH: 'uri-too-long',
};

function problemBehindFramework(error: unknown): HttpProblem | null {
  if (!(error instanceof Error) || error.name !== 'FastifyError') return null;
  const code = errorCode(error) ?? '';
  const known = Object.hasOwn(fastifyCodes, code) ? fastifyCodes[code] : undefined;
  if (known) return new HttpProblem(known, { cause: error });
  return 'statusCode' in error ? problemOfStatus(Number(error.statusCode)) : null;
}

const statusCodes: Readonly<Record<number, ProblemCode>> = {
  401: 'sign-in-required',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'request-timeout',
  409: 'conflict',
  413: 'payload-too-large',
  414: 'uri-too-long',
  415: 'unsupported-media-type',
  417: 'expectation-failed',
  422: 'unprocessable',
  428: 'precondition-required',
  429: 'too-many-requests',
  431: 'headers-too-large',
};

function problemOfStatus(status: number): HttpProblem | null {
  if (status < 400 || status >= 500) return null;
  return new HttpProblem(statusCodes[status] ?? 'invalid');
}
