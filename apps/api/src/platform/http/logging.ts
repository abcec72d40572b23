import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import { personOf } from '../access/person.guard.js';
import type { LogLevel } from '../config.js';
import { errorCode } from './error-code.js';

/** The process's one log: a JSON object a line. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: errorFacts, req: nothing, res: nothing } };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * An error as the log may have it. Allow-listed: database errors carry the statement's parameters and the row that was
 * refused, which are what people wrote.
 */
export function errorFacts(error: unknown): unknown {
  if (!types.isNativeError(error)) return { type: typeof error };
  return {
    type: error.name,
    message: error.message,
    ...(errorCode(error) !== undefined && { code: errorCode(error) }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  };
}

// Fastify's own lines would carry addresses with their queries.
function nothing(): undefined {
  return undefined;
}

/** One line for each answered request: the route as written in the code, never the address, a body or a token. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        role: personOf(request)?.role ?? null,
      },
      'request',
    );
    done();
  });
}

// Nest tells every route and module it wires; nobody reads that twice.
const chatty: ReadonlySet<string> = new Set(['RouterExplorer', 'RoutesResolver', 'InstanceLoader', 'NestFactory']);

/** Nest's own lines into the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    const level = context !== undefined && chatty.has(context) ? 'debug' : 'info';
    this.logger[level]({ context }, String(message));
  }

  // Nest calls it as (message, stack, context), or with an error in place of the message.
  error(message: unknown, ...rest: readonly unknown[]): void {
    const context = rest.at(-1);
    this.logger.error(
      types.isNativeError(message) ? { context, err: message } : { context, stack: rest[0] },
      String(message),
    );
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }

  fatal(message: unknown, context?: string): void {
    this.logger.fatal({ context }, String(message));
  }
}
