import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from './event-store.js';
import { Bell, following } from './following.js';

const event = (position: number) => ({ position }) as StoredEvent;

describe('following the log', () => {
  it('ends at once when it is aborted under a read that hangs', async () => {
    const abort = new AbortController();
    const pages = following(() => new Promise(() => {}), new Bell(), 0, abort.signal)[Symbol.asyncIterator]();
    const next = pages.next();
    abort.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('ends at once when it is aborted while it is quiet', async () => {
    const abort = new AbortController();
    const pages = following(async () => [], new Bell(), 0, abort.signal, { lookAgainMs: 3_600_000 })[
      Symbol.asyncIterator
    ]();
    const next = pages.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    abort.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('does not sleep through a bell that rings while it looks', async () => {
    const bell = new Bell();
    const log: StoredEvent[] = [];
    const abort = new AbortController();
    const readAll = async (after: number) => {
      const found = log.slice(after);
      // Appended after this read took its snapshot, before it was answered.
      if (log.length === 0) {
        log.push(event(1));
        bell.ring();
      }
      return found;
    };
    const pages = following(readAll, bell, 0, abort.signal, { lookAgainMs: 3_600_000 })[Symbol.asyncIterator]();
    expect(await pages.next()).toEqual({ done: false, value: [event(1)] });
    abort.abort();
  });

  it('looks again by itself, for other processes ring no bell here', async () => {
    const log: StoredEvent[] = [];
    const abort = new AbortController();
    const readAll = async (after: number) => log.slice(after);
    const pages = following(readAll, new Bell(), 0, abort.signal, { lookAgainMs: 5 })[Symbol.asyncIterator]();
    const next = pages.next();
    setTimeout(() => log.push(event(1)), 20);
    expect(await next).toEqual({ done: false, value: [event(1)] });
    abort.abort();
  });

  it('lets a failing read rise', async () => {
    const failing = async () => {
      throw new Error('away');
    };
    const pages = following(failing, new Bell(), 0, new AbortController().signal)[Symbol.asyncIterator]();
    await expect(pages.next()).rejects.toThrow('away');
  });
});
