import { describe, expect, it } from '@jest/globals';
import { recorded, streams } from '../testing/fixtures.js';
import { rowsOf } from '../testing/rows.js';
import type { DomainEvents } from '../reporting/catalogue.js';
import type { Recorded } from './recorded.js';
import { foldRow, handledTypes, type View } from './view.js';

interface Suspension {
  readonly reason: string;
  readonly times: number;
}

const suspensions: View<Suspension, DomainEvents> = {
  name: 'suspensions',
  version: 1,
  key: (event) => event.stream.id,
  handle: {
    FieldworkSuspended: (row, { data: { reason } }) => ({ reason, times: (row?.times ?? 0) + 1 }),
    FieldworkEnded: () => null,
  },
};

const suspended = (reason: string) => ({ type: 'FieldworkSuspended', data: { reason } }) as const;
const resumed = { type: 'FieldworkResumed', data: { resumedBy: 'hai' } } as const;
const ended = {
  type: 'FieldworkEnded',
  data: {
    score: {
      passed: 0,
      applicable: 0,
      notApplicable: 0,
      unanswered: 0,
      failedBySeverity: { minor: 0, major: 0, critical: 0 },
    },
  },
} as const;

function inTheLog(event: typeof resumed | typeof ended | ReturnType<typeof suspended>): Recorded<DomainEvents> {
  const [found] = recorded([streams.inspection, event]);
  if (!found) throw new Error('there is no event');
  return found;
}

describe('a view', () => {
  it('subscribes to what it handles', () => {
    expect(handledTypes(suspensions)).toEqual(['FieldworkSuspended', 'FieldworkEnded']);
  });

  it('makes a row of nothing, changes it, and takes it away', () => {
    const first = foldRow(suspensions, null, inTheLog(suspended('Mất điện')));
    expect(first).toEqual({ reason: 'Mất điện', times: 1 });
    const second = foldRow(suspensions, first, inTheLog(suspended('Mưa lũ')));
    expect(second).toEqual({ reason: 'Mưa lũ', times: 2 });
    expect(foldRow(suspensions, second, inTheLog(ended))).toBeNull();
  });

  it('leaves the row as it is for any other event', () => {
    const row = Object.freeze({ reason: 'Mất điện', times: 1 });
    expect(foldRow(suspensions, row, inTheLog(resumed))).toBe(row);
    expect(foldRow(suspensions, null, inTheLog(resumed))).toBeNull();
  });

  it('gives the same rows for the same events, in rows apart by key', () => {
    const other = { category: 'inspection', id: 'another' } as const;
    const events = recorded(
      [streams.inspection, suspended('Mất điện')],
      [other, suspended('Mưa lũ')],
      [streams.inspection, resumed],
      [streams.inspection, suspended('Mưa lũ')],
      [other, ended],
    );
    const rows = rowsOf(suspensions, events);
    expect([...rows]).toEqual([[streams.inspection.id, { reason: 'Mưa lũ', times: 2 }]]);
    expect(rowsOf(suspensions, events)).toEqual(rows);
  });
});
