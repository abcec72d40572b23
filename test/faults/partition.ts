import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { binariesFor } from '@soat/api/platform/database/binaries.js';
import { serverAccount } from '@soat/api/platform/database/data-folder.js';
import { Bed, heldServer, type Server } from './bed.js';
import { judge, readLog, withClient } from './judge.js';
import { Api, decided, type Entry, entryOf, ordering } from './load.js';
import { type Cut, cuts, Namespaces, namespacesMissing } from './namespaces.js';
import { acknowledgedOf, type Report, type Scenario } from './scenario.js';
import { underLoad } from './under-load.js';

/** Longer than the service may leave anybody without an answer. */
const answerMsMax = 45_000;
const longCutMs = 55_000;
const port = 5_432;

/**
 * The wire between the API and its database is cut, both ways or one way, while people work: what was asked by then is
 * answered 503, and whether it was done is settled by its key once the wire is whole again.
 */
export const partition: Scenario = {
  name: 'partition',
  rounds: 30,
  missing: namespacesMissing,
  async run(bounds): Promise<Report> {
    const namespaces = new Namespaces();
    try {
      const bed = await Bed.open({
        apis: 2,
        openServer: (folder) => serverBehind(namespaces, folder),
        surroundings: {
          env: { HOST: namespaces.addressFromOutside('api') },
          within: namespaces.within('api'),
        },
      });
      try {
        const told: string[] = [];
        return await underLoad(bed, bounds, {
          writers: 12,
          pace: { answerMsMax },
          foreseen: ['503 '],
          async strike(random, mark, load, round) {
            // The first one is so long that whoever waits for TCP to give up leaves people without an answer.
            const [kind, ms]: [Cut, number] =
              round === 1 ? ['answers-lost', longCutMs] : [random.pick(cuts), random.between(500, 10_000)];
            const unclear = load.unclearAs('503 ');
            namespaces.cut(kind);
            await sleep(ms);
            namespaces.mend();
            mark();
            told.push(`${kind} for ${ms} ms: ${load.unclearAs('503 ') - unclear} answers of 503`);
          },
          control: () => clientThatForgets(bed, namespaces),
          notes: () => told,
        });
      } finally {
        await bed.close();
      }
    } finally {
      namespaces.remove();
    }
  },
};

/** What was done and not answered, asked for again under a new key: twice in the log. */
async function clientThatForgets(bed: Bed, namespaces: Namespaces): Promise<string> {
  const api = new Api(bed.origins[0] ?? '', answerMsMax);
  const record = ['forgetful-1', 'forgetful-2', 'forgetful-3'].map((name) => entryOf(ordering(name)));
  const asking = await withClient(bed.databaseUrl, async (holder) => {
    // With the appends' own lock in our hands, the append is known to have arrived before its answer is cut off.
    await holder.query('begin; select pg_advisory_xact_lock(7368562)');
    const asked = Promise.all(record.map((entry) => settle(api, entry)));
    const waiting = `select from pg_locks where locktype = 'advisory' and objid = 7368562 and not granted`;
    for (const deadline = Date.now() + 9_000; (await holder.query(waiting)).rowCount === 0; await sleep(5))
      if (Date.now() > deadline) throw new Error('control: nothing is appended');
    namespaces.cut('answers-lost');
    await holder.query('commit');
    // In a list, or it would be waited for here, with the lock's connection still open.
    return [asked];
  });
  await Promise.all(asking);
  namespaces.mend();
  const unknown = record.filter(({ outcome }) => outcome.kind === 'unknown');
  // Filled in anew, the form has an id of its own as well.
  const again = unknown.map(({ ask }) => entryOf(ordering(String(ask.body.number))));
  for (const entry of again) while (entry.outcome.kind === 'unknown') await settle(api, entry);
  const { doubled } = judge(acknowledgedOf([...record, ...again]), await readLog(bed.databaseUrl));
  if (doubled.length === 0) throw new Error('control: a client that takes new keys doubles nothing');
  return `new keys for unknown outcomes: ${doubled.length} of ${again.length} doubled`;
}

async function settle(api: Api, entry: Entry): Promise<void> {
  entry.outcome = await decided(api, entry);
}

/** Made as any other, then run inside the database's namespace, where it listens on the wire. */
async function serverBehind(namespaces: Namespaces, folder: string): Promise<Server> {
  const dataDir = path.join(folder, 'postgres');
  const made = await heldServer(dataDir);
  await made.stop();
  appendFileSync(path.join(dataDir, 'pg_hba.conf'), 'host all all 198.18.0.0/15 scram-sha-256\n');
  const account = serverAccount(dataDir);
  const [program = '', ...args] = [
    ...namespaces.within('database'),
    ...(account ? ['--setuid', String(account.uid), '--setgid', String(account.gid)] : []),
    binariesFor(folder, account).postgres,
    ...['-D', dataDir, '-h', '*', '-p', String(port), '-c', 'unix_socket_directories='],
  ];
  const logged = openSync(`${dataDir}.log`, 'a', 0o600);
  const server = spawn(program, args, {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['ignore', logged, logged],
  });
  closeSync(logged);
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const at = (host: string) => Object.assign(new URL(made.url), { hostname: host, port: String(port) }).href;
  const url = at(namespaces.addressFromOutside('database'));
  const stop = async () => {
    server.kill('SIGINT');
    const timer = setTimeout(kill, 20_000);
    await ended;
    clearTimeout(timer);
    process.off('exit', kill);
  };
  try {
    await untilItAnswers(url);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, urlForApis: at(namespaces.addressOnTheWire), stop };
}

async function untilItAnswers(url: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(100))
    try {
      await withClient(url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
}
