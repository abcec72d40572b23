import {
  currentVersion,
  type Instant,
  type LegalDate,
  type Message,
  type PersonId,
  type Recorded,
  type Shapes,
  type UnitId,
  type Upcasts,
  upcast,
  type Uuid,
} from '@soat/domain';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '../trail/canonical-json.js';
import type { NewEvent, StoredEvent } from './event-store.js';

/** The event types of each stream category, with the steps that lift older versions to today's shape. */
export type EventCatalogue = Readonly<Record<string, StreamShapes>>;

export interface StreamShapes {
  readonly types: readonly string[];
  readonly upcasts: Upcasts<AnyShapes>;
}

type AnyShapes = Record<string, unknown>;
/** An event of some stream, where the shape of its data does not matter. */
export type AnyEvent = Recorded<AnyShapes>;

/** What an event carries besides what happened. */
export interface EventFacts {
  readonly unitId: UnitId;
  readonly actor: PersonId;
  readonly role: string;
  readonly onBehalfOf: PersonId | null;
  readonly causationId: Uuid | null;
  readonly correlationId: Uuid;
  readonly occurredAt: Instant;
  readonly effectiveOn: LegalDate | null;
  /** Hex SHA-256 of the request: the answer to a repeat is found by it. */
  readonly commandDigest: string;
  readonly isSimulated: boolean;
}

/** The log holds something this code cannot read: a type it does not know, a newer version, or data a step fails on. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor({ position, type, schemaVersion }: StoredEvent, cause: unknown) {
    super(`event ${position}, ${type} version ${schemaVersion}, cannot be read`, { cause });
  }
}

/** The payload's two halves: what happened, and what only the machinery asks for. */
interface Payload {
  readonly data: unknown;
  readonly meta: { readonly commandDigest: string; readonly simulated?: true };
}

/** Between what the domain says and what the log keeps. */
export class EventCodec {
  private readonly types: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(private readonly catalogue: EventCatalogue) {
    this.types = new Map(Object.entries(catalogue).map(([category, { types }]) => [category, new Set(types)]));
  }

  /** Gives the event its id. @throws TypeError when the category has no such type, or JSON cannot hold the data. */
  encode<E extends Shapes>(category: string, { type, data }: Message<E>, facts: EventFacts): NewEvent {
    const { commandDigest, isSimulated, ...columns } = facts;
    const payload: Payload = { data, meta: { commandDigest, ...(isSimulated && { simulated: true }) } };
    return {
      ...columns,
      id: uuidv7(),
      type,
      schemaVersion: currentVersion(this.upcastsOf(category, type), type),
      payload: canonicalJson(payload),
    };
  }

  /** In today's shape. @throws UnreadableEvent */
  decode(stored: StoredEvent): AnyEvent {
    try {
      const { data, meta }: Payload = JSON.parse(stored.payload);
      return {
        type: stored.type,
        data: upcast(this.upcastsOf(stored.stream.category, stored.type), stored.type, stored.schemaVersion, data),
        position: stored.position,
        id: stored.id,
        stream: stored.stream,
        version: stored.version,
        unitId: stored.unitId,
        actor: stored.actor,
        role: stored.role,
        onBehalfOf: stored.onBehalfOf,
        commandId: stored.commandId,
        causationId: stored.causationId,
        correlationId: stored.correlationId,
        occurredAt: stored.occurredAt,
        recordedAt: stored.recordedAt,
        effectiveOn: stored.effectiveOn,
        isSimulated: meta.simulated === true,
      };
    } catch (cause) {
      throw new UnreadableEvent(stored, cause);
    }
  }

  private upcastsOf(category: string, type: string): StreamShapes['upcasts'] {
    const shapes = this.types.get(category)?.has(type) ? this.catalogue[category] : undefined;
    if (!shapes) throw new TypeError(`${category} streams have no event ${type}`);
    return shapes.upcasts;
  }
}
