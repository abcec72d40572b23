import { SeededRandom } from '@soat/api/demo/random.js';
import { openPair } from './bed.js';
import { judge, readLog } from './judge.js';
import { Api, decided, entryOf, Plan } from './load.js';
import { judgeBites, nothingMissing, type Report, type Scenario } from './scenario.js';

const hourMs = 3_600_000;
const jumpsMs = [0, -hourMs, 10 * 60_000, -10_000, -24 * hourMs, hourMs, -1];

/** Two services whose clocks jump about, each on its own: what is recorded later is never recorded as earlier. */
export const clockJumps: Scenario = {
  name: 'clock-jumps',
  rounds: 200,
  missing: nothingMissing,
  async run({ seed, rounds }): Promise<Report> {
    const random = new SeededRandom(seed);
    const pair = await openPair();
    try {
      const apis = pair.origins.map((origin) => new Api(origin));
      const plan = new Plan(random.between(0, 2 ** 31), 'clock', pair.sharedId);
      const record = [];
      const toldMs = new Map<string, number>();
      for (let round = 1; round <= rounds; round++) {
        const at = random.between(0, apis.length - 1);
        const nowMs = Date.now() + random.pick(jumpsMs);
        const [api, clock] = [apis[at], pair.clocks[at]];
        if (!api || !clock) throw new Error('as many clocks as services');
        const entry = entryOf(plan.next());
        record.push(entry);
        clock.tell(new Date(nowMs).toISOString());
        entry.outcome = await decided(api, entry);
        clock.tell(null);
        plan.learn(entry);
        toldMs.set(entry.key, nowMs);
      }
      const log = await readLog(pair.databaseUrl);
      judgeBites(record, log);
      const views = await pair.viewsAreRight();
      // The control: the log as it would be if every service wrote down what its clock says.
      const naive = log.map((row) => ({ ...row, recordedAtMs: toldMs.get(row.commandId) ?? row.recordedAtMs }));
      const backwards = judge(record, naive).disordered.length;
      if (backwards === 0) throw new Error('control: clocks that jump leave times in order');
      return {
        rounds,
        record,
        verdict: judge(record, log),
        recoveryMs: [],
        control: `clocks taken at their word: ${backwards} times run backwards`,
        notes: [`${views} views as made anew`],
      };
    } finally {
      await pair.close();
    }
  },
};
