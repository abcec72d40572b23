import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { commandIdOf, notACommand } from './conditional.js';
import { fieldWords } from './field-words.js';
import { accepts } from './language.js';
import { HttpProblem } from './problem.js';
import { pointerTo } from './strict-json.js';

/** The media types a handler answers with, where it is not JSON: `@Offers('text/csv')`. */
export const Offers = (...types: readonly string[]) => SetMetadata(offers, types);
const offers = 'soat:offers';

/** What every request must bring, whatever the handler: an acceptable type, a command id, no query nobody reads. */
@Injectable()
export class RequestGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const types = this.metadata<readonly string[]>(offers, context) ?? ['application/json'];
    if (!accepts(request.headers.accept, types)) throw new HttpProblem('not-acceptable');
    if (request.method === 'POST' && !this.metadata<boolean>(notACommand, context)) commandIdOf(request);
    if (!takesQuery(context)) refuseQuery(request);
    return true;
  }

  private metadata<T>(name: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(name, [context.getHandler(), context.getClass()]);
  }
}

/** Whether the handler has a `@Query()` parameter; only Nest's own record of the parameters can tell. */
function takesQuery(context: ExecutionContext): boolean {
  const args: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys(args ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}

function refuseQuery(request: FastifyRequest): void {
  const names = Object.keys(request.query ?? {});
  if (names.length === 0) return;
  const errors = names.map((name) => ({
    pointer: pointerTo([name]),
    code: 'unknown-parameter',
    message: fieldWords('unknown-parameter'),
  }));
  throw new HttpProblem('invalid-parameter', { errors });
}
