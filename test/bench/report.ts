import { type Contest, median, medianOf, ratio, type Turns } from './measure.js';
import { targets } from './targets.js';

const heading = ['work', 'who', 'per second', 'of raw', 'target', 'p50 ms', 'CPU us', 'WAL bytes'] as const;
const self = 'soát';

/** A contest as rows of a table: absolute figures are what this machine did just now, the ratios are what counts. */
export function rowsOf({ name, contestants }: Contest, turns: Turns): readonly (readonly string[])[] {
  const first = contestants.map((each) => each.name).find((each) => each !== self) ?? self;
  return contestants.map((contestant, index) => {
    const of = (figure: 'perSecond' | 'cpuUs' | 'walBytes' | 'callMs') => medianOf(turns, contestant.name, figure);
    return [
      index === 0 ? name : '',
      contestant.name,
      Math.round(of('perSecond')).toLocaleString('en').replaceAll(',', ' '),
      contestant.name === first ? '1' : figure(ratio(turns, contestant.name, first)),
      contestant.name === self ? verdicts(name, turns) : '',
      figure(of('callMs')),
      figure(of('cpuUs')),
      String(Math.round(of('walBytes'))),
    ];
  });
}

export const growthHeading = [
  'work',
  'log',
  'p50 ms',
  'of the smallest',
  'target',
  'CPU us',
  'WAL bytes',
  'of the smallest',
];

/** The same work on logs of different sizes: time and WAL of each against the smallest. */
export function growthRows({ name, contestants }: Contest, turns: Turns): readonly (readonly string[])[] {
  const smallest = contestants[0]?.name ?? '';
  return contestants.map((log, index) => {
    const slower = median(
      (turns.get(log.name) ?? []).map(({ callMs }, round) => callMs / (turns.get(smallest)?.[round]?.callMs ?? 0)),
    );
    const walBytes = medianOf(turns, log.name, 'walBytes');
    return [
      index === 0 ? name : '',
      log.name,
      figure(medianOf(turns, log.name, 'callMs')),
      figure(slower),
      index === 0 ? '' : `1.3${slower <= 1.3 ? '' : ' MISSED'}`,
      figure(medianOf(turns, log.name, 'cpuUs')),
      String(Math.round(walBytes)),
      name.startsWith('append') ? figure(walBytes / medianOf(turns, smallest, 'walBytes')) : '',
    ];
  });
}

export const pastHeading = ['work', 'as of', 'p50 ms', 'of now', 'target', 'p95 ms', 'of now'];

/** The same question about now and about a past moment: how much dearer the past is. */
export function pastRows({ name, contestants }: Contest, turns: Turns): readonly (readonly string[])[] {
  const now = contestants[0]?.name ?? '';
  return contestants.map(({ name: moment }, index) => {
    const dearer = (of: 'callMs' | 'slowCallMs') =>
      median((turns.get(moment) ?? []).map((turn, round) => turn[of] / (turns.get(now)?.[round]?.[of] ?? 0)));
    const isTarget = index > 0 && name.startsWith('overview of');
    return [
      index === 0 ? name : '',
      moment,
      figure(medianOf(turns, moment, 'callMs')),
      figure(dearer('callMs')),
      isTarget ? `3${dearer('callMs') <= 3 ? '' : ' MISSED'}` : '',
      figure(medianOf(turns, moment, 'slowCallMs')),
      figure(dearer('slowCallMs')),
    ];
  });
}

/** Each target of a contest beside what came of it; those whose opponent did not run are left out. */
function verdicts(contest: string, turns: Turns): string {
  const opponents = [...turns.keys()].filter((name) => name !== self);
  return (targets[contest] ?? [])
    .flatMap(({ of, atLeast }) => {
      const reached =
        of === 'best peer'
          ? Math.min(...opponents.filter(isPeer).map((name) => ratio(turns, self, name)))
          : ratio(turns, self, of);
      if (!Number.isFinite(reached)) return [];
      return `${figure(reached)} of ${of}, target ${atLeast}${reached >= atLeast ? '' : ' MISSED'}`;
    })
    .join('; ');
}

/** Everything that is not ourselves and no bare use of PostgreSQL. */
function isPeer(name: string): boolean {
  return !['raw', 'cursor', 'COPY', 'one event a transaction', self].includes(name);
}

export function table(rows: readonly (readonly string[])[], head: readonly string[] = heading): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const lines = all.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return lines.join('\n');
}

export function figure(number: number): string {
  if (!Number.isFinite(number)) return '-';
  return Math.abs(number) >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(2)));
}
