import {
  type Actor,
  type AnswerValue,
  type ChecklistItem,
  type Evidence,
  type EvidenceKind,
  findingsToRemedy,
  type InspectionCommands,
  type InspectionFile,
  type InspectionState,
  liveFindings,
  type Message,
  proposedFindings,
  type UnitCommands,
  type UnitSnapshot,
  type UnitState,
} from '@soat/domain';
import fc from 'fast-check';

/** Small pools of ids and people, so that random commands meet each other. */
export const unitId = '01890000-0000-7000-8000-000000000001';
const bodyId = '01890000-0000-7000-8000-000000000002';

export const ward: UnitSnapshot = {
  id: unitId,
  name: 'Phường 1',
  code: '31783',
  kind: 'ward',
  parentId: bodyId,
  headName: null,
};
export const office: UnitSnapshot = {
  id: bodyId,
  name: 'Phòng Nội vụ',
  code: 'PNV',
  kind: 'department',
  parentId: null,
  headName: null,
};

export const school: UnitSnapshot = {
  id: '01890000-0000-7000-8000-000000000003',
  name: 'Trung tâm Học tập cộng đồng',
  code: 'HTCD',
  kind: 'department',
  parentId: unitId,
  headName: null,
};

/** Some of them are one person in two offices: whoever fixed or found something may have moved since. */
export const people = {
  lead: { id: 'lead', name: 'Trưởng đoàn', role: 'team-lead', unitId: bodyId },
  member: { id: 'member', name: 'Thành viên', role: 'inspector', unitId: bodyId },
  memberNowInTheUnit: { id: 'member', name: 'Thành viên', role: 'unit-head', unitId },
  stranger: { id: 'stranger', name: 'Người ngoài đoàn', role: 'inspector', unitId: bodyId },
  officer: { id: 'officer', name: 'Công chức', role: 'unit-officer', unitId },
  officerNowInOffice: { id: 'officer', name: 'Công chức', role: 'leadership', unitId: bodyId },
  teacher: { id: 'teacher', name: 'Giáo viên', role: 'unit-officer', unitId: school.id },
  appraiser: { id: 'appraiser', name: 'Thẩm định', role: 'appraiser', unitId: bodyId },
  leader: { id: 'leader', name: 'Lãnh đạo', role: 'leadership', unitId: bodyId },
} as const satisfies Record<string, Actor>;
export const everyone: readonly Actor[] = Object.values(people);

export const actor = fc.constantFrom<Actor>(...everyone);
export const words = fc.constantFrom('một', 'hai', 'ba');
export const maybeWords = fc.option(words);
export const day = fc.constantFrom('2023-05-04', '2023-06-01', '2024-02-29');
const id = fc.constantFrom('f-1', 'f-2', 'f-3');

/** Sixteen contents there are, so that the same one comes again. */
export function piece(digit: string, kind: EvidenceKind): Evidence {
  return { sha256: digit.repeat(64), size: 1024, mediaType: 'image/jpeg', name: digit, kind, capturedAt: null };
}

export const digits = [...'0123456789abcdef'];
export const evidence = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<EvidenceKind>('photo', 'document', 'url'))
  .map(([digit, kind]) => piece(digit, kind));
export const pieces = fc.array(evidence, { maxLength: 2 });

export const text = (words: string) => ({ vi: words, en: words });

function item(
  code: string,
  answer: ChecklistItem['answer'],
  severity: ChecklistItem['severity'],
  kinds: readonly EvidenceKind[],
): ChecklistItem {
  return {
    code,
    section: 'A',
    question: text(`Câu hỏi ${code}`),
    verifiedBy: text('Xem'),
    answer,
    severity,
    evidence: { requiredWhen: 'failed', kinds },
    phrases: [text(`Tồn tại ${code}`)],
    remedy: text('Khắc phục'),
    verificationPoints: [text('Ảnh')],
    indices: ['P5'],
    basis: [],
  };
}

/** A checklist of every shape that matters to the rules, small enough to be finished by chance. */
export const items: readonly ChecklistItem[] = [
  item('X-1', { kind: 'yesNo', passWhen: true }, 'minor', ['photo']),
  item('X-2', { kind: 'yesNo', passWhen: false }, 'critical', ['document', 'record']),
  item('X-3', { kind: 'derived', from: 'earlier-recommendations', passWhen: { atLeast: 10_000 } }, 'critical', [
    'record',
  ]),
  item('X-4', { kind: 'yesNo', passWhen: true }, 'major', ['photo', 'document']),
];

const itemCode = fc.constantFrom('X-1', 'X-2', 'X-3', 'X-4', 'X-9');
const value = fc.constantFrom<AnswerValue>(
  { kind: 'yesNo', yes: true },
  { kind: 'yesNo', yes: false },
  { kind: 'number', value: 1 },
  { kind: 'derived', total: 2, implemented: 1 },
);

export const order: Omit<InspectionCommands['OrderInspection'], 'by'> = {
  number: '12/QĐ-UBND',
  signedOn: '2023-05-04',
  basis: 'Kế hoạch',
  regime: 'internal-check',
  type: 'unannounced',
  programmeItem: null,
  unit: ward,
  orderedBy: { body: office, person: { name: 'Lãnh đạo', title: 'Chủ tịch' } },
  checklist: { kind: 'one-stop-spot-check', edition: 1, title: text('Phiếu'), items },
  team: [
    { personId: 'lead', name: 'Trưởng đoàn', role: 'lead', unitId: bodyId },
    { personId: 'member', name: 'Thành viên', role: 'member', unitId: bodyId },
  ],
};

const finding = fc.record({
  condition: words,
  cause: maybeWords,
  effect: maybeWords,
  amountAtRisk: fc.option(fc.constantFrom(0, 1_000_000)),
  place: maybeWords,
});
const named = fc.record({ name: words, title: words });
const minutes = { number: maybeWords, signedOn: day, leadTitle: words, unitRepresentative: named };

export const inspectionCommand: fc.Arbitrary<Message<InspectionCommands>> = commands<InspectionCommands>({
  OrderInspection: fc
    .record({ by: actor, team: fc.constantFrom(order.team, order.team, []) })
    .map((part) => ({ ...order, ...part })),
  StartInspection: fc.record({
    by: actor,
    place: maybeWords,
    earlier: fc.constantFrom({ total: 0, implemented: 0 }, { total: 2, implemented: 1 }, { total: 2, implemented: 2 }),
    findingId: id,
  }),
  AnswerItem: fc.record({
    by: actor,
    itemCode,
    value,
    note: maybeWords,
    evidence: pieces,
    finding: fc.option(finding),
    findingId: id,
  }),
  MarkItemNotApplicable: fc.record({ by: actor, itemCode, reason: words }),
  CorrectAnswer: fc.record({
    by: actor,
    itemCode,
    value: fc.option(value),
    note: maybeWords,
    evidence: pieces,
    reason: words,
    findingId: id,
  }),
  CaptureEvidence: fc.record({ by: actor, itemCode, evidence: pieces }),
  RecordFinding: fc
    .tuple(
      finding,
      fc.record({
        by: actor,
        findingId: id,
        itemCode: fc.option(itemCode),
        severity: fc.option(fc.constantFrom('minor', 'major', 'critical')),
        criteria: maybeWords,
        evidence: pieces,
      }),
    )
    .map(([words, rest]) => ({ ...words, ...rest })),
  CorrectFindingOnSite: fc.record({ by: actor, findingId: id, note: words, before: pieces, after: pieces }),
  DiscardFinding: fc.record({ by: actor, findingId: id, reason: words }),
  DismissProposedFinding: fc.record({ by: actor, itemCode, reason: words }),
  SuspendFieldwork: fc.record({ by: actor, reason: words }),
  ResumeFieldwork: fc.record({ by: actor }),
  EndFieldwork: fc.record({ by: actor }),
  SignMinutes: fc.record({ by: actor, ...minutes, reservation: maybeWords }),
  RecordMinutesRefusal: fc.record({ by: actor, ...minutes, reason: words, witness: named }),
  CancelInspection: fc.record({ by: actor, reason: words }),
  NoteRecommendationIssued: fc.record({ by: actor, recommendationId: id, findingIds: fc.array(id, { maxLength: 2 }) }),
  NoteRecommendationSettled: fc.record({
    by: actor,
    recommendationId: id,
    outcome: fc.constantFrom('implemented', 'not-implemented'),
  }),
  CloseInspection: fc.record({ by: actor }),
});

const basis = fc.constant({ number: '01/NQ-HĐND', signedOn: '2023-01-01' });

export const unitCommand: fc.Arbitrary<Message<UnitCommands>> = commands<UnitCommands>({
  EstablishUnit: fc.record({
    id: fc.constant(unitId),
    name: words,
    code: fc.constantFrom('31783', '31801'),
    kind: fc.constantFrom('ward', 'commune'),
    parentId: fc.constantFrom(bodyId, unitId, null),
    basis: fc.option(basis),
    validFrom: day,
  }),
  RenameUnit: fc.record({ name: words, basis, validFrom: day }),
  AppointUnitHead: fc.record({ headName: words, basis: fc.option(basis), validFrom: day }),
});

/** One generator for each command of a stream; a command without one does not compile. */
export function commands<C extends object>(
  generators: { readonly [T in keyof C]: fc.Arbitrary<C[T]> },
): fc.Arbitrary<Message<C>> {
  const all = Object.entries<fc.Arbitrary<unknown>>(generators).map(([type, data]) =>
    data.map((chosen) => ({ type, data: chosen }) as Message<C>),
  );
  return fc.oneof(...all);
}

/** Numbers drawn in advance, by which a guide chooses; they shrink as numbers do. */
export class Dice {
  private thrown = 0;

  constructor(private readonly numbers: readonly number[]) {}

  pick<T>(choices: readonly T[]): T {
    const number = this.numbers[this.thrown++ % this.numbers.length] ?? 0;
    const chosen = choices[number % choices.length];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }
}

/** A command that leads on from where the stream stands; random ones alone would rarely get past its first steps. */
export type Guide<S, C extends object> = (state: S, dice: Dice) => Message<C>;

/** One step of a walk: any command at all, or dice for the guide. */
export type Step<C extends object> = { readonly any: Message<C> } | { readonly dice: readonly number[] };

/** Two steps in three are guided; the third may be anything. */
export function steps<C extends object>(command: fc.Arbitrary<Message<C>>): fc.Arbitrary<readonly Step<C>[]> {
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }).map((dice): Step<C> => ({ dice })) },
    { weight: 1, arbitrary: command.map((any): Step<C> => ({ any })) },
  );
  return fc.array(step, { minLength: 1, maxLength: 60, size: 'max' });
}

export function commandOf<S, C extends object>(step: Step<C>, state: S, guide: Guide<S, C>): Message<C> {
  return 'any' in step ? step.any : guide(state, new Dice(step.dice));
}

export const guideUnit: Guide<UnitState, UnitCommands> = (state, dice) => {
  const basis = { number: '01/NQ-HĐND', signedOn: '2023-01-01' };
  const { id, name, code, kind, parentId } = ward;
  if (state.status === 'absent')
    return { type: 'EstablishUnit', data: { id, name, code, kind, parentId, basis, validFrom: '2023-05-04' } };
  return dice.pick<Message<UnitCommands>>([
    { type: 'RenameUnit', data: { name: dice.pick(['một', 'hai']), basis, validFrom: '2023-06-01' } },
    { type: 'AppointUnitHead', data: { headName: dice.pick(['ba', 'bốn']), basis, validFrom: '2023-06-01' } },
  ]);
};

export const guideInspection: Guide<InspectionState, InspectionCommands> = (state, dice) => {
  const { lead, member, leader } = people;
  const ending = {
    by: lead,
    number: '03/BB',
    signedOn: '2023-06-01',
    leadTitle: 'Trưởng đoàn',
    unitRepresentative: { name: 'Công chức', title: 'Văn phòng' },
  };
  switch (state.status) {
    case 'absent':
      return { type: 'OrderInspection', data: { ...order, by: leader } };
    case 'ordered': {
      const total = dice.pick([0, 2]);
      const earlier = { total, implemented: dice.pick([0, total]) };
      const start = { by: dice.pick([lead, member]), place: 'Một cửa', earlier, findingId: 'f-0' };
      return dice.pick<Message<InspectionCommands>>([
        ...often(6, { type: 'StartInspection', data: start } as const),
        { type: 'CancelInspection', data: { by: dice.pick([lead, leader]), reason: 'Mưa lũ' } },
      ]);
    }
    case 'in-fieldwork':
      return onSite(state.file, dice);
    case 'suspended':
      return { type: 'ResumeFieldwork', data: { by: lead } };
    case 'fieldwork-ended':
      return dice.pick<Message<InspectionCommands>>([
        { type: 'SignMinutes', data: { ...ending, reservation: null } },
        { type: 'SignMinutes', data: { ...ending, reservation: 'Đề nghị tính lại' } },
        {
          type: 'RecordMinutesRefusal',
          data: { ...ending, reason: 'Không thống nhất', witness: { name: 'Mặt trận', title: 'Ủy viên' } },
        },
      ]);
    case 'minutes-signed':
    case 'minutes-refused':
    case 'under-follow-up':
      return afterMinutes(state.file, dice);
    case 'closed':
    case 'cancelled':
      return { type: 'CloseInspection', data: { by: lead } };
  }
};

function onSite(file: InspectionFile, dice: Dice): Message<InspectionCommands> {
  const { lead } = people;
  const by = dice.pick<Actor>([lead, people.member]);
  const findingId = `f-${file.findings.length + 1}`;
  const open = file.order.checklist.items.filter(({ code }) => !file.answers[code]);
  const proposed = proposedFindings(file);
  const live = liveFindings(file);
  const contradicted = live.filter(({ itemCode }) => itemCode !== null && !isFailed(file, itemCode));
  const said = {
    condition: 'Hiện trạng',
    cause: null,
    effect: null,
    amountAtRisk: null,
    place: dice.pick([null, 'Sân']),
  };
  const reason = dice.pick(['một', 'hai']);
  const lines: Message<InspectionCommands>[] = [
    { type: 'SuspendFieldwork', data: { by: lead, reason } },
    {
      type: 'RecordFinding',
      data: {
        by,
        findingId,
        itemCode: null,
        severity: 'minor',
        criteria: 'x',
        evidence: [piece('d', 'photo')],
        ...said,
      },
    },
  ];
  const asked = open.length > 0 ? dice.pick(open) : null;
  if (asked) {
    const value = { kind: 'yesNo', yes: dice.pick([true, false]) } as const;
    const data = { by, itemCode: asked.code, value, note: null, evidence: fit(asked, dice), finding: null, findingId };
    lines.push(
      ...often(5, { type: 'AnswerItem', data } as const),
      { type: 'MarkItemNotApplicable', data: { by, itemCode: asked.code, reason } },
      { type: 'CaptureEvidence', data: { by, itemCode: asked.code, evidence: fit(asked, dice) } },
    );
  }
  const answered = dice.pick(file.order.checklist.items);
  if (file.answers[answered.code] && answered.answer.kind === 'yesNo') {
    const value = dice.pick([null, { kind: 'yesNo', yes: true } as const, { kind: 'yesNo', yes: false } as const]);
    const data = { by, itemCode: answered.code, value, note: null, evidence: fit(answered, dice), reason, findingId };
    lines.push({ type: 'CorrectAnswer', data });
  }
  if (proposed.length > 0) {
    const itemCode = dice.pick(proposed);
    const data = { by, findingId, itemCode, severity: null, criteria: null, evidence: [], ...said };
    lines.push(
      ...often(3, { type: 'RecordFinding', data } as const),
      ...often(2, { type: 'DismissProposedFinding', data: { by, itemCode, reason } } as const),
    );
  }
  if (live.length > 0) {
    const { findingId } = dice.pick(live);
    lines.push(
      { type: 'DiscardFinding', data: { by, findingId, reason } },
      { type: 'CorrectFindingOnSite', data: { by, findingId, note: reason, before: [], after: [piece('e', 'photo')] } },
    );
  }
  if (contradicted.length > 0)
    lines.push(
      ...often(5, {
        type: 'DiscardFinding',
        data: { by: lead, findingId: dice.pick(contradicted).findingId, reason },
      } as const),
    );
  if (!asked && proposed.length === 0 && contradicted.length === 0)
    lines.push(...often(8, { type: 'EndFieldwork', data: { by: lead } } as const));
  return dice.pick(lines);
}

function afterMinutes(file: InspectionFile, dice: Dice): Message<InspectionCommands> {
  const by = people.leader;
  const covered = new Set(file.recommendations.flatMap(({ findingIds }) => findingIds));
  const open = findingsToRemedy(file).filter(({ findingId }) => !covered.has(findingId));
  const unsettled = file.recommendations.filter(({ outcome }) => outcome === null);
  const lines: Message<InspectionCommands>[] = [{ type: 'CloseInspection', data: { by } }];
  if (open.length > 0) {
    const findingIds = [dice.pick(open).findingId];
    const recommendationId = `r-${file.recommendations.length + 1}`;
    lines.push(...often(4, { type: 'NoteRecommendationIssued', data: { by, recommendationId, findingIds } } as const));
  }
  if (unsettled.length > 0) {
    const recommendationId = dice.pick(unsettled).id;
    const outcome = dice.pick(['implemented', 'not-implemented'] as const);
    lines.push(...often(3, { type: 'NoteRecommendationSettled', data: { by, recommendationId, outcome } } as const));
  }
  return dice.pick(lines);
}

function isFailed({ answers }: InspectionFile, itemCode: string): boolean {
  const answer = answers[itemCode];
  return answer?.status === 'answered' && answer.outcome === 'fail';
}

/** Evidence of a kind the item asks for. */
function fit({ evidence: { kinds } }: ChecklistItem, dice: Dice): readonly Evidence[] {
  return [piece(dice.pick(digits), dice.pick(kinds))];
}

export function often<T>(times: number, choice: T): readonly T[] {
  return Array.from({ length: times }, () => choice);
}
