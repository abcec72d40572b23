import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openPair } from './bed.js';
import { HopefulClient } from './hopeful.js';
import { readLog, withClient } from './judge.js';
import { nothingMissing, type Report, type Scenario } from './scenario.js';
import { underLoad } from './under-load.js';

/**
 * First every connection the server has is taken by others and those of the services are cut; then every connection of the
 * services waits behind a lock on the log. It may be slow or 503, and nothing may be lost.
 */
export const poolExhaustion: Scenario = {
  name: 'pool-exhaustion',
  rounds: 10,
  missing: nothingMissing,
  async run(bounds): Promise<Report> {
    const pair = await openPair();
    const hopeful = new HopefulClient();
    try {
      return await underLoad(pair, bounds, {
        writers: 24,
        foreseen: ['503 '],
        async strike(random, mark, load, round) {
          if (round % 2 === 0) {
            const lift = await lockTheLog(pair.databaseUrl);
            await sleep(random.between(500, 1_500));
            await lift();
          } else {
            const unclear = load.unclearAs('503 ');
            const lift = await takeEverySlot(pair.databaseUrl);
            await Promise.all(pair.origins.flatMap((origin) => [hopeful.ask(origin), hopeful.ask(origin)]));
            await lift();
            if (load.unclearAs('503 ') === unclear) throw new Error('without connections, and nobody was told');
          }
          mark();
        },
        control: async () => hopeful.shown(await readLog(pair.databaseUrl)),
      });
    } finally {
      await pair.close();
    }
  },
};

/** Connections are taken as the services lose theirs, until the server gives none. */
async function takeEverySlot(databaseUrl: string): Promise<() => Promise<void>> {
  const taken: pg.Client[] = [];
  const take = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'taker' });
    client.on('error', () => {});
    try {
      await client.connect();
      taken.push(client);
      return true;
    } catch {
      return false;
    }
  };
  // A service may be quicker to a slot than we are, so it goes on until nobody else has one; but for whoever holds the server.
  const cutOthers = `select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and application_name not in ('taker') and application_name not like 'soat, process%'`;
  for (let isAlone = false, attempt = 1; !isAlone; attempt++) {
    if (attempt > 200) throw new Error('the services cannot be kept from the server');
    while (await take());
    isAlone = (await taken[0]?.query(cutOthers))?.rowCount === 0 && !(await take());
  }
  return async () => {
    await Promise.all(taken.map((client) => client.end()));
  };
}

async function lockTheLog(databaseUrl: string): Promise<() => Promise<void>> {
  let lift = () => {};
  const lifted = new Promise<void>((resolve) => {
    lift = resolve;
  });
  let isLocked = () => {};
  const locked = new Promise<void>((resolve) => {
    isLocked = resolve;
  });
  const holding = withClient(databaseUrl, async (client) => {
    await client.query('begin; lock table soat_log.events in access exclusive mode');
    isLocked();
    await lifted;
    await client.query('rollback');
  });
  await Promise.race([locked, holding]);
  return async () => {
    lift();
    await holding;
  };
}
