import {
  type Actor,
  type AnswerValue,
  type ChecklistItem,
  type EarlierRecommendation,
  earlierOutcomes,
  earlierUndecided,
  type Evidence,
  type EvidenceKind,
  type InspectionCommands,
  type InspectionFile,
  type InspectionState,
  liveFindings,
  type Message,
  procedureFor,
  proposedFindings,
  type PublicationChannelKind,
  type Severity,
} from '@soat/domain';
import fc from 'fast-check';
import {
  actor,
  bodyId,
  commands,
  day,
  type Dice,
  digits,
  evidence,
  type Guide,
  id,
  joining,
  maybeWords,
  office,
  often,
  people,
  piece,
  pieces,
  superior,
  text,
  ward,
  words,
} from './generators.js';
import { paperCommands, paperSteps } from './paper-generators.js';
import { afterMinutes, onLongPath } from './long-path-guide.js';

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
  procedure: procedureFor({ regime: 'internal-check', type: 'unannounced', on: '2023-05-04' }),
  inspectedPeriod: null,
  fieldworkUntil: null,
  reinspectionOf: null,
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

/** The long path, with an end of fieldwork that can be extended. */
export const longOrder: typeof order = {
  ...order,
  type: 'thematic',
  procedure: procedureFor({ regime: 'internal-check', type: 'thematic', on: '2023-05-04' }),
  fieldworkUntil: '2023-06-01',
};

const dated = { number: words, signedOn: day };
const wording = fc
  .tuple(finding, fc.constantFrom<Severity>('minor', 'major', 'critical'))
  .map(([words, severity]) => ({ ...words, severity }));
const channelKind = fc.constantFrom<PublicationChannelKind>('portal', 'press');

function toldBefore(recommendationId: string, isDue: boolean): EarlierRecommendation {
  return {
    recommendationId,
    number: recommendationId.toUpperCase(),
    text: 'Khắc phục',
    inspectionId: 'i-0',
    inspectionNumber: '07/QĐ-UBND',
    findings: [{ findingId: 'f-0', number: 'TT-09', itemCode: 'X-1', condition: 'Hiện trạng', place: null }],
    dueOn: isDue ? '2023-01-31' : '2023-12-31',
    status: 'open',
    settledOn: null,
    isDue,
  };
}

export const inspectionCommand: fc.Arbitrary<Message<InspectionCommands>> = commands<InspectionCommands>({
  ReplaceTeamMember: fc.record({
    by: actor,
    leavingId: fc.constantFrom('lead', 'member', 'stranger'),
    joining: fc.constantFrom(joining('stranger', 'member'), joining('member', 'member'), joining('stranger', 'lead')),
    ...dated,
    reason: words,
  }),
  DeclareConflictOfInterest: fc.record({ by: actor, relation: fc.constantFrom('kinship', 'other'), note: words }),
  AnnounceInspection: fc.record({
    by: actor,
    announcedOn: day,
    form: fc.constantFrom('meeting', 'remote'),
    place: maybeWords,
    unitRepresentative: named,
  }),
  ExtendFieldwork: fc.record({ by: actor, ...dated, until: day, reason: words }),
  RecordPositiveFinding: fc.record({
    by: actor,
    strengthId: id,
    itemCode: fc.option(itemCode),
    text: words,
    evidence: pieces,
  }),
  ConfirmFinding: fc.record({ by: actor, findingId: id }),
  AcceptFinding: fc.record({ by: actor, findingId: id }),
  DisputeFinding: fc.record({ by: actor, findingId: id, reason: words, evidence: pieces }),
  AcceptDispute: fc.record({ by: actor, findingId: id, reason: words, amended: fc.option(wording) }),
  RejectDispute: fc.record({ by: actor, findingId: id, reason: words }),
  AmendFinding: fc.record({ by: actor, findingId: id, amended: wording, reason: words }),
  WithdrawFinding: fc.record({ by: actor, findingId: id, reason: words }),
  RaiseFindingSeverity: fc.record({
    by: actor,
    findingId: id,
    severity: fc.constantFrom('minor', 'major', 'critical'),
    reason: words,
  }),
  IdentifyRecurrences: fc.record({
    by: actor,
    found: fc.uniqueArray(
      fc.record({
        findingId: id,
        kind: fc.constantFrom('repeat', 'persisting', 'inherited'),
        earlier: fc.constant({ inspectionId: 'i-0', inspectionNumber: '1/QĐ', findingId: 'f-0', number: 'TT-09' }),
      }),
      { maxLength: 2, selector: ({ findingId }) => findingId },
    ),
  }),
  SubmitReport: fc.record({ by: actor, ...dated, summary: words }),
  ReserveDissent: fc.record({ by: actor, opinion: words, evidence: pieces }),
  OrderConclusionDrafting: fc.record({ by: actor, orderedOn: day, dueOn: day }),
  DraftConclusion: fc.record({ by: actor, draftedOn: day, text: words }),
  SendDraftForResponse: fc.record({ by: actor, sentOn: day, dueOn: day }),
  RespondToDraft: fc.record({
    by: actor,
    on: day,
    points: fc.array(fc.record({ findingId: fc.option(id), text: words }), { maxLength: 2 }),
    evidence: pieces,
  }),
  WaiveResponse: fc.record({ by: actor, on: day }),
  NoteResponseLapsed: fc.record({ by: actor, on: day }),
  AssessResponse: fc.record({
    by: actor,
    points: fc.array(
      fc.record({
        number: fc.constantFrom('YK-01', 'YK-02'),
        outcome: fc.constantFrom('accepted', 'partly', 'rejected'),
        reason: words,
      }),
      { maxLength: 2 },
    ),
  }),
  AppraiseDraft: fc.record({ by: actor, opinion: words }),
  ReturnDraft: fc.record({ by: actor, opinion: words }),
  ReferToSuperior: fc.record({
    by: actor,
    superior: fc.constantFrom(superior, ward),
    question: words,
    referredOn: day,
    dueOn: day,
  }),
  RecordSuperiorOpinion: fc.record({
    by: actor,
    receivedOn: day,
    outcome: fc.constantFrom('no-objection', 'comments'),
    text: words,
  }),
  IssueConclusion: fc.record({ by: actor, ...dated, signerTitle: words }),
  RectifyConclusion: fc.record({
    by: actor,
    ...dated,
    corrections: fc.array(fc.record({ where: words, was: words, now: words }), { maxLength: 2 }),
  }),
  PrepareRedaction: fc.record({ by: actor, redacted: evidence }),
  PublishConclusion: fc.record({
    by: actor,
    channels: fc.array(fc.record({ kind: channelKind, where: words }), { maxLength: 2 }),
    from: day,
    until: day,
  }),
  AttachPublicationProof: fc.record({ by: actor, kind: channelKind, evidence: pieces }),
  EndPublication: fc.record({ by: actor, on: day }),
  DirectImplementation: fc.record({ by: actor, ...dated, text: words, reportOn: day }),
  LodgeComplaint: fc.record({ by: actor, complaintId: id, lodgedOn: day, complainant: words, text: words }),
  ResolveComplaint: fc.record({
    by: actor,
    complaintId: id,
    ...dated,
    outcome: fc.constantFrom('upheld', 'partly-upheld', 'dismissed'),
    text: words,
  }),
  OrderReinspection: fc.record({
    by: actor,
    reinspectionId: id,
    ...dated,
    orderedBy: fc.constantFrom(superior, office),
    ground: fc.constantFrom('falsified', 'signs-missed'),
  }),
  ConcludeReinspection: fc.record({
    by: actor,
    reinspectionId: id,
    ...dated,
    outcome: fc.constantFrom('upheld', 'partly-replaced', 'replaced'),
  }),
  ReferToInvestigation: fc.record({ by: actor, ...dated, agency: words, reason: words }),
  OrderInspection: fc
    .record({ by: actor, team: fc.constantFrom(order.team, order.team, []), isLong: fc.boolean() })
    .map(({ isLong, ...part }) => ({ ...(isLong ? longOrder : order), ...part })),
  StartInspection: fc.record({
    by: actor,
    on: day,
    place: maybeWords,
    earlier: fc.constantFrom(
      { total: 0, implemented: 0, recommendations: [] },
      { total: 2, implemented: 1, recommendations: [toldBefore('r-1', true)] },
      { total: 2, implemented: 2, recommendations: [toldBefore('r-1', true), toldBefore('r-2', false)] },
    ),
    findingId: id,
  }),
  CheckEarlierRecommendation: fc.record({
    by: actor,
    recommendationId: fc.constantFrom('r-1', 'r-2', 'r-3'),
    outcome: fc.constantFrom(...earlierOutcomes),
    note: maybeWords,
    evidence: pieces,
  }),
  DismissEarlierProposal: fc.record({
    by: actor,
    recommendationId: fc.constantFrom('r-1', 'r-2', 'r-3'),
    reason: words,
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
  ...paperCommands({
    by: actor,
    id,
    day,
    words,
    itemCode,
    file: fc.constantFrom(piece('e', 'record'), piece('f', 'record')),
  }),
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
        earlierRecommendationId: fc.option(fc.constantFrom('r-1', 'r-2')),
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
      return { type: 'OrderInspection', data: orderedBy(leader, dice) };
    case 'ordered':
    case 'announced': {
      if (state.status === 'ordered' && state.file.order.procedure.isAnnounced)
        return dice.pick<Message<InspectionCommands>>([
          ...often(6, {
            type: 'AnnounceInspection',
            data: {
              by: lead,
              announcedOn: '2023-05-05',
              form: 'meeting',
              place: null,
              unitRepresentative: ending.unitRepresentative,
            },
          } as const),
          { type: 'CancelInspection', data: { by: leader, reason: 'Chồng chéo' } },
        ]);
      const total = dice.pick([0, 2]);
      const recommendations = total === 0 ? [] : [toldBefore('r-1', true), toldBefore('r-2', false)];
      const earlier = { total, implemented: dice.pick([0, total]), recommendations };
      const start = { by: dice.pick([lead, member]), on: '2023-05-09', place: 'Một cửa', earlier, findingId: 'f-0' };
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
      return state.file.order.procedure.path === 'long' ? onLongPath(state, dice) : afterMinutes(state.file, dice);
    case 'under-follow-up':
      return state.file.order.procedure.path === 'long' && dice.pick([true, true, false])
        ? onLongPath(state, dice)
        : afterMinutes(state.file, dice);
    case 'report-submitted':
    case 'conclusion-drafting':
    case 'conclusion-drafted':
    case 'awaiting-response':
    case 'response-received':
    case 'appraisal-returned':
    case 'conclusion-appraised':
    case 'referred-to-superior':
    case 'conclusion-issued':
    case 'conclusion-published':
    case 'implementation-directed':
      return onLongPath(state, dice);
    case 'closed':
    case 'cancelled':
      return { type: 'CloseInspection', data: { by: lead } };
  }
};

/** On either path, with any of the kinds that have papers of their own. */
function orderedBy(by: Actor, dice: Dice): InspectionCommands['OrderInspection'] {
  const chosen = dice.pick([order, longOrder, longOrder]);
  const kind = dice.pick(['one-stop-spot-check', 'budget-disclosure-check', 'contributions-audit']);
  return { ...chosen, by, checklist: { ...chosen.checklist, kind } };
}

function onSite(file: InspectionFile, dice: Dice): Message<InspectionCommands> {
  const { lead } = people;
  const by = dice.pick<Actor>([lead, people.member]);
  const findingId = `f-${file.findings.length + 1}`;
  const open = file.order.checklist.items.filter(({ code }) => !file.answers[code]);
  const proposed = proposedFindings(file);
  const live = liveFindings(file);
  const carriedOut = file.earlier.flatMap(({ check, recommendationId }) =>
    check?.outcome === 'carried-out' ? [recommendationId] : [],
  );
  const contradicted = live.filter(
    ({ itemCode, earlierRecommendationId }) =>
      (itemCode !== null && !isFailed(file, itemCode)) || carriedOut.includes(earlierRecommendationId ?? ''),
  );
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
    ...paperSteps(by, file.samples.length, piece('e', 'record'), dice.pick(['một', 'hai'])),
    {
      type: 'RecordFinding',
      data: {
        by,
        findingId,
        itemCode: null,
        severity: 'minor',
        criteria: 'x',
        evidence: [piece('d', 'photo')],
        earlierRecommendationId: null,
        ...said,
      },
    },
  ];
  if (file.order.procedure.path === 'long')
    lines.push(
      ...often(2, {
        type: 'RecordPositiveFinding',
        data: { by, strengthId: `u-${file.strengths.length}`, itemCode: null, text: reason, evidence: [] },
      } as const),
      ...often(2, {
        type: 'ExtendFieldwork',
        data: { by: people.leader, number: '8', signedOn: '2023-05-30', until: '2023-06-20', reason },
      } as const),
    );
  const before = file.earlier.find(({ check }) => check === null);
  if (before) {
    const outcome = before.isDue ? dice.pick(['carried-out', 'not-carried-out'] as const) : ('not-due' as const);
    const data = {
      by,
      recommendationId: before.recommendationId,
      outcome,
      note: null,
      evidence: [piece('c', 'photo')],
    };
    lines.push(...often(3, { type: 'CheckEarlierRecommendation', data } as const));
  }
  const undecided = earlierUndecided(file)[0];
  if (undecided) {
    const { recommendationId } = undecided;
    const data = { by, findingId, itemCode: null, severity: 'major' as const, criteria: null, evidence: [], ...said };
    lines.push(
      ...often(2, { type: 'RecordFinding', data: { ...data, earlierRecommendationId: recommendationId } } as const),
      ...often(2, { type: 'DismissEarlierProposal', data: { by, recommendationId, reason } } as const),
    );
  }
  const checked = file.earlier.find(({ check }) => check !== null && check.outcome !== 'not-due');
  if (checked) {
    const outcome = checked.check?.outcome === 'carried-out' ? ('partly' as const) : ('carried-out' as const);
    const data = {
      by,
      recommendationId: checked.recommendationId,
      outcome,
      note: 'một',
      evidence: [piece('c', 'photo')],
    };
    lines.push({ type: 'CheckEarlierRecommendation', data });
  }
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
    const data = {
      by,
      findingId,
      itemCode,
      severity: null,
      criteria: null,
      evidence: [],
      earlierRecommendationId: null,
      ...said,
    };
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
  if (!asked && !before && !undecided && proposed.length === 0 && contradicted.length === 0)
    lines.push(...often(8, { type: 'EndFieldwork', data: { by: lead } } as const));
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
