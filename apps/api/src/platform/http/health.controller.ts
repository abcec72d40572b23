import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/person.guard.js';
import { HttpProblem } from './problem.js';

/** One thing the process needs in order to serve. `check` rejects when it is missing. */
export interface ReadinessCheck {
  readonly name: string;
  /** False for what is told here but keeps nobody from serving the rest. */
  readonly isRequired?: boolean;
  readonly check: () => Promise<unknown>;
}

/** Provide it from the root module, with the checks of whatever that module opens. */
export class ReadinessChecks {
  constructor(readonly all: readonly ReadinessCheck[]) {}
}

export const findReadinessChecks = Symbol('findReadinessChecks');
const waitMsMax = 2_000;

@Public()
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(@Inject(findReadinessChecks) private readonly checks: () => ReadinessChecks) {}

  /** The process runs and answers; says nothing about what it needs. */
  @Get('healthz')
  alive() {
    return { status: 'up' };
  }

  @Get('readyz')
  async ready() {
    const results = await Promise.all(
      this.checks().all.map(async (one) => ({
        name: one.name,
        isReady: await isReady(one),
        isRequired: one.isRequired ?? true,
      })),
    );
    if (results.every((result) => result.isReady || !result.isRequired)) return { status: 'ready', checks: results };
    throw new HttpProblem('not-ready', { members: { checks: results }, headers: { 'retry-after': '2' } });
  }
}

async function isReady({ check }: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  // A database that hangs is as little use as one that refuses, and the prober will not wait for it.
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, waitMsMax, false);
  });
  try {
    return await Promise.race([check().then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
