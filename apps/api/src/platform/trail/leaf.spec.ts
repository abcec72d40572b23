import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { envelopeOf, leafHashOf, payloadDigest, type UnhashedEvent } from './leaf.js';

const event: UnhashedEvent = {
  position: 7,
  id: '019a0000-0000-7000-8000-000000000001',
  stream: { category: 'inspection', id: '019a0000-0000-7000-8000-000000000002' },
  version: 3,
  type: 'FindingRecorded',
  schemaVersion: 1,
  unitId: '019a0000-0000-7000-8000-000000000003',
  actor: 'nguyen-an',
  role: 'inspector',
  onBehalfOf: null,
  commandId: '019a0000-0000-7000-8000-000000000004',
  commandIndex: 0,
  causationId: null,
  correlationId: '019a0000-0000-7000-8000-000000000005',
  occurredAt: '2026-11-21T02:10:00.000Z',
  recordedAt: '2026-11-21T03:04:05.678Z',
  effectiveOn: null,
  payload: '{"data":{"item":"thủ tục"},"meta":{}}',
  salt: new Uint8Array(16).fill(7),
};
const otherId = '019a0000-0000-7000-8000-00000000000f';

const changes: { readonly [K in Exclude<keyof UnhashedEvent, 'position'>]: UnhashedEvent[K] } = {
  id: otherId,
  stream: { ...event.stream, id: otherId },
  version: 4,
  type: 'FindingWithdrawn',
  schemaVersion: 2,
  unitId: otherId,
  actor: 'tran-binh',
  role: 'team-lead',
  onBehalfOf: 'tran-binh',
  commandId: otherId,
  commandIndex: 1,
  causationId: otherId,
  correlationId: otherId,
  occurredAt: '2026-11-21T02:10:00.001Z',
  recordedAt: '2026-11-21T03:04:05.679Z',
  effectiveOn: '2026-11-21',
  payload: '{"data":{"item":"thủ tụC"},"meta":{}}',
  salt: new Uint8Array(16).fill(8),
};

describe("an event's leaf", () => {
  it.each(Object.entries(changes))('is another one when %s changes', (column, value) => {
    expect(leafHashOf({ ...event, [column]: value })).not.toEqual(leafHashOf(event));
  });

  it("is another one when the stream's category changes", () => {
    expect(leafHashOf({ ...event, stream: { ...event.stream, category: 'unit' } })).not.toEqual(leafHashOf(event));
  });

  it('leaves the position to the index of the leaf', () => {
    expect(leafHashOf({ ...event, position: 8 })).toEqual(leafHashOf(event));
  });

  it('is SHA-256 over 0x00 and the canonical envelope, written out here by hand', () => {
    const digest = createHash('sha256')
      .update(Buffer.concat([Buffer.of(2), Buffer.alloc(16, 7), Buffer.from(event.payload)]))
      .digest('hex');
    const envelope =
      '{"actor":"nguyen-an","causationId":null,"commandId":"019a0000-0000-7000-8000-000000000004","commandIndex":0,' +
      '"correlationId":"019a0000-0000-7000-8000-000000000005","effectiveOn":null,"eventId":"019a0000-0000-7000-8000-000000000001",' +
      `"occurredAt":"2026-11-21T02:10:00.000Z","onBehalfOf":null,"payloadDigest":"${digest}",` +
      '"recordedAt":"2026-11-21T03:04:05.678Z","role":"inspector","schemaVersion":1,"streamCategory":"inspection",' +
      '"streamId":"019a0000-0000-7000-8000-000000000002","type":"FindingRecorded","unitId":"019a0000-0000-7000-8000-000000000003",' +
      '"v":1,"version":3}';
    expect(payloadDigest(event).toString('hex')).toBe(digest);
    expect(leafHashOf(event).toString('hex')).toBe(createHash('sha256').update(`\0${envelope}`).digest('hex'));
  });

  it('does not show the payload in its envelope', () => {
    expect(JSON.stringify(envelopeOf(event))).not.toContain('thủ tục');
  });
});
