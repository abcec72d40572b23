import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** Where the API's documentation lives; Swagger UI writes inline styles, which nothing else here may. */
export const docsPath = '/api/docs';

const directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'blob:', 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  // The page that checks bundles, which takes nothing from the screen around it but the file.
  frameSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

const docsPolicy = Object.entries({ ...directives, styleSrc: ["'self'", "'unsafe-inline'"] })
  .map(([name, sources]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`)
  .join(';');

export async function secureHeaders(fastify: FastifyInstance): Promise<void> {
  await fastify.register(helmet, {
    // Without the defaults, which hold upgrade-insecure-requests: that breaks an installation on plain HTTP in an office.
    contentSecurityPolicy: { useDefaults: false, directives },
    // Whether the whole host is on HTTPS for good is for the proxy in front to say.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  fastify.addHook('onSend', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path === docsPath || path.startsWith(`${docsPath}/`)) reply.header('content-security-policy', docsPolicy);
    // Case files do not belong in anybody's cache; static files have set their own line by now.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('x-request-id', request.id);
  });
}
