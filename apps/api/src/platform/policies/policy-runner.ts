import { setTimeout as pause } from 'node:timers/promises';
import { Rejection } from '@soat/domain';
import type { DataSource } from 'typeorm';
import type { CommandContext } from '../command-handling/execute.js';
import type { EventCodec } from '../event-store/codec.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { Bookmark, lockedCheckpoint, moveCheckpoint } from '../projections/checkpoints.js';
import type { RunnerLog } from '../projections/projection-runner.js';
import { type AnyReaction, type Policy, reactionContext } from './policy.js';

/** Asks for the command like any other, and rejects like it. */
export type Dispatch<Reaction extends AnyReaction> = (reaction: Reaction, context: CommandContext) => Promise<unknown>;

const pauseMsMax = 5_000;

/**
 * Lets a policy react to every event, at least once: the checkpoint moves after the commands have landed, and a command
 * that is asked for again is answered as the first time.
 */
export class PolicyRunner<Reaction extends AnyReaction> {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private readonly bookmark: Bookmark;

  constructor(
    private readonly policy: Policy<Reaction>,
    private readonly dispatch: Dispatch<Reaction>,
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly dataSource: DataSource,
    private readonly log: RunnerLog,
  ) {
    this.bookmark = new Bookmark(dataSource, checkpointOf(policy.name), policy.version);
  }

  start(): void {
    this.running = this.run();
  }

  /** Ends after the page under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.bookmark.stop();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let pauseMs = 100; !signal.aborted; pauseMs = Math.min(pauseMs * 2, pauseMsMax)) {
      try {
        for await (const page of this.store.subscribe(await this.checkpoint(), signal)) {
          const handled = page.filter(({ type }) => this.policy.handles.includes(type));
          for (const event of handled) await this.reactTo(event);
          const last = page.at(-1);
          if (!last) continue;
          if (handled.length > 0) await this.moveTo(last.position);
          else this.bookmark.at(last.position);
          pauseMs = 100;
        }
      } catch (error) {
        if (signal.aborted) return;
        this.log.warn({ policy: this.policy.name, err: error }, 'policy will try again');
        await pause(pauseMs, undefined, { signal }).catch(() => {});
      }
    }
  }

  private async reactTo(stored: StoredEvent): Promise<void> {
    const event = this.codec.decode(stored);
    for (const [index, reaction] of this.policy.react(event).entries()) {
      try {
        await this.dispatch(reaction, reactionContext(this.policy, event, index, reaction));
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        // What the rules turn down now they turn down again: the case has moved on without this reaction.
        this.log.warn({ policy: this.policy.name, position: event.position, code: error.code }, 'reaction turned down');
      }
    }
  }

  private checkpoint(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const { name, version } = this.policy;
      return (await lockedCheckpoint(manager, checkpointOf(name), version)).position;
    });
  }

  private moveTo(position: number): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const { name, version } = this.policy;
      const checkpoint = await lockedCheckpoint(manager, checkpointOf(name), version);
      // Another process may have come further.
      if (checkpoint.position < position) await moveCheckpoint(manager, { ...checkpoint, version, position });
    });
  }
}

/** Beside the projections' names, and never the same as one. */
function checkpointOf(name: string): string {
  return `policy:${name}`;
}
