import type { ProjectionRunner, ProjectionStatus } from './projection-runner.js';

/** How every projection of this process stands. */
export class ProjectionStatuses {
  constructor(private readonly runners: readonly ProjectionRunner[]) {}

  all(): readonly ProjectionStatus[] {
    return this.runners.map((runner) => runner.status);
  }
}
