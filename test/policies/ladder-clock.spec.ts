import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '@soat/api/platform/clock.js';
import { CommandExecutor } from '@soat/api/platform/command-handling/execute.js';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import type { EventStore } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { ClockRunner } from '@soat/api/platform/policies/clock-runner.js';
import { ProjectionRunner } from '@soat/api/platform/projections/projection-runner.js';
import { ReadAfterWrite } from '@soat/api/platform/projections/read-after-write.js';
import { LadderClock, type LadderReaction } from '@soat/api/recommendations/ladder-clock.js';
import { AskRecommendation, RecommendationHandler } from '@soat/api/recommendations/recommendation.handler.js';
import { projections, schema } from '@soat/api/schema.js';
import {
  addDays,
  deadlineFor,
  eventCatalogue,
  type Message,
  type RecommendationCommands,
  vietnamCalendar,
  type WorkingCalendar,
} from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { people, ward } from '../support/generators.js';
import { temporaryFolder, withPostgres } from '../support/postgres.js';
import { bodies, findingBy } from '../support/recommendation-generators.js';

/** The clock's policy over the real stores: moved clocks, two processes, restarts. */
const codec = new EventCodec(eventCatalogue);
const silent = { error: () => {}, warn: () => {} };
const rule = {
  profile: 'internal-check-2021',
  purpose: 'remedy-recommendation',
  amount: 15,
  unit: 'working-day',
  startEvent: 'RecommendationIssued',
  confirmed: false,
} as const;

let folder: string;
let database: Database;
let clock: Clock;
let store: EventStore;
let board: ProjectionRunner;
let processes: Process[];

/** What one process has of its own. */
class Process {
  readonly clock = new Clock();
  private readonly handler = new RecommendationHandler(new CommandExecutor(store, codec));
  readonly runner: ClockRunner<LadderReaction>;

  constructor(calendar: WorkingCalendar = vietnamCalendar) {
    this.runner = new ClockRunner(
      new LadderClock(database.dataSource, calendar),
      ({ id, command }, context) => this.handler.execute(new AskRecommendation(id, command.data.by, command, context)),
      this.clock,
      silent,
    );
    processes.push(this);
  }

  async ask(id: string, command: Message<RecommendationCommands>): Promise<void> {
    const key = uuidv7();
    const { by } = command.data;
    await this.handler.execute(
      new AskRecommendation(id, by, command, {
        stamp: { id: key, digest: createHash('sha256').update(key).digest('hex'), actor: by.id },
        person: { id: by.id, role: by.role, onBehalfOf: null },
        occurredAt: clock.now(),
        effectiveOn: null,
        causationId: null,
        correlationId: key,
        isSimulated: true,
      }),
    );
  }

  /** One look on that day, after the board has seen everything before. */
  async lookOn(day: string, times = 1): Promise<void> {
    await caughtUp();
    this.clock.tell(`${day}T01:00:00.000Z`);
    for (let look = 0; look < times; look += 1) await this.runner.look();
  }
}

async function caughtUp(): Promise<void> {
  await new ReadAfterWrite([board], store, 30_000).waitFor([board.projection.name], await store.head());
}

async function issue(by: Process, id: string, startOn = '2023-05-09'): Promise<void> {
  clock.tell(`${startOn}T01:00:00.000Z`);
  await by.ask(id, {
    type: 'IssueRecommendation',
    data: {
      by: people.lead,
      number: 'KN-TT-01',
      kind: 'other',
      text: 'Khắc phục',
      unit: ward,
      source: {
        inspectionId: uuidv7(),
        inspectionNumber: '12/QĐ-UBND',
        teamIds: ['lead', 'member'],
        finalDocument: { kind: 'minutes', number: null, signedOn: startOn },
      },
      findings: [findingBy('member')],
      bodies,
      verificationPoints: ['Ảnh'],
      deadline: deadlineFor({ rule, startOn, calendar: vietnamCalendar }),
      amountToRecover: null,
    },
  });
}

/** What the clock wrote, a line an event: its type, its step, its day. */
async function ladderOf(id: string): Promise<readonly string[]> {
  const stored = await store.read({ category: 'recommendation', id });
  return stored
    .filter(({ actor }) => actor === 'system:clock')
    .map((event) => {
      const { type, data } = codec.decode(event) as { type: string; data: Record<string, unknown> };
      return [type, data.step, data.takenOn ?? data.on ?? data.recomputedOn].filter(Boolean).join(' ');
    });
}

const whole = [
  'ReminderSent T-5 2023-05-23',
  'ReminderSent T-2 2023-05-26',
  'ReminderSent T0 2023-05-30',
  'RecommendationBecameOverdue 2023-05-31',
  'ReminderSent T+1 2023-05-31',
  'ReminderSent T+5 2023-06-06',
  'RecommendationEscalated T+5 2023-06-06',
  'ReminderSent T+15 2023-06-20',
  'RecommendationEscalated T+15 2023-06-20',
];
const days = (first: string, count: number) => Array.from({ length: count }, (_, day) => addDays(first, day));

beforeAll(async () => {
  folder = await temporaryFolder();
});
beforeEach(async () => {
  const databaseUrl = await (await withPostgres()).freshDatabase();
  database = await openDatabase({ dataFolder: folder, databaseUrl, eventStoreUrl: null }, schema, () => {});
  clock = new Clock();
  store = openEventStore(database, clock.nowMs);
  const projection = projections.find(({ name }) => name === 'recommendation-board');
  if (!projection) throw new Error('the board has gone');
  board = new ProjectionRunner(projection, store, codec, database.dataSource, silent);
  board.start();
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map(({ runner }) => runner.stop()));
  await board.stop();
  await store.close();
  await database.close();
});
afterAll(async () => {
  await (await withPostgres()).stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the ladder by the clock', () => {
  it('takes every step once as the days pass, however often it looks', async () => {
    const one = new Process();
    const id = uuidv7();
    await issue(one, id);
    for (const day of days('2023-05-09', 50)) {
      clock.tell(`${day}T01:00:00.000Z`);
      await one.lookOn(day, 2);
    }
    expect(await ladderOf(id)).toEqual(whole);
  });

  it('survives a restart on any day', async () => {
    const id = uuidv7();
    await issue(new Process(), id);
    for (const day of days('2023-05-09', 50)) {
      clock.tell(`${day}T01:00:00.000Z`);
      await new Process().lookOn(day);
    }
    expect(await ladderOf(id)).toEqual(whole);
  });

  it('is taken once by two processes at once, on two sides of midnight too', async () => {
    const [one, other] = [new Process(), new Process()];
    const ids = Array.from({ length: 12 }, () => uuidv7());
    for (const id of ids) await issue(one, id);
    for (const day of days('2023-05-20', 35)) {
      clock.tell(`${day}T01:00:00.000Z`);
      await caughtUp();
      // The same board for both; one of them is a day ahead on every third day.
      one.clock.tell(`${day}T01:00:00.000Z`);
      other.clock.tell(`${day.endsWith('3') ? addDays(day, 1) : day}T01:00:00.000Z`);
      await Promise.all([one.runner.look(), other.runner.look()]);
    }
    for (const id of ids) {
      const lines = (await ladderOf(id)).map((line) => line.replace(/ \S+$/, ''));
      expect(lines).toEqual(whole.map((line) => line.replace(/ \S+$/, '')));
    }
  });

  it('asks under one id for one step: the log knows it, even while the board does not', async () => {
    const one = new Process();
    const id = uuidv7();
    await issue(one, id);
    await one.lookOn('2023-05-23');
    await board.stop();
    // The board stands still from here on, so each look asks for the same again.
    const late = new Process();
    late.clock.tell('2023-05-24T01:00:00.000Z');
    await late.runner.look();
    await late.runner.look();
    expect(await ladderOf(id)).toEqual(whole.slice(0, 1));
    board = new ProjectionRunner(board.projection, store, codec, database.dataSource, silent);
    board.start();
  });

  it('neither repeats nor goes back when the clock jumps either way', async () => {
    const one = new Process();
    const id = uuidv7();
    await issue(one, id);
    for (const day of [
      '2023-05-26',
      '2023-05-20',
      '2023-05-24',
      '2023-05-31',
      '2023-05-23',
      '2023-05-31',
      '2023-06-20',
    ])
      await one.lookOn(day, 2);
    await one.lookOn('2023-05-23', 2);
    expect(await ladderOf(id)).toEqual([whole[1], whole[3], whole[4], ...whole.slice(7)]);
  });

  it('goes by the new date after an extension, and cancels what was left of the old one', async () => {
    const one = new Process();
    const id = uuidv7();
    await issue(one, id);
    await one.lookOn('2023-05-23');
    const calendar = vietnamCalendar;
    await one.ask(id, {
      type: 'RequestExtension',
      data: { by: people.officer, dueOn: '2023-06-15', reason: 'Nhà in chậm', on: '2023-05-24', calendar },
    });
    clock.tell('2023-05-25T01:00:00.000Z');
    await one.ask(id, { type: 'GrantExtension', data: { by: people.leader, dueOn: null, note: 'Đồng ý', calendar } });
    for (const day of days('2023-05-25', 23)) await one.lookOn(day);
    expect(await ladderOf(id)).toEqual([
      whole[0],
      'ReminderSent T-5 2023-06-08',
      'ReminderSent T-2 2023-06-13',
      'ReminderSent T0 2023-06-15',
      'RecommendationBecameOverdue 2023-06-16',
      'ReminderSent T+1 2023-06-16',
    ]);
  });

  it('is silent while a proof waits', async () => {
    const one = new Process();
    const id = uuidv7();
    await issue(one, id);
    await one.ask(id, {
      type: 'ReportRemediationComplete',
      data: {
        by: people.officer,
        note: 'Xong',
        evidence: [
          { sha256: 'a'.repeat(64), size: 1, mediaType: 'image/jpeg', name: 'a', kind: 'photo', capturedAt: null },
        ],
        on: '2023-05-12',
      },
    });
    for (const day of days('2023-05-20', 40)) await one.lookOn(day);
    expect(await ladderOf(id)).toEqual([]);
  });
});

describe('another edition of the calendar', () => {
  const amended: WorkingCalendar = {
    ...vietnamCalendar,
    edition: vietnamCalendar.edition + 1,
    days: [
      ...vietnamCalendar.days,
      { on: '2023-05-29', kind: 'holiday', name: { vi: 'Nghỉ', en: 'Off' }, source: 'x', confirmed: true } as const,
    ].sort((first, second) => (first.on < second.on ? -1 : 1)),
  };

  it('moves what still runs, once, over restarts and two processes, and the ladder with it', async () => {
    const id = uuidv7();
    await issue(new Process(), id);
    await caughtUp();
    const both = [new Process(amended), new Process(amended)];
    await Promise.all(both.map((each) => each.lookOn('2023-05-15')));
    await new Process(amended).lookOn('2023-05-15', 2);
    for (const day of days('2023-05-16', 10)) await new Process(amended).lookOn(day);
    expect(await ladderOf(id)).toEqual([
      'DeadlineRecomputed 2023-05-15',
      // Five working days before 31 May, the 29th being off.
      'ReminderSent T-5 2023-05-23',
    ]);
    const [{ due_on: dueOn, original_due_on: originalDueOn }] = await database.dataSource.query(
      'select due_on, original_due_on from soat_read.recommendation_board',
    );
    expect([dueOn, originalDueOn]).toEqual(['2023-05-31', '2023-05-30']);
  });
});
