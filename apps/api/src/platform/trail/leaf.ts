import { hash } from 'node:crypto';
import type { StoredEvent } from '../event-store/event-store.js';

/** An event as the log keeps it, before its leaf is known. */
export type UnhashedEvent = Omit<StoredEvent, 'leafHash'>;

// One byte in front keeps the three uses of SHA-256 apart: 0x00 a leaf, 0x01 an inner node (RFC 6962, 2.1), 0x02 a payload.
const leafPrefix = '\u0000';
const payloadPrefix = Uint8Array.of(0x02);

/**
 * What the trail says of an event: everything in its columns, the payload by a salted digest, so that the envelope can
 * be shown to somebody who may not see the payload. The position is not in it: the leaf's index binds it. Members stand in
 * the order of canonical JSON.
 */
export function envelopeOf(event: UnhashedEvent) {
  return {
    actor: event.actor,
    causationId: event.causationId,
    commandId: event.commandId,
    commandIndex: event.commandIndex,
    correlationId: event.correlationId,
    effectiveOn: event.effectiveOn,
    eventId: event.id,
    occurredAt: event.occurredAt,
    onBehalfOf: event.onBehalfOf,
    payloadDigest: payloadDigest(event).toString('hex'),
    recordedAt: event.recordedAt,
    role: event.role,
    schemaVersion: event.schemaVersion,
    streamCategory: event.stream.category,
    streamId: event.stream.id,
    type: event.type,
    unitId: event.unitId,
    v: 1,
    version: event.version,
  } as const;
}

/** SHA-256 over 0x02, the salt and the payload's UTF-8 text. */
export function payloadDigest({ salt, payload }: Pick<StoredEvent, 'salt' | 'payload'>): Buffer {
  return hash('sha256', Buffer.concat([payloadPrefix, salt, Buffer.from(payload, 'utf8')]), 'buffer');
}

/** SHA-256 over 0x00 and the canonical envelope; always derived from the columns, never taken from the stored hash. */
export function leafHashOf(event: UnhashedEvent): Buffer {
  // Flat, its members in order, its numbers whole: here JSON.stringify writes canonical JSON, and at a third of the price.
  return hash('sha256', leafPrefix + JSON.stringify(envelopeOf(event)), 'buffer');
}
