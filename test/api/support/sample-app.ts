import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DemoTokens } from '@soat/api/platform/access/demo-tokens.js';
import { createApp, type HttpOptions } from '@soat/api/platform/http/create-app.js';
import { ReadinessChecks } from '@soat/api/platform/http/health.controller.js';
import { createLogger } from '@soat/api/platform/http/logging.js';
import { Reached, sampleModule } from './sample.module.js';

/** The sample module behind the real platform, listening on a free port; what it logs is kept. */
export interface SampleApp {
  readonly app: NestFastifyApplication;
  readonly origin: string;
  readonly bearer: string;
  /** Where the key of its demo tokens lies. */
  readonly folder: string;
  readonly reached: Reached;
  readonly logLines: () => readonly string[];
  readonly close: () => Promise<void>;
}

export async function startSampleApp(
  options: Partial<HttpOptions> = {},
  checks = new ReadinessChecks([]),
): Promise<SampleApp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'soat-sample-'));
  const tokens = await DemoTokens.open({ folder, isProduction: false });
  const reached = new Reached();
  const lines: string[] = [];
  const app = await createApp(sampleModule(tokens, reached, checks), {
    logger: createLogger('info', { write: (line) => void lines.push(line) }),
    version: '0.0.0',
    rejectionTexts: { 'sample.too-late': { vi: 'Đã quá hạn', en: 'Too late' } },
    hasDocs: true,
    adminFolder: null,
    ...options,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    origin: `http://127.0.0.1:${port}`,
    bearer: `Bearer ${await tokens.issue({ id: 'lan', name: 'Lê Thị Lan', role: 'inspector', unitId: null })}`,
    folder,
    reached,
    logLines: () => lines,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
