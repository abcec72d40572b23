import type { Pool } from 'pg';
import type { StoredEvent } from '../event-store.js';
import { type EmptyAnswer, type Importing, ImportRefused } from '../importing.js';
import { orUnavailable } from './failures.js';
import { columns, instantOf } from './stored-row.js';

/** Copying into PostgreSQL and out of it: the rows as they stand, at the next dense positions. */
export class PostgresImporting implements Importing {
  constructor(
    private readonly pool: Pool,
    private readonly lockMsMax = 10_000,
  ) {}

  async emptyAnswers(): Promise<readonly EmptyAnswer[]> {
    const { rows } = await orUnavailable(() =>
      this.pool.query(`
        select command_id, digest, actor, stream_category, stream_id, length, position::text as position,
               answered_at::text as answered_at
          from soat_log.empty_answers order by empty_answers.position, command_id`),
    );
    return rows.map((row) => ({
      command: { id: row.command_id, digest: row.digest, actor: row.actor },
      stream: { category: row.stream_category, id: row.stream_id },
      length: row.length,
      position: Number(row.position),
      recordedAt: instantOf(row.answered_at),
    }));
  }

  async importCommands(commands: readonly (readonly StoredEvent[])[], head: number): Promise<void> {
    const events = commands.flat();
    const client = await orUnavailable(() => this.pool.connect());
    try {
      await orUnavailable(() => client.query(beginAlone(this.lockMsMax)));
      const { rows } = await orUnavailable(() =>
        client.query('select coalesce(max(position), 0)::text as head from soat_log.events'),
      );
      if (Number(rows[0].head) !== head) throw new ImportRefused('somebody else writes to the target');
      await orUnavailable(() => client.query(insertAll, valuesOf(events, head)));
      // Not known to be committed when this fails: the next run compares first, and finds it or does not.
      await orUnavailable(() => client.query('commit'));
    } finally {
      // Closed, which rolls back whatever was not committed; a page is long enough for a connection of its own.
      client.release(true);
    }
  }

  async importEmptyAnswers(answers: readonly EmptyAnswer[]): Promise<void> {
    await orUnavailable(() =>
      this.pool.query(
        `insert into soat_log.empty_answers
           (command_id, digest, actor, stream_category, stream_id, length, position, answered_at)
         select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::integer[], $7::bigint[],
                              $8::timestamptz[])
         on conflict (command_id) do nothing`,
        [
          answers.map(({ command }) => command.id),
          answers.map(({ command }) => command.digest),
          answers.map(({ command }) => command.actor),
          answers.map(({ stream }) => stream.category),
          answers.map(({ stream }) => stream.id),
          answers.map(({ length }) => length),
          answers.map(({ position }) => position),
          answers.map(({ recordedAt }) => recordedAt),
        ],
      ),
    );
  }
}

/** The lock is that of every append to the log; see statements.ts. */
const beginAlone = (lockMsMax: number) => `
  begin isolation level read committed read write;
  set local lock_timeout = ${lockMsMax};
  select pg_advisory_xact_lock(7368562)`;

/** In the order of `columns`, after the position. */
const imported: readonly (readonly [type: string, of: (event: StoredEvent) => unknown])[] = [
  ['timestamptz', (event) => event.occurredAt],
  ['timestamptz', (event) => event.recordedAt],
  ['date', (event) => event.effectiveOn],
  ['integer', (event) => event.version],
  ['integer', (event) => event.schemaVersion],
  ['integer', (event) => event.commandIndex],
  ['uuid', (event) => event.id],
  ['uuid', (event) => event.stream.id],
  ['uuid', (event) => event.unitId],
  ['uuid', (event) => event.commandId],
  ['uuid', (event) => event.causationId],
  ['uuid', (event) => event.correlationId],
  ['text', (event) => event.stream.category],
  ['text', (event) => event.type],
  ['text', (event) => event.actor],
  ['text', (event) => event.role],
  ['text', (event) => event.onBehalfOf],
  ['bytea', (event) => event.salt],
  ['bytea', (event) => event.leafHash],
  ['json', (event) => event.payload],
];

const insertAll = `
  insert into soat_log.events (${columns})
  select * from unnest($1::bigint[], ${imported.map(([type], index) => `$${index + 2}::${type}[]`).join(', ')})`;

function valuesOf(events: readonly StoredEvent[], head: number): unknown[] {
  return [events.map((_, index) => head + index + 1), ...imported.map(([, of]) => events.map(of))];
}
