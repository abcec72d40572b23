import type {
  Actor,
  AnswerValue,
  ChecklistItem,
  Deadline,
  Evidence,
  InspectionCommands,
  Message,
  RecommendationCommands,
  UnitCommands,
  UnitSnapshot,
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

export const people = {
  lead: { id: 'lead', name: 'Trưởng đoàn', role: 'team-lead', unitId: bodyId },
  member: { id: 'member', name: 'Thành viên', role: 'inspector', unitId: bodyId },
  stranger: { id: 'stranger', name: 'Người ngoài đoàn', role: 'inspector', unitId: bodyId },
  officer: { id: 'officer', name: 'Công chức', role: 'unit-officer', unitId },
  leader: { id: 'leader', name: 'Lãnh đạo', role: 'leadership', unitId: bodyId },
} as const satisfies Record<string, Actor>;

export const actor = fc.constantFrom<Actor>(...Object.values(people));
const words = fc.constantFrom('một', 'hai', 'ba');
const maybeWords = fc.option(words);
const day = fc.constantFrom('2023-05-04', '2023-06-01', '2024-02-29');
const id = fc.constantFrom('f-1', 'f-2', 'f-3');

export const evidence = fc.constantFrom('a', 'b', 'c').map(
  (letter): Evidence => ({
    sha256: letter.repeat(64),
    size: 1024,
    mediaType: 'image/jpeg',
    name: `${letter}.jpg`,
    kind: 'photo',
    capturedAt: null,
  }),
);
const pieces = fc.array(evidence, { maxLength: 2 });

const text = (words: string) => ({ vi: words, en: words });

function item(code: string, answer: ChecklistItem['answer'], severity: ChecklistItem['severity']): ChecklistItem {
  return {
    code,
    section: 'A',
    question: text(`Câu hỏi ${code}`),
    verifiedBy: text('Xem'),
    answer,
    severity,
    evidence: { requiredWhen: 'failed', kinds: ['photo'] },
    phrases: [text(`Tồn tại ${code}`)],
    remedy: text('Khắc phục'),
    verificationPoints: [text('Ảnh')],
    indices: ['P5'],
    basis: [],
  };
}

/** A checklist of every shape that matters to the rules, small enough to be finished by chance. */
export const items: readonly ChecklistItem[] = [
  item('X-1', { kind: 'yesNo', passWhen: true }, 'minor'),
  item('X-2', { kind: 'yesNo', passWhen: false }, 'critical'),
  item('X-3', { kind: 'derived', from: 'earlier-recommendations', passWhen: { atLeast: 10_000 } }, 'critical'),
];

const itemCode = fc.constantFrom('X-1', 'X-2', 'X-3', 'X-9');
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

const point = fc.constantFrom('Ảnh', 'Văn bản', 'Điều không có');
const source = { inspectionId: 'i-1', inspectionNumber: '12/QĐ-UBND', teamIds: ['lead', 'member'] };

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
    findings: fc.constant([
      {
        findingId: 'f-1',
        number: 'TT-01',
        itemCode: 'X-1',
        severity: 'minor',
        criteria: text('Tiêu chí'),
        condition: 'Hiện trạng',
        place: null,
        evidence: [],
        recordedBy: 'member',
      },
    ]),
    bodies: fc.constant({ lead: office, coordinating: [], implementing: [ward] }),
    verificationPoints: fc.constantFrom(['Ảnh', 'Văn bản'], ['Ảnh'], []),
    deadline: fc.constant(deadline),
  }),
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
function commands<C extends object>(
  generators: { readonly [T in keyof C]: fc.Arbitrary<C[T]> },
): fc.Arbitrary<Message<C>> {
  const all = Object.entries<fc.Arbitrary<unknown>>(generators).map(([type, data]) =>
    data.map((chosen) => ({ type, data: chosen }) as Message<C>),
  );
  return fc.oneof(...all);
}
