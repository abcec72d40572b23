import { judge, type LogRow, type Told, type Verdict } from './judge.js';

/** What a run of a scenario is bound by. */
export interface Bounds {
  readonly seed: number;
  readonly rounds: number;
  /** How long a soak lasts. */
  readonly minutes: number;
  say(text: string): void;
}

export interface Report {
  readonly rounds: number;
  readonly record: readonly Told[];
  readonly verdict: Verdict;
  /** From the fault to the first acknowledgement after it, or from the cure where the fault is lifted by us. */
  readonly recoveryMs: readonly number[];
  /** What the failing control has shown, in words; a control that shows nothing throws. */
  readonly control: string;
  /** Whatever else is worth reading. */
  readonly notes: readonly string[];
}

export interface Scenario {
  readonly name: string;
  /** Of a full run. */
  readonly rounds: number;
  /** What keeps it from being run here; null when nothing does. */
  readonly missing: () => string | null;
  run(bounds: Bounds): Promise<Report>;
}

/** Nothing of it may be empty in the log of a scenario that went well. */
export function isClean({ lost, doubled, altered, unacknowledged, disordered }: Verdict): boolean {
  return [lost, doubled, altered, unacknowledged, disordered].every((wrong) => wrong.length === 0);
}

export function acknowledgedOf(record: readonly Told[]): readonly Told[] {
  return record.filter(({ outcome }) => outcome.kind === 'acknowledged');
}

/** Takes one acknowledged command out of a true log and brings another about twice. @throws Error when the judge sees neither */
export function judgeBites(record: readonly Told[], log: readonly LogRow[]): string {
  const [gone, again] = acknowledgedOf(record).filter(({ outcome }) => 'answer' in outcome && !outcome.isReplay);
  if (!gone || !again) throw new Error('nothing was acknowledged, so nothing can be taken away');
  const isOf = (told: Told) => (row: LogRow) => row.commandId === told.key;
  const doctored = log.filter((row) => !isOf(gone)(row)).concat(log.filter(isOf(again)));
  const { lost, doubled } = judge(record, doctored);
  if (lost.length === 0 || doubled.length === 0) throw new Error('the judge overlooks what was planted');
  return `judge finds ${lost.length} planted loss, ${doubled.length} planted double`;
}

export function medianOf(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;
}

export const nothingMissing = () => null;

/** Which processes there are, and what they hold, is read from `/proc`. */
export const onLinux = () => (process.platform === 'linux' ? null : 'it reads /proc, which only Linux has');
