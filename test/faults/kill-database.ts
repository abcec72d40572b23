import { setTimeout as sleep } from 'node:timers/promises';
import { Bed } from './bed.js';
import { judge, readLog, withClient } from './judge.js';
import { onLinux, type Report, type Scenario } from './scenario.js';
import { killDatabase } from './service-process.js';
import { SteadyLoad } from './steady-load.js';
import { underLoad } from './under-load.js';

/** kill -9 of the database server and all its sessions; its holder starts it again. */
export const killDatabaseServer: Scenario = {
  name: 'kill-database',
  rounds: 50,
  missing: onLinux,
  async run(bounds): Promise<Report> {
    const bed = await Bed.open({ apis: 2 });
    try {
      return await underLoad(bed, bounds, {
        writers: 12,
        foreseen: ['503 '],
        async strike(_, mark) {
          await killDatabase(bed.folder);
          mark();
        },
        control: () => serverThatDoesNotFlush(bed, bounds.seed),
      });
    } finally {
      await bed.close();
    }
  },
};

/** A server that answers before it has flushed, which the service refuses to start on: what it acknowledged goes. */
async function serverThatDoesNotFlush(bed: Bed, seed: number): Promise<string> {
  await withClient(bed.server.url, async (client) => {
    await client.query(`alter system set wal_writer_delay = '10s'`);
    await client.query(`alter system set wal_writer_flush_after = '1GB'`);
    await client.query('select pg_reload_conf()');
    // Over what the server was told on its command line: of a role it counts for more.
    await client.query('alter role soat set synchronous_commit = off');
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'soat'`);
  });
  const load = new SteadyLoad(() => bed.origins, seed, 'c');
  load.start(4);
  await load.progress(200);
  // Stopped first: what is acknowledged by now must stay, and does not.
  await load.stop('503 ');
  await killDatabase(bed.folder);
  const { lost } = judge(load.record, await logOnceItIsBack(bed.server.url));
  if (lost.length === 0) throw new Error('control: synchronous_commit = off loses nothing');
  return `synchronous_commit = off: ${lost.length} of ${load.count} lost`;
}

async function logOnceItIsBack(databaseUrl: string) {
  for (const deadline = Date.now() + 60_000; ; await sleep(100))
    try {
      return await readLog(databaseUrl);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
}
