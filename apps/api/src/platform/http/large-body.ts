import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

/** Of a body once decoded, on every route that says nothing else. */
export const bodyBytesMax = 256 * 1024;

const name = 'bodyBytesMax';

/** A route that takes a file in its body: how large the body may be, once decoded. */
export function LargeBody(bytesMax: number): MethodDecorator {
  return applyDecorators(RouteConfig({ [name]: bytesMax }), ApiExtension('x-body-bytes-max', bytesMax));
}

/** Asked before anybody is known: whoever finds the route may send this much. */
export function bodyBytesMaxOf({ routeOptions }: FastifyRequest): number {
  const told: unknown = Reflect.get(routeOptions.config, name);
  return typeof told === 'number' ? told : bodyBytesMax;
}
