import { createHash } from 'node:crypto';
import type { StoredEvent } from '../event-store/event-store.js';
import { canonicalJson } from './canonical-json.js';

/** An event as the log keeps it, before its leaf is known. */
export type UnhashedEvent = Omit<StoredEvent, 'leafHash'>;

// One byte in front keeps the three uses of SHA-256 apart: 0x00 a leaf, 0x01 an inner node (RFC 6962, 2.1), 0x02 a payload.
const leafPrefix = Uint8Array.of(0x00);
const payloadPrefix = Uint8Array.of(0x02);

/**
 * What the trail says of an event: everything in its columns, the payload by a salted digest, so that the envelope can
 * be shown to somebody who may not see the payload. The position is not in it: the leaf's index binds it.
 */
export function envelopeOf(event: UnhashedEvent) {
  return {
    v: 1,
    eventId: event.id,
    streamCategory: event.stream.category,
    streamId: event.stream.id,
    version: event.version,
    type: event.type,
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
    payloadDigest: payloadDigest(event).toString('hex'),
  } as const;
}

/** SHA-256 over 0x02, the salt and the payload's UTF-8 text. */
export function payloadDigest({ salt, payload }: Pick<StoredEvent, 'salt' | 'payload'>): Buffer {
  return createHash('sha256').update(payloadPrefix).update(salt).update(payload, 'utf8').digest();
}

/** SHA-256 over 0x00 and the canonical envelope; always derived from the columns, never taken from the stored hash. */
export function leafHashOf(event: UnhashedEvent): Buffer {
  return createHash('sha256')
    .update(leafPrefix)
    .update(canonicalJson(envelopeOf(event)), 'utf8')
    .digest();
}
