import { setTimeout as sleep } from 'node:timers/promises';
import { Bed } from './bed.js';
import { descriptorsOf, residentMb } from './held.js';
import { judge, readLog } from './judge.js';
import { judgeBites, medianOf, onLinux, type Report, type Scenario } from './scenario.js';
import { SteadyLoad } from './steady-load.js';

const writers = 8;
/** Between one command of a writer and the next: a load that the machine carries easily. */
const pauseMs = 50;
const samples = 40;
/** By how much the last quarter may lie above the second: a process keeps what it has once needed. */
const growthMbMax = 32;
const growthDescriptorsMax = 8;
/** Before that a process is still warming up, and a bound would tell nothing. */
const boundedFromMinutes = 10;

interface Sample {
  readonly mb: number;
  readonly descriptors: number;
}

/** Two processes at an even load for a while: what they hold must not grow with what they have done. */
export const soak: Scenario = {
  name: 'soak',
  rounds: 1,
  missing: onLinux,
  async run({ seed, minutes, say }): Promise<Report> {
    const bed = await Bed.open({ apis: 2 });
    try {
      const load = new SteadyLoad(() => bed.origins, seed, 's', { pauseMs });
      load.start(writers);
      const held = bed.pids.map((): Sample[] => []);
      for (let sample = 1; sample <= samples; sample++) {
        await sleep((minutes * 60_000) / samples);
        for (const [index, pid] of bed.pids.entries())
          held[index]?.push({ mb: residentMb(pid), descriptors: descriptorsOf(pid) });
        const now = held.map((each) => `${each.at(-1)?.mb} MB, ${each.at(-1)?.descriptors} descriptors`).join('; ');
        if (sample % 4 === 0)
          say(`  ${((sample * minutes) / samples).toFixed(1)} min, ${load.count} acknowledged: ${now}`);
      }
      await load.stop();
      const log = await readLog(bed.databaseUrl);
      const bite = judgeBites(load.record, log);
      const views = await bed.viewsAreRight();
      const notes = [
        ...held.map((each, index) => `process ${index + 1}: ${growthOf(each, minutes)}`),
        `${minutes} minutes, ${views} views as made anew`,
      ];
      const control = `${bite}; ${boundBites(minutes)}`;
      return { rounds: 1, record: load.record, verdict: judge(load.record, log), recoveryMs: [], control, notes };
    } finally {
      await bed.close();
    }
  },
};

/** In words. @throws Error when it is too much */
function growthOf(held: readonly Sample[], minutes: number): string {
  const quarter = held.length / 4;
  const [early, late] = [held.slice(quarter, 2 * quarter), held.slice(3 * quarter)];
  const mb = median(late, (each) => each.mb) - median(early, (each) => each.mb);
  const descriptors = median(late, (each) => each.descriptors) - median(early, (each) => each.descriptors);
  const words = `${mb} MB and ${descriptors} descriptors more in the last quarter than in the second, of ${growthMbMax} and ${growthDescriptorsMax} allowed`;
  if (minutes < boundedFromMinutes) return `${words} from ${boundedFromMinutes} minutes on`;
  if (mb > growthMbMax || descriptors > growthDescriptorsMax) throw new Error(`it grows: ${words}`);
  return words;
}

/** The control for the bound: what leaks ten megabytes a sample. */
function boundBites(minutes: number): string {
  const leaking = Array.from({ length: samples }, (_, index) => ({ mb: 100 + 10 * index, descriptors: 30 }));
  try {
    growthOf(leaking, Math.max(minutes, boundedFromMinutes));
  } catch {
    return 'a planted leak exceeds the bound';
  }
  throw new Error('control: a leak keeps within the bound');
}

function median(held: readonly Sample[], of: (sample: Sample) => number): number {
  return medianOf(held.map(of)) ?? 0;
}
