import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the machine answers; every other path belongs to the admin's own router. */
const reserved = /^\/(api|problems|healthz|readyz|metrics)(\/|$)/;
// Vite's names: `index-B3x_9aQ1.js`. The content decides the name, so the name may be kept for ever.
const hashed = /-[\w-]{8}\.\w+$/;

/** Serves the admin's files at `/`; an address without a file is a screen of the admin, which index.html opens. */
export async function serveAdminFiles(fastify: FastifyInstance, folder: string): Promise<void> {
  await fastify.register(fastifyStatic, { root: path.resolve(folder), serve: false, cacheControl: false });
  fastify.get('/*', (request, reply) => {
    const address = decodeURIComponent(request.url.split('?')[0] ?? '/');
    if (reserved.test(address)) return reply.callNotFound();
    const isFile = path.posix.basename(address).includes('.');
    const name = isFile ? address.slice(1) : 'index.html';
    const isKept = name.startsWith('assets/') && hashed.test(name);
    reply.header('cache-control', isKept ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(name);
  });
}
