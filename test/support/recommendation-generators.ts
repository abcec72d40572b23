import {
  type Actor,
  type AnsweredFinding,
  type Deadline,
  type Message,
  type RecommendationCommands,
  type RecommendationState,
  type WorkingCalendar,
  ladderDay,
  ladderProfiles,
  pendingExtension,
  pointsLeft,
  recovered,
  sanctionKinds,
} from '@soat/domain';
import fc from 'fast-check';
import {
  words,
  maybeWords,
  day,
  piece,
  digits,
  pieces,
  commands,
  text,
  often,
  everyone,
  actor,
  office,
  people,
  school,
  ward,
  type Dice,
  type Guide,
} from './generators.js';

/** Commands to a recommendation: any at all, and those that lead on from where it stands. */
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
  DeclareNotImplemented: fc.record({ by: actor, reason: words, on: day }),
});

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
    { type: 'DeclareNotImplemented', data: { by: judge, reason: note, on: '2024-02-29' } },
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
