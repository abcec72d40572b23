import { describe, expect, it } from '@jest/globals';
import { decide, fold, type Message } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import {
  checklistHistories,
  counted,
  countedWritten,
  drafted,
  drafting,
  everyAnswer,
  feeItem,
  nextDrafted,
  posted,
  postedWritten,
  published,
  withdrawn,
} from '../testing/checklist-histories.js';
import { people, text } from '../testing/fixtures.js';
import { scenario } from '../testing/scenario.js';
import { type ChecklistCommands, type ChecklistState, checklist } from './authored.js';
import { itemsMax } from './authored-rules.js';
import { type AnswerType, assess, type ChecklistItem } from './checklist.js';
import { editionInForce } from './index.js';

const { given } = scenario(checklist);
const by = people.planner;

type Command = Message<ChecklistCommands>;
const draft = (part: Partial<ChecklistCommands['DraftChecklist']> = {}): Command => ({
  type: 'DraftChecklist',
  data: { by, ...drafting, ...part },
});
const head = (part: Partial<ChecklistCommands['ChangeChecklistHead']> = {}): Command => ({
  type: 'ChangeChecklistHead',
  data: { by, title: drafting.title, sections: drafting.sections, ...part },
});
const write = (item: ChecklistItem, place: number | null = null): Command => ({
  type: 'WriteChecklistItem',
  data: { by, item, place },
});
const remove = (itemCode: string): Command => ({ type: 'RemoveChecklistItem', data: { by, itemCode } });
const publish = (part: Partial<ChecklistCommands['PublishChecklist']> = {}): Command => ({
  type: 'PublishChecklist',
  data: { by, validFrom: '2023-09-05', source: 'Công văn số 12/PGDĐT', publishedOn: '2023-08-20', ...part },
});
const next: Command = { type: 'DraftNextChecklistEdition', data: { by } };
const withdraw = (part: Partial<ChecklistCommands['WithdrawChecklist']> = {}): Command => ({
  type: 'WithdrawChecklist',
  data: { by, from: '2024-06-01', reason: 'Bộ đã ban hành mẫu chung', today: '2024-05-20', ...part },
});

const { drafting: written, published: live, revising, withdrawn: gone } = checklistHistories;

describe('drafting a checklist', () => {
  it('records it, with nothing in it yet', () => given().when(draft()).expect(drafted));

  it.each<[string, Partial<ChecklistCommands['DraftChecklist']>, string]>([
    ['a kind in capitals', { kind: 'School' }, 'checklist.kind-malformed'],
    ['a kind that ends in a hyphen', { kind: 'school-' }, 'checklist.kind-malformed'],
    ['a kind without end', { kind: 'a'.repeat(61) }, 'checklist.kind-malformed'],
    ['a code with accents', { code: 'HĐ' }, 'checklist.code-malformed'],
    ['a kind of the house', { kind: 'one-stop-spot-check' }, 'checklist.kind-taken'],
    ['a code of the house', { code: 'OSC' }, 'checklist.code-taken'],
    ['no sections', { sections: [] }, 'checklist.without-sections'],
    [
      'a section twice',
      { sections: [...drafting.sections, { code: 'A', title: text('Lại') }] },
      'checklist.section-twice',
    ],
  ])('turns down %s', (_, part, code) => given().when(draft(part)).expectRejection(code));

  it('says what the kind is before what the code is', () => {
    given()
      .when(draft({ kind: 'School', code: 'x' }))
      .expectRejection('checklist.kind-malformed', { kind: 'School' });
  });
});

describe('writing items', () => {
  it('adds them at the end, or where they are wanted', () => {
    given(drafted).when(write(posted)).expect(postedWritten);
    given(drafted, postedWritten).when(write(counted, 99)).expect(countedWritten);
    given(drafted, postedWritten)
      .when(write(counted, 0))
      .expect({ type: 'ChecklistItemWritten', data: { item: counted, place: 0, previous: null, writtenBy: by.id } });
  });

  it('writes the one with its code anew where it stands, or moves it', () => {
    const better = { ...posted, question: text('Hỏi rõ hơn') };
    given(...written)
      .when(write(better))
      .expect({ type: 'ChecklistItemWritten', data: { item: better, place: 0, previous: posted, writtenBy: by.id } });
    const moved = given(...written).when(write(posted, 1));
    moved.expect({
      type: 'ChecklistItemWritten',
      data: { item: posted, place: 1, previous: posted, writtenBy: by.id },
    });
    if (moved.result instanceof Rejection) throw moved.result;
    expect(codesIn(fold(checklist, [...written, ...moved.result]))).toEqual(['HP-02', 'HP-01']);
  });

  it('takes every kind of answer, and judges by it', () => {
    let state = fold(checklist, [drafted]);
    for (const [index, answer] of everyAnswer.entries())
      state = fold(checklist, decide(checklist, state, write(feeItem(`HP-0${index + 1}`, answer))), state);
    const items = state.status === 'absent' ? [] : (state.checklist.draft?.items ?? []);
    expect(items.map(({ answer }) => answer.kind)).toEqual(everyAnswer.map(({ kind }) => kind));
    const [, number] = items;
    expect(number && assess(number, { kind: 'number', value: 1 })).toEqual({ outcome: 'fail' });
  });

  const answer = (kind: AnswerType['kind']) => everyAnswer.find((each) => each.kind === kind) ?? everyAnswer[0];
  const bent = (kind: AnswerType['kind'], passWhen: object) =>
    feeItem('HP-03', { ...answer(kind), passWhen } as AnswerType);
  it.each<[string, ChecklistItem, string]>([
    ['a code of another checklist', feeItem('OSC-01', { kind: 'text' }), 'checklist.item-code-malformed'],
    ['a code of one digit', feeItem('HP-1', { kind: 'text' }), 'checklist.item-code-malformed'],
    ['a section nobody listed', { ...posted, section: 'C' }, 'checklist.item-section-unknown'],
    ['a blank question', { ...posted, question: text(' ', ' ') }, 'checklist.item-text-blank'],
    [
      'a blank name of a figure',
      { ...counted, answer: { ...counted.answer, unit: text('', '') } as AnswerType },
      'checklist.item-text-blank',
    ],
    [
      'no kind of evidence',
      { ...posted, evidence: { requiredWhen: 'failed', kinds: [] } },
      'checklist.item-without-evidence-kind',
    ],
    ['nothing to verify it by', { ...posted, verificationPoints: [] }, 'checklist.item-without-verification-point'],
    ['a share above the whole', bent('ratio', { atLeast: 10_001 }), 'checklist.item-threshold-out-of-range'],
    ['half a count', bent('number', { atMost: 0.5 }), 'checklist.item-threshold-out-of-range'],
    ['money below zero', bent('money', { aboveReferenceAtMost: -1 }), 'checklist.item-threshold-out-of-range'],
    ['more than all money', bent('reconciliation', { apartAtMost: 1e16 }), 'checklist.item-threshold-out-of-range'],
    ['a century late', bent('date', { daysLateAtMost: 36_500 }), 'checklist.item-threshold-out-of-range'],
    ['a derived share above the whole', bent('derived', { atLeast: 20_000 }), 'checklist.item-threshold-out-of-range'],
  ])('turns down %s', (_, item, code) => given(drafted).when(write(item)).expectRejection(code));

  it('ends at a hundred', () => {
    const full = Array.from({ length: itemsMax }, (_, index) => ({
      type: 'ChecklistItemWritten' as const,
      data: {
        item: feeItem(`HP-${String(index + 100)}`, { kind: 'text' }),
        place: index,
        previous: null,
        writtenBy: by.id,
      },
    }));
    given(drafted, ...full)
      .when(write(posted))
      .expectRejection('checklist.too-many-items', { max: itemsMax });
    const [first] = full;
    if (!first) throw new Error('there is no item');
    expect(given(drafted, ...full).when(write({ ...first.data.item, severity: 'minor' })).result).toHaveLength(1);
  });

  it('removes one, and one that is not there is gone already', () => {
    given(...written)
      .when(remove('HP-01'))
      .expect({ type: 'ChecklistItemRemoved', data: { item: posted, removedBy: by.id } });
    given(...written)
      .when(remove('HP-99'))
      .expectNothing();
  });
});

describe('the head', () => {
  it('is changed as long as every item keeps its section', () => {
    const sections = drafting.sections.slice(0, 1);
    given(...written)
      .when(head({ sections }))
      .expect({ type: 'ChecklistHeadChanged', data: { title: drafting.title, sections, changedBy: by.id } });
    given(...written)
      .when(head({ sections: drafting.sections.slice(1) }))
      .expectRejection('checklist.section-in-use', { section: 'A', itemCode: 'HP-01' });
  });
});

describe('publishing', () => {
  it('makes an edition of the draft', () =>
    given(...written)
      .when(publish())
      .expect(published));

  it('takes no draft without items', () => given(drafted).when(publish()).expectRejection('checklist.without-items'));

  it('is not for days that have passed, nor for any before the last edition’s', () => {
    given(...written)
      .when(publish({ validFrom: '2023-08-19' }))
      .expectRejection('checklist.valid-before-published', { validFrom: '2023-08-19', publishedOn: '2023-08-20' });
    given(...revising)
      .when(publish({ source: 'x' }))
      .expectRejection('checklist.valid-before-last', { validFrom: '2023-09-05', last: '2023-09-05' });
  });

  it('ends the edition before on the day before, and changes nothing else of it', () => {
    const second = given(...revising).when(publish({ validFrom: '2024-09-05', publishedOn: '2024-08-01' }));
    if (second.result instanceof Rejection) throw second.result;
    const state = fold(checklist, [...revising, ...second.result]);
    const editions = state.status === 'absent' ? [] : state.checklist.editions;
    const of = (on: string) => editionInForce(drafting.kind, on, editions)?.edition ?? null;
    expect(['2023-09-04', '2023-09-05', '2024-09-04', '2024-09-05'].map(of)).toEqual([null, 1, 1, 2]);
    if (published.type !== 'ChecklistPublished') throw new Error('it is another event');
    expect(editions[0]).toEqual({ ...published.data.edition, validTo: '2024-09-04' });
  });

  it('is for good: what was published is not written again', () => {
    for (const command of [head({ title: text('Khác') }), write(posted), remove('HP-01')])
      given(...live)
        .when(command)
        .expectRejection('checklist.no-draft');
  });
});

describe('the next edition', () => {
  it('begins as the last one was', () =>
    given(...live)
      .when(next)
      .expect(nextDrafted));

  it('brings a withdrawn checklist back', () => {
    const state = fold(checklist, [
      ...gone,
      nextDrafted,
      ...decided([...gone, nextDrafted], publish({ validFrom: '2025-01-01', publishedOn: '2024-12-01' })),
    ]);
    expect(state).toMatchObject({
      status: 'published',
      checklist: { withdrawn: null, editions: [{ validTo: '2024-05-31' }, { edition: 2, validTo: null }] },
    });
  });
});

describe('withdrawing', () => {
  it('is from a day on, today at the earliest', () => {
    given(...live)
      .when(withdraw())
      .expect(withdrawn);
    given(...live)
      .when(withdraw({ from: '2024-05-19' }))
      .expectRejection('checklist.withdrawn-in-the-past', { from: '2024-05-19', today: '2024-05-20' });
  });

  it('leaves no edition in force from that day on', () => {
    const state = fold(checklist, gone);
    const editions = state.status === 'absent' ? [] : state.checklist.editions;
    expect(
      ['2024-05-31', '2024-06-01'].map((on) => editionInForce(drafting.kind, on, editions)?.edition ?? null),
    ).toEqual([1, null]);
  });

  it('is once', () => {
    given(...gone)
      .when(withdraw({ reason: 'Lý do khác' }))
      .expectRejection('checklist.already-withdrawn', { from: '2024-06-01' });
  });
});

/** What every command comes to at every status: the events it decides, nothing, or the code it is refused with. */
const pairs: Readonly<
  Record<keyof ChecklistCommands, readonly [Command, Readonly<Record<ChecklistState['status'], string>>]>
> = {
  DraftChecklist: [
    draft({ title: text('Khác') }),
    {
      absent: 'ChecklistDrafted',
      drafting: 'checklist.already-drafted',
      published: 'checklist.already-drafted',
      revising: 'checklist.already-drafted',
      withdrawn: 'checklist.already-drafted',
    },
  ],
  ChangeChecklistHead: [
    head({ title: text('Khác') }),
    {
      absent: 'checklist.unknown',
      drafting: 'ChecklistHeadChanged',
      published: 'checklist.no-draft',
      revising: 'ChecklistHeadChanged',
      withdrawn: 'checklist.no-draft',
    },
  ],
  WriteChecklistItem: [
    write({ ...posted, severity: 'minor' }),
    {
      absent: 'checklist.unknown',
      drafting: 'ChecklistItemWritten',
      published: 'checklist.no-draft',
      revising: 'ChecklistItemWritten',
      withdrawn: 'checklist.no-draft',
    },
  ],
  RemoveChecklistItem: [
    remove('HP-02'),
    {
      absent: 'checklist.unknown',
      drafting: 'ChecklistItemRemoved',
      published: 'checklist.no-draft',
      revising: 'ChecklistItemRemoved',
      withdrawn: 'checklist.no-draft',
    },
  ],
  PublishChecklist: [
    publish({ validFrom: '2024-09-05' }),
    {
      absent: 'checklist.unknown',
      drafting: 'ChecklistPublished',
      published: 'checklist.no-draft',
      revising: 'ChecklistPublished',
      withdrawn: 'checklist.no-draft',
    },
  ],
  DraftNextChecklistEdition: [
    next,
    {
      absent: 'checklist.unknown',
      drafting: 'checklist.not-published',
      published: 'NextChecklistEditionDrafted',
      revising: '',
      withdrawn: 'NextChecklistEditionDrafted',
    },
  ],
  WithdrawChecklist: [
    withdraw(),
    {
      absent: 'checklist.unknown',
      drafting: 'checklist.not-published',
      published: 'ChecklistWithdrawn',
      revising: 'ChecklistWithdrawn',
      withdrawn: '',
    },
  ],
};

describe('every command at every status', () => {
  it.each(
    Object.entries(pairs).flatMap(([name, [command, outcomes]]) =>
      Object.entries(outcomes).map(([status, outcome]) => [name, status, outcome || 'nothing', command] as const),
    ),
  )('%s while %s: %s', (_, status, outcome, command) => {
    const history = checklistHistories[status as ChecklistState['status']];
    expect(fold(checklist, history).status).toBe(status);
    expect(outcomeOf(history, command)).toBe(outcome);
  });
});

function decided(history: (typeof checklistHistories)['absent'], command: Command) {
  return decide(checklist, fold(checklist, history), command);
}

function outcomeOf(history: (typeof checklistHistories)['absent'], command: Command): string {
  try {
    return (
      decided(history, command)
        .map(({ type }) => type)
        .join() || 'nothing'
    );
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

function codesIn(state: ChecklistState): readonly string[] {
  return state.status === 'absent' ? [] : (state.checklist.draft?.items ?? []).map(({ code }) => code);
}
