import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDemo } from '@soat/api/demo/load-demo.js';
import { Clock } from '@soat/api/platform/clock.js';
import { type CommandContext, CommandExecutor } from '@soat/api/platform/command-handling/execute.js';
import { type Database, openDatabase } from '@soat/api/platform/database/database.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import { type EventStore, StoreUnavailable } from '@soat/api/platform/event-store/event-store.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { type Policy, policy } from '@soat/api/platform/policies/policy.js';
import { type Dispatch, PolicyRunner } from '@soat/api/platform/policies/policy-runner.js';
import { schema } from '@soat/api/schema.js';
import {
  eventCatalogue,
  fileOf,
  fold,
  followUpPolicy,
  inspection,
  type Reaction,
  type Recorded,
  type RecommendationEvents,
  recommendation,
  refusal,
} from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { temporaryFolder, withPostgres } from '../support/postgres.js';

const codec = new EventCodec(eventCatalogue);
const followUp = policy<RecommendationEvents, Reaction>(followUpPolicy);

describe('the follow-up policy over the demo’s log', () => {
  let folder: string;
  let database: Database;
  let store: EventStore;
  let executor: CommandExecutor;
  let head: number;
  let started: { stop(): Promise<void> }[];
  let warnings: object[];

  beforeAll(async () => {
    folder = await temporaryFolder();
    const databaseUrl = await (await withPostgres()).freshDatabase();
    database = await openDatabase({ dataFolder: folder, databaseUrl, eventStoreUrl: null }, schema, () => {});
    const clock = new Clock();
    store = openEventStore(database, clock.nowMs);
    executor = new CommandExecutor(store, codec);
    await loadDemo(store, clock, folder, { isShort: true });
    head = await store.head();
  });
  afterAll(async () => {
    await store.close();
    await database.close();
    await (await withPostgres()).stop();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    started = [];
    warnings = [];
    await database.dataSource.query('delete from soat_read.checkpoints');
  });
  afterEach(() => Promise.all(started.map((runner) => runner.stop())));

  const ask: Dispatch<Reaction> = ({ id, command }, context: CommandContext) =>
    executor.execute({
      category: 'inspection',
      id,
      decider: inspection,
      command,
      unitIdOf: (state, events) => fileOf(fold(inspection, events, state)).order.unit.id,
      context,
    });

  function run(dispatch: Dispatch<Reaction>, of: Policy<Reaction> = followUp): void {
    const log = { error: () => {}, warn: (facts: object) => void warnings.push(facts) };
    const runner = new PolicyRunner(of, dispatch, store, codec, database.dataSource, log);
    started.push(runner);
    runner.start();
  }

  async function caughtUp(): Promise<void> {
    for (;;) {
      const [row] = await database.dataSource.query(
        "select position::int as position from soat_read.checkpoints where name = 'policy:follow-up'",
      );
      if (row?.position >= head) return;
      await sleep(5);
    }
  }

  it('finds everything done already, however often it looks at the whole log again', async () => {
    let asked = 0;
    let again = 0;
    const counting: Dispatch<Reaction> = async (reaction, context) => {
      const answer = (await ask(reaction, context)) as { readonly isReplay: boolean };
      asked += 1;
      again += Number(answer.isReplay);
    };
    run(counting);
    run(counting);
    await caughtUp();
    expect(asked).toBeGreaterThan(0);
    expect(again).toBe(asked);
    expect(await store.head()).toBe(head);
  });

  it('lands what is missing once, where two processes react to the same events', async () => {
    const log = await store.readAll(0, head);
    const stored = log.findLast((event) => event.type === 'RecommendationIssued');
    if (!stored) throw new Error('the demo issues no recommendation any more');
    const {
      data,
      unitId,
      actor: by,
    } = codec.decode(stored) as Recorded<RecommendationEvents> & {
      readonly type: 'RecommendationIssued';
    };
    const commandId = uuidv7();
    await executor.execute({
      category: 'recommendation',
      id: uuidv7(),
      decider: recommendation,
      // The same findings may lead to another recommendation.
      command: {
        type: 'IssueRecommendation',
        data: { ...data, by: { id: by, name: 'Lê Hoàng Hải', role: 'team-lead', unitId: null } },
      },
      unitIdOf: () => unitId,
      context: {
        stamp: { id: commandId, digest: 'a'.repeat(64), actor: by },
        person: { id: by, role: 'team-lead', onBehalfOf: null },
        occurredAt: stored.recordedAt,
        effectiveOn: null,
        causationId: null,
        correlationId: commandId,
        isSimulated: true,
      },
    });
    head += 1;
    run(ask);
    run(ask);
    await caughtUp();
    const reactions = (await store.readAll(head, 10)).map(({ type, causationId }) => [type, causationId]);
    const issued = (await store.readAll(head - 1, 1))[0];
    expect(reactions).toEqual([['FollowUpStarted', issued?.id]]);
    head += 1;
  });

  it('goes past what the rules turn down, and says so', async () => {
    run(async () => {
      throw refusal('inspection.not-in-fieldwork');
    });
    await caughtUp();
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'inspection.not-in-fieldwork' }));
  });

  it('does not go past what only failed, and asks again', async () => {
    let failures = 3;
    run(async (reaction, context) => {
      if (failures > 0) {
        failures -= 1;
        throw new StoreUnavailable('planted');
      }
      await ask(reaction, context);
    });
    await caughtUp();
    expect(failures).toBe(0);
    expect(warnings).toHaveLength(3);
  });
});
