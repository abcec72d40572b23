import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openTrailStore } from '@soat/api/platform/event-store/open-event-store.js';
import { PublishedCheckpoint } from '@soat/api/platform/trail/published-checkpoint.js';
import { Sealer } from '@soat/api/platform/trail/sealer.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import { newSigningKey } from '@soat/api/platform/trail/signed-note.js';
import type { TrailStore } from '@soat/api/platform/trail/trail-store.js';
import type { Bench } from './log.js';
import { madeUp } from './made-up.js';
import { type Contest, type Contestant, median } from './measure.js';

/** The log's trail, whose sealer is started and stopped. */
export class Sealing {
  private readonly published: TimedCheckpoint;
  private readonly keys = SealingKeys.of(newSigningKey('bench.example/log'));
  private sealer: Sealer | null = null;

  private constructor(
    readonly store: TrailStore,
    folder: string,
  ) {
    this.published = new TimedCheckpoint(path.join(folder, 'checkpoint'));
  }

  static open({ database }: Pick<Bench, 'database'>, folder: string): Sealing {
    const store = openTrailStore(database);
    if (!store) throw new Error('PostgreSQL has a trail');
    return new Sealing(store, folder);
  }

  /** Sees to it that nothing is left over from before, and seals from then on. */
  async start(): Promise<void> {
    await this.catchUp();
    this.sealer = this.newSealer();
    this.sealer.start();
  }

  async stop(): Promise<void> {
    await this.sealer?.stop();
    this.sealer = null;
  }

  async catchUp(): Promise<void> {
    const sealer = this.newSealer();
    for (let size = -1; size < (await this.store.head()); ) size = (await sealer.seal())?.size ?? 0;
  }

  /** When the checkpoint was published that first covered a position; null while there is none. */
  publishedAt(position: number): number | null {
    return this.published.times.find(({ size }) => size >= position)?.at ?? null;
  }

  private newSealer(): Sealer {
    const tell = (...said: readonly unknown[]) => process.stderr.write(`${said.map(String).join(' ')}\n`);
    return new Sealer(this.store, this.keys, this.published, Date.now, { error: tell, warn: tell });
  }
}

/** Remembers when each checkpoint could be read by outsiders. */
class TimedCheckpoint extends PublishedCheckpoint {
  readonly times: { readonly size: number; readonly at: number }[] = [];

  override async write(note: string): Promise<void> {
    await super.write(note);
    this.times.push({ size: Number(note.split('\n')[1]), at: performance.now() });
  }
}

/** The same appends, with the sealer at work and without it. */
export function sealingContests({ store }: Pick<Bench, 'store'>, sealing: Sealing): readonly Contest[] {
  const appending = (name: string, before: () => Promise<void>, after: () => Promise<void>): Contestant => ({
    name,
    async prepare(calls) {
      const made = Array.from({ length: calls }, () => madeUp(1));
      await before();
      return made.map(
        ({ stream, events, command }) =>
          () =>
            store.append(stream, events, 0, command),
      );
    },
    settled: after,
  });
  return [8, 32].map((writers) => ({
    name: `append beside the sealer, ${writers} writers`,
    concurrency: writers,
    perCall: 1,
    contestants: [
      appending(
        'soát',
        () => sealing.start(),
        () => sealing.stop(),
      ),
      // What the one without left unsealed is sealed before the other's clock runs.
      appending(
        'no sealer',
        () => sealing.stop(),
        async () => {},
      ),
    ],
  }));
}

const eventsPerSecond = 200;

/** How long an event waits, from its answer until a published checkpoint covers it, while so many come in a second. */
export async function sealLag({ store }: Pick<Bench, 'store'>, sealing: Sealing, forMs: number): Promise<string> {
  await sealing.start();
  const answered: { readonly position: number; readonly at: number }[] = [];
  const appends: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; performance.now() - began < forMs; ) {
    // By the clock, not by pauses, which are longer than asked for.
    for (const due = ((performance.now() - began) / 1_000) * eventsPerSecond; sent < due; sent += 1) {
      const { stream, events, command } = madeUp(1);
      appends.push(
        store.append(stream, events, 0, command).then(({ position }) => {
          answered.push({ position, at: performance.now() });
        }),
      );
    }
    await pause(2);
  }
  await Promise.all(appends);
  const last = Math.max(...answered.map(({ position }) => position));
  while (sealing.publishedAt(last) === null) await pause(20);
  await sealing.stop();
  const lags = answered
    .map(({ position, at }) => ((sealing.publishedAt(position) ?? Number.NaN) - at) / 1_000)
    .sort((one, other) => one - other);
  const p99 = lags[Math.ceil(lags.length * 0.99) - 1] ?? Number.NaN;
  return verdict(lags.length, Math.max(0, median(lags)), p99, lags.at(-1) ?? Number.NaN);
}

function verdict(count: number, p50: number, p99: number, most: number): string {
  const missed = p50 <= 1 && p99 <= 5 ? '' : ' MISSED';
  const [half, nearlyAll, all] = [p50, p99, most].map((seconds) => seconds.toFixed(2));
  return `sealed at ${eventsPerSecond} events a second, ${count} of them: p50 ${half} s (target 1), p99 ${nearlyAll} s (target 5), at worst ${all} s${missed}`;
}
