import {
  type Actor,
  type AnsweredFinding,
  type Deadline,
  type Evidence,
  type EvidenceKind,
  type Message,
  ladderDay,
  ladderProfiles,
  pendingExtension,
  pointsLeft,
  type RecommendationCommands,
  type RecommendationState,
  recovered,
  sanctionKinds,
  type TeamRole,
  type UnitCommands,
  type UnitSnapshot,
  type UnitState,
  type WorkingCalendar,
} from '@soat/domain';
import fc from 'fast-check';

/** Small pools of ids and people, so that random commands meet each other. */
export const unitId = '01890000-0000-7000-8000-000000000001';
export const bodyId = '01890000-0000-7000-8000-000000000002';

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

/** No party to any case. */
export const superior = { ...office, id: '01890000-0000-7000-8000-000000000009', name: 'Sở Nội vụ' };

export function joining(personId: string, role: TeamRole) {
  return { personId, name: personId, role, unitId: bodyId };
}

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
const everyone: readonly Actor[] = Object.values(people);

export const actor = fc.constantFrom<Actor>(...everyone);
export const words = fc.constantFrom('một', 'hai', 'ba');
export const maybeWords = fc.option(words);
export const day = fc.constantFrom('2023-05-04', '2023-06-01', '2024-02-29');
export const id = fc.constantFrom('f-1', 'f-2', 'f-3');

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

export const deadline: Deadline = {
  rule: {
    profile: 'internal-check-2021',
    purpose: 'remedy-recommendation',
    amount: 15,
    unit: 'working-day',
    startEvent: 'RecommendationIssued',
    confirmed: false,
  },
  startOn: '2023-05-04',
  originalDueOn: '2023-05-25',
  dueOn: '2023-05-25',
  skippedOn: [],
  calendarEdition: 1,
  confirmed: false,
};

export const bodies = { lead: office, coordinating: [], implementing: [ward, school] };
const otherBodies = { lead: ward, coordinating: [], implementing: [school] };
const document = { number: '60/QĐ-UBND', signedOn: '2023-05-04' };
/** Weekends, and in the amended edition the days the due dates fall on. */
const calendar: WorkingCalendar = { edition: 1, from: '2023-01-01', through: '2024-12-31', days: [] };
const amendedCalendar: WorkingCalendar = {
  ...calendar,
  edition: 2,
  days: ['2023-05-24', '2023-06-14', '2023-06-15'].map((on) => ({
    on,
    kind: 'holiday',
    name: text('Nghỉ'),
    source: 'x',
    confirmed: true,
  })),
};
const ladderSteps = ladderProfiles[0]?.steps ?? [];
const sanctionKind = fc.constantFrom(...sanctionKinds);
const extendedDay = fc.constantFrom('2023-05-25', '2023-06-15', '2023-06-22', '2023-06-24');
const external = {
  number: 'KTNN-07',
  kind: 'other',
  text: 'Nộp lại ngân sách',
  unit: ward,
  source: {
    issuer: 'state-audit',
    issuerName: 'Kiểm toán nhà nước',
    title: 'Báo cáo kiểm toán',
    document,
    evidence: [piece('d', 'document')],
  },
  severity: 'critical',
  bodies,
  verificationPoints: ['Ảnh', 'Văn bản'],
  deadline: { ...deadline, rule: { ...deadline.rule, profile: 'document' } },
} as const;
const point = fc.constantFrom('Ảnh', 'Văn bản', 'Điều không có');
const source = { inspectionId: 'i-1', inspectionNumber: '12/QĐ-UBND', teamIds: ['lead', 'member'] };

export function findingBy(recordedBy: string): AnsweredFinding {
  return {
    findingId: `f-${recordedBy}`,
    number: 'TT-01',
    itemCode: 'X-1',
    severity: 'minor',
    criteria: text('Tiêu chí'),
    condition: 'Hiện trạng',
    place: null,
    evidence: [],
    recordedBy,
  };
}

export const recommendationCommand: fc.Arbitrary<Message<RecommendationCommands>> = commands<RecommendationCommands>({
  IssueRecommendation: fc.record({
    by: actor,
    number: fc.constant('KN-TT-01'),
    kind: fc.constantFrom('collect-money', 'other'),
    text: words,
    unit: fc.constant(ward),
    source: fc.constantFrom(
      { ...source, finalDocument: { kind: 'minutes', number: null, signedOn: '2023-05-04' } } as const,
      { ...source, finalDocument: null },
    ),
    findings: fc.constantFrom([findingBy('member')], [findingBy('member'), findingBy('lead')], []),
    bodies: fc.constant(bodies),
    verificationPoints: fc.constantFrom(['Ảnh', 'Văn bản'], ['Ảnh'], []),
    deadline: fc.constant(deadline),
    amountToRecover: fc.constantFrom(null, 100),
  }),
  EnterExternalRecommendation: fc
    .record({
      by: actor,
      on: day,
      kind: fc.constantFrom('collect-money', 'other'),
      amountToRecover: fc.option(fc.constant(100)),
    })
    .map((part) => ({ ...external, ...part })),
  ReassignRecommendation: fc.record({
    by: actor,
    bodies: fc.constantFrom(bodies, otherBodies, { ...bodies, implementing: [] }),
    reason: words,
    document: fc.constant(document),
  }),
  ApprovePlan: fc.record({ by: actor, note: maybeWords }),
  ReturnPlan: fc.record({ by: actor, reason: words }),
  RecordRecovery: fc.record({
    by: actor,
    on: day,
    amount: fc.constantFrom(1, 40, 100),
    recoveredOn: day,
    document: words,
    evidence: pieces,
  }),
  VerifyPartly: fc.record({
    by: actor,
    metPoints: fc.uniqueArray(point, { maxLength: 2 }),
    unmet: fc.array(fc.record({ point, reason: words }), { maxLength: 2 }),
  }),
  ConfirmEffectiveness: fc.record({ by: actor, on: day, note: words }),
  DenyEffectiveness: fc.record({ by: actor, on: day, reason: words }),
  ProposeSanction: fc.record({ by: actor, kind: sanctionKind, against: words, reason: words }),
  DecideSanction: fc.record({
    by: actor,
    isImposed: fc.boolean(),
    kind: fc.option(sanctionKind),
    document: fc.constant(document),
    note: words,
  }),
  RequestExtension: fc.record({
    by: actor,
    on: day,
    calendar: fc.constant(calendar),
    dueOn: extendedDay,
    reason: words,
  }),
  GrantExtension: fc.record({ by: actor, calendar: fc.constant(calendar), dueOn: fc.option(extendedDay), note: words }),
  RefuseExtension: fc.record({ by: actor, note: words }),
  SuspendRecommendation: fc.record({
    by: actor,
    on: day,
    cause: fc.constantFrom('re-inspection', 'superior-opinion'),
    document: fc.constant(document),
    note: words,
  }),
  ResumeRecommendation: fc.record({ by: actor, on: day, calendar: fc.constant(calendar), note: words }),
  RecomputeDeadline: fc.record({ by: actor, on: day, calendar: fc.constantFrom(calendar, amendedCalendar) }),
  NoteOverdue: fc.record({ by: actor, on: day, dueOn: extendedDay }),
  TakeLadderStep: fc
    .record({ by: actor, on: day, step: fc.constantFrom(...ladderSteps), dueOn: extendedDay })
    .map((part) => ({ ...part, profile: 'x', plannedOn: ladderDay(part.dueOn, part.step, calendar) })),
  SubmitRemediationPlan: fc.record({ by: actor, steps: words, responsible: words, plannedOn: day, cause: maybeWords }),
  ReportProgress: fc.record({ by: actor, percent: fc.constantFrom(0, 50, 100), note: words }),
  ReportObstacle: fc.record({ by: actor, note: words }),
  ReportRemediationComplete: fc.record({ by: actor, note: words, evidence: pieces, on: day }),
  ReturnProof: fc.record({
    by: actor,
    reasons: fc.array(fc.record({ point: fc.option(point), reason: words }), { maxLength: 2 }),
  }),
  VerifyRemediation: fc.record({ by: actor, metPoints: fc.uniqueArray(point, { maxLength: 3 }), note: maybeWords }),
  CloseRecommendation: fc.record({ by: actor }),
  DeclareNotImplemented: fc.record({ by: actor, reason: words }),
});

export const basis = fc.constant({ number: '01/NQ-HĐND', signedOn: '2023-01-01' });

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

/** A walk goes on from one of these beginnings. Two steps in three are guided; the third may be anything. */
export function steps<C extends object>(
  command: fc.Arbitrary<Message<C>>,
  beginnings: readonly (readonly Message<C>[])[],
): fc.Arbitrary<readonly Step<C>[]> {
  const step = fc.oneof(
    { weight: 2, arbitrary: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }).map((dice): Step<C> => ({ dice })) },
    { weight: 1, arbitrary: command.map((any): Step<C> => ({ any })) },
  );
  return fc
    .tuple(fc.constantFrom(...beginnings), fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }))
    .map(([beginning, rest]) => [...beginning.map((any): Step<C> => ({ any })), ...rest]);
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

export const guideRecommendation: Guide<RecommendationState, RecommendationCommands> = (state, dice) => {
  if (state.status === 'absent') {
    const finalDocument = { kind: 'minutes', number: null, signedOn: '2023-05-04' } as const;
    const dueOn = dice.pick(['2023-05-25', '2023-06-15']);
    const amountToRecover = dice.pick([null, null, 100]);
    const order = {
      by: people.lead,
      number: 'KN-TT-01',
      kind: 'other',
      text: 'Khắc phục',
      unit: ward,
      source: { ...source, finalDocument },
      findings: dice.pick([[findingBy('member')], [findingBy('lead'), findingBy('stranger')], [findingBy('officer')]]),
      bodies,
      verificationPoints: dice.pick([['Ảnh'], ['Ảnh', 'Văn bản']]),
      deadline: { ...deadline, dueOn, originalDueOn: dueOn },
      amountToRecover,
    } as const;
    return dice.pick<Message<RecommendationCommands>>([
      ...often(4, { type: 'IssueRecommendation', data: order } as const),
      {
        type: 'EnterExternalRecommendation',
        data: { ...external, by: people.leader, on: '2023-05-10', amountToRecover },
      },
    ]);
  }
  // Whoever judges is anyone at all: who may not is for the rules to say.
  const judge = dice.pick(everyone);
  const fixer = dice.pick<Actor>([people.officer, people.teacher, people.memberNowInTheUnit]);
  const note = dice.pick(['một', 'hai', 'ba']);
  const left = pointsLeft(state);
  const point = dice.pick([...state.order.verificationPoints, null]);
  const on = dice.pick(['2023-05-10', '2023-05-25', '2023-06-01', '2023-06-16']);
  const suspend = {
    type: 'SuspendRecommendation',
    data: { by: people.leader, on, cause: 're-inspection', document, note },
  } as const;
  const recompute = { type: 'RecomputeDeadline', data: { by: judge, on, calendar: amendedCalendar } } as const;
  switch (state.status) {
    case 'awaiting-verification': {
      const [met, ...rest] = left;
      const unmet = rest.map((missing) => ({ point: missing, reason: note }));
      return dice.pick<Message<RecommendationCommands>>([
        ...often(3, { type: 'VerifyRemediation', data: { by: judge, metPoints: left, note } } as const),
        ...often(2, { type: 'ReturnProof', data: { by: judge, reasons: [{ point, reason: note }] } } as const),
        ...often(2, { type: 'VerifyPartly', data: { by: judge, metPoints: met ? [met] : [], unmet } } as const),
        suspend,
        recompute,
      ]);
    }
    case 'suspended':
      return { type: 'ResumeRecommendation', data: { by: people.leader, on, calendar, note } };
    case 'verified':
      return dice.pick<Message<RecommendationCommands>>([
        { type: 'CloseRecommendation', data: { by: judge } },
        { type: 'ConfirmEffectiveness', data: { by: judge, on, note } },
        { type: 'DenyEffectiveness', data: { by: judge, on, reason: note } },
      ]);
    case 'effective':
    case 'implemented':
    case 'sanction-decided':
      return { type: 'CloseRecommendation', data: { by: judge } };
    case 'not-implemented':
      return { type: 'ProposeSanction', data: { by: judge, kind: 'discipline', against: note, reason: note } };
    case 'sanction-proposed':
      return {
        type: 'DecideSanction',
        data: { by: judge, isImposed: true, kind: dice.pick(['discipline', 'reminder']), document, note },
      };
    default:
      return inHand(state, dice, { judge, fixer, note, on, suspend, recompute });
  }
};

function inHand(
  state: Exclude<RecommendationState, { status: 'absent' }>,
  dice: Dice,
  {
    judge,
    fixer,
    note,
    on,
    suspend,
    recompute,
  }: {
    readonly judge: Actor;
    readonly fixer: Actor;
    readonly note: string;
    readonly on: string;
    readonly suspend: Message<RecommendationCommands>;
    readonly recompute: Message<RecommendationCommands>;
  },
): Message<RecommendationCommands> {
  const { dueOn } = state.deadline;
  const proof = [piece(dice.pick(digits), 'photo')];
  const plan = { steps: note, responsible: note, plannedOn: on, cause: null };
  const step = dice.pick(ladderSteps);
  const plannedOn = ladderDay(dueOn, step, calendar);
  const lines: Message<RecommendationCommands>[] = [
    ...often(state.status === 'issued' ? 6 : 1, {
      type: 'SubmitRemediationPlan',
      data: { by: fixer, ...plan },
    } as const),
    { type: 'ReportProgress', data: { by: fixer, percent: dice.pick([10, 50, 90]), note } },
    { type: 'ReportObstacle', data: { by: fixer, note } },
    ...often(5, { type: 'ReportRemediationComplete', data: { by: fixer, note, evidence: proof, on } } as const),
    { type: 'DeclareNotImplemented', data: { by: judge, reason: note } },
    {
      type: 'RequestExtension',
      data: { by: fixer, on, calendar, dueOn: dice.pick(['2023-06-15', '2023-06-22']), reason: note },
    },
    { type: 'NoteOverdue', data: { by: judge, on: '2023-07-03', dueOn } },
    ...often(2, {
      type: 'TakeLadderStep',
      data: { by: judge, on: plannedOn, profile: 'x', step, dueOn, plannedOn },
    } as const),
    { type: 'ReassignRecommendation', data: { by: people.leader, bodies: otherBodies, reason: note, document } },
    suspend,
    recompute,
  ];
  if (state.plan && !state.planReview) {
    // Work soon leaves the plan behind, so whoever judges it is quick.
    const times = state.status === 'planned' ? 12 : 1;
    lines.push(
      ...often(times, { type: 'ApprovePlan', data: { by: judge, note } } as const),
      ...often(times, { type: 'ReturnPlan', data: { by: judge, reason: note } } as const),
    );
  }
  if (pendingExtension(state)) {
    const by = dice.pick<Actor>([people.leader, people.leader, judge]);
    lines.push(
      ...often(6, { type: 'GrantExtension', data: { by, calendar, dueOn: null, note } } as const),
      ...often(6, { type: 'RefuseExtension', data: { by, note } } as const),
    );
  }
  if (state.order.amountToRecover !== null)
    lines.push(
      ...often(3, {
        type: 'RecordRecovery',
        data: {
          by: fixer,
          on,
          amount: dice.pick([40, state.order.amountToRecover - recovered(state)]),
          recoveredOn: on,
          document: `${note} ${state.recoveries.length}`,
          evidence: [],
        },
      } as const),
    );
  return dice.pick(lines);
}

export function often<T>(times: number, choice: T): readonly T[] {
  return Array.from({ length: times }, () => choice);
}
