import type { CommandBus } from '@nestjs/cqrs';
import { followUpPolicy, type Reaction, type RecommendationEvents } from '@soat/domain';
import type { DataSource } from 'typeorm';
import { type LapseAsked, ResponseLapseClock } from './agenda/response-lapse-clock.js';
import { AskInspection } from './inspections/inspection.handler.js';
import type { EventCodec } from './platform/event-store/codec.js';
import type { EventStore } from './platform/event-store/event-store.js';
import type { Clock } from './platform/clock.js';
import { ClockRunner } from './platform/policies/clock-runner.js';
import { policy } from './platform/policies/policy.js';
import { PolicyRunner } from './platform/policies/policy-runner.js';
import { ProjectionRunner, type RunnerLog } from './platform/projections/projection-runner.js';
import type { Sealer } from './platform/trail/sealer.js';
import { LadderClock, type LadderReaction } from './recommendations/ladder-clock.js';
import { AskRecommendation } from './recommendations/recommendation.handler.js';
import { projections } from './schema.js';

/** Everything that follows the log in the background. */
export class Runners {
  readonly projections: readonly ProjectionRunner[];
  private policies: readonly PolicyRunner<Reaction>[] = [];
  private clocks: readonly { start(): void; stop(): Promise<void> }[] = [];

  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly log: RunnerLog,
    /** Null in a process that holds no key to seal with. */
    private readonly sealer: Sealer | null,
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
    this.sealer?.start();
  }

  /** Not before the read models stand: what the clock asks about them would be about the past. */
  startClock(commands: CommandBus): void {
    this.clocks = [
      new ClockRunner<LadderReaction>(
        new LadderClock(this.dataSource),
        ({ id, command }, context) => commands.execute(new AskRecommendation(id, command.data.by, command, context)),
        this.clock,
        this.log,
      ),
      new ClockRunner<LapseAsked>(
        new ResponseLapseClock(this.dataSource),
        ({ id, command }, context) => commands.execute(new AskInspection(id, command.data.by, command, context)),
        this.clock,
        this.log,
      ),
    ];
    for (const clock of this.clocks) clock.start();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.clocks.map((clock) => clock.stop()), this.sealer?.stop()]);
    await Promise.all([...this.projections, ...this.policies].map((runner) => runner.stop()));
  }
}
