import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type LegalDate, Rejection, type Uuid } from '@soat/domain';
import { v5 } from 'uuid';
import type { Clock } from '../clock.js';
import type { CommandContext } from '../command-handling/execute.js';
import type { RunnerLog } from '../projections/projection-runner.js';
import { type AnyReaction, reactionNamespace } from './policy.js';

/** A command that a day asks for. Whoever asks, and whenever, one key lands once. */
export interface TimedReaction extends AnyReaction {
  readonly key: string;
  /** Of the stream it is for. */
  readonly id: Uuid;
  readonly isSimulated: boolean;
}

/** What follows from the day rather than from an event. It may look at read models: the rules judge again on the log. */
export interface ClockPolicy<Reaction extends TimedReaction> {
  /** Kebab case; part of the commands' ids. */
  readonly name: string;
  readonly due: (today: LegalDate) => AsyncIterable<Reaction>;
}

/**
 * Looks at the clock again and again, and asks for what the day brings. It remembers nothing: what was done is in the log,
 * so a restart, a second process or a clock that jumps asks for the same commands under the same ids.
 */
export class ClockRunner<Reaction extends TimedReaction> {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly policy: ClockPolicy<Reaction>,
    private readonly dispatch: (reaction: Reaction, context: CommandContext) => Promise<unknown>,
    private readonly clock: Clock,
    private readonly log: RunnerLog,
    private readonly pauseMs = 60_000,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Ends after the command under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Everything that is due now; how many commands were asked for. */
  async look(): Promise<number> {
    let asked = 0;
    for await (const reaction of this.policy.due(this.clock.today())) {
      if (this.stopping.signal.aborted) return asked;
      await this.ask(reaction);
      asked += 1;
    }
    return asked;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.look();
      } catch (error) {
        if (signal.aborted) return;
        this.log.warn({ policy: this.policy.name, err: error }, 'clock policy will try again');
      }
      await pause(this.pauseMs, undefined, { signal }).catch(() => {});
    }
  }

  private async ask(reaction: Reaction): Promise<void> {
    try {
      await this.dispatch(reaction, this.contextOf(reaction));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      // The read model was behind: the case had moved on, and the next look sees it.
      this.log.warn({ policy: this.policy.name, key: reaction.key, code: error.code }, 'reaction turned down');
    }
  }

  private contextOf({ key, command, isSimulated }: Reaction): CommandContext {
    const { id, role } = command.data.by;
    const name = `${this.policy.name} ${key}`;
    const commandId = v5(name, reactionNamespace);
    return {
      // By the key alone: two processes may ask for the same step on two sides of midnight, and it is still the same step.
      stamp: { id: commandId, digest: createHash('sha256').update(name).digest('hex'), actor: id },
      person: { id, role, onBehalfOf: null },
      occurredAt: this.clock.now(),
      effectiveOn: null,
      causationId: null,
      correlationId: commandId,
      isSimulated,
    };
  }
}
