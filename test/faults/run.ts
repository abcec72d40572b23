import { parseArgs } from 'node:util';
import { clockJumps } from './clock-jumps.js';
import { duplicates } from './duplicates.js';
import { diskFullOnOneMount, diskFullOnTwoMounts } from './disk-full.js';
import { killApi } from './kill-api.js';
import { killDatabaseServer } from './kill-database.js';
import { partition } from './partition.js';
import { poolExhaustion } from './pool-exhaustion.js';
import { projector } from './projector.js';
import { racersOnOneVersion } from './racers.js';
import { acknowledgedOf, isClean, medianOf, type Scenario } from './scenario.js';
import { soak } from './soak.js';

const scenarios: readonly Scenario[] = [
  killApi,
  killDatabaseServer,
  diskFullOnOneMount,
  diskFullOnTwoMounts,
  partition,
  clockJumps,
  duplicates,
  racersOnOneVersion,
  projector,
  poolExhaustion,
  soak,
];
const names = scenarios.map(({ name }) => name);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, rounds: { type: 'string' }, minutes: { type: 'string' } },
});
const say = (text: string) => process.stdout.write(`${text}\n`);
const unknown = positionals.filter((name) => !names.includes(name));
const chosen = scenarios.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const seed = numberOf(values.seed) ?? Date.now() % 1_000_000;

// Ended half-way, it takes along what it has started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (unknown.length > 0) {
  process.stderr.write(`no such scenario: ${unknown.join(', ')}; there are ${names.join(', ')}\n`);
  process.exitCode = 2;
} else await runAll();

async function runAll(): Promise<void> {
  const asked = Object.entries({ ...values, seed }).map(([name, value]) => `--${name} ${value}`);
  say(`seed ${seed}; the same again: npm run faults -- ${[...positionals, ...asked].join(' ')}`);
  const rows: string[] = [];
  for (const scenario of chosen) {
    const missing = scenario.missing();
    const [row, isGood] = missing === null ? await rowOf(scenario) : notRun(scenario.name, missing);
    rows.push(row);
    if (!isGood) process.exitCode = 1;
  }
  say(
    '| scenario | rounds | acknowledged | lost | doubled | otherwise wrong | recovery ms, median | failing control |',
  );
  say('|---|---|---|---|---|---|---|---|');
  for (const row of rows) say(row);
  // What was killed may leave sockets behind that nobody waits for.
  process.exit();
}

function notRun(name: string, why: string): readonly [string, boolean] {
  say(`${name}: NOT RUN: ${why}`);
  return [`| ${name} | NOT RUN | – | – | – | – | – | ${why} |`, false];
}

async function rowOf(scenario: Scenario): Promise<readonly [string, boolean]> {
  const { name } = scenario;
  const rounds = numberOf(values.rounds) ?? scenario.rounds;
  say(`${name}: ${rounds} rounds`);
  try {
    const report = await scenario.run({ seed, rounds, minutes: numberOf(values.minutes) ?? 30, say });
    const { verdict, record, recoveryMs, control, notes } = report;
    for (const note of notes) say(`  ${note}`);
    if (!isClean(verdict)) say(`  ${JSON.stringify(verdict).slice(0, 4_000)}`);
    const otherwise = verdict.altered.length + verdict.unacknowledged.length + verdict.disordered.length;
    const median = medianOf(recoveryMs);
    const cells = [
      ...[name, report.rounds, acknowledgedOf(record).length, verdict.lost.length, verdict.doubled.length, otherwise],
      ...[median === null ? '–' : Math.round(median), control],
    ];
    return [`| ${cells.join(' | ')} |`, isClean(verdict)];
  } catch (error) {
    say(`  ${error instanceof Error ? error.stack : String(error)}`);
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return [`| ${name} | FAILED | – | – | – | – | – | ${why} |`, false];
  }
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!(Number(text) > 0)) throw new TypeError(`${text} is not a number above 0`);
  return Number(text);
}
