import { describe, expect, it } from '@jest/globals';
import { currentVersion, type Samples, upcast, type Upcasts } from './upcast.js';

type Events = {
  Moved: { readonly toId: string; readonly on: string | null };
  Stayed: { readonly reason: string };
};
type MovedFirst = { readonly to: string };
type MovedSecond = { readonly toId: string };

const upcasts: Upcasts<Events> = {
  Moved: [
    ({ to }: MovedFirst): MovedSecond => ({ toId: to.toLowerCase() }),
    (older: MovedSecond): Events['Moved'] => ({ ...older, on: null }),
  ],
};

describe('the version an event is stored at', () => {
  it('is its number of steps plus one', () => {
    expect(currentVersion(upcasts, 'Moved')).toBe(3);
    expect(currentVersion(upcasts, 'Stayed')).toBe(1);
  });
});

describe('lifting stored data', () => {
  it('takes every step from the version it was stored at', () => {
    expect(upcast(upcasts, 'Moved', 1, { to: 'AN' })).toEqual({ toId: 'an', on: null });
    expect(upcast(upcasts, 'Moved', 2, { toId: 'an' })).toEqual({ toId: 'an', on: null });
  });

  it('hands today’s shape on as it is', () => {
    const today = { toId: 'an', on: '2023-05-09' };
    expect(upcast(upcasts, 'Moved', 3, today)).toBe(today);
    const stayed = { reason: 'Mưa' };
    expect(upcast(upcasts, 'Stayed', 1, stayed)).toBe(stayed);
  });

  it('leaves what was stored as it was', () => {
    const stored = Object.freeze({ to: 'AN' });
    upcast(upcasts, 'Moved', 1, stored);
    expect(stored).toEqual({ to: 'AN' });
  });

  it.each([0, -1, 4])('does not guess at version %s', (version) => {
    expect(() => upcast(upcasts, 'Moved', version, {})).toThrow(`Moved version ${version} is unknown here (newest: 3)`);
  });

  it('is no older code that reads newer data', () => {
    expect(() => upcast(upcasts, 'Stayed', 2, {})).toThrow('Stayed version 2 is unknown here (newest: 1)');
  });
});

/** Compiled, not run: `false` where the samples must not compile. */
type Fits<T> = T extends Samples<Events> ? true : false;

describe('the samples', () => {
  it('need one of every event, the last in today’s shape', () => {
    const whole: Fits<{ Moved: [MovedFirst, MovedSecond, Events['Moved']]; Stayed: [Events['Stayed']] }> = true;
    const withoutOne: Fits<{ Moved: [Events['Moved']] }> = false;
    const withoutAny: Fits<{ Moved: [Events['Moved']]; Stayed: [] }> = false;
    const lastIsOld: Fits<{ Moved: [MovedFirst, MovedSecond]; Stayed: [Events['Stayed']] }> = false;
    expect([whole, withoutOne, withoutAny, lastIsOld]).toEqual([true, false, false, false]);
  });

  it('need a last step that returns today’s shape', () => {
    type Lifts<T> = T extends Upcasts<Events> ? true : false;
    const whole: Lifts<{ Moved: [(older: MovedFirst) => Events['Moved']] }> = true;
    const stopsShort: Lifts<{ Moved: [(older: MovedFirst) => MovedSecond] }> = false;
    const noStep: Lifts<{ Moved: [] }> = false;
    expect([whole, stopsShort, noStep]).toEqual([true, false, false]);
  });
});
