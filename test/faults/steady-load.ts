import { setTimeout as sleep } from 'node:timers/promises';
import { SeededRandom } from '@soat/api/demo/random.js';
import type { Told } from './judge.js';
import { Api, decided, type Entry, entryOf, ordering, Plan, startOf } from './load.js';

const settleMsMax = 180_000;
/** Of a writer on one shared stream, which would otherwise grow beyond anything that is inspected in life. */
const commandsPerStream = 50;

export interface Pace {
  /** Between one command of a writer and the next. */
  readonly pauseMs?: number;
  /** How long a client waits for an answer. */
  readonly answerMsMax?: number;
}

/** People who do not give up: what got no clear answer is sent again with its key, now to one process and now to another. */
export class SteadyLoad {
  /** Without what was sent, which nobody asks for once it has an answer. */
  readonly record: Told[] = [];
  /** Unclear answers by what they said, for the report. */
  readonly unclear = new Map<string, number>();
  private readonly apis = new Map<string, Api>();
  private readonly shared = new Map<number, Promise<string>>();
  private readonly writing: Promise<void>[] = [];
  private readonly random: SeededRandom;
  private isStopped = false;
  private acknowledged = 0;
  private markedAt = 0;
  private recoveredAt: number | null = null;

  /** `origins` is asked before each command: a process that was started again listens elsewhere. */
  constructor(
    private readonly origins: () => readonly string[],
    seed: number,
    private readonly tag = 's',
    private readonly pace: Pace = {},
  ) {
    this.random = new SeededRandom(seed);
  }

  start(writers: number): void {
    for (let number = 1; number <= writers; number++) {
      const writing = this.write(number, new SeededRandom(this.random.between(0, 2 ** 31)));
      // A failure is told by `stop`, and until then it must not end the process.
      writing.catch(() => {});
      this.writing.push(writing);
    }
  }

  get count(): number {
    return this.acknowledged;
  }

  /** Resolves once so many more were acknowledged. @throws Error when that takes too long */
  async progress(commands: number): Promise<void> {
    const goal = this.acknowledged + commands;
    for (const deadline = Date.now() + settleMsMax; this.acknowledged < goal; await sleep(2))
      if (Date.now() > deadline) throw new Error(`no progress: ${this.acknowledged} of ${goal}; ${this.hindrances()}`);
  }

  /** A fault strikes, or is lifted, now. */
  mark(): void {
    this.markedAt = performance.now();
    this.recoveredAt = null;
  }

  /** How long after the mark the first command was acknowledged that was sent since. */
  async recovered(): Promise<number> {
    for (const deadline = Date.now() + settleMsMax; this.recoveredAt === null; await sleep(1))
      if (Date.now() > deadline) throw new Error(`no recovery: ${this.hindrances()}`);
    return this.recoveredAt - this.markedAt;
  }

  /** How many answers so far were unclear and began like this. */
  unclearAs(start: string): number {
    return [...this.unclear].reduce((sum, [why, times]) => (why.startsWith(start) ? sum + times : sum), 0);
  }

  /**
   * Resolves when everything that was asked has a clear answer.
   * @throws Error when one was no yes, for all that is asked here is allowed; or when an unclear one was none of `foreseen`
   */
  async stop(...foreseen: readonly string[]): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.writing);
    const [other] = this.record.filter(({ outcome }) => outcome.kind !== 'acknowledged');
    if (other) throw new Error(`not acknowledged: ${other.ask.fact}, ${JSON.stringify(other.outcome)}`);
    const unforeseen = [...this.unclear.keys()].filter((why) => !foreseen.some((start) => why.startsWith(start)));
    if (unforeseen.length > 0) throw new Error(`nobody foresaw these answers: ${unforeseen.join('; ')}`);
  }

  /** What kept the load from going on, in a line. */
  hindrances(): string {
    return `unclear answers: ${JSON.stringify(Object.fromEntries(this.unclear))}`;
  }

  private async write(number: number, random: SeededRandom): Promise<void> {
    for (let stream = 1; !this.isStopped; stream++) {
      const plan = new Plan(random.between(0, 2 ** 31), `${this.tag}${number}-${stream}`, await this.sharedId(stream));
      for (let count = 0; count < commandsPerStream && !this.isStopped; count++) {
        plan.learn(await this.landed(entryOf(plan.next()), number));
        if (this.pace.pauseMs) await sleep(this.pace.pauseMs);
      }
    }
  }

  /** All writers meet on it, at both processes. */
  private sharedId(stream: number): Promise<string> {
    const known = this.shared.get(stream);
    if (known) return known;
    const opened = this.openShared(`${this.tag}-shared-${stream}`);
    this.shared.set(stream, opened);
    return opened;
  }

  private async openShared(name: string): Promise<string> {
    const { outcome } = await this.landed(entryOf(ordering(name)), 0);
    if (!('answer' in outcome)) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    await this.landed(entryOf(startOf(outcome.answer.id)), 0);
    return outcome.answer.id;
  }

  private async landed(entry: Entry, number: number): Promise<Entry> {
    const at = this.record.push(entry) - 1;
    const { key, outcome } = await this.answered(entry, number);
    this.record[at] = { key, ask: { fact: entry.ask.fact }, outcome };
    return entry;
  }

  private async answered(entry: Entry, number: number): Promise<Entry> {
    const deadline = Date.now() + settleMsMax;
    for (let attempt = number; Date.now() < deadline; attempt++) {
      const sentAt = performance.now();
      entry.outcome = await decided(this.apiAt(attempt), entry);
      if (entry.outcome.kind === 'acknowledged') {
        this.acknowledged += 1;
        // An answer that was on its way when the fault struck is no recovery.
        if (sentAt >= this.markedAt) this.recoveredAt ??= performance.now();
      }
      if (entry.outcome.kind !== 'unknown') return entry;
      // Ports change with every process.
      const why = `${entry.outcome.status ?? 'cut'} ${entry.outcome.why.replace(/ [\d.]+:\d+$/, '')}`;
      this.unclear.set(why, (this.unclear.get(why) ?? 0) + 1);
      await sleep(20);
    }
    return entry;
  }

  private apiAt(attempt: number): Api {
    const origins = this.origins();
    const origin = origins[attempt % origins.length] ?? 'http://127.0.0.1:9';
    const known = this.apis.get(origin) ?? new Api(origin, this.pace.answerMsMax);
    this.apis.set(origin, known);
    return known;
  }
}
