import { describe, expect, it } from '@jest/globals';
import { decide, fold } from '../kernel/decider.js';
import { after, ask, sent } from '../testing/long-path-histories.js';
import { inspection } from './inspection.js';
import { lapseDue } from './response-lapse.policy.js';

const state = fold(inspection, sent);
const dueOn = (state.status !== 'absent' && state.file.hearings.at(-1)?.dueOn) || '';

describe('a draft nobody answers', () => {
  it('is not asked about while the unit may still answer', () => {
    expect(lapseDue({ id: 'i', hearing: 1, dueOn: '2023-06-30' }, '2023-06-30')).toEqual([]);
  });

  it('is asked about from the first day after, under one key', () => {
    const on = (today: string) => lapseDue({ id: 'i', hearing: 1, dueOn: '2023-06-30' }, today);
    expect(on('2023-07-01')).toMatchObject([
      { key: 'i response 1 2023-06-30', id: 'i', command: { type: 'NoteResponseLapsed', data: { on: '2023-07-01' } } },
    ]);
    expect(on('2023-07-20').map(({ key }) => key)).toEqual(on('2023-07-01').map(({ key }) => key));
    expect(lapseDue({ id: 'i', hearing: 2, dueOn: '2023-06-30' }, '2023-07-01')[0]?.key).not.toBe(
      on('2023-07-01')[0]?.key,
    );
  });

  it('is taken by the rules as it is asked, once', () => {
    const [asked] = lapseDue({ id: 'i', hearing: 1, dueOn }, '2023-12-31');
    if (!asked) throw new Error('nothing was asked');
    expect(decide(inspection, state, asked.command)).toEqual([
      { type: 'ResponseDeadlineLapsed', data: { dueOn, notedOn: '2023-12-31' } },
    ]);
    expect(decide(inspection, fold(inspection, after(sent, asked.command)), asked.command)).toEqual([]);
    expect(() => decide(inspection, fold(inspection, after(sent, ask('RespondToDraft'))), asked.command)).toThrow();
  });
});
