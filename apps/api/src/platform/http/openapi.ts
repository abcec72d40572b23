import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { isPublic } from '../access/person.guard.js';
import { notACommand } from './conditional.js';
import { problemSchema, staleSchema } from './problem-schemas.js';
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

const problemWords = {
  400: 'Malformed or invalid; `errors` names the places.',
  401: 'Nobody is signed in.',
  403: 'Known to you, but not yours to do.',
  404: 'Unknown, or not visible to you: one body for both.',
  406: 'Not offered in a media type you accept.',
  409: 'Not possible in the present state, or a race lost.',
  412: 'Stale: the events since are in the answer.',
  413: 'The body is too large.',
  415: 'Not UTF-8 JSON.',
  422: 'Well-formed, but refused for its content.',
  428: 'A decision names in If-Match what it has seen.',
  503: 'Not for now; see Retry-After. A repeat with the same Idempotency-Key is safe.',
};
type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;
type ResponseObject = Extract<OperationObject['responses'][string], { readonly description: string }>;
type ProblemStatus = keyof typeof problemWords;

function problemAnswer(description: string, schema = 'Problem'): ResponseObject {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}

/** The statuses an operation can be refused with. */
function refusalsOf(operation: OperationObject, isOpen: boolean, isCommand: boolean): readonly ProblemStatus[] {
  const parameters = (operation.parameters ?? []).filter((parameter) => 'name' in parameter);
  const isAddressed = parameters.some((parameter) => parameter.in === 'path');
  const isDecision = parameters.some((parameter) => parameter.name === 'If-Match' && parameter.required);
  return [
    400,
    ...(isOpen ? [] : ([401, 403] as const)),
    ...(isAddressed ? ([404] as const) : []),
    406,
    ...(isCommand ? ([409, 412] as const) : []),
    ...(operation.requestBody ? ([413, 415, 422] as const) : []),
    ...(isDecision ? ([428] as const) : []),
    503,
  ];
}

const commandId = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'The command id, a UUID (version 7) made by the client; a repeat keeps it.',
  schema: { type: 'string', format: 'uuid' },
} as const;

const commandHeaders = {
  ETag: { description: 'Length of the stream after the command, as in "18".', schema: { type: 'string' } },
  'Idempotent-Replayed': {
    description: 'On a repeat only: this is the first answer again.',
    schema: { type: 'string', enum: ['true'] },
  },
};

/** What every operation has, written once instead of above each handler. */
function withSharedParts(document: OpenAPIObject): OpenAPIObject {
  const responses = Object.entries(problemWords).map(([status, words]) => [
    `Problem${status}`,
    problemAnswer(words, status === '412' ? 'StaleVersion' : 'Problem'),
  ]);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema, StaleVersion: staleSchema },
    responses: Object.fromEntries(responses),
  };
  for (const { get, post } of Object.values(document.paths)) {
    if (get) complete(get, false);
    if (post) complete(post, !(notACommand in post));
  }
  return document;
}

function complete(operation: OperationObject, isCommand: boolean): void {
  const isOpen = isPublic in operation;
  if (isOpen) operation.security = [];
  if (isCommand) operation.parameters = [commandId, ...(operation.parameters ?? [])];
  for (const answer of Object.values(operation.responses))
    if (isCommand && answer && 'description' in answer) answer.headers = { ...commandHeaders, ...answer.headers };
  const refusals = refusalsOf(operation, isOpen, isCommand).map((status) => [
    status,
    { $ref: `#/components/responses/Problem${status}` },
  ]);
  operation.responses = {
    ...operation.responses,
    ...Object.fromEntries(refusals),
    default: problemAnswer('Refused in another way, or failed'),
  };
}
