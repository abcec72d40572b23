import { SeededRandom } from '@soat/api/demo/random.js';
import { envelopeOf } from '@soat/api/platform/trail/leaf.js';
import { rootAt } from '@soat/api/platform/trail/proving.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import { newSigningKey } from '@soat/api/platform/trail/signed-note.js';
import type { Sealed } from '@soat/api/platform/trail/trail-store.js';
import { type Attack, attacks, columnAttacks, fileKinds } from './attacks.js';
import { type SealedLog, streamOf } from './sealed-log.js';
import type { Verifiers } from './verdicts.js';

/** What the verifiers said of many bundles. */
export interface Outcome {
  /** How often both were asked. */
  readonly asked: number;
  /** How often both said that something was altered. */
  readonly found: number;
  /** What they said that they should not have, or not alike; with the seed that does it again. */
  readonly wrong: readonly string[];
}

/** Every attack, and each column of an event in turn. */
export async function everyAttack({ store }: Pick<SealedLog, 'store'>): Promise<readonly Attack[]> {
  const [event] = await store.readAll(0, 1);
  if (!event) throw new Error('the log has events');
  return [...attacks, ...columnAttacks(Object.keys(envelopeOf(event)))];
}

/** One attack at a place for each seed, in turns in each kind of file it can be done to, judged with the key alone and, where that is not enough, with a kept checkpoint. */
export async function attacked(
  attack: Attack,
  { files, keys, pinned }: SealedLog,
  verifiers: Verifiers,
  seeds: readonly number[],
): Promise<Outcome> {
  const own = SealingKeys.of(newSigningKey(keys.origin));
  // What the key alone shows needs no second look.
  const levels = attack.foundBy === 'key' ? [null] : [null, pinned];
  let found = 0;
  const wrong: string[] = [];
  const kinds = attack.on ?? fileKinds;
  for (const seed of seeds) {
    const kind = kinds[seed % kinds.length] ?? 'everything';
    const random = new SeededRandom(seed);
    const pick = (below: number) => random.between(0, below - 1);
    const clean = files[kind];
    const tampered = attack.tamper(clean, { pick, stolen: keys, own, pinnedSize: pinned.size });
    if (tampered.length === clean.length && tampered.every((line, at) => line === clean[at]))
      wrong.push(`${kind}, seed ${seed} changes nothing`);
    for (const kept of levels) {
      const said = await verifiers.verdict(tampered, kept);
      const isFound = said.startsWith('Altered');
      if (isFound) found += 1;
      const shouldBe = attack.foundBy === 'key' || (attack.foundBy === 'pinned' && kept !== null);
      if (isFound !== shouldBe || (!isFound && said !== 'right'))
        wrong.push(`${kind}, seed ${seed}, ${kept ? 'with a kept checkpoint' : 'by the key'}: ${said}`);
    }
  }
  return { asked: seeds.length * levels.length, found, wrong };
}

/** Bundles as they were exported, one for each seed: of any scope, size and disclosure. */
export async function exported(log: SealedLog, verifiers: Verifiers, seeds: readonly number[]): Promise<Outcome> {
  const events = await log.store.readAll(0, 10_000);
  const sealedAt = async (size: number): Promise<Sealed> => {
    const root = await rootAt(log.trail, size);
    return { size, root, sealedAt: log.sealed.sealedAt, note: log.keys.sign({ size, root }) };
  };
  let asked = 0;
  const wrong: string[] = [];
  for (const seed of seeds) {
    const random = new SeededRandom(seed);
    const sealed = await sealedAt(random.between(1, events.length));
    const pin = random.between(0, 1) === 0 ? null : await sealedAt(random.between(1, sealed.size));
    const isWhole = random.between(0, 1) === 0;
    const stream = streamOf(random.between(0, 2));
    const some = events.filter((each) => each.position <= sealed.size && (isWhole || each.stream.id === stream.id));
    const disclosures = new Map(
      some.map(({ id }) => [id, random.pick(['shown', 'shown', 'without-payload', 'leaf-only'] as const)]),
    );
    async function* pages() {
      yield some;
    }
    const lines = await log.linesOf({
      scope: isWhole ? { kind: 'everything', id: null } : { kind: 'inspection', id: stream.id },
      sealed,
      pinned: pin?.size ?? null,
      events: pages(),
      disclosed: ({ id }) => disclosures.get(id) ?? 'shown',
    });
    for (const kept of pin ? [pin, null] : [null]) {
      asked += 1;
      const said = await verifiers.verdict(lines, kept);
      if (said !== 'right') wrong.push(`seed ${seed}, ${kept ? 'with a kept checkpoint' : 'by the key'}: ${said}`);
    }
  }
  return { asked, found: 0, wrong };
}
