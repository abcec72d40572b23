import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type LapseAsked, ResponseLapseClock } from '@soat/api/agenda/response-lapse-clock.js';
import { AskInspection, InspectionHandler } from '@soat/api/inspections/inspection.handler.js';
import { Clock } from '@soat/api/platform/clock.js';
import { CommandExecutor } from '@soat/api/platform/command-handling/execute.js';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import type { EventStore } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { ClockRunner } from '@soat/api/platform/policies/clock-runner.js';
import { ProjectionRunner } from '@soat/api/platform/projections/projection-runner.js';
import { ReadAfterWrite } from '@soat/api/platform/projections/read-after-write.js';
import { projections, schema } from '@soat/api/schema.js';
import { eventCatalogue, type InspectionCommands, type Message } from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { people } from '../support/generators.js';
import { untilDraft } from '../support/inspection-beginnings.js';
import { temporaryFolder, withPostgres } from '../support/postgres.js';

/** The clock's policy over the real stores: a draft the unit does not answer. */
const codec = new EventCodec(eventCatalogue);
const silent = { error: () => {}, warn: () => {} };
const sending: Message<InspectionCommands> = {
  type: 'SendDraftForResponse',
  data: { by: people.leader, sentOn: '2023-06-01', dueOn: '2023-06-15' },
};

let folder: string;
let database: Database;
let store: EventStore;
let agenda: ProjectionRunner;
let processes: Process[];

/** What one process has of its own. */
class Process {
  readonly clock = new Clock();
  private readonly handler = new InspectionHandler(new CommandExecutor(store, codec));
  readonly runner: ClockRunner<LapseAsked>;

  constructor() {
    this.runner = new ClockRunner(
      new ResponseLapseClock(database.dataSource),
      ({ id, command }, context) => this.handler.execute(new AskInspection(id, command.data.by, command, context)),
      this.clock,
      silent,
    );
    processes.push(this);
  }

  async ask(id: string, command: Message<InspectionCommands>): Promise<void> {
    const key = uuidv7();
    const { by } = command.data;
    await this.handler.execute(
      new AskInspection(id, by, command, {
        stamp: { id: key, digest: createHash('sha256').update(key).digest('hex'), actor: by.id },
        person: { id: by.id, role: by.role, onBehalfOf: null },
        occurredAt: '2023-06-01T01:00:00.000Z',
        effectiveOn: null,
        causationId: null,
        correlationId: key,
        isSimulated: true,
      }),
    );
  }

  async sent(id: string): Promise<void> {
    for (const command of [...untilDraft, sending]) await this.ask(id, command);
  }

  async lookOn(day: string, times = 1): Promise<void> {
    await caughtUp();
    this.clock.tell(`${day}T01:00:00.000Z`);
    for (let look = 0; look < times; look += 1) await this.runner.look();
  }
}

async function caughtUp(): Promise<void> {
  await new ReadAfterWrite([agenda], store, 30_000).waitFor([agenda.projection.name], await store.head());
}

/** What the clock wrote, a line an event. */
async function lapsesOf(id: string): Promise<readonly string[]> {
  const stored = await store.read({ category: 'inspection', id });
  return stored
    .filter(({ actor }) => actor === 'system:clock')
    .map((event) => {
      const { type, data } = codec.decode(event) as { type: string; data: Record<string, unknown> };
      return `${type} ${data.dueOn} ${data.notedOn}`;
    });
}

const once = ['ResponseDeadlineLapsed 2023-06-15 2023-06-16'];

beforeAll(async () => {
  folder = await temporaryFolder();
});
beforeEach(async () => {
  const databaseUrl = await (await withPostgres()).freshDatabase();
  database = await openDatabase({ dataFolder: folder, databaseUrl, eventStoreUrl: null }, schema, () => {});
  store = openEventStore(database, new Clock().nowMs);
  const projection = projections.find(({ name }) => name === 'agenda');
  if (!projection) throw new Error('the agenda has gone');
  agenda = new ProjectionRunner(projection, store, codec, database.dataSource, silent);
  agenda.start();
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map(({ runner }) => runner.stop()));
  await agenda.stop();
  await store.close();
  await database.close();
});
afterAll(async () => {
  await (await withPostgres()).stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a draft the unit does not answer', () => {
  it('lapses on the first day after the last one, once, over restarts', async () => {
    const id = uuidv7();
    await new Process().sent(id);
    await new Process().lookOn('2023-06-15', 2);
    expect(await lapsesOf(id)).toEqual([]);
    await new Process().lookOn('2023-06-16', 2);
    await new Process().lookOn('2023-06-17', 2);
    expect(await lapsesOf(id)).toEqual(once);
  });

  it('lapses once by two processes on two sides of midnight, and while the read model stands still', async () => {
    const [one, other] = [new Process(), new Process()];
    const ids = Array.from({ length: 6 }, () => uuidv7());
    for (const id of ids) await one.sent(id);
    await caughtUp();
    await agenda.stop();
    one.clock.tell('2023-06-16T01:00:00.000Z');
    other.clock.tell('2023-06-17T01:00:00.000Z');
    await Promise.all([one.runner.look(), other.runner.look()]);
    await one.runner.look();
    for (const id of ids) expect(await lapsesOf(id)).toHaveLength(1);
    agenda = new ProjectionRunner(agenda.projection, store, codec, database.dataSource, silent);
    agenda.start();
  });

  it('is left alone once the unit has answered, and asked about anew when another draft was sent', async () => {
    const id = uuidv7();
    const process = new Process();
    await process.sent(id);
    await process.ask(id, { type: 'WaiveResponse', data: { by: people.officer, on: '2023-06-02' } });
    await process.lookOn('2023-06-16');
    expect(await lapsesOf(id)).toEqual([]);
    await process.ask(id, sending);
    await process.lookOn('2023-06-16');
    await process.ask(id, sending);
    await process.lookOn('2023-06-16');
    expect(await lapsesOf(id)).toEqual([...once, ...once]);
  });
});
