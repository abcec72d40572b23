import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from './log.js';
import { madeUp } from './made-up.js';

/** What a reader that follows the log while 16 writers race made of it. */
export interface Followed {
  readonly who: string;
  readonly written: number;
  readonly lost: number;
  readonly doubled: number;
}

export const writers = 16;
// Any number that the event store takes as well: an append that hangs holds it.
const appendLock = 7_368_562;

/** Our subscriber, and as the failing control one that polls a bare sequence, each beside an append that hangs for a while. */
export async function readersBeside(bench: Bench, forMs: number, heldMs: number): Promise<readonly Followed[]> {
  return [await ours(bench, forMs, heldMs), await bareSequence(bench, forMs, heldMs)];
}

async function ours({ store, raw }: Bench, forMs: number, heldMs: number): Promise<Followed> {
  const before = await store.head();
  const seen: number[] = [];
  const stop = new AbortController();
  const reading = (async () => {
    for await (const page of store.subscribe(before, stop.signal)) for (const { position } of page) seen.push(position);
  })();
  const holder = await raw.connect();
  await holder.query(`begin; select pg_advisory_xact_lock(${appendLock})`);
  const released = sleep(heldMs).then(() => holder.query('commit'));
  const written = await raced(forMs, async () => {
    const { stream, events, command } = madeUp(1);
    await store.append(stream, events, 0, command);
  });
  await released;
  holder.release();
  while (seen.at(-1) !== before + written) await sleep(20);
  stop.abort();
  await reading;
  return verdict('soát’s own subscription', written, seen);
}

async function bareSequence({ raw }: Bench, forMs: number, heldMs: number): Promise<Followed> {
  const { rows } = await raw.query('select coalesce(max(id), 0)::int as head from raw.events');
  let last: number = rows[0].head;
  const seen: number[] = [];
  const look = async () => {
    const page = await raw.query('select id::int from raw.events where id > $1 order by id', [last]);
    for (const { id } of page.rows) seen.push(id);
    last = seen.at(-1) ?? last;
  };
  let isWriting = true;
  const reading = (async () => {
    while (isWriting) await look();
    await look();
  })();
  const holder = await raw.connect();
  const insert = 'insert into raw.events (stream, version, type, payload) values ($1, 1, $2, $3)';
  const valuesOf = ({ stream, events }: ReturnType<typeof madeUp>) => [stream.id, events[0]?.type, events[0]?.payload];
  await holder.query('begin');
  await holder.query(insert, valuesOf(madeUp(1)));
  const released = sleep(heldMs).then(() => holder.query('commit'));
  const written = await raced(forMs, () => raw.query({ name: 'race', text: insert, values: valuesOf(madeUp(1)) }));
  await released;
  holder.release();
  isWriting = false;
  await reading;
  return verdict('failing control, which polls a bare sequence', written + 1, seen);
}

async function raced(forMs: number, write: () => Promise<unknown>): Promise<number> {
  let written = 0;
  const until = Date.now() + forMs;
  const race = async () => {
    for (; Date.now() < until; written++) await write();
  };
  await Promise.all(Array.from({ length: writers }, race));
  return written;
}

function verdict(who: string, written: number, seen: readonly number[]): Followed {
  const distinct = new Set(seen).size;
  return { who, written, lost: written - distinct, doubled: seen.length - distinct };
}
