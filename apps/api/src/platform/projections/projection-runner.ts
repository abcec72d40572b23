import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { EventCodec } from '../event-store/codec.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { Bookmark, lockedCheckpoint, moveCheckpoint } from './checkpoints.js';
import { foldPage, PoisonedEvent } from './fold-page.js';
import type { Projection } from './projection.js';
import { rebuild } from './rebuild.js';

export interface ProjectionStatus {
  readonly name: string;
  /** Position of the last event folded. */
  readonly position: number;
  /** `parked` at an event it cannot take: its rows stay as they are until the code is mended. */
  readonly state: 'running' | 'parked' | 'stopped';
}

/** What the runner has to say to whoever runs the process. */
export interface RunnerLog {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

const pauseMsMax = 5_000;

/**
 * Keeps one projection up with the log. Rows and checkpoint move in one transaction, under the checkpoint's row lock and
 * from where it stands, so two processes that run the same projection do each page once.
 */
export class ProjectionRunner {
  private readonly stopping = new AbortController();
  private readonly listeners = new Set<() => void>();
  private readonly bookmark: Bookmark;
  private running: Promise<void> = Promise.resolve();
  private position = 0;
  private state: ProjectionStatus['state'] = 'stopped';

  constructor(
    readonly projection: Projection,
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly dataSource: DataSource,
    private readonly log: RunnerLog,
  ) {
    this.bookmark = new Bookmark(dataSource, projection.name, projection.version);
  }

  get status(): ProjectionStatus {
    return { name: this.projection.name, position: this.position, state: this.state };
  }

  start(): void {
    this.become('running');
    this.running = this.run();
  }

  /** Ends after the page under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.bookmark.stop();
    this.become('stopped');
  }

  /** Calls whenever the status has changed. Returns how to stop listening. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { name } = this.projection;
    for (let pauseMs = 100; !signal.aborted; pauseMs = Math.min(pauseMs * 2, pauseMsMax)) {
      try {
        this.position = await this.resume();
        this.tell();
        for await (const page of this.store.subscribe(this.position, signal)) {
          await this.take(page);
          pauseMs = 100;
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof PoisonedEvent) {
          this.log.error({ projection: name, position: error.position, err: error }, 'projection parked');
          this.become('parked');
          return;
        }
        this.log.warn({ projection: name, err: error }, 'projection will try again');
        await pause(pauseMs, undefined, { signal }).catch(() => {});
      }
    }
  }

  /** Where to go on. Rows made by another version of the fold are made anew, and read until then. */
  private async resume(): Promise<number> {
    const { name, version } = this.projection;
    const checkpoint = await this.dataSource.transaction((manager) => lockedCheckpoint(manager, name, version));
    if (checkpoint.version === version) return checkpoint.position;
    return await rebuild(this.projection, this.store, this.codec, this.dataSource);
  }

  private async take(page: readonly StoredEvent[]): Promise<void> {
    const last = page.at(-1);
    if (last && !page.some(({ type }) => this.projection.handles.has(type))) {
      this.position = last.position;
      this.bookmark.at(last.position);
      this.tell();
      return;
    }
    try {
      await this.foldInOne(page);
    } catch (error) {
      if (!(error instanceof PoisonedEvent)) throw error;
      // What stands before the poison is still to be had, and the one the database refused is still to be named.
      for (const event of page) await this.foldInOne([event]);
    }
  }

  private async foldInOne(page: readonly StoredEvent[]): Promise<void> {
    const { name, version } = this.projection;
    this.position = await this.dataSource.transaction(async (manager) => {
      const checkpoint = await lockedCheckpoint(manager, name, version);
      const unseen = page.filter((event) => event.position > checkpoint.position);
      const last = unseen.at(-1);
      if (!last) return checkpoint.position;
      await foldPage(manager, this.projection, this.codec, unseen);
      await moveCheckpoint(manager, { name, version, position: last.position });
      return last.position;
    });
    this.tell();
  }

  private become(state: ProjectionStatus['state']): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
