import { randomBytes } from 'node:crypto';
import { leafHashOf } from '../trail/leaf.js';
import type { Appended, CommandStamp, NewEvent, StoredEvent, StreamName } from './event-store.js';
import { CommandIdReused } from './event-store.js';

/** Where the next event goes: the log's head, the stream's length, the server's clock. */
export interface Place {
  readonly stream: StreamName;
  readonly length: number;
  readonly head: number;
  readonly recordedAt: string;
}

/** The events as the log will keep them, each with its salt and its leaf. */
export function recorded(events: readonly NewEvent[], command: CommandStamp, place: Place): readonly StoredEvent[] {
  return events.map((event, index) => {
    // Member by member: this runs for every event there is, and spreading takes ten times as long.
    const unhashed = {
      position: place.head + index + 1,
      id: event.id,
      stream: { category: place.stream.category, id: place.stream.id },
      version: place.length + index + 1,
      type: event.type,
      schemaVersion: event.schemaVersion,
      unitId: event.unitId,
      actor: event.actor,
      role: event.role,
      onBehalfOf: event.onBehalfOf,
      commandId: command.id,
      commandIndex: index,
      causationId: event.causationId,
      correlationId: event.correlationId,
      occurredAt: event.occurredAt,
      recordedAt: place.recordedAt,
      effectiveOn: event.effectiveOn,
      payload: event.payload,
      salt: nextSalt(),
    };
    return Object.assign(unhashed, { leafHash: leafHashOf(unhashed) });
  });
}

/** What an answer says of them. */
export function namesOf(events: readonly StoredEvent[]): Pick<Appended, 'eventIds' | 'leafHashes'> {
  return {
    eventIds: events.map(({ id }) => id),
    leafHashes: events.map(({ leafHash }) => Buffer.from(leafHash).toString('base64')),
  };
}

const saltBytes = 16;
let chance: Buffer = Buffer.alloc(0);
let used = 0;

/** Asking the system for chance costs the same whether for 16 bytes or for 4 096; none of them is ever given twice. */
function nextSalt(): Uint8Array {
  if (used === chance.length) {
    chance = randomBytes(256 * saltBytes);
    used = 0;
  }
  used += saltBytes;
  return chance.subarray(used - saltBytes, used);
}

/** The clock's instant, or that of the newest event when the clock went back meanwhile. */
export function notBefore(newest: string | null, nowMs: number): string {
  const now = new Date(nowMs).toISOString();
  return newest !== null && newest > now ? newest : now;
}

/** What was answered to a command, and to whom. */
export interface FirstAnswer {
  readonly actor: string;
  readonly digest: string;
  readonly answer: Omit<Appended, 'isReplay'>;
}

/** @throws CommandIdReused when the id stood for something else. */
export function replayed(first: FirstAnswer, command: CommandStamp): Appended {
  const isOtherActor = first.actor !== command.actor;
  if (isOtherActor || first.digest !== command.digest) throw new CommandIdReused(command.id, isOtherActor);
  return { ...first.answer, isReplay: true };
}
