import { describe, expect, it } from '@jest/globals';
import { EventCodec, type EventFacts, UnreadableEvent } from './codec.js';
import type { NewEvent, StoredEvent } from './event-store.js';

/** An event that has changed twice: first a bare name, then with a place, today with both names. */
const codec = new EventCodec({
  unit: {
    types: ['SampleNamed', 'SampleClosed'],
    upcasts: {
      SampleNamed: [
        (older: { name: string }) => ({ ...older, place: 'không rõ' }),
        ({ name, place }: { name: string; place: string }) => ({ vi: name, en: name.toUpperCase(), place }),
      ],
    },
  },
  inspection: { types: ['SampleSeen'], upcasts: {} },
});

const facts: EventFacts = {
  unitId: '01880000-0000-7000-8000-000000031783',
  actor: 'nam',
  role: 'inspector',
  onBehalfOf: 'hai',
  causationId: '019aa000-0000-7000-8000-000000000001',
  correlationId: '019aa000-0000-7000-8000-000000000002',
  occurredAt: '2026-11-21T03:04:05.678Z',
  effectiveOn: '2026-11-20',
  commandDigest: 'd'.repeat(64),
  isSimulated: false,
};
const named = { type: 'SampleNamed', data: { vi: 'Hồ sơ', en: 'Case', place: 'Phường 1' } } as const;

function stored(event: NewEvent, more: Partial<StoredEvent> = {}): StoredEvent {
  return {
    ...event,
    position: 48_213,
    stream: { category: 'unit', id: '019aa000-0000-7000-8000-000000000003' },
    version: 3,
    commandId: '019aa000-0000-7000-8000-000000000004',
    commandIndex: 0,
    recordedAt: '2026-11-21T03:04:06.000Z',
    salt: new Uint8Array(16),
    leafHash: new Uint8Array(32),
    ...more,
  };
}

describe('encoding', () => {
  it('writes canonical JSON, the newest version and an id in order of time', () => {
    const { id, ...event } = codec.encode('unit', named, facts);
    const { commandDigest, isSimulated: _, ...columns } = facts;
    expect(event).toEqual({
      ...columns,
      type: 'SampleNamed',
      schemaVersion: 3,
      payload: `{"data":{"en":"Case","place":"Phường 1","vi":"Hồ sơ"},"meta":{"commandDigest":"${commandDigest}"}}`,
    });
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(codec.encode('unit', named, facts).id > id).toBe(true);
  });

  it('gives an event that has never changed the first version', () => {
    expect(codec.encode('unit', { type: 'SampleClosed', data: {} }, facts).schemaVersion).toBe(1);
  });

  it('marks what is simulated, and only that', () => {
    const simulated = codec.encode('unit', named, { ...facts, isSimulated: true });
    expect(JSON.parse(simulated.payload).meta).toEqual({ commandDigest: facts.commandDigest, simulated: true });
    expect(JSON.parse(codec.encode('unit', named, facts).payload).meta).not.toHaveProperty('simulated');
  });

  it.each([
    ['unit', 'SampleSeen'],
    ['unit', 'toString'],
    ['recommendation', 'SampleNamed'],
    ['toString', 'SampleNamed'],
  ])('refuses an event that %s streams do not have: %s', (category, type) => {
    expect(() => codec.encode<Record<string, unknown>>(category, { type, data: {} }, facts)).toThrow(TypeError);
  });

  it.each([
    ['undefined', undefined],
    ['NaN', Number.NaN],
    ['a lone surrogate', '\ud800'],
  ])('refuses data that JSON cannot hold: %s', (_, note) => {
    expect(() => codec.encode('unit', { type: 'SampleClosed', data: { list: [note] } }, facts)).toThrow();
  });
});

describe('decoding', () => {
  it('gives back what was said, with the facts around it', () => {
    const event = codec.encode('unit', named, facts);
    const { commandDigest: _, ...kept } = facts;
    expect(codec.decode(stored(event))).toEqual({
      ...kept,
      ...named,
      id: event.id,
      position: 48_213,
      stream: { category: 'unit', id: '019aa000-0000-7000-8000-000000000003' },
      version: 3,
      commandId: '019aa000-0000-7000-8000-000000000004',
      recordedAt: '2026-11-21T03:04:06.000Z',
    });
  });

  it('says what is simulated', () => {
    const event = codec.encode('unit', named, { ...facts, isSimulated: true });
    expect(codec.decode(stored(event)).isSimulated).toBe(true);
  });

  it.each([
    [1, { name: 'Hồ sơ' }, { vi: 'Hồ sơ', en: 'HỒ SƠ', place: 'không rõ' }],
    [2, { name: 'Hồ sơ', place: 'Phường 2' }, { vi: 'Hồ sơ', en: 'HỒ SƠ', place: 'Phường 2' }],
    [3, named.data, named.data],
  ])('lifts version %d to today’s shape', (schemaVersion, data, today) => {
    const event = stored(codec.encode('unit', named, facts), {
      schemaVersion,
      payload: JSON.stringify({ data, meta: { commandDigest: facts.commandDigest } }),
    });
    expect(codec.decode(event).data).toEqual(today);
  });

  it.each<readonly [string, Partial<StoredEvent>]>([
    ['a newer version', { schemaVersion: 4 }],
    ['version 0', { schemaVersion: 0 }],
    ['an unknown type', { type: 'SampleLost' }],
    ['a type of another category', { type: 'SampleSeen' }],
    ['text that is no JSON', { payload: '{"data":' }],
    ['a payload without its halves', { payload: 'null' }],
    ['a step that fails', { schemaVersion: 2, payload: '{"data":null,"meta":{}}' }],
  ])('names the event it cannot read: %s', (_, more) => {
    const event = stored(codec.encode('unit', named, facts), more);
    const decode = () => codec.decode(event);
    expect(decode).toThrow(UnreadableEvent);
    expect(decode).toThrow(/^event 48213, /);
  });
});
