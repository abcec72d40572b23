import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  type NestInterceptor,
  Post,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { personOf } from '../access/person.guard.js';
import type { Person } from '../access/token-verifier.js';
import type { CommandAnswer } from '../command-handling/execute.js';
import { type Asked, askedOf, commandIdOf, demandedLengthOf, documentIfMatch, stampAnswer } from './conditional.js';
import { fieldWords } from './field-words.js';
import { languageOf, type Words } from './language.js';
import { lookAlikesIn, type Warning } from './look-alikes.js';
import { HttpProblem } from './problem.js';
import { CommandAnswerBody } from './response.js';
import type { JsonValue } from './strict-json.js';

/** Who sends a command, and what came along in its headers. */
export interface Sender {
  readonly person: Person;
  readonly asked: Asked;
}

function senderOf(context: ExecutionContext): { readonly sender: Sender; readonly request: FastifyRequest } {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const person = personOf(request);
  if (!person) throw new HttpProblem('sign-in-required');
  return { sender: { person, asked: askedOf(request) }, request };
}

/** The sender of a fact, which commutes with others: `If-Match` may be left out. */
export const FactFrom = createParamDecorator(
  (_: unknown, context: ExecutionContext): Sender => senderOf(context).sender,
  [documentIfMatch(false)],
);

/** The sender of a decision: without `If-Match` the answer is 428. */
export const DecisionFrom = createParamDecorator(
  (_: unknown, context: ExecutionContext): Sender => {
    const { sender, request } = senderOf(context);
    return { ...sender, asked: { ...sender.asked, expectedLength: demandedLengthOf(request) } };
  },
  [documentIfMatch(true)],
);

/** A POST that asks for a command and answers with what became of it. 201 where it begins a stream. */
export function CommandRoute(path: string, summary: string, { status = 200 }: { readonly status?: 200 | 201 } = {}) {
  return applyDecorators(
    Post(path),
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({ status, description: '', type: CommandAnswerBody }),
    UseInterceptors(CommandAnswers),
  );
}

/** An answer with what its feature found worth a second look. */
export type WarnedAnswer = CommandAnswer & {
  readonly warned?: readonly (Omit<Warning, 'detail'> & { readonly detail: Words })[];
};

/** A command's answer as headers and body: ETag, whether this is the first answer again, and what to look at once more. */
class CommandAnswers implements NestInterceptor<WarnedAnswer, CommandAnswerBody> {
  intercept(context: ExecutionContext, next: CallHandler<WarnedAnswer>): Observable<CommandAnswerBody> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest<{ Body: JsonValue }>>();
    const language = languageOf(request.headers['accept-language']);
    return next.handle().pipe(
      map(({ isReplay, leafHashes, warned = [], ...answer }) => {
        stampAnswer(reply, { length: answer.length, isReplay });
        // A command that decided nothing left nothing to be proved.
        const receipt = { href: `/api/v1/trail/receipts/${commandIdOf(request)}`, leafHashes };
        const body = leafHashes.length === 0 ? answer : { ...answer, receipt };
        const warnings = [
          ...warningsOn(request),
          ...warned.map(({ detail, ...warning }) => ({ ...warning, detail: detail[language] })),
        ];
        return warnings.length === 0 ? body : { ...body, warnings };
      }),
    );
  }
}

function warningsOn({ body, headers }: FastifyRequest<{ Body: JsonValue }>): readonly Warning[] {
  const code = 'look-alike-letter';
  const detail = fieldWords(code)[languageOf(headers['accept-language'])];
  return lookAlikesIn(body).map((pointer) => ({ pointer, code, detail }));
}
