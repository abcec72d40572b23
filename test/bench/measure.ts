import type { Meter } from './meter.js';

/** One unit of work, made ready before the clock runs. */
export type Call = () => Promise<unknown>;

/** Somebody who does the same work as the others of its row. */
export interface Contestant {
  readonly name: string;
  /** Where a call of this one does more, or less, than the contest says. */
  readonly perCall?: number;
  /** So many calls; none may depend on another. */
  prepare(calls: number): readonly Call[] | Promise<readonly Call[]>;
  /** Until nothing that the calls have set going is under way; counts as cost, not as time. */
  settled?(): Promise<void>;
}

/** One contest: the same work, done by each in turn. */
export interface Contest {
  readonly name: string;
  /** Calls that are under way at a time. */
  readonly concurrency: number;
  /** Events (or answers) in a call. */
  readonly perCall: number;
  readonly contestants: readonly Contestant[];
}

/** What one contestant did in one round. */
export interface Turn {
  readonly perSecond: number;
  /** Of node and PostgreSQL together, microseconds for each event. */
  readonly cpuUs: number;
  readonly walBytes: number;
  /** Median time of a call. */
  readonly callMs: number;
  /** What one call in twenty exceeds. */
  readonly slowCallMs: number;
}

/** Rounds in order; the turns of one round ran one right after the other. */
export type Turns = ReadonlyMap<string, readonly Turn[]>;

export interface Effort {
  readonly rounds: number;
  readonly turnMs: number;
}

/**
 * Everybody's turns, interleaved: the machine's other load then weighs on all of a round alike, and the ratio within a round
 * means something where an absolute figure does not. Whoever began a round ends the next one.
 */
export async function measured(contest: Contest, meter: Meter, { rounds, turnMs }: Effort): Promise<Turns> {
  const turns = new Map<string, Turn[]>(contest.contestants.map(({ name }) => [name, []]));
  const calls = new Map<string, number>();
  // Three times, each with what the last one taught: code gets compiled, plans get made, and the first guess is a bad one.
  for (const contestant of contest.contestants)
    for (let count = contest.concurrency * 4, tries = 0; tries < 3; tries++) {
      const { perSecond } = await turnOf(contest, contestant, count, meter);
      const fitting = Math.round((perSecond / (contestant.perCall ?? contest.perCall)) * (turnMs / 1_000));
      count = Math.max(contest.concurrency, Math.min(fitting, count * 8));
      calls.set(contestant.name, count);
    }
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? contest.contestants : contest.contestants.toReversed();
    for (const contestant of order)
      turns.get(contestant.name)?.push(await turnOf(contest, contestant, calls.get(contestant.name) ?? 1, meter));
  }
  return turns;
}

async function turnOf(contest: Contest, contestant: Contestant, count: number, meter: Meter): Promise<Turn> {
  const calls = await contestant.prepare(count);
  const events = calls.length * (contestant.perCall ?? contest.perCall);
  const times: number[] = [];
  let next = 0;
  const work = async () => {
    for (let call = calls[next++]; call; call = calls[next++]) {
      const at = performance.now();
      await call();
      times.push(performance.now() - at);
    }
  };
  const before = await meter.read();
  const at = performance.now();
  await Promise.all(Array.from({ length: contest.concurrency }, work));
  const seconds = (performance.now() - at) / 1_000;
  await contestant.settled?.();
  const after = await meter.read();
  return {
    perSecond: events / seconds,
    cpuUs: (after.cpuUs - before.cpuUs) / events,
    walBytes: (after.walBytes - before.walBytes) / events,
    callMs: median(times),
    slowCallMs: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN,
  };
}

/** Median over the rounds of how many times as fast as the other one of the same round. */
export function ratio(turns: Turns, name: string, other: string): number {
  const others = turns.get(other) ?? [];
  return median((turns.get(name) ?? []).map(({ perSecond }, round) => perSecond / (others[round]?.perSecond ?? 0)));
}

export function medianOf(turns: Turns, name: string, figure: keyof Turn): number {
  return median((turns.get(name) ?? []).map((turn) => turn[figure]));
}

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
}
