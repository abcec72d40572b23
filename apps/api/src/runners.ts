import type { CommandBus } from '@nestjs/cqrs';
import { followUpPolicy, type Reaction, type RecommendationEvents } from '@soat/domain';
import type { DataSource } from 'typeorm';
import { AskInspection } from './inspections/inspection.handler.js';
import type { EventCodec } from './platform/event-store/codec.js';
import type { EventStore } from './platform/event-store/event-store.js';
import { policy } from './platform/policies/policy.js';
import { PolicyRunner } from './platform/policies/policy-runner.js';
import { ProjectionRunner, type RunnerLog } from './platform/projections/projection-runner.js';
import { projections } from './schema.js';

/** Everything that follows the log in the background. */
export class Runners {
  readonly projections: readonly ProjectionRunner[];
  private policies: readonly PolicyRunner<Reaction>[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly dataSource: DataSource,
    private readonly log: RunnerLog,
  ) {
    this.projections = projections.map((each) => new ProjectionRunner(each, store, codec, dataSource, log));
  }

  /** Not before the bus knows its handlers. */
  start(commands: CommandBus): void {
    const followUp = policy<RecommendationEvents, Reaction>(followUpPolicy);
    this.policies = [
      new PolicyRunner(
        followUp,
        ({ id, command }, context) => commands.execute(new AskInspection(id, command.data.by, command, context)),
        this.store,
        this.codec,
        this.dataSource,
        this.log,
      ),
    ];
    for (const runner of [...this.projections, ...this.policies]) runner.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.projections, ...this.policies].map((runner) => runner.stop()));
  }
}
