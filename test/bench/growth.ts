import type { Bench } from './log.js';
import { fill, openBench } from './log.js';
import { madeUp } from './made-up.js';
import type { Contest, Contestant } from './measure.js';

/** Logs of different sizes, side by side on one server, so that their turns can be interleaved too. */
export interface Grown {
  readonly sizes: readonly string[];
  readonly contests: readonly Contest[];
  readonly meter: Bench['meter'];
  close(): Promise<void>;
}

export async function openGrown(sizes: readonly number[], say: (text: string) => void): Promise<Grown> {
  const logs: { readonly name: string; readonly bench: Bench; readonly streams: readonly string[] }[] = [];
  for (const size of sizes) {
    const bench = await openBench();
    const at = Date.now();
    const streams = await fill(bench, size);
    await bench.raw.query('vacuum analyze soat_log.events');
    const name = nameOf(size);
    say(`filled ${name} in ${Math.round((Date.now() - at) / 1_000)} s`);
    logs.push({ name, bench, streams });
  }
  const [smallest] = logs;
  if (!smallest) throw new Error('growth needs sizes');
  const each = (work: (log: (typeof logs)[number]) => () => Promise<unknown>): readonly Contestant[] =>
    logs.map((log) => ({
      name: log.name,
      prepare: (calls) => Array.from({ length: calls }, () => work(log)),
    }));
  return {
    sizes: logs.map(({ name }) => name),
    meter: smallest.bench.meter,
    contests: [
      {
        ...{ name: 'append, 1 writer', concurrency: 1, perCall: 1 },
        contestants: each(({ bench }) => {
          const { stream, events, command } = madeUp(1);
          return () => bench.store.append(stream, events, 0, command);
        }),
      },
      {
        ...{ name: 'append, 32 writers', concurrency: 32, perCall: 1 },
        contestants: each(({ bench }) => {
          const { stream, events, command } = madeUp(1);
          return () => bench.store.append(stream, events, 0, command);
        }),
      },
      {
        ...{ name: 'load a stream of 50', concurrency: 1, perCall: 1 },
        contestants: each(({ bench, streams }) => {
          const id = streams[Math.floor(Math.random() * streams.length)] ?? '';
          return () => bench.store.read({ category: 'inspection', id });
        }),
      },
      {
        ...{ name: 'read a page of 500', concurrency: 1, perCall: 500 },
        contestants: each(({ bench, streams }) => {
          const after = Math.floor(Math.random() * (streams.length * 50 - 500));
          return () => bench.store.readAll(after, 500);
        }),
      },
    ],
    async close() {
      for (const { bench } of logs) await bench.close();
    },
  };
}

function nameOf(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000}M` : `${size / 1_000}k`;
}
