import type { QueryConfig } from 'pg';
import type { StreamName } from '../event-store.js';
import type { FirstAnswer } from '../recording.js';
import { insertedParameters, insertOf } from './inserted-rows.js';
import { logTypes, storedColumns } from './stored-row.js';

/** One event of an answered command, or its one row in `empty_answers`. */
export interface AnswerRow {
  readonly command_id: string;
  readonly event_id: string | null;
  /** In base64. */
  readonly leaf_hash: string | null;
  readonly stream_category: StreamName['category'];
  readonly stream_id: string;
  readonly length: number;
  readonly position: number;
  readonly actor: string;
  readonly digest: string;
}

/** What was first answered to each command; rows of one command stand in the order of its events. */
export function firstAnswersOf(rows: readonly AnswerRow[]): Map<string, FirstAnswer> {
  const answers = new Map<string, FirstAnswer>();
  for (const row of rows) {
    const before = answers.get(row.command_id);
    answers.set(row.command_id, {
      actor: row.actor,
      digest: row.digest,
      answer: {
        stream: { category: row.stream_category, id: row.stream_id },
        length: row.length,
        position: row.position,
        eventIds: [...(before?.answer.eventIds ?? []), ...(row.event_id === null ? [] : [row.event_id])],
        leafHashes: [...(before?.answer.leafHashes ?? []), ...(row.leaf_hash === null ? [] : [row.leaf_hash])],
      },
    });
  }
  return answers;
}

// Any number will do, as long as nothing else in the database takes it; whoever appends to the log must.
const appendLock = 7_368_562;

// The isolation is named because a server may default to another, whose one snapshot for the whole transaction would be older
// than the lock.
const begin = 'begin isolation level read committed read write';

/**
 * A process that hangs may not keep everybody waiting. And planning the insert of a batch takes longer than running it, while
 * what is best does not depend on the batch.
 */
export const beginAppend = (lockMsMax: number) => `
  ${begin};
  set local lock_timeout = ${lockMsMax};
  set local idle_in_transaction_session_timeout = '10s';
  set local plan_cache_mode = force_generic_plan`;

// In a statement of its own: the next one's snapshot is then younger than the lock and sees what its last holder committed.
export const takeLock = named('soat-append-lock', `select pg_advisory_xact_lock(${appendLock})`);

/** For a transaction that may take its time. */
export const beginUnderLock = `
  ${begin};
  ${takeLock.text}`;

// Scalar subqueries: each is one descent of an index under any plan, also one made while the table was empty.
export const readPlaces = named(
  'soat-places',
  `
  select asked.command_id,
         coalesce((select position from soat_log.events order by position desc limit 1), 0) as head,
         (select recorded_at from soat_log.events order by position desc limit 1) as newest,
         coalesce((select version from soat_log.events where stream_category = asked.category and stream_id = asked.id
                    order by version desc limit 1), 0) as length,
         coalesce((select true from soat_log.events where command_id = asked.command_id and command_index = 0),
                  (select true from soat_log.empty_answers where command_id = asked.command_id), false) as is_answered
    from unnest($1::text[], $2::uuid[], $3::uuid[]) with ordinality as asked(category, id, command_id, place)
   order by asked.place`,
);

// One descent of an index for each id: `= any` would scan the table under a plan made while it was small.
export const readAnswers = named(
  'soat-answers',
  `
  select answer.*
    from unnest($1::uuid[]) as asked(id), lateral (
         (select command_id, event_id, encode(leaf_hash, 'base64') as leaf_hash, stream_category, stream_id, version as length, position, actor,
                 payload -> 'meta' ->> 'commandDigest' as digest, command_index
            from soat_log.events where command_id = asked.id order by command_index)
          union all
          (select command_id, null, null, stream_category, stream_id, length, position, actor, digest, 0
             from soat_log.empty_answers where command_id = asked.id)) as answer
   order by answer.command_id, answer.command_index`,
);

const head = '(select position from soat_log.events order by position desc limit 1)';

export const insertRows = named('soat-append', insertOf('', `coalesce(${head}, 0)`, 'true'));

// The parameters after the rows': for each append its stream, the length it expects there (null where an append before it in
// the same batch leaves just that) and its command.
const asked = [1, 2, 3, 4].map((index) => `$${insertedParameters + index}`);

/**
 * The rows of all, if nothing stands against any of them: every length is the one expected, no command was answered, and no
 * event would be younger than its time. Otherwise none, and no position is answered.
 */
export const insertAsExpected = named(
  'soat-append-as-expected',
  `
${insertOf(
  `
    with fitting as materialized (
      select coalesce(${head}, 0) as head,
             coalesce((select recorded_at from soat_log.events order by position desc limit 1) <= $1::timestamptz, true)
             and (select bool_and(
                           (asked.length is null
                            or coalesce((select version from soat_log.events
                                          where stream_category = asked.category and stream_id = asked.id
                                          order by version desc limit 1), 0) = asked.length)
                           and (select true from soat_log.events
                                 where command_id = asked.command_id and command_index = 0) is null
                           and (select true from soat_log.empty_answers
                                 where command_id = asked.command_id) is null)
                    from unnest(string_to_array(${asked[0]}, ','), ${asked[1]}::uuid[], ${asked[2]}::integer[],
                                ${asked[3]}::uuid[]) as asked(category, id, length, command_id)) as holds
    )`,
  '(select head from fitting)',
  '(select holds from fitting)',
)}
  returning position`,
);

export const insertEmpties = named(
  'soat-append-empty',
  `
  insert into soat_log.empty_answers
    (command_id, digest, actor, stream_category, stream_id, length, position, answered_at)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::integer[], $7::bigint[],
                       $8::timestamptz[])`,
);

export const readStream = named(
  'soat-read-stream',
  `
  select ${storedColumns} from soat_log.events where stream_category = $1 and stream_id = $2 order by version`,
);

export const readPage = named(
  'soat-read-page',
  `
  select ${storedColumns} from soat_log.events where position > $1 order by position limit $2`,
);

export const readPageOfUnit = named(
  'soat-read-page-of-unit',
  `
  select ${storedColumns} from soat_log.events where unit_id = $1 and position > $2 order by position limit $3`,
);

export const readHead = named(
  'soat-read-head',
  `
  select coalesce((select position from soat_log.events order by position desc limit 1), 0) as position`,
);

// Times never run backwards and positions are dense, so halving finds the place in one descent of the primary key for each bit
// of the head's position, and no index on the time is needed.
export const readLastUntil = named(
  'soat-read-last-until',
  `
  with recursive search(low, high) as (
    select 0::bigint, coalesce(${head}, 0)
    union all
    select case when middle.recorded_at <= $1::timestamptz then middle.position else low end,
           case when middle.recorded_at <= $1::timestamptz then high else middle.position - 1 end
      from search
     cross join lateral (select position, recorded_at from soat_log.events where position = (low + high + 1) / 2) as middle
     where low < high
  )
  select low as position from search where low = high`,
);

function named(name: string, text: string): QueryConfig {
  return { name, text, types: logTypes };
}
