import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Bell } from '../following.js';

const channel = 'soat_log';
const coalesceMs = 5;
const pauseMsMax = 5_000;

/**
 * Rings the bell of the other processes on the same log. Told after the commit and coalesced: inside the transaction it would
 * take more than half of the throughput. A wake-up may get lost, so whoever waits still looks again by itself.
 */
export class WakeUp {
  private readonly stopping = new AbortController();
  private listening: Promise<void> | null = null;
  private telling: NodeJS.Timeout | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly bell: Bell,
  ) {}

  /** Listens until stopped, on a connection of its own. */
  start(): void {
    if (!this.stopping.signal.aborted) this.listening ??= this.listen();
  }

  tell(): void {
    this.telling ??= setTimeout(() => {
      this.telling = null;
      // Nothing hangs on it, and a server that is away wakes nobody.
      this.pool.query(`notify ${channel}`).catch(() => {});
    }, coalesceMs).unref();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    if (this.telling) clearTimeout(this.telling);
    await this.listening;
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopping;
    for (let pauseMs = 100; !signal.aborted; pauseMs = Math.min(pauseMs * 2, pauseMsMax)) {
      try {
        const client = await this.pool.connect();
        const isHeard = await this.hear(client);
        if (isHeard) pauseMs = 100;
      } catch {
        // Tried again below: until then the looking again is all there is.
      }
      await pause(pauseMs, undefined, { signal }).catch(() => {});
    }
  }

  /** Until the connection is lost or this is stopped. Whether it ever listened. */
  private async hear(client: PoolClient): Promise<boolean> {
    const { signal } = this.stopping;
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    client.once('error', end);
    client.once('end', end);
    signal.addEventListener('abort', end);
    let isHeard = false;
    try {
      client.on('notification', () => this.bell.ring());
      await client.query(`listen ${channel}`);
      isHeard = true;
      // What was written before the listening began.
      this.bell.ring();
      if (!signal.aborted) await ended;
      return isHeard;
    } finally {
      // This process outlives many connections.
      signal.removeEventListener('abort', end);
      client.release(true);
    }
  }
}
