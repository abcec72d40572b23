import { isDeepStrictEqual } from 'node:util';
import { leafHashOf } from '../trail/leaf.js';
import type { EventStore, StoredEvent } from './event-store.js';
import type { Copyable, EmptyAnswer } from './importing.js';

export interface Copied {
  /** Events and empty answers of the log, all of them compared at the end. */
  readonly events: number;
  readonly emptyAnswers: number;
  /** Those of them that this run has brought; the rest was there. */
  readonly imported: { readonly events: number; readonly emptyAnswers: number };
}

/** The two logs are not the same so far, or one of them is not whole. Nothing that is there is ever changed. */
export class CopyRefused extends Error {
  override readonly name = 'CopyRefused';
}

const pageSize = 500;

/**
 * Makes one log out of another, event by event and in its order; every column but the position, which is the store's own.
 * Run again after an interruption it goes on where the copy ends. Nobody may write to either log meanwhile.
 * @throws CopyRefused, ImportRefused, StoreUnavailable, OutcomeUnknown
 */
export async function copyLog(
  from: Copyable,
  to: Copyable,
  tell: (events: number) => void = () => {},
): Promise<Copied> {
  const answers = await from.importing.emptyAnswers();
  refuseOthers(await to.importing.emptyAnswers(), answers);
  const start = await comparePrefix(from.store, to.store);
  const importedEvents = await importRest(from, to, start, tell);

  const { count, answers: translated } = await compareAll(from.store, to.store, answers);
  const before = (await to.importing.emptyAnswers()).length;
  await to.importing.importEmptyAnswers(translated);
  const after = await to.importing.emptyAnswers();
  if (!isDeepStrictEqual(after.map(comparableAnswer), [...translated].sort(byPlace).map(comparableAnswer)))
    throw new CopyRefused('the empty answers of the two logs are not the same');
  return {
    events: count,
    emptyAnswers: after.length,
    imported: { events: importedEvents, emptyAnswers: after.length - before },
  };
}

interface Reached {
  readonly events: number;
  /** Of the last common event, in each log. */
  readonly from: number;
  readonly to: number;
}

/** How far the target has got; whatever it holds must be the beginning of the source. */
async function comparePrefix(from: EventStore, to: EventStore): Promise<Reached> {
  let reached: Reached = { events: 0, from: 0, to: 0 };
  const sources = everyEvent(from)[Symbol.asyncIterator]();
  for await (const target of everyEvent(to)) {
    const { value: source, done } = await sources.next();
    if (done) throw new CopyRefused(`the target holds more than the source's ${reached.events} events`);
    assertSame(source, target, reached.events + 1);
    reached = { events: reached.events + 1, from: source.position, to: target.position };
  }
  return reached;
}

async function importRest(from: Copyable, to: Copyable, start: Reached, tell: (events: number) => void) {
  let head = start.to;
  let count = 0;
  const importing = async (commands: readonly (readonly StoredEvent[])[]) => {
    await to.importing.importCommands(commands, head);
    head = await to.store.head();
    count += commands.flat().length;
    tell(start.events + count);
  };
  let batch: StoredEvent[][] = [];
  for await (const event of everyEvent(from.store, start.from)) {
    assertWhole(event);
    const command = batch.at(-1);
    // A command's events stand together in the log; a page's end must not part them.
    if (command?.[0]?.commandId === event.commandId) command.push(event);
    else {
      if (batch.length >= pageSize) {
        await importing(batch);
        batch = [];
      }
      batch.push([event]);
    }
  }
  if (batch.length > 0) await importing(batch);
  return count;
}

/** Both logs from the beginning; and the positions of the empty answers as the target counts. */
async function compareAll(from: EventStore, to: EventStore, answers: readonly EmptyAnswer[]) {
  const translated: EmptyAnswer[] = [];
  const targets = everyEvent(to)[Symbol.asyncIterator]();
  let next = 0;
  let reached: Reached = { events: 0, from: 0, to: 0 };
  const translateUpTo = (position: number) => {
    for (let answer = answers[next]; answer && answer.position < position; answer = answers[++next])
      translated.push({ ...answer, position: reached.to });
  };
  for await (const source of everyEvent(from)) {
    const { value: target, done } = await targets.next();
    if (done) throw new CopyRefused(`the target ends after ${reached.events} events`);
    assertSame(source, target, reached.events + 1);
    translateUpTo(source.position);
    reached = { events: reached.events + 1, from: source.position, to: target.position };
  }
  if (!(await targets.next()).done) throw new CopyRefused('the target has grown meanwhile');
  translateUpTo(Number.POSITIVE_INFINITY);
  return { count: reached.events, answers: translated };
}

async function* everyEvent(store: EventStore, after = 0): AsyncGenerator<StoredEvent, undefined> {
  for (let seen = after; ; ) {
    const page = await store.readAll(seen, pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last) return undefined;
    seen = last.position;
  }
}

function assertSame(source: StoredEvent, target: StoredEvent, place: number): void {
  assertWhole(source);
  assertWhole(target);
  if (!isDeepStrictEqual(comparable(source), comparable(target)))
    throw new CopyRefused(
      `event ${place} of the source, ${source.id}, is ${target.id} in the target, or differs from it`,
    );
}

/** A log that was tampered with is not copied as if it were sound. */
function assertWhole(event: StoredEvent): void {
  if (!leafHashOf(event).equals(event.leafHash))
    throw new CopyRefused(`event ${event.id} at position ${event.position} does not match its leaf`);
}

function comparable({ position: _position, ...event }: StoredEvent) {
  return {
    ...event,
    salt: Buffer.from(event.salt).toString('hex'),
    leafHash: Buffer.from(event.leafHash).toString('hex'),
  };
}

function comparableAnswer({ command, stream, length, position, recordedAt }: EmptyAnswer) {
  return { command, stream, length, position, recordedAt };
}

function refuseOthers(targets: readonly EmptyAnswer[], sources: readonly EmptyAnswer[]): void {
  const known = new Map(sources.map((answer) => [answer.command.id, answer]));
  for (const target of targets) {
    const source = known.get(target.command.id);
    const isSame =
      source &&
      isDeepStrictEqual(comparableAnswer({ ...source, position: 0 }), comparableAnswer({ ...target, position: 0 }));
    if (!isSame) throw new CopyRefused(`the target answers command ${target.command.id}, the source does not so`);
  }
}

/** The order in which both doors give empty answers. */
function byPlace(one: EmptyAnswer, other: EmptyAnswer): number {
  return one.position - other.position || (one.command.id < other.command.id ? -1 : 1);
}
