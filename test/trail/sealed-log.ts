import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@soat/api/platform/database/database.js';
import type {
  CommandStamp,
  EventStore,
  NewEvent,
  StoredEvent,
  StreamName,
} from '@soat/api/platform/event-store/event-store.js';
import { openEventStore, openTrailStore } from '@soat/api/platform/event-store/open-event-store.js';
import { type BundleRequest, bundleLines } from '@soat/api/platform/trail/bundle.js';
import { canonicalJson } from '@soat/api/platform/trail/canonical-json.js';
import { PublishedCheckpoint } from '@soat/api/platform/trail/published-checkpoint.js';
import { Sealer } from '@soat/api/platform/trail/sealer.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import { newSigningKey } from '@soat/api/platform/trail/signed-note.js';
import type { Sealed, TrailStore } from '@soat/api/platform/trail/trail-store.js';
import { withPostgres } from '../support/postgres.js';
import type { FileKind, Lines } from './attacks.js';

/** A log of 48 events in three streams, some of which declare files; sealed after 24, and at its end. */
export interface SealedLog {
  readonly store: EventStore;
  readonly trail: TrailStore;
  readonly keys: SealingKeys;
  /** After 24 events: what an outsider keeps. */
  readonly pinned: Sealed;
  readonly sealed: Sealed;
  /** The bundle of it all. */
  readonly everything: Lines;
  /** That; what a unit's officer gets, some withheld, and none of it last; and one case. The two prove that the log grew from `pinned`. */
  readonly files: Readonly<Record<FileKind, Lines>>;
  /** The bundle of everything, or of what else is asked for. */
  linesOf(asked: Partial<BundleRequest>): Promise<Lines>;
  close(): Promise<void>;
}

export async function openSealedLog(): Promise<SealedLog> {
  const folder = await mkdtemp(path.join(tmpdir(), 'soat-sealed-'));
  const postgres = await withPostgres();
  const databaseUrl = await postgres.freshDatabase();
  const config = { dataFolder: null, databaseUrl, eventStoreUrl: null };
  const database = await openDatabase(config, { entities: [], migrations: [] }, fail);
  const store = openEventStore(database);
  const trail = openTrailStore(database);
  if (!trail) throw new Error('PostgreSQL has a trail');
  const keys = SealingKeys.of(newSigningKey('test.example/log'));
  const published = new PublishedCheckpoint(path.join(folder, 'checkpoint'));
  const sealer = new Sealer(trail, keys, published, Date.now, { error: fail, warn: fail });

  const append = async (number: number) => {
    const command = { id: idOf('c', number), digest: digestOf(`request ${number}`), actor: 'nguyen-an' };
    const events = [0, 1, 2, 3].map((index) => eventOf(number * 10 + index, command));
    await store.append(streamOf(number % 3), events, 'any', command);
  };
  const seal = async (): Promise<Sealed> => {
    const sealed = await sealer.seal();
    if (!sealed) throw new Error('nobody else seals this log');
    return sealed;
  };
  for (let number = 1; number <= 6; number += 1) await append(number);
  const pinned = await seal();
  for (let number = 101; number <= 106; number += 1) await append(number);
  const sealed = await seal();

  const linesOf = async (asked: Partial<BundleRequest>): Promise<Lines> => {
    async function* all() {
      yield await store.readAll(0, 10_000);
    }
    const request: BundleRequest = {
      scope: { kind: 'everything', id: null },
      madeAt: '2026-11-21T03:04:05.678Z',
      verifierKeys: keys.verifierKeys,
      sealed,
      pinned: null,
      events: all(),
      disclosed: () => 'shown',
      ...asked,
    };
    const lines: string[] = [];
    for await (const line of bundleLines(trail, request)) lines.push(line.trimEnd());
    return lines;
  };
  const everything = await linesOf({});
  const partOf = async (scope: BundleRequest['scope'], streams: readonly StreamName[]): Promise<Lines> => {
    const ids = streams.map(({ id }) => id);
    async function* some() {
      yield (await store.readAll(0, 10_000)).filter(({ stream }) => ids.includes(stream.id));
    }
    const disclosed = scope.kind === 'unit' ? toOfficer : () => 'shown' as const;
    return await linesOf({ scope, events: some(), pinned: pinned.size, disclosed });
  };
  return {
    store,
    trail,
    keys,
    pinned,
    sealed,
    everything,
    files: {
      everything,
      unit: await partOf({ kind: 'unit', id: idOf('d', 1) }, [streamOf(0), streamOf(1)]),
      case: await partOf({ kind: 'inspection', id: streamOf(0).id }, [streamOf(0)]),
    },
    linesOf,
    async close() {
      await store.close();
      await database.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Withheld in the midst of both cases; the 16th is the last of either. */
function toOfficer({ stream, version }: StoredEvent) {
  if (version === 3) return 'without-payload';
  return version % 5 === 0 && stream.id === streamOf(0).id ? 'leaf-only' : 'shown';
}

export function streamOf(number: number): StreamName {
  return { category: 'inspection', id: idOf('a', number) };
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** With one file or two where its number is odd. */
function eventOf(number: number, command: CommandStamp): NewEvent {
  const file = (name: string, letter: string) => ({
    sha256: digestOf(`${letter}${number}`),
    size: 1_000 + number,
    mediaType: 'image/jpeg',
    name: `${name} ${number}.jpg`,
  });
  const count = number % 2 === 0 ? 0 : number % 3 === 0 ? 2 : 1;
  const evidence = [file('Ảnh', 'a'), file('Biên bản', 'b')].slice(0, count);
  return {
    id: idOf('e', number),
    type: 'FindingRecorded',
    schemaVersion: 1,
    unitId: idOf('d', 1),
    actor: command.actor,
    role: 'inspector',
    onBehalfOf: null,
    causationId: null,
    correlationId: command.id,
    occurredAt: '2026-11-21T02:10:00.000Z',
    effectiveOn: null,
    payload: canonicalJson({
      data: { number, evidence, note: 'Thủ tục “chứng thực”\t½' },
      meta: { commandDigest: command.digest },
    }),
  };
}

function idOf(kind: string, number: number): string {
  return `019a0000-0000-7000-8000-${kind}${number.toString(16).padStart(11, '0')}`;
}

function fail(error: unknown): never {
  throw error;
}
