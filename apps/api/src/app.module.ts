import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { eventCatalogue } from '@soat/domain';
import { DataSource } from 'typeorm';
import { AgendaModule } from './agenda/agenda.module.js';
import { ChecklistsModule } from './checklists/checklists.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DemoPeople } from './demo/demo-people.js';
import { InspectionsModule } from './inspections/inspections.module.js';
import { PeopleModule } from './people/people.module.js';
import { DemoTokens } from './platform/access/demo-tokens.js';
import { NobodyListed, PeopleDirectory } from './platform/access/people-directory.js';
import { RememberingVerifier } from './platform/access/remembering-verifier.js';
import { NobodyVerified, TokenVerifier } from './platform/access/token-verifier.js';
import { Clock } from './platform/clock.js';
import { CommandExecutor } from './platform/command-handling/execute.js';
import type { Database } from './platform/database/database.js';
import { EventCodec } from './platform/event-store/codec.js';
import { EventStore } from './platform/event-store/event-store.js';
import { PastMoments } from './platform/http/as-of.js';
import { ReadinessChecks } from './platform/http/health.controller.js';
import type { RunnerLog } from './platform/projections/projection-runner.js';
import { ProjectionStatuses } from './platform/projections/projection-statuses.js';
import { ProjectionLagging, ReadAfterWrite } from './platform/projections/read-after-write.js';
import type { Sealer } from './platform/trail/sealer.js';
import { Trail } from './platform/trail/trail.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { RecommendationsModule } from './recommendations/recommendations.module.js';
import { Runners } from './runners.js';
import { SystemModule } from './system/system.module.js';
import { TrailModule } from './trail/trail.module.js';
import { UnitsModule } from './units/units.module.js';

/** What a process opens before it has an application. */
export interface Parts {
  readonly database: Database;
  readonly store: EventStore;
  readonly trail: Trail;
  readonly clock: Clock;
  /** Null without the demo: then nobody can sign in yet. */
  readonly demoTokens: DemoTokens | null;
  readonly log: RunnerLog;
}

const features = [
  ChecklistsModule,
  PeopleModule,
  UnitsModule,
  ProgrammesModule,
  InspectionsModule,
  RecommendationsModule,
  AgendaModule,
  SystemModule,
  TrailModule,
];

/** The database as something that can be injected. */
class OpenDatabase {
  constructor(private readonly database: Database) {}

  close(): Promise<void> {
    return this.database.close();
  }
}

/** Closes what it was given when the application ends. */
@Global()
@Module({})
export class AppModule implements OnApplicationShutdown {
  constructor(
    private readonly runners: Runners,
    private readonly commands: CommandBus,
    private readonly store: EventStore,
    private readonly database: OpenDatabase,
    private readonly readAfterWrite: ReadAfterWrite,
  ) {}

  static of({ database, store, trail, clock, demoTokens, log }: Parts): DynamicModule {
    const codec = new EventCodec(eventCatalogue);
    const runners = new Runners(store, codec, database.dataSource, clock, log, trail.sealer);
    const served = demoTokens ? [...features, DemoModule] : features;
    const shared = [
      { provide: Runners, useValue: runners },
      { provide: OpenDatabase, useValue: new OpenDatabase(database) },
      { provide: DataSource, useValue: database.dataSource },
      { provide: EventStore, useValue: store },
      { provide: Trail, useValue: trail },
      { provide: EventCodec, useValue: codec },
      { provide: CommandExecutor, useValue: new CommandExecutor(store, codec) },
      { provide: Clock, useValue: clock },
      { provide: TokenVerifier, useValue: demoTokens ? new RememberingVerifier(demoTokens) : new NobodyVerified() },
      { provide: PeopleDirectory, useValue: demoTokens ? new DemoPeople() : new NobodyListed() },
      { provide: PastMoments, useValue: new PastMoments(store, clock) },
      { provide: ReadAfterWrite, useValue: new ReadAfterWrite(runners.projections, store) },
      { provide: ProjectionStatuses, useValue: new ProjectionStatuses(runners.projections) },
      { provide: ReadinessChecks, useValue: readiness(store, database, runners, trail) },
      ...(demoTokens ? [{ provide: DemoTokens, useValue: demoTokens }] : []),
    ];
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot(), ...served, RouterModule.register([{ path: 'api/v1', children: served }])],
      providers: shared,
      exports: shared.map(({ provide }) => provide),
    };
  }

  /**
   * Once the bus knows its handlers, and before the first request, so that nobody is shown less than the log holds; a view
   * that takes longer than `waitMs` follows.
   */
  async follow(waitMs?: number): Promise<void> {
    this.runners.start(this.commands);
    const names = this.runners.projections.map((runner) => runner.projection.name);
    try {
      await this.readAfterWrite.waitFor(names, await this.store.head(), waitMs);
    } catch (error) {
      if (!(error instanceof ProjectionLagging)) throw error;
    }
    this.runners.startClock(this.commands);
  }

  /** After the last request: whatever follows the log before the log, the log before its database. */
  async onApplicationShutdown(): Promise<void> {
    await this.runners.stop();
    await this.store.close();
    await this.database.close();
  }
}

function readiness(store: EventStore, { dataSource }: Database, runners: Runners, { sealer }: Trail): ReadinessChecks {
  return new ReadinessChecks([
    { name: 'event store', check: () => store.head() },
    { name: 'read models', check: () => dataSource.query('select 1') },
    ...runners.projections.map((runner) => ({
      name: `projection ${runner.projection.name}`,
      // The others still serve, and so does the log: said, but no reason to take the process out of service.
      isRequired: false,
      check: async () => {
        if (runner.status.state !== 'running') throw new Error(runner.status.state);
      },
    })),
    ...(sealer ? [{ name: 'trail', isRequired: false, check: async () => assertSealing(sealer) }] : []),
  ]);
}

function assertSealing({ status }: Sealer): void {
  if (status.alarm !== null) throw new Error(status.alarm);
}
