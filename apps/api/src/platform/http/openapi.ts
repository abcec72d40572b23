import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { notACommand } from './conditional.js';
import { docsPath } from './security-headers.js';

export const documentPath = '/api/openapi.json';

/** The API's description, OpenAPI 3.1. Needs no running application: the routes' metadata is enough. */
export function openApiOf(app: NestFastifyApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Soát')
    .setDescription('Kiểm tra, kiến nghị, khắc phục; mọi việc là một sự kiện.')
    .setVersion(version)
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return withSharedParts(document);
}

/** Serves the description, and with `hasDocs` a page to try it on. */
export function serveOpenApi(app: NestFastifyApplication, document: OpenAPIObject, hasDocs: boolean): void {
  const text = JSON.stringify(document);
  app
    .getHttpAdapter()
    .getInstance()
    .get(documentPath, (_, reply) => reply.type('application/json; charset=utf-8').send(text));
  if (hasDocs) SwaggerModule.setup(docsPath.slice(1), app, document, { raw: false, customSiteTitle: 'Soát API' });
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `code` is the contract; the texts follow Accept-Language (vi, en).',
  required: ['type', 'title', 'status', 'code', 'instance', 'traceId'],
  properties: {
    type: { type: 'string', example: '/problems/validation-failed' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    traceId: { type: 'string' },
    facts: { type: 'object', additionalProperties: true },
    kept: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string', example: '/items/0/amount' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};

const problemAnswer = {
  description: 'Refused, or failed',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const commandId = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The command id, a UUID (version 7) made by the client; a repeat keeps it.',
  schema: { type: 'string', format: 'uuid' },
} as const;

/** What every operation has, written once instead of above each handler. */
function withSharedParts(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of [item.get, item.post, item.put, item.patch, item.delete])
      if (operation) operation.responses = { default: problemAnswer, ...operation.responses };
    if (item.post && !(notACommand in item.post)) item.post.parameters = [commandId, ...(item.post.parameters ?? [])];
  }
  return document;
}
