import type { PoolClient } from 'pg';
import type { Appended, StoredEvent, StreamName } from '../event-store.js';
import { namesOf, recorded } from '../recording.js';
import type { Append, AppendOptions } from './append.js';
import { committed } from './committing.js';
import { arrayOf, insertedValues } from './inserted-rows.js';
import { beginAppend, insertAsExpected, takeLock } from './statements.js';

/**
 * Appends in one round trip where all stands as everybody expects, which is nearly always: what the rows say is then known
 * before the server is asked, but for their positions, and no leaf holds one. Null when something does not, or cannot be said
 * beforehand; nothing was written then, and each append has to be judged for itself.
 */
export async function appendAsExpected(
  client: PoolClient,
  appends: readonly Append[],
  { nowMs, lockMsMax }: AppendOptions,
): Promise<readonly Appended[] | null> {
  const recordedAt = new Date(nowMs()).toISOString();
  const planned = plan(appends, recordedAt);
  if (!planned) return null;
  const { rows, lengths } = planned;
  const values = [
    ...insertedValues(rows, recordedAt),
    appends.map(({ stream }) => stream.category).join(','),
    arrayOf(appends.map(({ stream }) => stream.id)),
    arrayOf(lengths),
    arrayOf(appends.map(({ command }) => command.id)),
  ];
  const [, , inserted] = await committed(client, () => [
    client.query(beginAppend(lockMsMax)),
    client.query(takeLock),
    client.query({ ...insertAsExpected, rowMode: 'array', values }),
  ]);
  const first: number | undefined = inserted?.rows[0]?.[0];
  return first === undefined ? null : answersOf(appends, rows, first - 1);
}

interface Plan {
  readonly rows: readonly StoredEvent[];
  /** What the log must hold of each append's stream; null where that is settled by an append before it. */
  readonly lengths: readonly (number | null)[];
}

/** Null when the outcome of one append depends on what only the server knows, or on that of another one. */
function plan(appends: readonly Append[], recordedAt: string): Plan | null {
  const rows: StoredEvent[] = [];
  const lengths: (number | null)[] = [];
  const lengthAfter = new Map<string, number>();
  const commandIds = new Set<string>();
  for (const { stream, events, expected, command } of appends) {
    if (expected === 'any' || events.length === 0 || commandIds.has(command.id)) return null;
    commandIds.add(command.id);
    const name = nameOf(stream);
    const before = lengthAfter.get(name);
    if (before !== undefined && before !== expected) return null;
    lengthAfter.set(name, expected + events.length);
    lengths.push(before === undefined ? expected : null);
    for (const event of recorded(events, command, { stream, length: expected, head: 0, recordedAt })) rows.push(event);
  }
  return { rows, lengths };
}

function nameOf({ category, id }: StreamName): string {
  return `${category} ${id}`;
}

function answersOf(appends: readonly Append[], rows: readonly StoredEvent[], head: number): readonly Appended[] {
  let position = head;
  return appends.map(({ stream: { category, id }, events, expected }) => {
    const names = namesOf(rows.slice(position - head, position - head + events.length));
    position += events.length;
    const length = Number(expected) + events.length;
    return { stream: { category, id }, length, position, ...names, isReplay: false };
  });
}
