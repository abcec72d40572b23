import { parseArgs } from 'node:util';
import { fileKinds } from './attacks.js';
import { attacked, everyAttack, exported, type Outcome } from './mutations.js';
import { openSealedLog } from './sealed-log.js';
import { Verifiers } from './verdicts.js';

// npm run mutations -- [--places 1000] [--seed 1] [--attack 'changes']: what the test suite does at 50 places, at a thousand of others.
const { values } = parseArgs({
  options: {
    places: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** Only those whose name matches. */
    attack: { type: 'string' },
  },
});
const first = Number(values.seed);
const seeds = Array.from({ length: Number(values.places) }, (_, index) => first + index);
const clean = 'none: clean bundles';
const say = (text: string) => process.stdout.write(`${text}\n`);

const log = await openSealedLog();
const totals = { asked: 0, found: 0, wrong: 0 };
try {
  const verifiers = await Verifiers.load(log.keys.verifierKeys[0] ?? '');
  say(`seeds ${first} to ${seeds.at(-1)}; both verifiers are asked each time`);
  say('| attack | files of | to be found by | asked | found | wrong |\n|---|---|---|---|---|---|');
  const asked = new RegExp(values.attack ?? '');
  for (const attack of (await everyAttack(log)).filter(({ name }) => asked.test(name)))
    tell(
      attack.name,
      (attack.on ?? fileKinds).join(', '),
      attack.foundBy,
      await attacked(attack, log, verifiers, seeds),
    );
  if (asked.test(clean)) tell(clean, 'any', '-', await exported(log, verifiers, seeds));
  tell('all', '', '', { ...totals, wrong: [] });
} finally {
  await log.close();
}
if (totals.wrong > 0) process.exitCode = 1;

function tell(name: string, files: string, foundBy: string, { asked, found, wrong }: Outcome): void {
  totals.asked += asked;
  totals.found += found;
  totals.wrong += wrong.length;
  say(`| ${name} | ${files} | ${foundBy} | ${asked} | ${found} | ${wrong.length} |`);
  for (const line of wrong.slice(0, 5)) say(`    ${line}`);
}
