import { describe, expect, it } from '@jest/globals';
import { Clock } from '@soat/api/platform/clock.js';
import { InMemoryEventStore } from '@soat/api/platform/event-store/in-memory/in-memory-event-store.js';
import { momentOf, PastMoments } from '@soat/api/platform/http/as-of.js';
import { HttpProblem } from '@soat/api/platform/http/problem.js';
import { commandOf, eventOf, streamOf } from '../event-store/event-store.contract.js';

describe('a past moment', () => {
  it.each([
    ['2026-06-30', { kind: 'day', on: '2026-06-30', at: '2026-06-30T16:59:59.999Z' }],
    ['2026-06-30T10:00:00Z', { kind: 'instant', at: '2026-06-30T10:00:00.000Z' }],
    ['2026-06-30T17:00:00.5+07:00', { kind: 'instant', at: '2026-06-30T10:00:00.500Z' }],
    ['2026-06-30T17:00:00 07:00', { kind: 'instant', at: '2026-06-30T10:00:00.000Z' }],
    ['2026-06-30t04:30:00-05:30', { kind: 'instant', at: '2026-06-30T10:00:00.000Z' }],
    ['2026-06-30T10:00:00.123999Z', { kind: 'instant', at: '2026-06-30T10:00:00.123Z' }],
    ['1', { kind: 'position', position: 1 }],
    ['9007199254740991', { kind: 'position', position: Number.MAX_SAFE_INTEGER }],
  ])('%s is read', (text, moment) => {
    expect(momentOf(text)).toEqual(moment);
  });

  it.each([
    ['', 'invalid-as-of'],
    ['0', 'invalid-as-of'],
    ['-1', 'invalid-as-of'],
    ['01', 'invalid-as-of'],
    ['1.0', 'invalid-as-of'],
    ['9007199254740992', 'invalid-as-of'],
    ['yesterday', 'invalid-as-of'],
    ['30/06/2026', 'invalid-as-of'],
    ['2026-06', 'invalid-as-of'],
    ['2026-06-30T10:00:00', 'invalid-as-of'],
    ['2026-06-30T10:00Z', 'invalid-as-of'],
    ['2026-06-30 10:00:00Z', 'invalid-as-of'],
    ['2026-06-30T24:00:00Z', 'invalid-as-of'],
    ['2026-06-30T23:59:60Z', 'invalid-as-of'],
    ['2026-06-30T10:00:00+24:00', 'invalid-as-of'],
    ['2026-02-29', 'invalid-date'],
    ['2026-02-29T10:00:00Z', 'invalid-date'],
    ['1899-12-31', 'date-out-of-range'],
    ['12026-01-01', 'date-out-of-range'],
  ])('%s is none', (text, code) => {
    expect(momentOf(text)).toEqual([{ code }]);
  });

  describe('is resolved', () => {
    const clock = new Clock();
    const store = new InMemoryEventStore(clock.nowMs);
    const moments = new PastMoments(store, clock);
    const told = ['2026-06-29T16:59:59.999Z', '2026-06-29T17:00:00.000Z', '2026-06-30T16:59:59.999Z'];

    it('to the last event recorded by then', async () => {
      for (const [index, at] of told.entries()) {
        clock.tell(at);
        await store.append(streamOf(index), [eventOf(index, commandOf(index))], 0, commandOf(index));
      }
      clock.tell('2026-07-01T03:00:00.000Z');
      const at = (text: string) => moments.resolve({ asOf: text });
      expect(await at('2026-06-28')).toEqual({
        position: 0,
        on: '2026-06-28',
        at: '2026-06-28T16:59:59.999Z',
        basis: 'recorded',
      });
      expect(await at('2026-06-29')).toMatchObject({ position: 1, on: '2026-06-29', at: told[0] });
      expect(await at('2026-06-30')).toMatchObject({ position: 3, on: '2026-06-30', at: told[2] });
      expect(await at('2026-06-30T00:00:00+07:00')).toMatchObject({ position: 2, on: '2026-06-30', at: told[1] });
      expect(await at('2')).toMatchObject({ position: 2, on: '2026-06-30', at: told[1] });
      expect(await at('2026-07-01')).toMatchObject({ position: 3, on: '2026-07-01', at: '2026-07-01T16:59:59.999Z' });
      expect(await moments.resolve({ asOf: '1', basis: 'occurred' })).toMatchObject({ position: 1, basis: 'occurred' });
      expect(await moments.resolve({})).toBeNull();
      expect(moments.now()).toEqual({ position: null, on: '2026-07-01', at: null, basis: 'recorded' });
    });

    it.each([
      ['2026-07-02', 'as-of-ahead'],
      ['2026-07-01T03:00:00.001Z', 'as-of-ahead'],
      ['4', 'as-of-position-ahead'],
      ['tomorrow', 'invalid-as-of'],
    ])('unless it is still to come: %s', async (asOf, code) => {
      const refused = await moments.resolve({ asOf }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(HttpProblem);
      expect(refused).toMatchObject({ code: 'invalid-parameter', extras: { errors: [{ pointer: '/asOf', code }] } });
    });

    it('and a basis alone is refused, by its name', async () => {
      await expect(moments.resolve({ basis: 'occurred' })).rejects.toMatchObject({
        extras: { errors: [{ pointer: '/basis', code: 'basis-without-as-of' }] },
      });
      await expect(moments.at('2026-07-02', { parameter: 'from' })).rejects.toMatchObject({
        extras: { errors: [{ pointer: '/from', code: 'as-of-ahead' }] },
      });
    });
  });
});
