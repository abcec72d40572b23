import type { Pool, PoolClient } from 'pg';
import {
  type Appended,
  CommandIdReused,
  type CommandStamp,
  OutcomeUnknown,
  StoreUnavailable,
  type StoredEvent,
  type StreamName,
  WrongLength,
} from '../event-store.js';
import { type FirstAnswer, namesOf, notBefore, recorded, replayed } from '../recording.js';
import { appendAsExpected } from './append-as-expected.js';
import type { Append, AppendOptions } from './append.js';
import type { Outcome } from './batches.js';
import { committed } from './committing.js';
import { orUnavailable } from './failures.js';
import { arrayOf, insertedValues } from './inserted-rows.js';
import {
  type AnswerRow,
  beginAppend,
  firstAnswersOf,
  insertEmpties,
  insertRows,
  readAnswers,
  readPlaces,
  takeLock,
} from './statements.js';

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
    const appended = await appendAsExpected(client, appends, options);
    const outcomes = appended?.map((answer) => ({ answer })) ?? (await appendJudged(client, appends, options));
    isSound = true;
    return outcomes;
  } finally {
    client.off('error', ignore);
    // After a failure it is closed, which rolls back and frees the lock wherever nothing was committed.
    client.release(!isSound);
  }
}

/** Looks first, and judges each; for whatever does not stand as everybody expects. */
async function appendJudged(client: PoolClient, appends: readonly Append[], options: AppendOptions) {
  const verdicts = await orUnavailable(() => judgeAll(client, appends, options));
  await write(client, verdicts);
  return verdicts.map(({ outcome }) => outcome);
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
  const [, , { rows }] = await Promise.all([
    client.query(beginAppend(lockMsMax)),
    client.query(takeLock),
    client.query({
      ...readPlaces,
      values: [streams.map(({ category }) => category), arrayOf(streams.map(({ id }) => id)), arrayOf(commandIds)],
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
      ...namesOf(stored),
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

async function write(client: PoolClient, verdicts: readonly Verdict[]): Promise<void> {
  const events = verdicts.flatMap((verdict) => verdict.events);
  const empties = verdicts.flatMap(({ empty }) => empty ?? []);
  const [first] = events;
  if (!first && empties.length === 0) {
    await orUnavailable(() => client.query('rollback'));
    return;
  }
  await committed(client, () => [
    ...(first ? [client.query({ ...insertRows, values: insertedValues(events, first.recordedAt) })] : []),
    ...(empties.length > 0 ? [client.query({ ...insertEmpties, values: valuesOf(empties) })] : []),
  ]);
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
