import { canonicalJson } from '../trail/canonical-json.js';
import type { CommandStamp, NewEvent, StreamName } from './event-store.js';

/**
 * Refuses what the log could not give back exactly as it was handed over, before anything is queued or written. What a
 * person typed was checked long before: a failure here is a programmer's, and one bad append must not harm its neighbours.
 * @throws TypeError
 */
export function assertAppendable(
  stream: StreamName,
  events: readonly NewEvent[],
  expected: number | 'any',
  command: CommandStamp,
): void {
  uuid('stream id', stream.id);
  if (!/^[a-z][a-z-]*$/.test(stream.category)) throw refused('stream category', stream.category);
  if (expected !== 'any' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw refused('expected length', expected);
  uuid('command id', command.id);
  if (!/^[0-9a-f]{64}$/.test(command.digest)) throw refused('command digest', command.digest);
  line('actor', command.actor);
  for (const event of events) assertEvent(event, command);
}

function assertEvent(event: NewEvent, command: CommandStamp): void {
  uuid('event id', event.id);
  line('type', event.type);
  if (!(Number.isInteger(event.schemaVersion) && event.schemaVersion >= 1 && event.schemaVersion < 2 ** 31))
    throw refused('schema version', event.schemaVersion);
  uuid('unit id', event.unitId);
  line('role', event.role);
  if (event.onBehalfOf !== null) line('on behalf of', event.onBehalfOf);
  if (event.causationId !== null) uuid('causation id', event.causationId);
  uuid('correlation id', event.correlationId);
  instant('occurred at', event.occurredAt);
  if (event.effectiveOn !== null) legalDate('effective on', event.effectiveOn);
  // The answer to a repeated command is found by these two, in the command's own events.
  if (event.actor !== command.actor) throw refused("actor, not the command's", event.actor);
  if (digestIn(event.payload) !== command.digest) throw refused("payload without the command's digest", event.payload);
}

function digestIn(payload: string): unknown {
  const content = JSON.parse(payload);
  if (canonicalJson(content) !== payload) throw refused('payload, not canonical', payload);
  return content?.meta?.commandDigest;
}

function uuid(name: string, text: string): void {
  // PostgreSQL also takes upper case and braces, and gives back this form.
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw refused(name, text);
}

function line(name: string, text: string): void {
  if (text === '' || /[\p{Cc}\p{Surrogate}]/u.test(text)) throw refused(name, text);
}

function instant(name: string, text: string): void {
  const isInstant = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
  // The round trip catches the 30th of February, which a clock would carry over into March.
  if (!isInstant || !isReal(text)) throw refused(name, text);
}

function legalDate(name: string, text: string): void {
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text) || !isReal(`${text}T00:00:00.000Z`)) throw refused(name, text);
}

// What needs no calendar to be judged; the rest is rare, and asking a clock's arithmetic is dear.
const plainlyReal = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;

function isReal(text: string): boolean {
  if (plainlyReal.test(text)) return true;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

function refused(name: string, value: unknown): TypeError {
  return new TypeError(`cannot be appended: ${name} ${JSON.stringify(value)}`);
}
