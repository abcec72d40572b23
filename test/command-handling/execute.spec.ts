import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Decider, type Message, Rejection } from '@soat/domain';
import {
  type CommandAnswer,
  type CommandContext,
  CommandExecutor,
  type CommandRequest,
  StaleVersion,
} from '@soat/api/platform/command-handling/execute.js';
import { openDatabase } from '@soat/api/platform/database/database.js';
import { EventCodec } from '@soat/api/platform/event-store/codec.js';
import {
  type Appended,
  CommandIdReused,
  type CommandStamp,
  type EventStore,
} from '@soat/api/platform/event-store/event-store.js';
import { InMemoryEventStore } from '@soat/api/platform/event-store/in-memory/in-memory-event-store.js';
import { openEventStore } from '@soat/api/platform/event-store/open-event-store.js';
import { v7 as uuidv7 } from 'uuid';
import { withPostgres } from '../support/postgres.js';

/** The smallest stream with everything in it: facts that commute, one that ends them, repeats, two ways to be refused. */
type BallotEvents = { VoteCast: { readonly by: string }; BallotClosed: Record<never, never> };
type BallotCommands = { CastVote: { readonly by: string }; CloseBallot: Record<never, never> };
interface Ballot {
  readonly voters: readonly string[];
  readonly isClosed: boolean;
}
const ballot: Decider<Ballot, BallotCommands, BallotEvents> = {
  initial: { voters: [], isClosed: false },
  decide: {
    CastVote({ voters, isClosed }, { by }) {
      if (voters.includes(by)) return [];
      if (isClosed) throw new Rejection('conflict', 'ballot.closed', { votes: voters.length });
      return [{ type: 'VoteCast', data: { by } }];
    },
    CloseBallot({ isClosed }) {
      return isClosed ? [] : [{ type: 'BallotClosed', data: {} }];
    },
  },
  evolve: {
    VoteCast: (state, { by }) => ({ ...state, voters: [...state.voters, by] }),
    BallotClosed: (state) => ({ ...state, isClosed: true }),
  },
};
const codec = new EventCodec({ unit: { types: Object.keys(ballot.evolve), upcasts: {} } });

const vote = (by: string): Message<BallotCommands> => ({ type: 'CastVote', data: { by } });
const close: Message<BallotCommands> = { type: 'CloseBallot', data: {} };

interface Asking extends Partial<Pick<CommandContext, 'expected'>> {
  readonly key?: string;
  readonly actor?: string;
  readonly authorise?: (state: Ballot) => void;
}
type BallotRequest = CommandRequest<Ballot, BallotCommands, BallotEvents>;

function requestOf(id: string, command: BallotRequest['command'], asking: Asking = {}): BallotRequest {
  const { key = uuidv7(), actor = 'nam', expected, authorise } = asking;
  const text = typeof command === 'function' ? 'decided late' : JSON.stringify(command);
  const digest = createHash('sha256').update(text).digest('hex');
  return {
    category: 'unit',
    id,
    decider: ballot,
    command,
    unitIdOf: () => id,
    ...(authorise && { authorise }),
    context: {
      stamp: { id: key, digest, actor },
      person: { id: actor, role: 'inspector', onBehalfOf: null },
      expected,
      occurredAt: '2026-11-21T03:04:05.678Z',
      effectiveOn: null,
      causationId: null,
      correlationId: key,
      isSimulated: false,
    },
  };
}

interface OpenLog {
  readonly store: EventStore;
  close(): Promise<void>;
}

function executorSpecs(name: string, openLog: () => Promise<OpenLog>): void {
  describe(`executing commands: ${name}`, () => {
    let log: OpenLog;
    let executor: CommandExecutor;
    let id: string;
    beforeEach(async () => {
      log = await openLog();
      executor = new CommandExecutor(log.store, codec);
      id = uuidv7();
    });
    afterEach(() => log.close());

    const ask = (command: BallotRequest['command'], asking?: Asking): Promise<CommandAnswer> =>
      executor.execute(requestOf(id, command, asking));
    const voters = async () => (await executor.load('unit', id, ballot)).state.voters;
    const failure = (promise: Promise<unknown>): Promise<unknown> =>
      promise.then(
        () => {
          throw new Error('it was not refused');
        },
        (error: unknown) => error,
      );

    it('answers with the stream’s length, the position and the ids of what was written', async () => {
      const answer = await ask(vote('an'));
      const [event] = await log.store.read({ category: 'unit', id });
      const leafHashes = [Buffer.from(event?.leafHash ?? []).toString('base64')];
      expect(answer).toEqual({ id, length: 1, position: 1, eventIds: [event?.id], leafHashes, isReplay: false });
      expect(event).toMatchObject({ actor: 'nam', role: 'inspector', type: 'VoteCast', unitId: id, version: 1 });
    });

    it('answers a repeat as the first time, whatever has happened since', async () => {
      const key = uuidv7();
      const first = await ask(vote('an'), { key, expected: 0 });
      await ask(close);
      // By now the length is stale and the ballot closed; and this very person may not even know of it any more.
      const authorise = () => {
        throw new Rejection('not-found', 'ballot.hidden');
      };
      expect(await ask(vote('an'), { key, expected: 0, authorise })).toEqual({ ...first, isReplay: true });
      expect(await log.store.head()).toBe(2);
    });

    it('answers the repeat of an empty decision as the first time', async () => {
      await ask(vote('an'));
      const key = uuidv7();
      const first = await ask(vote('an'), { key });
      expect(first).toEqual({ id, length: 1, position: 1, eventIds: [], leafHashes: [], isReplay: false });
      await ask(vote('bình'));
      expect(await ask(vote('an'), { key })).toEqual({ ...first, isReplay: true });
      expect(await log.store.head()).toBe(2);
    });

    it('does not keep a refusal, and judges it again', async () => {
      const key = uuidv7();
      const elsewhere = id;
      await ask(close);
      expect(await failure(ask(vote('an'), { key }))).toMatchObject({ code: 'ballot.closed', facts: { votes: 0 } });
      expect(await failure(ask(vote('an'), { key }))).toMatchObject({ code: 'ballot.closed' });
      expect(await log.store.head()).toBe(1);
      // The same command id is still free: it lands where nothing stands against it.
      id = uuidv7();
      expect(await ask(vote('an'), { key })).toMatchObject({ id, length: 1, isReplay: false });
      expect(id).not.toBe(elsewhere);
    });

    it('refuses a command id that stood for another request or another person', async () => {
      const key = uuidv7();
      await ask(vote('an'), { key });
      const other = await failure(ask(vote('bình'), { key }));
      expect(other).toBeInstanceOf(CommandIdReused);
      expect(other).toMatchObject({ isOtherActor: false });
      const another = await failure(ask(vote('an'), { key, actor: 'lan' }));
      expect(another).toBeInstanceOf(CommandIdReused);
      expect(another).toMatchObject({ isOtherActor: true });
      expect(await voters()).toEqual(['an']);
    });

    it('shows what has happened since the length that was named', async () => {
      await ask(vote('an'));
      await ask(vote('bình'), { actor: 'lan' });
      await ask(close);
      const stale = await failure(ask(vote('chi'), { expected: 1 }));
      expect(stale).toBeInstanceOf(StaleVersion);
      expect(stale).toMatchObject({
        expected: 1,
        actual: 3,
        since: [
          { type: 'VoteCast', data: { by: 'bình' }, actor: 'lan', position: 2, version: 2 },
          { type: 'BallotClosed', data: {}, actor: 'nam', position: 3, version: 3 },
        ],
      });
      const ahead = await failure(ask(vote('chi'), { expected: 9 }));
      expect(ahead).toBeInstanceOf(StaleVersion);
      expect(ahead).toMatchObject({ expected: 9, actual: 3, since: [] });
      expect(await log.store.head()).toBe(3);
    });

    it('asks whether this person may, before it shows a stale one what has happened', async () => {
      await ask(vote('an'));
      const authorise = () => {
        throw new Rejection('not-found', 'ballot.hidden');
      };
      expect(await failure(ask(vote('bình'), { expected: 0, authorise }))).toMatchObject({ code: 'ballot.hidden' });
    });

    it('hands the state and the length to a command that needs them', async () => {
      await ask(vote('an'));
      await ask(({ voters: [first] }, length) => vote(`${first}, ${length}`));
      expect(await voters()).toEqual(['an', 'an, 1']);
    });

    it('writes nothing of what an append may not hold', async () => {
      const nowhere = { ...requestOf(id, vote('an')), unitIdOf: () => 'nowhere' };
      expect(await failure(executor.execute(nowhere))).toBeInstanceOf(TypeError);
      expect(await log.store.head()).toBe(0);
    });

    describe.each([
      ['one process', 1],
      ['four processes', 4],
      ['16 processes', 16],
    ])('through %s', (_, count) => {
      // Each with what it remembers of the stream; the log is the one they share.
      let processes: readonly CommandExecutor[];
      beforeEach(() => {
        processes = Array.from({ length: count }, () => new CommandExecutor(log.store, codec));
      });
      const sixteen = <T>(send: (process: CommandExecutor, index: number) => Promise<T>): Promise<T>[] =>
        Array.from({ length: 16 }, (_, index) => send(processes[index % count] ?? executor, index));

      it('16 writers at once all get in, each exactly once', async () => {
        const names = Array.from({ length: 16 }, (_, index) => `người ${index}`);
        const answers = await Promise.all(
          sixteen((process, index) => process.execute(requestOf(id, vote(names[index] ?? '')))),
        );
        expect((await voters()).toSorted()).toEqual(names.toSorted());
        expect(answers.map(({ length }) => length).sort((a, b) => a - b)).toEqual(names.map((_, index) => index + 1));
        expect(new Set(answers.map(({ position }) => position)).size).toBe(16);
        expect(answers.every(({ isReplay }) => !isReplay)).toBe(true);
      });

      it.each([[undefined], [0]])(
        'a command sent 16 times at once lands one time (length named: %s)',
        async (expected) => {
          const sent = requestOf(id, vote('an'), { expected });
          const answers = await Promise.all(sixteen((process) => process.execute(sent)));
          expect(await voters()).toEqual(['an']);
          expect(await log.store.head()).toBe(1);
          expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
          expect(new Set(answers.map(({ isReplay: _, ...answer }) => JSON.stringify(answer))).size).toBe(1);
        },
      );

      it('one of 16 gets in that decide on the same length', async () => {
        const results = await Promise.allSettled(
          sixteen((process, index) => process.execute(requestOf(id, vote(`người ${index}`), { expected: 0 }))),
        );
        const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
        expect(refusals).toHaveLength(15);
        for (const refusal of refusals) {
          expect(refusal).toBeInstanceOf(StaleVersion);
          expect(refusal).toMatchObject({ expected: 0, actual: 1, since: [{ type: 'VoteCast', version: 1 }] });
        }
        expect(await voters()).toHaveLength(1);
      });
    });

    describe('beside another process', () => {
      let other: CommandExecutor;
      beforeEach(async () => {
        other = new CommandExecutor(log.store, codec);
        await ask(vote('an'));
      });

      it('goes on from what the other wrote', async () => {
        await other.execute(requestOf(id, vote('bình')));
        expect(await ask(vote('chi'))).toMatchObject({ length: 3 });
        expect(await ask(vote('bình'))).toMatchObject({ length: 3, eventIds: [] });
      });

      it('is refused by a state the other brought about', async () => {
        await other.execute(requestOf(id, close));
        expect(await failure(ask(vote('bình')))).toMatchObject({ code: 'ballot.closed' });
        expect(await voters()).toEqual(['an']);
      });

      it('is stale once the other has written', async () => {
        await other.execute(requestOf(id, close));
        expect(await failure(ask(vote('bình'), { expected: 1 }))).toMatchObject({
          expected: 1,
          actual: 2,
          since: [{ type: 'BallotClosed' }],
        });
      });

      it('answers a command that the other has answered', async () => {
        const sent = requestOf(id, vote('bình'));
        const first = await other.execute(sent);
        expect(await executor.execute(sent)).toEqual({ ...first, isReplay: true });
      });
    });

    describe('after an append that failed', () => {
      let used: string;
      beforeEach(async () => {
        used = uuidv7();
        await ask(vote('an'), { key: used });
      });

      it('knows nothing of what was to be written', async () => {
        expect(await failure(ask(vote('bình'), { key: used }))).toBeInstanceOf(CommandIdReused);
        expect(await ask(vote('bình'))).toMatchObject({ length: 2, eventIds: [expect.any(String)] });
        expect(await voters()).toEqual(['an', 'bình']);
      });

      it('decides again what was built on it', async () => {
        const [refused, ...landed] = await Promise.allSettled([
          ask(vote('bình'), { key: used }),
          ask(vote('bình')),
          ask(vote('chi')),
        ]);
        expect(refused?.status).toBe('rejected');
        expect(landed.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
        expect((await voters()).toSorted()).toEqual(['an', 'bình', 'chi']);
        expect(await log.store.head()).toBe(3);
      });
    });
  });
}

executorSpecs('in memory', async () => {
  const store = new InMemoryEventStore();
  return { store, close: () => store.close() };
});

/** Lets something happen right after a look for a command's answer. */
class InterruptedStore extends InMemoryEventStore {
  afterLook: (() => Promise<unknown>) | null = null;

  override async findAnswer(command: CommandStamp): Promise<Appended | null> {
    const answer = await super.findAnswer(command);
    const interrupt = this.afterLook;
    this.afterLook = null;
    await interrupt?.();
    return answer;
  }
}

describe('the same command that gets in through another process between the look and the verdict', () => {
  it.each([
    ['a length that is stale by then', 0],
    ['a state that refuses it by then', undefined],
  ])('is answered for both: %s', async (_, expected) => {
    const store = new InterruptedStore();
    const [here, elsewhere] = [new CommandExecutor(store, codec), new CommandExecutor(store, codec)];
    const id = uuidv7();
    const late = requestOf(id, vote('an'), { expected });
    const strict = { ...ballot, decide: { ...ballot.decide, CastVote: onlyOnce } };
    let first: CommandAnswer | undefined;
    store.afterLook = async () => {
      first = await elsewhere.execute({ ...late, decider: strict });
    };
    expect(await here.execute({ ...late, decider: strict })).toEqual({ ...first, isReplay: true });
    expect(await store.head()).toBe(1);
  });
});

/** A rule that takes no repeat for an answer. */
function onlyOnce({ voters }: Ballot, { by }: { readonly by: string }): readonly Message<BallotEvents>[] {
  if (voters.includes(by)) throw new Rejection('conflict', 'ballot.voted');
  return [{ type: 'VoteCast', data: { by } }];
}

describe('with a database', () => {
  beforeAll(() => withPostgres());
  afterAll(async () => (await withPostgres()).stop());

  executorSpecs('PostgreSQL', async () => {
    const databaseUrl = await (await withPostgres()).freshDatabase();
    const config = { dataFolder: null, databaseUrl, eventStoreUrl: null };
    const database = await openDatabase(config, { entities: [], migrations: [] }, (error) => {
      throw error;
    });
    const store = openEventStore(database);
    return {
      store,
      async close() {
        await store.close();
        await database.close();
      },
    };
  });
});
