import type pg from 'pg';
import type { Bench } from './log.js';
import { type MadeUp, madeUp } from './made-up.js';
import type { Contest, Contestant } from './measure.js';
import type { Peer } from './peers/peer.js';

const shapes = [
  { writers: 1, events: 1 },
  { writers: 8, events: 1 },
  { writers: 32, events: 1 },
  { writers: 256, events: 1 },
  { writers: 32, events: 5 },
];

/** Appends to new streams: each writer waits for its answer before its next append. */
export function appendContests(
  { store, raw }: Pick<Bench, 'store' | 'raw'>,
  peers: readonly Peer[],
): readonly Contest[] {
  return shapes.map(({ writers, events }) => ({
    name: `append, ${writers} ${writers === 1 ? 'writer' : 'writers'}${events === 1 ? '' : `, ${events} a call`}`,
    concurrency: writers,
    perCall: events,
    contestants: [
      appending('soát', events, (append) => store.append(append.stream, append.events, 0, append.command)),
      appending('raw', events, (append) => insert(raw, append)),
      ...peers.map((peer) => appending(peer.name, events, (append) => peer.append(append))),
    ],
  }));
}

function appending(name: string, events: number, append: (append: MadeUp) => Promise<unknown>): Contestant {
  return {
    name,
    prepare: (calls) =>
      Array.from({ length: calls }, () => {
        const made = madeUp(events);
        return () => append(made);
      }),
  };
}

/** The least there is: one prepared statement, which is its own transaction, and nothing kept but the event. */
function insert(raw: pg.Pool, { stream, events }: MadeUp): Promise<unknown> {
  const rows = events.map((_, index) => [1, 2, 3, 4].map((column) => `$${4 * index + column}`).join(', '));
  return raw.query({
    name: `insert-${events.length}`,
    text: `insert into raw.events (stream, version, type, payload) values (${rows.join('), (')})`,
    values: events.flatMap(({ type, payload }, index) => [stream.id, index + 1, type, payload]),
  });
}
