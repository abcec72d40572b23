import type { Socket } from 'node:net';
import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { languageOf } from './language.js';
import { HttpProblem, problemMediaType } from './problem.js';
import type { ProblemAnswer, ProblemAnswers } from './problem-answers.js';
import type { ProblemCode } from './problem-catalogue.js';
import type { Routes } from './routes.js';

/** Turns whatever was thrown, in a handler, in Nest or in Fastify, into one problem document. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly answers: ProblemAnswers,
    private readonly routes: Routes,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    this.send(thrown, request, http.getResponse<FastifyReply>());
  }

  send(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = request.is404 && thrown instanceof NotFoundException ? this.unrouted(request) : thrown;
    const answer = this.answers.answer(error, {
      language: languageOf(request.headers['accept-language']),
      requestId: request.id,
    });
    if (answer.isBug) request.log.error({ err: error }, 'nobody foresaw this error');
    else if (answer.status >= 500) request.log.warn({ err: error, code: answer.body.code }, 'a request failed for now');
    // A stream that broke half-way cannot be answered any more: cutting the connection is what tells the reader.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    reply.status(answer.status).headers(answer.headers).type(problemMediaType).send(JSON.stringify(answer.body));
  }

  private unrouted(request: FastifyRequest): HttpProblem {
    const methods = this.routes.methodsAt(request.url);
    if (methods.length === 0 || methods.includes(request.method)) return new HttpProblem('not-found');
    return new HttpProblem('method-not-allowed', { headers: { allow: methods.join(', ') } });
  }
}

/**
 * Answers what Node refused before it was a request: the parser's errors and time-outs come here with a bare socket and
 * no headers, so the answer is written by hand, in Vietnamese, and the connection ends.
 */
export function answerClientError(answers: ProblemAnswers, error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new HttpProblem(clientErrorCode(error));
  const answer = answers.answer(problem, { language: 'vi', requestId: uuidv7() });
  socket.end(asText(answer));
}

export interface ClientError extends Error {
  readonly code: string;
  readonly rawPacket: unknown;
}

function clientErrorCode({ code, rawPacket }: ClientError): ProblemCode {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-timeout';
  if (code !== 'HPE_HEADER_OVERFLOW') return 'malformed-request';
  // Node does not say which part was too long; a first line that does not end within reason tells.
  const lineEnd = Buffer.isBuffer(rawPacket) ? rawPacket.indexOf('\r\n') : 0;
  return lineEnd === -1 || lineEnd > 8_192 ? 'uri-too-long' : 'headers-too-large';
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
};

function asText({ status, headers, body }: ProblemAnswer): string {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    ...headers,
    'content-type': problemMediaType,
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${reasons[status] ?? 'Error'}\r\n${lines.join('')}\r\n${text}`;
}
