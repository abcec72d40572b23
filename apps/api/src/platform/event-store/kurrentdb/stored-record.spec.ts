import { describe, expect, it } from '@jest/globals';
import { positionOf, recordOf, StreamNames, storedEvent } from './stored-record.js';

const stream = { category: 'inspection', id: '019a0000-0000-7000-8000-000000000002' } as const;
const names = new StreamNames('');
const event = {
  id: '019a0000-0000-7000-8000-000000000001',
  stream,
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
  payload: '{"data":{"10":1,"9":2,"note":"thủ tục"},"meta":{}}',
  salt: new Uint8Array(16).fill(7),
};
const resolved = (change: object = {}) => {
  const { metadata, ...record } = recordOf(event);
  const position = { commit: 4_711n, prepare: 4_711n };
  const kept = { ...record, streamId: names.of(stream), isJson: false as const, revision: 2n, created: new Date(0) };
  return { event: { ...kept, position, metadata, ...change } };
};

describe('a record', () => {
  it('gives back the event, its payload to the last byte', () => {
    const { leafHash, ...read } = storedEvent(resolved(), names);
    expect({ ...read, salt: new Uint8Array(read.salt) }).toEqual({ ...event, position: 4_711 });
    expect(leafHash).toHaveLength(32);
  });

  it.each([
    ['without metadata', { metadata: undefined }],
    ['with a fact too few', { metadata: { actor: 'nguyen-an' } }],
    ['with another stream', { streamId: 'order-019a0000-0000-7000-8000-000000000002' }],
    ['with a stream that is no UUID', { streamId: 'inspection-7' }],
  ])('%s is none of ours', (_, change) => {
    expect(() => storedEvent(resolved(change), names)).toThrow(expect.objectContaining({ name: 'ForeignRecord' }));
  });
});

describe('a position', () => {
  const at = (commit: bigint, prepare = commit) => positionOf({ commit, prepare });

  it('is the commit position, as far as a number is exact', () => {
    expect(at(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => at(BigInt(Number.MAX_SAFE_INTEGER) + 1n)).toThrow('beyond the safe integers');
  });

  it('needs one number only', () => {
    expect(() => at(200n, 100n)).toThrow('inside a transaction');
    expect(() => positionOf(undefined)).toThrow('gives no positions');
  });
});

describe('the names of a log', () => {
  it('are category and id, behind the namespace', () => {
    expect(names.of(stream)).toBe(`inspection-${stream.id}`);
    const apart = new StreamNames('test-1-');
    expect(apart.parse(apart.of(stream))).toEqual(stream);
    expect(() => apart.parse(names.of(stream))).toThrow('no stream of this log');
  });

  it('keep the records of commands out of the events', () => {
    expect(names.prefixes.some((prefix) => names.ofCommand(stream.id).startsWith(prefix))).toBe(false);
  });
});
