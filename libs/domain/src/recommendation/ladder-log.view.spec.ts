import { describe, expect, it } from '@jest/globals';
import { recommendationId, recorded, streams, wardId } from '../testing/fixtures.js';
import { issuedNow, type RecommendationEvent } from '../testing/recommendation-histories.js';
import { rowsOf } from '../testing/rows.js';
import { ladderLog } from './ladder-log.view.js';

const to = [{ role: 'implementing', unitId: wardId, name: 'UBND phường 1' }] as const;
const taken = {
  profile: 'internal-2021',
  step: 'T+5',
  workingDays: 5,
  dueOn: '2023-05-30',
  plannedOn: '2023-06-06',
  takenOn: '2023-06-07',
};
const events: readonly RecommendationEvent[] = [
  issuedNow,
  { type: 'RecommendationBecameOverdue', data: { dueOn: '2023-05-30', on: '2023-05-31' } },
  { type: 'ReminderSent', data: { ...taken, channel: 'in-app', to } },
  { type: 'RecommendationEscalated', data: { ...taken, level: 'lead', to } },
];

describe('the log of reminders and escalations', () => {
  it('has a line for each thing the clock did, and none for anything else', () => {
    const log = recorded(...events.map((event) => [streams.recommendation, event] as const));
    const rows = [...rowsOf(ladderLog, log).values()];
    expect(rows.map(({ kind, step, level, takenOn }) => [kind, step, level, takenOn])).toEqual([
      ['overdue', null, null, '2023-05-31'],
      ['reminder', 'T+5', null, '2023-06-07'],
      ['escalation', 'T+5', 'lead', '2023-06-07'],
    ]);
    for (const row of rows)
      expect([row.recommendationId, row.unitId, row.dueOn]).toEqual([recommendationId, wardId, '2023-05-30']);
    expect(rows.map(({ plannedOn, to: told }) => [plannedOn, told.length])).toEqual([
      [null, 0],
      ['2023-06-06', 1],
      ['2023-06-06', 1],
    ]);
  });
});
