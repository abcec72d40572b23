import type { SeededRandom } from '@soat/api/demo/random.js';
import { Bed } from './bed.js';
import { judge, readLog } from './judge.js';
import { Api, entryOf, ordering } from './load.js';
import { acknowledgedOf, onLinux, type Report, type Scenario } from './scenario.js';
import { underLoad } from './under-load.js';

/** kill -9 of one of two API processes, again and again, and another in its place. */
export const killApi: Scenario = {
  name: 'kill-api',
  rounds: 200,
  missing: onLinux,
  async run(bounds): Promise<Report> {
    const bed = await Bed.open({ apis: 2 });
    try {
      return await underLoad(bed, bounds, {
        writers: 12,
        // Whoever was connected hears nothing more, and whoever comes finds the door shut.
        foreseen: ['cut Error: read ECONNRESET', 'cut Error: socket hang up', 'cut Error: connect ECONNREFUSED'],
        async strike(random: SeededRandom, mark) {
          const index = random.between(0, 1);
          await bed.killApi(index);
          mark();
          await bed.startApi(index);
        },
        control: () => clientThatForgets(bed),
      });
    } finally {
      await bed.close();
    }
  },
};

/** Fills in the form again when an answer is lost, with a new key: the same effects come twice. */
async function clientThatForgets(bed: Bed): Promise<string> {
  const api = new Api(bed.origins[0] ?? '');
  const record = [];
  for (const name of ['forgetful-1', 'forgetful-2', 'forgetful-3'])
    for (const cut of ['before-the-answer', 'never'] as const) {
      const entry = entryOf(ordering(name));
      entry.outcome = await api.send(entry.ask, entry.key, cut);
      record.push(entry);
    }
  const { doubled } = judge(acknowledgedOf(record), await readLog(bed.server.url));
  if (doubled.length === 0) throw new Error('control: a client that takes new keys doubles nothing');
  return `new keys instead of the same: ${doubled.length} doubled`;
}
