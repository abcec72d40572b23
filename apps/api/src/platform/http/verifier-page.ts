import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** The page that checks bundles: meant to be kept as a file by whoever checks, and here for the screens and to be fetched. */
const verifierPath = '/verify.html';

/**
 * Serves the page byte for byte. Its own script and style are let in by their hashes, and nothing else at all: it has no
 * network and loads nothing. Only this service's screens may show it in a frame.
 */
export function serveVerifierPage(fastify: FastifyInstance, file: string): void {
  const page = readFileSync(file, 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src ${inlineHashes(page, 'script')}`,
    `style-src ${inlineHashes(page, 'style')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join(';');
  fastify.get(verifierPath, (_request, reply) =>
    reply
      .header('content-security-policy', policy)
      .header('x-frame-options', 'SAMEORIGIN')
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page),
  );
}

function inlineHashes(page: string, element: 'script' | 'style'): string {
  const texts = [...page.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, text = '']) => text);
  return texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ') || "'none'";
}
