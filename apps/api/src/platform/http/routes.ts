import type { FastifyInstance } from 'fastify';

/**
 * The paths that are served, by method: what tells a wrong method (405) from an unknown path (404). Fastify keeps that
 * knowledge in its router and does not hand it out.
 */
export class Routes {
  private readonly known: { readonly method: string; readonly steps: readonly string[] }[] = [];

  /** Must come before the first route is registered. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      // A catch-all answers for every path, so it says nothing about any.
      if (url.includes('*')) return;
      for (const name of [method].flat()) this.known.push({ method: name, steps: url.split('/') });
    });
  }

  /** The methods served at a request's address, sorted; none for an unknown path. */
  methodsAt(address: string): readonly string[] {
    const steps = (address.split('?')[0] ?? '').split('/');
    const matching = this.known.filter((route) => isAt(route.steps, steps));
    return [...new Set(matching.map((route) => route.method))].sort();
  }
}

function isAt(pattern: readonly string[], steps: readonly string[]): boolean {
  return (
    pattern.length === steps.length &&
    pattern.every((step, index) => (step.startsWith(':') ? steps[index] !== '' : step === steps[index]))
  );
}
