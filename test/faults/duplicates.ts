import { SeededRandom } from '@soat/api/demo/random.js';
import { openPair } from './bed.js';
import { judge, readLog } from './judge.js';
import { Api, decided, type Entry, entryOf, establishing, ordering } from './load.js';
import { judgeBites, nothingMissing, type Report, type Scenario } from './scenario.js';

const copies = 50;

/** The same command fifty times at once to two services, and once more when all is over: one effect, one answer. */
export const duplicates: Scenario = {
  name: 'duplicates',
  rounds: 200,
  missing: nothingMissing,
  async run({ seed, rounds }): Promise<Report> {
    const random = new SeededRandom(seed);
    const pair = await openPair();
    try {
      const apis = pair.origins.map((origin) => new Api(origin));
      const [one, other] = apis;
      if (!one || !other) throw new Error('two services were asked for');
      const record: Entry[] = [];
      let answers = 0;
      for (let round = 1; round <= rounds; round++) {
        const { key, ask } = entryOf(random.pick([establishing, ordering])(`dup-${round}`));
        const sends = Array.from({ length: copies }, (): Entry => ({ ...entryOf(ask), key }));
        await Promise.all(sends.map(async (it, index) => settle(index % 2 === 0 ? one : other, it)));
        record.push(...sends);
        answers += new Set(sends.map(({ outcome }) => JSON.stringify('answer' in outcome ? outcome.answer : outcome)))
          .size;
      }
      const later: Entry[] = record.filter((_, index) => index % copies === 0).map((it) => ({ ...it }));
      for (const it of later) await settle(other, it);
      const notes = [`${rounds} commands sent ${copies} times and once more: ${answers} different answers`];
      if (answers !== rounds) throw new Error(notes[0]);
      if (later.some(({ outcome }) => !('isReplay' in outcome && outcome.isReplay)))
        throw new Error('a command from before was not answered as a repeat');
      const [first] = record;
      if (!first) throw new Error('nothing was sent');
      // By the same person: another one would be told less.
      const otherwise = { ...first.ask, body: { ...first.ask.body, id: entryOf(first.ask).key } };
      const reused = await one.send(otherwise, first.key);
      if (!('status' in reused) || reused.status !== 422) throw new Error(`key reused: ${JSON.stringify(reused)}`);

      const log = await readLog(pair.databaseUrl);
      const verdict = judge([...record, ...later], log);
      judgeBites(record, log);
      notes.push(`${await pair.viewsAreRight()} views as made anew`);
      const control = await withKeysOfTheirOwn(one, pair.databaseUrl);
      return { rounds, record, verdict, recoveryMs: [], control, notes };
    } finally {
      await pair.close();
    }
  },
};

async function settle(api: Api, entry: Entry): Promise<void> {
  entry.outcome = await decided(api, entry);
}

async function withKeysOfTheirOwn(api: Api, databaseUrl: string): Promise<string> {
  const record = Array.from({ length: copies }, () => entryOf(ordering('dup-control')));
  await Promise.all(record.map((entry) => settle(api, entry)));
  const { doubled } = judge(record, await readLog(databaseUrl));
  if (doubled.length === 0) throw new Error('control: fifty keys bring about no more than one');
  return `a key for each copy: ${doubled.length} doubled`;
}
