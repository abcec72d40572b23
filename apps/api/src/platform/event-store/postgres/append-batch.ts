import pg from 'pg';
import type { Pool, PoolClient } from 'pg';
import {
  type Appended,
  CommandIdReused,
  type CommandStamp,
  type NewEvent,
  OutcomeUnknown,
  StoreUnavailable,
  type StoredEvent,
  type StreamName,
  WrongLength,
} from '../event-store.js';
import { type FirstAnswer, notBefore, recorded, replayed } from '../recording.js';
import type { Outcome } from './batches.js';
import { orUnavailable } from './failures.js';
import {
  type AnswerRow,
  beginUnderLock,
  firstAnswersOf,
  insertEmpties,
  insertRows,
  readAnswers,
  readPlaces,
} from './statements.js';
import { insertedColumns } from './stored-row.js';

export interface Append {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  readonly expected: number | 'any';
  readonly command: CommandStamp;
}

export interface AppendOptions {
  readonly nowMs: () => number;
  /** How long to wait for the lock that all writers of the log share. */
  readonly lockMsMax: number;
}

/**
 * Appends in one transaction, each judged for itself: a refusal of one is no failure of the others. An error that nobody
 * foresaw is tried again append by append, so that it stays with the one it belongs to.
 */
export async function appendBatch(
  pool: Pool,
  appends: readonly Append[],
  options: AppendOptions,
): Promise<readonly Outcome<Appended>[]> {
  try {
    return await transact(pool, appends, options);
  } catch (error) {
    if (appends.length === 1 || isOfTheWhole(error)) return appends.map(() => ({ error }));
    const outcomes: Outcome<Appended>[] = [];
    for (const append of appends) outcomes.push(...(await appendBatch(pool, [append], options)));
    return outcomes;
  }
}

/** What holds for every append of the batch, however it is split. */
function isOfTheWhole(error: unknown): boolean {
  return error instanceof StoreUnavailable || error instanceof OutcomeUnknown;
}

async function transact(pool: Pool, appends: readonly Append[], options: AppendOptions) {
  const client = await orUnavailable(() => pool.connect());
  // A lent connection that breaks says so to its query and to whoever listens; without a listener the process would end.
  const ignore = () => {};
  client.on('error', ignore);
  let isSound = false;
  try {
    const verdicts = await orUnavailable(() => judgeAll(client, appends, options));
    await write(client, verdicts);
    isSound = true;
    return verdicts.map(({ outcome }) => outcome);
  } finally {
    client.off('error', ignore);
    // After a failure it is closed, which rolls back and frees the lock wherever nothing was committed.
    client.release(!isSound);
  }
}

interface Verdict {
  readonly outcome: Outcome<Appended>;
  readonly events: readonly StoredEvent[];
  /** For a decision of no events: what is kept of it. */
  readonly empty: EmptyAnswer | null;
}

export interface EmptyAnswer {
  readonly stream: StreamName;
  readonly command: CommandStamp;
  readonly length: number;
  readonly position: number;
  readonly recordedAt: string;
}

/** In the order in which they came: each sees what those before it will have written. */
async function judgeAll(
  client: PoolClient,
  appends: readonly Append[],
  { nowMs, lockMsMax }: AppendOptions,
): Promise<readonly Verdict[]> {
  const streams = appends.map(({ stream }) => stream);
  const commandIds = appends.map(({ command }) => command.id);
  // Sent together, answered one after the other: the second one's snapshot is younger than the lock of the first.
  const [, { rows }] = await Promise.all([
    client.query(beginUnderLock(lockMsMax)),
    client.query({
      ...readPlaces,
      values: [streams.map(({ category }) => category), streams.map(({ id }) => id), commandIds],
    }),
  ]);
  const answered = new Set<string>(rows.filter((row) => row.is_answered).map((row) => row.command_id));
  const answers = answered.size > 0 ? await answersOf(client, answered) : new Map<string, FirstAnswer>();
  let head: number = rows[0].head;
  const recordedAt = notBefore(rows[0].newest, nowMs());
  const lengths = new Map<string, number>();

  return appends.map((append, index) => {
    const { stream, events, expected, command } = append;
    const first = answers.get(command.id);
    if (first) return { outcome: replayOrRefusal(first, command), events: [], empty: null };
    const name = `${stream.category} ${stream.id}`;
    const length: number = lengths.get(name) ?? rows[index].length;
    if (expected !== 'any' && expected !== length)
      return { outcome: { error: new WrongLength(stream, expected, length) }, events: [], empty: null };

    const place = { stream, length, head, recordedAt };
    const stored = recorded(events, command, place);
    head += events.length;
    lengths.set(name, length + events.length);
    const answer = {
      stream: { category: stream.category, id: stream.id },
      length: length + events.length,
      position: head,
      eventIds: events.map(({ id }) => id),
    };
    answers.set(command.id, { actor: command.actor, digest: command.digest, answer });
    const empty = events.length === 0 ? { stream, command, length, position: head, recordedAt } : null;
    return { outcome: { answer: { ...answer, isReplay: false } }, events: stored, empty };
  });
}

async function answersOf(client: PoolClient, commandIds: ReadonlySet<string>): Promise<Map<string, FirstAnswer>> {
  const { rows } = await client.query<AnswerRow>({ ...readAnswers, values: [[...commandIds]] });
  const answers = firstAnswersOf(rows);
  for (const id of commandIds) if (!answers.has(id)) throw new Error(`command ${id} is in the log without an answer`);
  return answers;
}

function replayOrRefusal(first: FirstAnswer, command: CommandStamp): Outcome<Appended> {
  try {
    return { answer: replayed(first, command) };
  } catch (error) {
    if (error instanceof CommandIdReused) return { error };
    throw error;
  }
}

/**
 * Until the server has said COMMIT without a warning, nobody knows: the connection may be lost with the answer on its
 * way, and a cancelled wait for the synchronous standby arrives as a mere warning (01000, or 57P01 at shutdown) beside a
 * commit that a failover may yet lose. What is written and its commit are sent together, so only words of the server that
 * it refused the write are proof that nothing was committed.
 */
async function write(client: PoolClient, verdicts: readonly Verdict[]): Promise<void> {
  const events = verdicts.flatMap((verdict) => verdict.events);
  const empties = verdicts.flatMap(({ empty }) => empty ?? []);
  if (events.length + empties.length === 0) {
    await orUnavailable(() => client.query('rollback'));
    return;
  }
  const writing: Promise<unknown>[] = [];
  if (events.length > 0)
    writing.push(client.query({ ...insertRows, values: insertedColumns.map(([, , of]) => events.map(of)) }));
  if (empties.length > 0) writing.push(client.query({ ...insertEmpties, values: valuesOf(empties) }));
  const [committed, ...written] = await Promise.allSettled([commit(client), ...writing]);
  for (const each of written)
    if (each.status === 'rejected' && each.reason instanceof pg.DatabaseError)
      await orUnavailable(() => Promise.reject(each.reason));
  if (committed.status === 'rejected') throw committed.reason;
}

async function commit(client: PoolClient): Promise<void> {
  const warnings: string[] = [];
  const onNotice = ({ code, message }: { readonly code: string | undefined; readonly message: string | undefined }) => {
    // Anything below a warning comes with 00000; words and severity come in the server's language.
    if (code !== '00000') warnings.push(`${code} ${message}`);
  };
  client.on('notice', onNotice);
  try {
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error(`the server answered ${command}`);
    if (warnings.length > 0) throw new Error(`the server warned: ${warnings.join('; ')}`);
  } catch (cause) {
    throw new OutcomeUnknown('it is not known whether the append was committed', { cause });
  } finally {
    client.off('notice', onNotice);
  }
}

function valuesOf(empties: readonly EmptyAnswer[]): unknown[] {
  return [
    empties.map(({ command }) => command.id),
    empties.map(({ command }) => command.digest),
    empties.map(({ command }) => command.actor),
    empties.map(({ stream }) => stream.category),
    empties.map(({ stream }) => stream.id),
    empties.map(({ length }) => length),
    empties.map(({ position }) => position),
    empties.map(({ recordedAt }) => recordedAt),
  ];
}
