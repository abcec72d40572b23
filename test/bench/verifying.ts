import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StoredEvent } from '@soat/api/platform/event-store/event-store.js';
import { bundleLines } from '@soat/api/platform/trail/bundle.js';
import { canonicalJson } from '@soat/api/platform/trail/canonical-json.js';
import { GrowingTree } from '@soat/api/platform/trail/growing-tree.js';
import { leafHashOf } from '@soat/api/platform/trail/leaf.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import { newSigningKey } from '@soat/api/platform/trail/signed-note.js';
import type { TrailStore } from '@soat/api/platform/trail/trail-store.js';
import { median } from './measure.js';

const program = path.resolve(import.meta.dirname, '../../apps/api/verifiers/verify.mjs');
const target = 50_000;

/** The command on the bundle of a whole log of so many ordinary events; time is that of the process, its start included. */
export async function verifierSpeed(
  store: TrailStore,
  folder: string,
  { events, runs }: { readonly events: number; readonly runs: number },
): Promise<string> {
  const file = path.join(folder, 'bundle.ndjson');
  const key = await writeBundle(store, file, events);
  const seconds = Array.from({ length: runs }, () => {
    const at = performance.now();
    const { status, stdout } = spawnSync(process.execPath, [program, file, '--key', key], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout);
    return (performance.now() - at) / 1_000;
  });
  const perSecond = Math.round(events / median(seconds));
  const megabytes = Math.round(statSync(file).size / 1e6);
  return `verify: ${events} events in ${megabytes} MB, median of ${runs} runs ${median(seconds).toFixed(2)} s: ${perSecond} events a second (target ${target})${perSecond >= target ? '' : ' MISSED'}`;
}

/** @returns the key it is verified by */
async function writeBundle(store: TrailStore, file: string, count: number): Promise<string> {
  const keys = SealingKeys.of(newSigningKey('bench.example/log'));
  const tree = new GrowingTree();
  for (let position = 1; position <= count; position += 1) tree.push(eventAt(position).leafHash);
  const size = count;
  const root = tree.root();
  const madeAt = '2026-11-21T03:04:05.678Z';
  async function* pages() {
    for (let first = 1; first <= count; first += 1_000)
      yield Array.from({ length: Math.min(1_000, count - first + 1) }, (_, index) => eventAt(first + index));
  }
  const lines = bundleLines(store, {
    scope: { kind: 'everything', id: null },
    madeAt,
    verifierKeys: keys.verifierKeys,
    sealed: { size, root, sealedAt: madeAt, note: keys.sign({ size, root }) },
    pinned: null,
    events: pages(),
    disclosed: () => 'shown',
  });
  await pipeline(Readable.from(lines), createWriteStream(file));
  return keys.verifierKeys[0] ?? '';
}

const streams = 4_999;
const note = 'Hồ sơ trả quá hạn không có văn bản xin lỗi; công chức một cửa không ghi sổ theo dõi. '.repeat(6);

/** The same at every call; with a payload of some 1 kB, and a photo in every fifth. */
function eventAt(position: number): StoredEvent {
  const uuid = (kind: string, number: number) => `019a0000-0000-7000-8${kind}-${number.toString(16).padStart(12, '0')}`;
  const photo = {
    sha256: createHash('sha256').update(`photo ${position}`).digest('hex'),
    size: 240_000 + (position % 1_000),
    mediaType: 'image/jpeg',
    name: `bảng niêm yết ${position}.jpg`,
    kind: 'photo',
    capturedAt: '2026-11-21T02:10:00.000Z',
  };
  const event = {
    position,
    id: uuid('00e', position),
    stream: { category: 'inspection' as const, id: uuid('00d', (position - 1) % streams) },
    version: Math.floor((position - 1) / streams) + 1,
    type: 'ChecklistItemAnswered',
    schemaVersion: 1,
    unitId: uuid('00b', position % 100),
    actor: 'hai',
    role: 'inspector',
    onBehalfOf: null,
    commandId: uuid('00c', position),
    commandIndex: 0,
    causationId: null,
    correlationId: uuid('00c', position),
    occurredAt: '2026-11-21T02:10:00.000Z',
    recordedAt: '2026-11-21T03:04:05.678Z',
    effectiveOn: '2026-11-21',
    salt: createHash('md5').update(`salt ${position}`).digest(),
    payload: canonicalJson({
      data: {
        itemCode: `OSC-${position % 40}`,
        value: { kind: 'ratio', numerator: position % 130, denominator: 130 },
        evidence: position % 5 === 0 ? [photo] : [],
        note,
      },
      meta: { commandDigest: createHash('sha256').update(`command ${position}`).digest('hex') },
    }),
  };
  return { ...event, leafHash: leafHashOf(event) };
}
