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
  const salts = randomBytes(16 * events.length);
  return events.map((event, index) => {
    const unhashed = {
      ...event,
      position: place.head + index + 1,
      stream: { category: place.stream.category, id: place.stream.id },
      version: place.length + index + 1,
      commandId: command.id,
      commandIndex: index,
      recordedAt: place.recordedAt,
      salt: salts.subarray(16 * index, 16 * (index + 1)),
    };
    return { ...unhashed, leafHash: leafHashOf(unhashed) };
  });
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
