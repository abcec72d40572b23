import pg from 'pg';
import type { Answer, Outcome } from './load.js';

/** Of one command in the clients' record, what they are judged by. */
export interface Told {
  readonly key: string;
  readonly ask: { readonly fact: string };
  readonly outcome: Outcome;
}

/** An event as the table holds it, read past the service: a long run has more of them than their payloads would fit into memory. */
export interface LogRow {
  readonly position: number;
  readonly eventId: string;
  readonly category: string;
  readonly streamId: string;
  readonly version: number;
  readonly commandId: string;
  readonly commandIndex: number;
  readonly recordedAtMs: number;
  /** See `factsOf`. */
  readonly facts: readonly string[];
}

/** What is wrong, in sentences; nothing is wrong when every list is empty. */
export interface Verdict {
  /** Acknowledged, and its effect is not in the log. */
  readonly lost: readonly string[];
  /** Brought about more than once. */
  readonly doubled: readonly string[];
  /** In the log otherwise than was acknowledged: in part, with more, or at another place. */
  readonly altered: readonly string[];
  /** In the log, though nobody was told of it. */
  readonly unacknowledged: readonly string[];
  /** The log itself is out of joint: gaps, repeats, times that run backwards. */
  readonly disordered: readonly string[];
}

export const clean: Verdict = { lost: [], doubled: [], altered: [], unacknowledged: [], disordered: [] };

/** Holds the clients' record against the log. Every outcome in the record should have been settled before. */
export function judge(record: readonly Told[], log: readonly LogRow[]): Verdict {
  const ofCommand = groupBy(log, ({ commandId }) => commandId);
  const ofFact = groupBy(
    log.flatMap((row) => row.facts.map((fact) => ({ fact, row }))),
    ({ fact }) => fact,
  );
  const lost: string[] = [];
  const doubled: string[] = [];
  const altered: string[] = [];
  const unacknowledged: string[] = [];
  for (const { key, ask, outcome } of record) {
    const found = ofCommand.get(key) ?? [];
    if (outcome.kind === 'acknowledged') {
      const { answer } = outcome;
      const isThere =
        ofFact.has(ask.fact) && answer.eventIds.every((id) => found.some(({ eventId }) => eventId === id));
      if (!isThere) lost.push(`${ask.fact}: acknowledged at ${answer.position}, command ${key}`);
      else if (!isAsAnswered(found, answer))
        altered.push(`${ask.fact}: answered ${JSON.stringify(answer)}, yet ${placesOf(found)}`);
    } else if (found.length > 0) unacknowledged.push(`${ask.fact}: ${outcome.kind}, yet ${placesOf(found)}`);
  }
  for (const fact of new Set(record.map(({ ask }) => ask.fact))) {
    const rows = (ofFact.get(fact) ?? []).map(({ row }) => row);
    if (rows.length > 1) doubled.push(`${fact}: ${placesOf(rows)}`);
  }
  return { lost, doubled, altered, unacknowledged, disordered: disorderOf(log) };
}

/** Whether these events, in their order, are those of the answer and stand where it says. No command of the load is a repeat. */
function isAsAnswered(found: readonly LogRow[], { id, eventIds, position, length }: Answer): boolean {
  const before = eventIds.length - 1;
  return (
    found.length > 0 &&
    found.length === eventIds.length &&
    found.every(
      (row, index) =>
        row.eventId === eventIds[index] &&
        row.streamId === id &&
        row.commandIndex === index &&
        row.position === position - before + index &&
        row.version === length - before + index,
    )
  );
}

/** Names for what an event says that hold whichever ids were made up for it, so that an effect under two keys shows as two. */
function factsOf(type: string, streamId: string, said: unknown): readonly string[] {
  switch (type) {
    case 'UnitEstablished':
      return [`unit ${said}`];
    case 'InspectionOrdered':
      return [`inspection ${said}`];
    case 'UnannouncedInspectionStarted':
      return [`start of ${streamId}`];
    case 'EvidenceCaptured':
      return (said as readonly { readonly sha256: string }[]).map(({ sha256 }) => `evidence ${sha256}`);
    default:
      return [];
  }
}

function disorderOf(log: readonly LogRow[]): readonly string[] {
  const wrong: string[] = [];
  const lengths = new Map<string, number>();
  const eventIds = new Set<string>();
  let recordedAtMs = 0;
  for (const [index, row] of log.entries()) {
    const stream = `${row.category}-${row.streamId}`;
    const length = (lengths.get(stream) ?? 0) + 1;
    lengths.set(stream, length);
    if (row.position !== index + 1) wrong.push(`position ${row.position} where ${index + 1} was to come`);
    if (row.version !== length) wrong.push(`${stream}: version ${row.version} where ${length} was to come`);
    if (eventIds.has(row.eventId)) wrong.push(`event ${row.eventId} twice`);
    if (row.recordedAtMs < recordedAtMs) wrong.push(`${row.position} was recorded before the one before it`);
    eventIds.add(row.eventId);
    recordedAtMs = row.recordedAtMs;
  }
  return wrong;
}

function placesOf(rows: readonly LogRow[]): string {
  if (rows.length === 0) return 'not in the log';
  return `in the log at ${rows.map(({ position }) => position).join(', ')}`;
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const pageSize = 5_000;
/** Of a payload, which may be a checklist of 70 kB, what `factsOf` asks for. */
const said = `
  case type when 'UnitEstablished' then payload #> '{data,code}' when 'InspectionOrdered' then payload #> '{data,number}'
            when 'EvidenceCaptured' then payload #> '{data,evidence}' end`;
const nextRows = `
  select position::int as position, event_id as "eventId", stream_category as category, stream_id as "streamId", version, type,
         command_id as "commandId", command_index as "commandIndex",
         extract(epoch from recorded_at)::float8 * 1000 as "recordedAtMs", ${said} as said
    from soat_log.events where soat_log.events.position > $1 order by soat_log.events.position limit ${pageSize}`;

/** The whole log in the order of positions, by a connection of our own: the service is not asked about itself. */
export function readLog(databaseUrl: string): Promise<readonly LogRow[]> {
  return withClient(databaseUrl, async (client) => {
    const log: LogRow[] = [];
    for (;;) {
      const { rows } = await client.query(nextRows, [log.at(-1)?.position ?? 0]);
      for (const { type, said, ...row } of rows) log.push({ ...row, facts: factsOf(type, row.streamId, said) });
      if (rows.length < pageSize) return log;
    }
  });
}

/** A digest of every row of every read model, by table: each row's own first, for no text is long enough for all of them. */
export function readViews(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  return withClient(databaseUrl, async (client) => {
    const { rows: tables } = await client.query(
      `select table_name as name from information_schema.tables where table_schema = 'soat_read' order by 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query(
        `select count(*) || ' rows ' || coalesce(md5(string_agg(digest, '' order by digest)), '') as digest
           from (select md5(one::text) collate "C" as digest from soat_read.${name} as one) each`,
      );
      digests[name] = rows[0].digest;
    }
    return digests;
  });
}

export async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
