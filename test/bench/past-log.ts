import { Copying } from '@soat/api/platform/database/copy.js';
import { loadDemo } from '@soat/api/demo/load-demo.js';
import { Clock } from '@soat/api/platform/clock.js';
import type { StoredEvent } from '@soat/api/platform/event-store/event-store.js';
import { InMemoryEventStore } from '@soat/api/platform/event-store/in-memory/in-memory-event-store.js';
import { temporaryFolder } from '../support/postgres.js';
import { DataSource } from 'typeorm';
import type { Bench } from './log.js';

/** Towns the copies are spread over at most: with ten wards and communes each, a hundred units that are inspected. */
const townsMax = 10;

/** Events of the story that are copied at once. */
const storyPage = 200;

/**
 * Fills the log with the demo's story, told so many times at once that it has this size: 183 inspections of three years each
 * time, in one town after the other. Every copy has ids of its own; what happened at once is recorded at once.
 */
export async function fillWithStories({ url, raw }: Bench, size: number, isShort: boolean): Promise<number> {
  const clock = new Clock();
  const draft = new InMemoryEventStore(clock.nowMs);
  await loadDemo(draft, clock, await temporaryFolder(), { isShort });
  const story = await draft.readAll(0, 1_000_000);
  const unitIds = new Set(story.filter(({ stream }) => stream.category === 'unit').map(({ stream }) => stream.id));
  const copies = Math.max(1, Math.round(size / story.length));
  const towns = Math.min(townsMax, copies);
  // As the server's owner: no role of the service may write into the log by COPY.
  const owner = await new DataSource({ type: 'postgres', url, extra: {} }).initialize();
  const copying = await Copying.open(owner);
  let position = 0;
  const rows = function* (events: readonly StoredEvent[]) {
    for (const event of events)
      for (let copy = 0; copy < (event.stream.category === 'unit' ? towns : copies); copy++) {
        position += 1;
        yield valuesOf(event, position, (id) => marked(id, unitIds.has(id) ? copy % towns : copy));
      }
  };
  try {
    // In pieces: no statement is waited for longer than a command would be.
    for (let first = 0; first < story.length; first += storyPage)
      await copying.into('soat_log.events', columns, rows(story.slice(first, first + storyPage)));
  } finally {
    await copying.close();
    await owner.destroy();
  }
  await raw.query('vacuum analyze soat_log.events');
  return position;
}

const columns = [
  ...['position', 'event_id', 'stream_category', 'stream_id', 'version', 'type', 'schema_version', 'unit_id', 'actor'],
  ...['role', 'on_behalf_of', 'command_id', 'command_index', 'causation_id', 'correlation_id', 'occurred_at'],
  ...['recorded_at', 'effective_on', 'payload', 'salt', 'leaf_hash'],
];

function valuesOf(event: StoredEvent, position: number, own: (id: string) => string): readonly unknown[] {
  const { stream, causationId } = event;
  return [
    ...[position, own(event.id), stream.category, own(stream.id), event.version, event.type, event.schemaVersion],
    ...[own(event.unitId), event.actor, event.role, event.onBehalfOf, own(event.commandId), event.commandIndex],
    ...[causationId && own(causationId), own(event.correlationId), event.occurredAt, event.recordedAt],
    ...[event.effectiveOn, event.payload.replace(uuids, own)],
    // Nobody seals this log: the leaves are those of the first copy.
    ...[event.salt, event.leafHash].map((bytes) => `\\x${Buffer.from(bytes).toString('hex')}`),
  ];
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The id with the copy's number in it. */
function marked(id: string, copy: number): string {
  return `${id.slice(0, 24)}${copy.toString(16).padStart(3, '0')}${id.slice(27)}`;
}
