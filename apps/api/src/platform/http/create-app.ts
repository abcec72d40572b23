import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ModuleRef, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { PersonGuard } from '../access/person.guard.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { serveAdminFiles } from './admin-files.js';
import { findReadinessChecks, HealthController, ReadinessChecks } from './health.controller.js';
import { parseBodiesAsStrictJson } from './json-body.js';
import { bodyBytesMax } from './large-body.js';
import { logRequests, NestLog } from './logging.js';
import { openApiOf, serveOpenApi } from './openapi.js';
import { PageLinks } from './paging.js';
import { HttpProblem, problemMediaType } from './problem.js';
import { ProblemAnswers } from './problem-answers.js';
import { ProblemCatalogue, type RejectionTexts } from './problem-catalogue.js';
import { answerClientError, type ClientError, ProblemFilter } from './problem-filter.js';
import { ProblemsController } from './problems.controller.js';
import { parseQuery } from './query.js';
import { RequestGuard } from './request.guard.js';
import { Routes } from './routes.js';
import { secureHeaders } from './security-headers.js';
import { RequestPipe } from './validation.js';
import { serveVerifierPage } from './verifier-page.js';

export interface HttpOptions {
  readonly logger: Logger;
  /** The version the API's description names. */
  readonly version: string;
  /** Titles of the domain's rejections. */
  readonly rejectionTexts: RejectionTexts;
  /** Whether there is a page at /api/docs; the description itself is always served. */
  readonly hasDocs: boolean;
  /** Folder of the built admin; null serves none. */
  readonly adminFolder: string | null;
  /** The page that checks bundles, as a file; without it the screens cannot check any. */
  readonly verifierFile?: string;
  /** How long a request may take to arrive, its body included. */
  readonly arrivalMsMax?: number;
}

const addressLengthMax = 8_192;
const headerCountMax = 100;
const headerBytesMax = 16_384;

/**
 * The application around a root module: bodies, problems, guards, headers, log and files, the same for every feature. The
 * root module must provide a TokenVerifier and ReadinessChecks. Not yet initialised: `listen` or `init` it.
 */
export async function createApp(root: Type | DynamicModule, options: HttpOptions): Promise<NestFastifyApplication> {
  const catalogue = new ProblemCatalogue(options.rejectionTexts);
  const answers = new ProblemAnswers(catalogue);
  const routes = new Routes();
  const filter = new ProblemFilter(answers, routes);
  const adapter = createAdapter(filter, answers, options);
  const fastify = adapter.getInstance<FastifyInstance>();
  routes.watch(fastify);
  parseBodiesAsStrictJson(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(around(root, catalogue), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: new NestLog(options.logger),
  });
  const reflector = app.get(Reflector);
  app.useGlobalFilters(filter);
  app.useGlobalGuards(
    new PersonGuard(app.get(TokenVerifier, { strict: false }), reflector),
    new RequestGuard(reflector),
  );
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalInterceptors(new PageLinks());
  app.enableShutdownHooks();

  logRequests(fastify);
  await secureHeaders(fastify);
  refuseOddRequests(fastify);
  serveOpenApi(app, openApiOf(app, options.version), options.hasDocs);
  if (options.verifierFile !== undefined) serveVerifierPage(fastify, options.verifierFile);
  if (options.adminFolder !== null) await serveAdminFiles(fastify, options.adminFolder);
  return app;
}

@Module({})
class HttpPlatform {}

function around(root: Type | DynamicModule, catalogue: ProblemCatalogue): DynamicModule {
  return {
    module: HttpPlatform,
    imports: [root],
    controllers: [HealthController, ProblemsController],
    providers: [
      { provide: ProblemCatalogue, useValue: catalogue },
      {
        provide: findReadinessChecks,
        inject: [ModuleRef],
        // Looked up when asked: what the checks look at is opened while the application starts.
        useFactory: (modules: ModuleRef) => () => modules.get(ReadinessChecks, { strict: false }),
      },
    ],
  };
}

function createAdapter(filter: ProblemFilter, answers: ProblemAnswers, options: HttpOptions): FastifyAdapter {
  const { arrivalMsMax = 60_000 } = options;
  return new FastifyAdapter({
    loggerInstance: options.logger as FastifyBaseLogger,
    // Its lines would name the address with its query; logRequests writes ours.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidv7(),
    bodyLimit: bodyBytesMax,
    requestTimeout: arrivalMsMax,
    forceCloseConnections: 'idle',
    // Ours answers with a problem document instead.
    return503OnClosing: false,
    // No address of a client decides anything, so none is believed.
    trustProxy: false,
    http: {
      // Node looks only so often whether a request is late, and not at all when the headers may take longer than the whole.
      headersTimeout: Math.min(15_000, arrivalMsMax),
      connectionsCheckingInterval: Math.min(5_000, arrivalMsMax),
      maxHeaderSize: headerBytesMax,
      // Node would answer these with an empty body; refuseOddRequests names the problem.
      requireHostHeader: false,
    },
    routerOptions: { querystringParser: parseQuery },
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      filter.send(error, request, reply),
    clientErrorHandler: (error: ClientError, socket: Socket) => answerClientError(answers, error, socket),
  });
}

/** What Node and Fastify let pass, or answer without a problem document. */
function refuseOddRequests(fastify: FastifyInstance): void {
  let isClosing = false;
  fastify.addHook('preClose', async () => {
    isClosing = true;
  });
  fastify.addHook('onRequest', async ({ raw }, reply) => {
    if (isClosing) {
      reply.header('connection', 'close');
      throw new HttpProblem('shutting-down', { headers: { 'retry-after': '5' } });
    }
    if (raw.rawHeaders.length / 2 > headerCountMax) throw new HttpProblem('headers-too-large');
    if ((raw.url?.length ?? 0) > addressLengthMax) throw new HttpProblem('uri-too-long');
    if (raw.headers.host === undefined && raw.httpVersion === '1.1') throw new HttpProblem('malformed-request');
  });
  fastify.server.on('checkExpectation', (_: IncomingMessage, response: ServerResponse) => {
    const body = JSON.stringify({ type: '/problems/expectation-failed', status: 417, code: 'expectation-failed' });
    response
      .writeHead(417, { 'content-type': problemMediaType, 'content-length': body.length, connection: 'close' })
      .end(body);
  });
}
