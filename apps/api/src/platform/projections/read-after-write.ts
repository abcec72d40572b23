import { EventStore } from '../event-store/event-store.js';
import type { ProjectionRunner } from './projection-runner.js';

/** The views have not seen the event yet; asking again later will do. */
export class ProjectionLagging extends Error {
  override readonly name = 'ProjectionLagging';
  constructor(
    readonly names: readonly string[],
    readonly reached: number,
    readonly wanted: number,
  ) {
    super(`${names.join(', ')} stand at ${reached}, not yet at ${wanted}`);
  }
}

/** No such event has been written yet, so no waiting will do. */
export class PositionAhead extends Error {
  override readonly name = 'PositionAhead';
  constructor(
    readonly asked: number,
    readonly head: number,
  ) {
    super(`the log ends at ${head}, before ${asked}`);
  }
}

const waitMsMax = 3_000;

/** Lets a reader wait until views have seen a write. */
export class ReadAfterWrite {
  private readonly runners: ReadonlyMap<string, ProjectionRunner>;

  constructor(
    runners: readonly ProjectionRunner[],
    private readonly store: EventStore,
    private readonly waitMs = waitMsMax,
  ) {
    this.runners = new Map(runners.map((runner) => [runner.projection.name, runner]));
  }

  /**
   * Until each of these projections has seen the event at `position`; at once when none is named.
   * @throws ProjectionLagging when it takes too long, or one of them is parked before it; PositionAhead
   */
  async waitFor(names: readonly string[], position: number | undefined, waitMs = this.waitMs): Promise<void> {
    if (position === undefined) return;
    const waiting = names.map((name) => this.runnerOf(name));
    if (waiting.every((runner) => runner.status.position >= position)) return;
    const head = await this.store.head();
    if (position > head) throw new PositionAhead(position, head);
    await Promise.all(waiting.map((runner) => reached(runner, position, waitMs)));
  }

  private runnerOf(name: string): ProjectionRunner {
    const runner = this.runners.get(name);
    if (!runner) throw new Error(`no projection is called ${name}`);
    return runner;
  }
}

function reached(runner: ProjectionRunner, position: number, waitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      stopListening();
      finish();
    };
    const look = () => {
      const { position: at, state } = runner.status;
      if (at >= position) settle(resolve);
      else if (state === 'parked') tooLate();
    };
    const tooLate = () =>
      settle(() => reject(new ProjectionLagging([runner.projection.name], runner.status.position, position)));
    const timer = setTimeout(tooLate, waitMs);
    const stopListening = runner.onChange(look);
    look();
  });
}
