import { setTimeout as sleep } from 'node:timers/promises';
import { Bed } from './bed.js';
import { withClient } from './judge.js';
import { residentMb } from './held.js';
import { Api, entryOf, establishing } from './load.js';
import { onLinux, type Report, type Scenario } from './scenario.js';
import type { SteadyLoad } from './steady-load.js';
import { underLoad } from './under-load.js';

const poisoned = 'unit-register';
const poisonedTable = 'soat_read.unit_register';
const slowTable = 'soat_read.inspection_list';
const slowName = 'inspection-list';
/** For each row: many a time what the load takes for the command that changes it. */
const slowMs = 150;
/** Less would not be slow. */
const lagMin = 20;

interface System {
  readonly head: number;
  readonly projections: readonly { readonly name: string; readonly position: number; readonly state: string }[];
}

/**
 * Now a view's table takes its time over every row, and now it refuses one for good. Commands and the other views go on;
 * the slow view catches up, and the poisoned one parks where everybody can see it and goes on once it was mended.
 */
export const projector: Scenario = {
  name: 'projector',
  rounds: 10,
  missing: onLinux,
  async run(bounds): Promise<Report> {
    const bed = await Bed.open({ apis: 2 });
    const told: string[] = [];
    try {
      return await underLoad(bed, bounds, {
        writers: 8,
        foreseen: [
          '503 ',
          'cut Error: read ECONNRESET',
          'cut Error: socket hang up',
          'cut Error: connect ECONNREFUSED',
        ],
        async strike(random, mark, load, round) {
          if (round % 2 === 0) {
            const lag = await slowDown(bed, load, random.between(2_000, 5_000));
            told.push(`${slowName} slow: ${lag} events behind`);
          } else {
            await poison(bed, load, `poison-${round}`);
            told.push(`${poisoned} parked at a poison in both processes, and went on once it was mended`);
          }
          mark();
          const ms = await msUntilCaughtUp(bed);
          told.push(`caught up in ${ms} ms, processes of ${bed.pids.map(residentMb).join(' and ')} MB`);
        },
        // As a projector would leave it that goes on without what it cannot take.
        wrongRow: `delete from ${poisonedTable} where code = 'poison-1'`,
        control: async () => 'a view that goes on without the poison differs from one made anew',
        notes: () => told,
      });
    } finally {
      await bed.close();
    }
  },
};

/** Answers how far it fell behind. */
async function slowDown(bed: Bed, load: SteadyLoad, ms: number): Promise<number> {
  await run(
    bed,
    `create function soat_read.dawdle() returns trigger language plpgsql as
       $$ begin perform pg_sleep(${slowMs / 1_000}); return new; end $$`,
    `create trigger dawdle before insert or update on ${slowTable} for each row execute function soat_read.dawdle()`,
  );
  const before = load.count;
  await sleep(ms);
  const { head, projections } = await systemAt(bed, 0);
  if (load.count - before < 10) throw new Error('commands stand still while a view is slow');
  const slow = projections.find(({ name }) => name === slowName)?.position ?? 0;
  if (head - slow < lagMin) throw new Error(`a view that was to be slow is ${head - slow} events behind`);
  const lagging = projections.filter(({ name, position }) => name !== slowName && position <= slow);
  await run(bed, `drop trigger dawdle on ${slowTable}`, 'drop function soat_read.dawdle()');
  if (lagging.length > 0) throw new Error(`${lagging.map(({ name }) => name)} lag too where one view is slow`);
  return head - slow;
}

async function poison(bed: Bed, load: SteadyLoad, code: string): Promise<void> {
  await run(bed, `alter table ${poisonedTable} add constraint poison check (code <> '${code}') not valid`);
  const entry = entryOf(establishing(code));
  entry.outcome = await new Api(bed.origins[0] ?? '').send(entry.ask, entry.key);
  if (entry.outcome.kind !== 'acknowledged') throw new Error(`poison: ${JSON.stringify(entry.outcome)}`);
  load.record.push(entry);
  const { position } = entry.outcome.answer;
  for (const index of bed.origins.keys()) await parked(bed, index, position);
  await load.progress(50);
  for (const index of bed.origins.keys()) await othersGoOn(bed, index, position);
  // Mended as it is in life: another version is deployed, process by process.
  await run(bed, `alter table ${poisonedTable} drop constraint poison`);
  for (const index of bed.origins.keys()) {
    await bed.killApi(index);
    await bed.startApi(index);
  }
}

/** At the event before the poison, and said where a prober looks, without taking the process out of service. */
async function parked(bed: Bed, index: number, position: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
    const found = (await systemAt(bed, index)).projections.find(({ name }) => name === poisoned);
    if (found?.state === 'parked') {
      if (found.position !== position - 1) throw new Error(`parked at ${found.position}, poisoned at ${position}`);
      break;
    }
    if (Date.now() > deadline) throw new Error(`process ${index + 1} did not park: ${JSON.stringify(found)}`);
  }
  const response = await fetch(`${bed.origins[index]}/readyz`);
  const { checks } = (await response.json()) as {
    readonly checks: readonly { readonly name: string; readonly isReady: boolean }[];
  };
  const isSaid = checks.some(({ name, isReady }) => name === `projection ${poisoned}` && !isReady);
  if (!isSaid || response.status !== 200) throw new Error(`readyz does not say so: ${response.status}`);
}

async function othersGoOn(bed: Bed, index: number, position: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
    const { projections } = await systemAt(bed, index);
    const standing = projections.filter((each) => each.name !== poisoned && each.position <= position);
    if (standing.length === 0) return;
    if (Date.now() > deadline) throw new Error(`${standing.map(({ name }) => name)} stand still too`);
  }
}

async function msUntilCaughtUp(bed: Bed): Promise<number> {
  const since = performance.now();
  const goal = (await systemAt(bed, 0)).head;
  const behind = 'select from soat_read.checkpoints where position < $1';
  await withClient(bed.databaseUrl, async (client) => {
    for (const deadline = Date.now() + 60_000; (await client.query(behind, [goal])).rowCount !== 0; await sleep(20))
      if (Date.now() > deadline) throw new Error(`the views have not got to ${goal}`);
  });
  return Math.round(performance.now() - since);
}

function systemAt(bed: Bed, index: number): Promise<System> {
  return new Api(bed.origins[index] ?? '').get<System>('thu', 'system');
}

async function run(bed: Bed, ...statements: readonly string[]): Promise<void> {
  await withClient(bed.databaseUrl, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
