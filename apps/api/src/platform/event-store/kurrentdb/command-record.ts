import { type JSONEventData, jsonEvent } from '@kurrent/kurrentdb-client';
import type { CommandStamp, StreamName } from '../event-store.js';
import { ForeignRecord, type Resolved } from './stored-record.js';

/** A command lays claim to the place after so many events of a stream; whether it got it stands in that stream. */
export interface Claim {
  readonly stream: StreamName;
  readonly length: number;
}

/** The answer to a command that decided nothing: it has no place in a stream, so its record is the answer. */
export interface EmptyDecision extends Claim {
  readonly digest: string;
  readonly actor: string;
  /** Head of the log at that time. */
  readonly position: number;
  readonly recordedAt: string;
}

/** What a command's record says last; at most one claim of a command is ever open, and it is the last. */
export type CommandRecord =
  | { readonly kind: 'none'; readonly length: 0 }
  | { readonly kind: 'claim'; readonly length: number; readonly claim: Claim }
  | { readonly kind: 'empty'; readonly length: number; readonly decision: EmptyDecision };

export function claimRecord(id: string, claim: Claim): JSONEventData {
  return jsonEvent({ id, type: 'CommandClaimed', data: { ...claim } });
}

export function emptyRecord(id: string, decision: EmptyDecision): JSONEventData {
  return jsonEvent({ id, type: 'CommandDecidedNothing', data: { ...decision } });
}

/** @throws ForeignRecord */
export function commandRecord(last: Resolved | undefined): CommandRecord {
  if (!last?.event) return { kind: 'none', length: 0 };
  const { type, data, revision, streamId } = last.event;
  const length = Number(revision) + 1;
  if (type === 'CommandClaimed' && isClaim(data)) return { kind: 'claim', length, claim: data };
  if (type === 'CommandDecidedNothing' && isEmptyDecision(data)) return { kind: 'empty', length, decision: data };
  throw new ForeignRecord(`${streamId}@${revision} was not written by this log`);
}

/** @throws ForeignRecord */
export function emptyDecision({ event }: Resolved): EmptyDecision {
  if (event?.type === 'CommandDecidedNothing' && isEmptyDecision(event.data)) return event.data;
  throw new ForeignRecord(`${event?.streamId}@${event?.revision} was not written by this log`);
}

export function stampOf(commandId: string, { digest, actor }: EmptyDecision): CommandStamp {
  return { id: commandId, digest, actor };
}

function isClaim(data: unknown): data is Claim {
  return (
    typeof data === 'object' &&
    data !== null &&
    'stream' in data &&
    typeof data.stream === 'object' &&
    'length' in data &&
    Number.isSafeInteger(data.length)
  );
}

function isEmptyDecision(data: unknown): data is EmptyDecision {
  return (
    isClaim(data) &&
    'digest' in data &&
    typeof data.digest === 'string' &&
    'actor' in data &&
    typeof data.actor === 'string' &&
    'position' in data &&
    Number.isSafeInteger(data.position) &&
    'recordedAt' in data &&
    typeof data.recordedAt === 'string'
  );
}
