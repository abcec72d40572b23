import type { AnswerType, ChecklistCommands, ChecklistItem, ChecklistState, Message } from '@soat/domain';
import fc from 'fast-check';
import { actor, commands, type Guide, office, people, text, words } from './generators.js';

const sectionsOf = (codes: readonly string[]) => codes.map((code) => ({ code, title: text(code) }));

const drafting: Omit<ChecklistCommands['DraftChecklist'], 'by'> = {
  kind: 'school-fees-check',
  code: 'HP',
  body: office,
  title: text('Phiếu kiểm tra'),
  sections: sectionsOf(['A', 'B']),
};

function asked(code: string, part: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    code,
    section: 'A',
    question: text('Câu hỏi'),
    verifiedBy: text('Xem'),
    answer: { kind: 'yesNo', passWhen: true },
    severity: 'major',
    evidence: { requiredWhen: 'failed', kinds: ['photo'] },
    phrases: [],
    remedy: text('Khắc phục'),
    verificationPoints: [text('Ảnh')],
    indices: [],
    basis: [],
    ...part,
  };
}

const answer: fc.Arbitrary<AnswerType> = fc.oneof(
  fc.boolean().map((passWhen): AnswerType => ({ kind: 'yesNo', passWhen })),
  fc.constantFrom(-1, 0, 9_500, 10_001).map(
    (atLeast): AnswerType => ({
      kind: 'ratio',
      numerator: text('một'),
      denominator: text('hai'),
      isShare: true,
      passWhen: { atLeast },
      targetSource: 'x',
      sampleMin: null,
    }),
  ),
  fc.constant<AnswerType>({ kind: 'text' }),
);
const item = fc
  .record({
    code: fc.constantFrom('HP-01', 'HP-02', 'HP-03', 'OSC-01'),
    section: fc.constantFrom('A', 'B', 'C'),
    question: words.map(text),
    answer,
    severity: fc.constantFrom('minor', 'critical'),
  })
  .map(({ code, ...part }) => asked(code, part));
const codes = fc.subarray(['A', 'B', 'B'], { minLength: 0 });
const day = fc.constantFrom('2023-04-14', '2024-02-29', '2024-03-01');

export const checklistCommand: fc.Arbitrary<Message<ChecklistCommands>> = commands<ChecklistCommands>({
  DraftChecklist: fc
    .record({ by: actor, kind: fc.constantFrom('school-fees-check', 'Nope', 'one-stop-spot-check'), sections: codes })
    .map(({ by, kind, sections }) => ({ ...drafting, by, kind, sections: sectionsOf(sections) })),
  ChangeChecklistHead: fc
    .record({ by: actor, title: words.map(text), sections: codes })
    .map(({ by, title, sections }) => ({ by, title, sections: sectionsOf(sections) })),
  WriteChecklistItem: fc.record({ by: actor, item, place: fc.option(fc.integer({ min: -1, max: 4 })) }),
  RemoveChecklistItem: fc.record({ by: actor, itemCode: fc.constantFrom('HP-01', 'HP-02', 'HP-09') }),
  PublishChecklist: fc.record({ by: actor, validFrom: day, source: words, publishedOn: day }),
  DraftNextChecklistEdition: fc.record({ by: actor }),
  WithdrawChecklist: fc.record({ by: actor, from: day, reason: words, today: day }),
});

export const guideChecklist: Guide<ChecklistState, ChecklistCommands> = (state, dice) => {
  const by = people.leader;
  if (state.status === 'absent') return { type: 'DraftChecklist', data: { by, ...drafting } };
  const { draft, editions } = state.checklist;
  const year = 2024 + editions.length;
  if (!draft)
    return dice.pick<Message<ChecklistCommands>>([
      { type: 'DraftNextChecklistEdition', data: { by } },
      { type: 'WithdrawChecklist', data: { by, from: `${year}-06-01`, reason: 'Thôi', today: `${year}-06-01` } },
    ]);
  return dice.pick<Message<ChecklistCommands>>([
    {
      type: 'WriteChecklistItem',
      data: { by, item: asked(dice.pick(['HP-01', 'HP-02'])), place: dice.pick([null, 0, 1]) },
    },
    { type: 'RemoveChecklistItem', data: { by, itemCode: 'HP-02' } },
    { type: 'ChangeChecklistHead', data: { by, title: text(dice.pick(['một', 'hai'])), sections: drafting.sections } },
    {
      type: 'PublishChecklist',
      data: { by, validFrom: `${year}-01-01`, source: 'Công văn', publishedOn: `${year}-01-01` },
    },
    { type: 'WithdrawChecklist', data: { by, from: `${year}-06-01`, reason: 'Thôi', today: `${year}-06-01` } },
  ]);
};
