import { describe, expect, it } from '@jest/globals';
import { type Decider, decide, fold } from './decider.js';

type Events = { Opened: { readonly by: string }; Stepped: { readonly by: number } };
type Commands = { Open: { readonly by: string }; Step: { readonly by: number } };
type State = { readonly opener: string | null; readonly steps: readonly number[] };

const walk: Decider<State, Commands, Events> = {
  initial: { opener: null, steps: [] },
  decide: {
    Open: ({ opener }, { by }) => (opener === null ? [{ type: 'Opened', data: { by } }] : []),
    Step: ({ steps }, { by }) => [{ type: 'Stepped', data: { by: by + steps.length } }],
  },
  evolve: {
    Opened: (state, { by }) => ({ ...state, opener: by }),
    Stepped: (state, { by }) => ({ ...state, steps: [...state.steps, by] }),
  },
};
const opened = { type: 'Opened', data: { by: 'an' } } as const;
const stepped = (by: number) => ({ type: 'Stepped', data: { by } }) as const;

describe('deciding', () => {
  it('asks the entry of the command, with the state', () => {
    const state = { opener: 'an', steps: [5, 6] };
    expect(decide(walk, walk.initial, { type: 'Open', data: { by: 'an' } })).toEqual([opened]);
    expect(decide(walk, state, { type: 'Open', data: { by: 'an' } })).toEqual([]);
    expect(decide(walk, state, { type: 'Step', data: { by: 1 } })).toEqual([stepped(3)]);
  });
});

describe('folding', () => {
  it('begins at the beginning, and takes the oldest first', () => {
    expect(fold(walk, [])).toBe(walk.initial);
    expect(fold(walk, [opened, stepped(1), stepped(2)])).toEqual({ opener: 'an', steps: [1, 2] });
  });

  it('goes on from a state it is given: a half and a half make a whole', () => {
    const events = [opened, stepped(1), stepped(2), stepped(3)];
    for (let cut = 0; cut <= events.length; cut += 1)
      expect(fold(walk, events.slice(cut), fold(walk, events.slice(0, cut)))).toEqual(fold(walk, events));
  });

  it('takes anything that can be gone through once, and leaves the state before as it was', () => {
    function* oneByOne() {
      yield opened;
      yield stepped(1);
    }
    const before = Object.freeze({ opener: null, steps: Object.freeze([]) });
    expect(fold(walk, oneByOne(), before)).toEqual({ opener: 'an', steps: [1] });
    expect(before).toEqual({ opener: null, steps: [] });
  });
});
