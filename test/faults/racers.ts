import { openPair } from './bed.js';
import { judge, readLog } from './judge.js';
import { Api, type Ask, capturing, decided, type Entry, entryOf, ordering, startOf } from './load.js';
import { acknowledgedOf, judgeBites, nothingMissing, type Report, type Scenario } from './scenario.js';

const racers = 50;

/** Fifty on one version of one stream, half at one service and half at the other. */
export const racersOnOneVersion: Scenario = {
  name: 'racers',
  rounds: 100,
  missing: nothingMissing,
  async run({ rounds }): Promise<Report> {
    const pair = await openPair();
    try {
      const apis = pair.origins.map((origin) => new Api(origin));
      const record: Entry[] = [];
      const race = async (asks: readonly Ask[]): Promise<readonly Entry[]> => {
        const entries = asks.map(entryOf);
        await Promise.all(
          entries.map(async (entry, index) => {
            const api = apis[index % apis.length];
            if (api) entry.outcome = await decided(api, entry);
          }),
        );
        record.push(...entries);
        return entries;
      };
      const each = Array.from({ length: racers }, (_, index) => index);
      let landed = 0;
      for (let round = 1; round <= rounds; round++) {
        const [ordered] = await race([ordering(`race-${round}`)]);
        if (ordered?.outcome.kind !== 'acknowledged') throw new Error(JSON.stringify(ordered));
        const { id } = ordered.outcome.answer;
        const won = acknowledgedOf(await race(each.map(() => startOf(id)))).length;
        if (won !== 1) throw new Error(`round ${round}: ${won} of ${racers} won with If-Match`);
        landed += acknowledgedOf(await race(each.map((number) => capturing(`race-${round}-${number}`, id)))).length;
      }
      // The control for "one wins": the same race without the named length lets everybody in, so it is the length that held.
      if (landed !== rounds * racers) throw new Error(`${landed} of ${rounds * racers} landed without If-Match`);
      const log = await readLog(pair.databaseUrl);
      judgeBites(record, log);
      const views = await pair.viewsAreRight();
      return {
        rounds,
        record,
        verdict: judge(record, log),
        recoveryMs: [],
        control: `without If-Match all ${racers} land`,
        notes: [
          `with If-Match ${rounds} winners of ${rounds * racers}; without, ${landed} of ${rounds * racers} landed`,
          `${views} views as made anew`,
        ],
      };
    } finally {
      await pair.close();
    }
  },
};
