import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import { Clock } from '../clock.js';
import { canonicalUuid } from '../http/kinds.js';
import { HttpProblem } from '../http/problem.js';
import { AccessLog, type AccessSubject } from './access-log.js';
import { personOf } from './person.guard.js';

/** What a route shows to whoever asks. */
interface Look {
  readonly subject: AccessSubject;
  /** What of it, where the subject alone does not say; null where this request is no such look. */
  readonly scope: ((query: Readonly<Record<string, unknown>>) => string | null) | undefined;
}

const look = 'soat:look';

interface Asked {
  readonly asOf?: unknown;
  readonly basis?: unknown;
}

function momentAsked({ asOf, basis }: Asked): string | null {
  if (typeof asOf !== 'string') return null;
  return basis === 'occurred' ? `${asOf}, occurred` : asOf;
}

/**
 * A route that shows a case, an event or a copy of many: who asked for it is written down before the answer goes out. The
 * subject's id is the path's. With `scope` only those requests are looks for which it answers something.
 */
export function LooksAt(
  subject: AccessSubject,
  scope?: (query: Readonly<Record<string, unknown>>) => string | null,
): MethodDecorator {
  return applyDecorators(SetMetadata(look, { subject, scope } satisfies Look), UseInterceptors(RecordsLook));
}

/** Of what changed in a case between two moments, which they were. */
export function betweenMoments({ from, to }: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ from, to });
}

/** After the handler, so that what was refused or not found is no reading; before the first byte of the answer. */
@Injectable()
export class RecordsLook implements NestInterceptor {
  constructor(
    private readonly log: AccessLog,
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { subject, scope } = this.reflector.get<Look>(look, context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest<{ Params: { id?: string }; Querystring: Asked }>>();
    const narrowed = scope?.({ ...request.query }) ?? null;
    const person = personOf(request);
    if (!person || (scope && narrowed === null)) return next.handle();
    const reading = {
      at: this.clock.now(),
      actor: person.id,
      role: person.role,
      // Nobody reads in another's name yet.
      onBehalfOf: null,
      subject,
      subjectId: canonicalUuid(request.params.id ?? ''),
      scope: narrowed,
      asOf: momentAsked(request.query),
      requestId: request.id,
    };
    return next.handle().pipe(
      concatMap(async (answer: unknown) => {
        try {
          await this.log.record(reading);
        } catch (cause) {
          if (answer instanceof StreamableFile) answer.getStream().destroy();
          // Nothing of what was not shown.
          http.getResponse<FastifyReply>().removeHeader('etag');
          throw new HttpProblem('reading-not-recorded', { headers: { 'retry-after': '2' }, cause });
        }
        return answer;
      }),
    );
  }
}
