import { SeededRandom } from '@soat/api/demo/random.js';
import { judge, readLog } from './judge.js';
import { type Bounds, judgeBites, type Report } from './scenario.js';
import { type Pace, SteadyLoad } from './steady-load.js';

/** Where people work: the services, and the log behind them as the judge reads it. */
export interface Field {
  readonly origins: readonly string[];
  readonly databaseUrl: string;
  /** @throws Error when they are wrong; see views.ts */
  viewsAreRight(plant?: string): Promise<number>;
}

/** What strikes a service that people are working with. */
export interface Fault {
  readonly writers: number;
  readonly pace?: Pace;
  /** How unclear answers may begin while it strikes. */
  readonly foreseen: readonly string[];
  /** Strikes once; `mark` is called when it strikes and mends itself, or when we have mended it. */
  strike(random: SeededRandom, mark: () => void, load: SteadyLoad, round: number): Promise<void>;
  /** Says what it has shown. @throws Error when it shows nothing */
  control(): Promise<string>;
  /** A statement that spoils a view as this fault might, for the control of the comparison. */
  readonly wrongRow?: string;
  /** What else is worth a line in the report. */
  notes?(): readonly string[];
}

/** Strikes again and again while people work, then judges what they were told against the log, and the views too. */
export async function underLoad(field: Field, { seed, rounds, say }: Bounds, fault: Fault): Promise<Report> {
  const random = new SeededRandom(seed);
  const load = new SteadyLoad(() => field.origins, seed, 's', fault.pace);
  const recoveryMs: number[] = [];
  load.start(fault.writers);
  for (let round = 1; round <= rounds; round++) {
    await load.progress(random.between(40, 120));
    await fault.strike(random, () => load.mark(), load, round);
    recoveryMs.push(await load.recovered());
    if (round % 10 === 0) say(`  round ${round} of ${rounds}, ${load.count} acknowledged`);
  }
  await load.progress(40);
  await load.stop(...fault.foreseen);
  const log = await readLog(field.databaseUrl);
  const verdict = judge(load.record, log);
  judgeBites(load.record, log);
  const views = await field.viewsAreRight(fault.wrongRow);
  const notes = [`${load.hindrances()}, all settled; ${views} views as made anew`, ...(fault.notes?.() ?? [])];
  return { rounds, record: load.record, verdict, recoveryMs, control: await fault.control(), notes };
}
