import type { Pool, PoolClient, QueryConfig } from 'pg';
import { assertAppendable } from '../appendable.js';
import {
  type Appended,
  CommandIdReused,
  type CommandStamp,
  EventStore,
  type NewEvent,
  OutcomeUnknown,
  type StoredEvent,
  type StreamName,
  WrongLength,
} from '../event-store.js';
import { Bell, following } from '../following.js';
import { type FirstAnswer, notBefore, type Place, recorded, replayed } from '../recording.js';
import { orUnavailable } from './failures.js';
import { columns, insertedColumns, logTypes, storedEvent } from './stored-row.js';

/**
 * The log in PostgreSQL, schema `soat_log`. Appends of this process take turns; those of all processes take one
 * transaction-level lock, which makes positions dense and in commit order. The pool stays the caller's to close.
 */
export class PostgresEventStore extends EventStore {
  private readonly bell = new Bell();
  private readonly closed = new AbortController();
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly nowMs: () => number = Date.now,
    private readonly lockMsMax = 10_000,
  ) {
    super();
  }

  async read(stream: StreamName): Promise<readonly StoredEvent[]> {
    const rows = await this.rows(readStream, [stream.category, stream.id]);
    return rows.map(storedEvent);
  }

  async append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Appended> {
    assertAppendable(stream, events, expected, command);
    const appended = await this.inTurn(() => this.transact(stream, events, expected, command));
    if (events.length > 0 && !appended.isReplay) this.bell.ring();
    return appended;
  }

  async findAnswer(command: CommandStamp): Promise<Appended | null> {
    const first = firstAnswer(await this.rows(readAnswer, [command.id]));
    return first ? replayed(first, command) : null;
  }

  async readAll(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const rows = await this.rows(readPage, [after, limit]);
    return rows.map(storedEvent);
  }

  async head(): Promise<number> {
    const rows = await this.rows(readHead, []);
    return rows[0].position;
  }

  subscribe(after: number, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    const until = AbortSignal.any([signal, this.closed.signal]);
    return following((seen, limit) => this.readAll(seen, limit), this.bell, after, until);
  }

  /** Ends every subscription and waits for appends under way. */
  async close(): Promise<void> {
    this.closed.abort();
    await this.lastTurn;
  }

  private rows(query: QueryConfig, values: readonly unknown[]) {
    return orUnavailable(async () => (await this.pool.query({ ...query, values: [...values] })).rows);
  }

  /** One append at a time: the lock lets only one through anyway, and its queue would eat the readers' connections. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(work);
    this.lastTurn = turn.catch(() => {});
    return turn;
  }

  private async transact(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Appended> {
    const client = await orUnavailable(() => this.pool.connect());
    // A lent connection that breaks says so to its query and to whoever listens; without a listener the process would end.
    const ignore = () => {};
    client.on('error', ignore);
    let isSound = false;
    try {
      const verdict = await orUnavailable(() => this.judge(client, stream, events, expected, command));
      if ('written' in verdict) await commit(client);
      else await orUnavailable(() => client.query('rollback'));
      isSound = true;
      if ('refusal' in verdict) throw verdict.refusal;
      return 'written' in verdict ? verdict.written : verdict.replay;
    } finally {
      client.off('error', ignore);
      // After a failure it is closed, which rolls back and frees the lock wherever nothing was committed.
      client.release(!isSound);
    }
  }

  /** Everything but the commit. The command id comes first, then the length: a repeat is answered however far the stream has grown. */
  private async judge(
    client: PoolClient,
    stream: StreamName,
    events: readonly NewEvent[],
    expected: number | 'any',
    command: CommandStamp,
  ): Promise<Verdict> {
    await client.query(beginUnderLock(this.lockMsMax));
    const { rows } = await client.query({ ...readPlace, values: [stream.category, stream.id, command.id] });
    const { head, newest, length, is_answered } = rows[0];
    if (is_answered) {
      const first = firstAnswer((await client.query({ ...readAnswer, values: [command.id] })).rows);
      if (!first) throw new Error(`command ${command.id} is in the log without an answer`);
      return replayOrRefusal(first, command);
    }
    if (expected !== 'any' && expected !== length) return { refusal: new WrongLength(stream, expected, length) };

    const place: Place = { stream, length, head, recordedAt: notBefore(newest, this.nowMs()) };
    if (events.length === 0) await insertEmptyAnswer(client, place, command);
    else await insertEvents(client, recorded(events, command, place));
    return {
      written: {
        stream: { category: stream.category, id: stream.id },
        length: length + events.length,
        position: head + events.length,
        eventIds: events.map(({ id }) => id),
        isReplay: false,
      },
    };
  }
}

type Verdict = { readonly written: Appended } | { readonly replay: Appended } | { readonly refusal: Error };

/**
 * Until the server has said COMMIT without a warning, nobody knows: the connection may be lost with the answer on its
 * way, and a cancelled wait for the synchronous standby arrives as a mere warning (01000, or 57P01 at shutdown) beside a
 * commit that a failover may yet lose.
 */
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

function replayOrRefusal(first: FirstAnswer, command: CommandStamp): Verdict {
  try {
    return { replay: replayed(first, command) };
  } catch (refusal) {
    if (refusal instanceof CommandIdReused) return { refusal };
    throw refusal;
  }
}

async function insertEvents(client: PoolClient, events: readonly StoredEvent[]): Promise<void> {
  await client.query({ ...insertRows, values: insertedColumns.map(([, , of]) => events.map(of)) });
}

async function insertEmptyAnswer(client: PoolClient, place: Place, command: CommandStamp): Promise<void> {
  const { stream, length, head, recordedAt } = place;
  const values = [command.id, command.digest, command.actor, stream.category, stream.id, length, head, recordedAt];
  await client.query({ ...insertEmpty, values });
}

interface AnswerRow {
  readonly event_id: string | null;
  readonly stream_category: StreamName['category'];
  readonly stream_id: string;
  readonly length: number;
  readonly position: number;
  readonly actor: string;
  readonly digest: string;
}

/** From the command's events in order, or from its one row in `empty_answers`. */
function firstAnswer(rows: readonly AnswerRow[]): FirstAnswer | null {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return null;
  return {
    actor: first.actor,
    digest: first.digest,
    answer: {
      stream: { category: first.stream_category, id: first.stream_id },
      length: last.length,
      position: last.position,
      eventIds: rows.flatMap(({ event_id }) => (event_id === null ? [] : [event_id])),
    },
  };
}

// Any number will do, as long as nothing else in the database takes it; whoever appends to the log must.
const appendLock = 7_368_562;

// One round trip. The lock comes in a statement of its own: the next one's snapshot is then younger than the lock and
// sees what its last holder committed. The isolation is named because a server may default to another, whose one
// snapshot for the whole transaction would be older than the lock. A process that hangs may not keep everybody waiting.
const beginUnderLock = (lockMsMax: number) => `
  begin isolation level read committed read write;
  set local lock_timeout = ${lockMsMax};
  set local idle_in_transaction_session_timeout = '10s';
  select pg_advisory_xact_lock(${appendLock})`;

// Scalar subqueries: each is one descent of an index under any plan, also one made while the table was empty.
const readPlace = named(
  'soat-place',
  `
  select coalesce((select position from soat_log.events order by position desc limit 1), 0) as head,
         (select recorded_at from soat_log.events order by position desc limit 1) as newest,
         coalesce((select version from soat_log.events where stream_category = $1 and stream_id = $2
                    order by version desc limit 1), 0) as length,
         coalesce((select true from soat_log.events where command_id = $3 and command_index = 0),
                  (select true from soat_log.empty_answers where command_id = $3), false) as is_answered`,
);

const readAnswer = named(
  'soat-answer',
  `
  select event_id, stream_category, stream_id, version as length, position, actor,
         payload -> 'meta' ->> 'commandDigest' as digest, command_index
    from soat_log.events where command_id = $1
  union all
  select null, stream_category, stream_id, length, position, actor, digest, 0
    from soat_log.empty_answers where command_id = $1
   order by command_index`,
);

const insertRows = named(
  'soat-append',
  `
  insert into soat_log.events (${columns})
  select * from unnest(${insertedColumns.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ')})`,
);

const insertEmpty = named(
  'soat-append-empty',
  `
  insert into soat_log.empty_answers
    (command_id, digest, actor, stream_category, stream_id, length, position, answered_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const readStream = named(
  'soat-read-stream',
  `
  select ${columns} from soat_log.events where stream_category = $1 and stream_id = $2 order by version`,
);

const readPage = named(
  'soat-read-page',
  `
  select ${columns} from soat_log.events where position > $1 order by position limit $2`,
);

const readHead = named(
  'soat-read-head',
  `
  select coalesce((select position from soat_log.events order by position desc limit 1), 0) as position`,
);

function named(name: string, text: string): QueryConfig {
  return { name, text, types: logTypes };
}
