import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../http/problem.js';
import { InvalidToken, type Person, TokenVerifier } from './token-verifier.js';

/** A route that needs no person. Every other one does. */
export const Public = () => applyDecorators(SetMetadata(isPublic, true), ApiExtension(isPublic, true));
/** Its mark, in a handler's metadata and in the API's description. */
export const isPublic = 'x-public';

// Beside the request and not on it, where a body or a plug-in could get at it.
const people = new WeakMap<FastifyRequest, Person>();

/** Whoever asks; undefined on a public route, or before the guard has run. */
export function personOf(request: FastifyRequest): Person | undefined {
  return people.get(request);
}

/** Whoever asks. @throws HttpProblem sign-in-required on a public route */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const person = personOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (!person) throw new HttpProblem('sign-in-required', challenge());
  return person;
});

@Injectable()
export class PersonGuard implements CanActivate {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(isPublic, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bearer = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer === undefined) throw new HttpProblem('sign-in-required', challenge());
    people.set(request, await this.verified(bearer));
    return true;
  }

  private async verified(bearer: string): Promise<Person> {
    try {
      return await this.tokens.verify(bearer);
    } catch (cause) {
      // A verifier that cannot reach its issuer is a failure of ours, not a bad token.
      if (!(cause instanceof InvalidToken)) throw cause;
      throw new HttpProblem('sign-in-required', { ...challenge(', error="invalid_token"'), cause });
    }
  }
}

// RFC 6750, 3: no error code when no token was sent at all.
function challenge(error = '') {
  return { headers: { 'www-authenticate': `Bearer realm="soat"${error}` } };
}
