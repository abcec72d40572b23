import { describe, expect, it } from '@jest/globals';
import { Clock } from '../clock.js';
import { contextOf } from './command-context.js';

const clock = new Clock();
clock.tell('2026-11-21T03:04:05.678Z');
const asked = { commandId: '019aa000-0000-7000-8000-000000000001', digest: 'a'.repeat(64), expectedLength: 17 };
const nam = { id: 'nam', name: 'Võ Thành Nam', role: 'inspector', unitId: null, claims: {} } as const;
const from = { person: nam, asked };

describe('the context of a command', () => {
  it('says who asks for what, when, and what they have seen', () => {
    expect(contextOf(from, clock)).toEqual({
      stamp: { id: asked.commandId, digest: expect.stringMatching(/^[0-9a-f]{64}$/), actor: 'nam' },
      person: { id: 'nam', role: 'inspector', onBehalfOf: null },
      expected: 17,
      occurredAt: '2026-11-21T03:04:05.678Z',
      effectiveOn: null,
      causationId: null,
      correlationId: asked.commandId,
      isSimulated: false,
    });
  });

  it('takes the device’s time and the document’s date where they are given', () => {
    const told = { occurredAt: '2026-11-20T23:00:00.000Z', effectiveOn: '2026-11-19' };
    expect(contextOf(from, clock, told)).toMatchObject(told);
    expect(contextOf(from, clock, { occurredAt: undefined }).occurredAt).toBe('2026-11-21T03:04:05.678Z');
  });

  it('names no length when none was named', () => {
    expect(contextOf({ person: nam, asked: { ...asked, expectedLength: undefined } }, clock).expected).toBeUndefined();
  });

  it('takes the same request in another role for another request', () => {
    const digest = (role: 'inspector' | 'team-lead', request = asked) =>
      contextOf({ person: { ...nam, role }, asked: request }, clock).stamp.digest;
    expect(digest('inspector')).toBe(digest('inspector'));
    expect(digest('team-lead')).not.toBe(digest('inspector'));
    expect(digest('inspector', { ...asked, digest: 'b'.repeat(64) })).not.toBe(digest('inspector'));
  });
});
