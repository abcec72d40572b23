import { describe, expect, it } from '@jest/globals';
import { assertAppendable } from './appendable.js';
import type { CommandStamp, NewEvent, StreamName } from './event-store.js';

const stream: StreamName = { category: 'inspection', id: '019a0000-0000-7000-8000-000000000001' };
const command: CommandStamp = {
  id: '019a0000-0000-7000-8000-000000000002',
  digest: 'a'.repeat(64),
  actor: 'nguyen-an',
};
const event: NewEvent = {
  id: '019a0000-0000-7000-8000-000000000003',
  type: 'FindingRecorded',
  schemaVersion: 1,
  unitId: '019a0000-0000-7000-8000-000000000004',
  actor: 'nguyen-an',
  role: 'inspector',
  onBehalfOf: null,
  causationId: null,
  correlationId: '019a0000-0000-7000-8000-000000000002',
  occurredAt: '2026-11-21T02:10:00.000Z',
  effectiveOn: '2026-11-21',
  payload: `{"data":{"note":"tốt\\n"},"meta":{"commandDigest":"${command.digest}"}}`,
};

describe('what may be appended', () => {
  it('is an event that the log can give back exactly', () => {
    expect(() => assertAppendable(stream, [event], 0, command)).not.toThrow();
    expect(() => assertAppendable(stream, [], 'any', command)).not.toThrow();
  });

  it.each<[string, Partial<NewEvent>]>([
    ['an event id in upper case', { id: event.id.toUpperCase() }],
    ['a newline in the type', { type: 'Finding\nRecorded' }],
    ['an empty type', { type: '' }],
    ['a control character in the role', { role: 'inspector\u0085' }],
    ['a lone surrogate', { onBehalfOf: 'a\ud800' }],
    ['schema version 0', { schemaVersion: 0 }],
    ['a unit id in braces', { unitId: `{${event.unitId}}` }],
    ['an instant without milliseconds', { occurredAt: '2026-11-21T02:10:00Z' }],
    ['an instant with an offset', { occurredAt: '2026-11-21T02:10:00.000+07:00' }],
    ['the 30th of February', { effectiveOn: '2026-02-30' }],
    ['the year 0', { effectiveOn: '0000-01-01' }],
    ['an instant of a thirteenth month', { occurredAt: '2026-13-21T02:10:00.000Z' }],
    ['somebody else as actor', { actor: 'tran-binh' }],
    ['a payload that is not JSON', { payload: '{' }],
    ['a payload with a space', { payload: event.payload.replace(':', ': ') }],
    ['a payload with a member twice', { payload: event.payload.replace('{"data"', '{"data":1,"data"') }],
    ['a payload without the digest', { payload: '{"data":{},"meta":{}}' }],
    ['a payload with U+0000', { payload: event.payload.replace('tốt', '\\u0000') }],
    ['a payload that is null', { payload: 'null' }],
  ])('is not %s', (_, change) => {
    expect(() => assertAppendable(stream, [event, { ...event, ...change }], 0, command)).toThrow();
  });

  it.each<[string, Partial<CommandStamp>]>([
    ['a command id in upper case', { id: command.id.toUpperCase() }],
    ['a digest that is no SHA-256', { digest: 'abc' }],
    ['an actor of two lines', { actor: 'a\nb' }],
  ])('needs a proper stamp, not %s', (_, change) => {
    expect(() => assertAppendable(stream, [], 0, { ...command, ...change })).toThrow(TypeError);
  });

  it.each([-1, 1.5, Number.NaN])('needs a proper length, not %p', (expected) => {
    expect(() => assertAppendable(stream, [event], expected, command)).toThrow(TypeError);
  });
});
