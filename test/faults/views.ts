import { setTimeout as sleep } from 'node:timers/promises';
import { readViews, withClient } from './judge.js';

/** A wrong name in one row, which no event bears out. */
const wrongRow = `update soat_read.unit_register set name = name || '?' where code = '31783'`;

/**
 * Compares the read models, byte by byte, with models made anew from the log. The control is in it: after `plant` they
 * must differ, and what was planted must be gone from those made anew. Answers how many tables were compared.
 * @throws Error when the models were wrong, or the comparison sees nothing
 */
export async function viewsAreRight(
  databaseUrl: string,
  rebuild: () => Promise<void>,
  plant = wrongRow,
): Promise<number> {
  await viewsCaughtUp(databaseUrl);
  const live = await readViews(databaseUrl);
  await withClient(databaseUrl, (client) => client.query(plant));
  if (sameViews(await readViews(databaseUrl), live)) throw new Error(`the comparison of views overlooks: ${plant}`);
  await rebuild();
  const anew = await readViews(databaseUrl);
  const different = Object.keys({ ...live, ...anew }).filter((name) => live[name] !== anew[name]);
  // How far each has come is kept in a table of its own, and moves on over events that are nothing to it.
  if (different.some((name) => name !== 'checkpoints'))
    throw new Error(`views made anew are not what they were: ${different.join(', ')}`);
  return Object.keys(live).length - 1;
}

function sameViews(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return Object.keys(one).every((name) => name === 'checkpoints' || one[name] === other[name]);
}

/** Until no projection and no policy is behind the log. */
export async function viewsCaughtUp(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const behind =
      'select name, position from soat_read.checkpoints where position < (select max(position) from soat_log.events)';
    for (const deadline = Date.now() + 120_000; ; await sleep(50)) {
      const { rows } = await client.query(behind);
      if (rows.length === 0) return;
      if (Date.now() > deadline) throw new Error(`the views do not catch up: ${JSON.stringify(rows)}`);
    }
  });
}
