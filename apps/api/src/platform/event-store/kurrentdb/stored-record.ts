import { type BinaryEventData, binaryEvent, type ResolvedEvent } from '@kurrent/kurrentdb-client';
import { streamCategories } from '@soat/domain';
import { leafHashOf } from '../../trail/leaf.js';
import type { StoredEvent, StreamName } from '../event-store.js';

/**
 * What KurrentDB has no place of its own for. The payload is the record's data, byte for byte; stream, version, type and
 * position are the record's; the leaf is derived again from all of it.
 */
type Metadata = Pick<
  StoredEvent,
  | 'schemaVersion'
  | 'unitId'
  | 'actor'
  | 'role'
  | 'onBehalfOf'
  | 'commandId'
  | 'commandIndex'
  | 'causationId'
  | 'correlationId'
  | 'occurredAt'
  | 'recordedAt'
  | 'effectiveOn'
> & { readonly salt: string };

type Fact = 'string' | 'number' | 'string or null';

const facts: Readonly<Record<keyof Metadata, Fact>> = {
  schemaVersion: 'number',
  unitId: 'string',
  actor: 'string',
  role: 'string',
  onBehalfOf: 'string or null',
  commandId: 'string',
  commandIndex: 'number',
  causationId: 'string or null',
  correlationId: 'string',
  occurredAt: 'string',
  recordedAt: 'string',
  effectiveOn: 'string or null',
  salt: 'string',
};

/** A record in one of our streams that we did not write, or that somebody has changed. */
export class ForeignRecord extends Error {
  override readonly name = 'ForeignRecord';
}

/**
 * The names of one log's records. An empty namespace is the log itself; tests give each log one of its own, so that many
 * share a server.
 */
export class StreamNames {
  /** Of every stream of events, and of no other. */
  readonly prefixes: readonly string[];
  /** Of every command's record. */
  readonly commandPrefix: string;

  constructor(private readonly namespace: string) {
    this.prefixes = streamCategories.map((category) => `${namespace}${category}-`);
    this.commandPrefix = `${namespace}command-`;
  }

  of({ category, id }: StreamName): string {
    return `${this.namespace}${category}-${id}`;
  }

  ofCommand(id: string): string {
    return `${this.commandPrefix}${id}`;
  }

  /** @throws ForeignRecord */
  parse(name: string): StreamName {
    for (const category of streamCategories) {
      const prefix = `${this.namespace}${category}-`;
      const id = name.slice(prefix.length);
      if (name.startsWith(prefix) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return { category, id };
    }
    throw new ForeignRecord(`${name} is no stream of this log`);
  }
}

export function recordOf(event: Omit<StoredEvent, 'position' | 'leafHash'>): BinaryEventData {
  const metadata: Metadata = {
    schemaVersion: event.schemaVersion,
    unitId: event.unitId,
    actor: event.actor,
    role: event.role,
    onBehalfOf: event.onBehalfOf,
    commandId: event.commandId,
    commandIndex: event.commandIndex,
    causationId: event.causationId,
    correlationId: event.correlationId,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    effectiveOn: event.effectiveOn,
    salt: Buffer.from(event.salt).toString('hex'),
  };
  // Not as JSON: the client would parse and write it anew, and a member called "10" would change places.
  return binaryEvent({ id: event.id, type: event.type, data: Buffer.from(event.payload, 'utf8'), metadata });
}

/** What both ways of reading give. */
export type Resolved = Pick<ResolvedEvent, 'event'>;

/** @throws ForeignRecord */
export function storedEvent({ event }: Resolved, names: StreamNames): StoredEvent {
  if (!event) throw new ForeignRecord('a link without the record it leads to');
  const { metadata, data } = event;
  if (!isMetadata(metadata) || !(data instanceof Uint8Array))
    throw new ForeignRecord(`${event.streamId}@${event.revision} was not written by this log`);
  const { salt, ...columns } = metadata;
  const unhashed = {
    ...columns,
    position: positionOf(event.position),
    stream: names.parse(event.streamId),
    version: Number(event.revision) + 1,
    id: event.id,
    type: event.type,
    payload: Buffer.from(data).toString('utf8'),
    salt: Buffer.from(salt, 'hex'),
  };
  return { ...unhashed, leafHash: leafHashOf(unhashed) };
}

/**
 * One number for a place in $all. Two are needed only inside an explicit transaction, which this adapter never uses.
 * @throws Error
 */
export function positionOf(position: { readonly commit: bigint; readonly prepare: bigint } | undefined): number {
  if (!position) throw new Error('the server gives no positions: KurrentDB, or EventStoreDB 22.6 or newer, is needed');
  if (position.commit !== position.prepare)
    throw new ForeignRecord(`position ${position.commit} is inside a transaction`);
  const number = Number(position.commit);
  if (!Number.isSafeInteger(number)) throw new Error(`position ${position.commit} is beyond the safe integers`);
  return number;
}

function isMetadata(metadata: unknown): metadata is Metadata {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const members = new Map<string, unknown>(Object.entries(metadata));
  const isSo = Object.entries(facts).every(([name, fact]) => {
    const value = members.get(name);
    return fact === 'string or null' ? value === null || typeof value === 'string' : typeof value === fact;
  });
  return isSo && members.size === Object.keys(facts).length && /^[0-9a-f]{32}$/.test(String(members.get('salt')));
}
