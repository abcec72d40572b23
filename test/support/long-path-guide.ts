import {
  type FindingWording,
  findingsToRemedy,
  type InspectionCommands,
  type InspectionFile,
  type InspectionState,
  type InspectionStatus,
  liveFindings,
  type Message,
} from '@soat/domain';
import { type Dice, joining, often, people, piece, superior } from './generators.js';

/** What leads on from the minutes to the file, and now and then what crosses it. */
export function onLongPath(
  { status, file }: Exclude<InspectionState, { status: 'absent' }>,
  dice: Dice,
): Message<InspectionCommands> {
  const { lead, member, leader, officer, stranger } = people;
  const on = '2023-06-01';
  const later = '2023-07-03';
  const reason = dice.pick(['một', 'hai', 'ba']);
  const [first] = dice.pick([liveFindings(file), [...liveFindings(file)].reverse()]);
  const findingId = first?.findingId ?? 'f-1';
  const last = file.hearings.at(-1);
  const asked = last?.points ?? [];
  type Commands = readonly Message<InspectionCommands>[];
  const unconfirmed = liveFindings(file).find(({ confirmedBy }) => confirmedBy === null);
  const disputed = liveFindings(file).find(({ dispute }) => dispute && !dispute.decision);
  const crossing: Commands = [
    { type: 'AcceptFinding', data: { by: officer, findingId } },
    ...often(3, { type: 'DisputeFinding', data: { by: officer, findingId, reason, evidence: [] } } as const),
    { type: 'AmendFinding', data: { by: lead, findingId, reason, amended: amendedTo(reason) } },
    { type: 'RaiseFindingSeverity', data: { by: lead, findingId, severity: 'critical', reason } },
    { type: 'ReserveDissent', data: { by: member, opinion: reason, evidence: [] } },
    {
      type: 'IdentifyRecurrences',
      data: {
        by: lead,
        found: [
          {
            findingId,
            kind: 'repeat',
            earlier: { inspectionId: 'i-0', inspectionNumber: '1/QĐ', findingId: 'f-0', number: 'TT-09' },
          },
        ],
      },
    },
  ];
  const deciding: Commands = disputed
    ? often(12, {
        type: dice.pick(['AcceptDispute', 'RejectDispute'] as const),
        data: {
          by: leader,
          findingId: disputed.findingId,
          reason,
          amended: dice.pick([null, { ...amendedTo(reason), severity: 'minor' as const }]),
        },
      } as const)
    : [];
  const confirming: Commands = unconfirmed
    ? often(12, {
        type: 'ConfirmFinding',
        data: { by: unconfirmed.recordedBy === 'lead' ? member : lead, findingId: unconfirmed.findingId },
      } as const)
    : [];
  const draft = { by: lead, draftedOn: on, text: `Dự thảo ${file.drafts.length} ${reason}` };
  const sending = { type: 'SendDraftForResponse', data: { by: leader, sentOn: on, dueOn: '2023-06-15' } } as const;
  const next: Readonly<Partial<Record<InspectionStatus, Commands>>> = {
    'minutes-signed': [{ type: 'SubmitReport', data: { by: lead, number: '1/BC', signedOn: on, summary: reason } }],
    'report-submitted': [{ type: 'OrderConclusionDrafting', data: { by: leader, orderedOn: on, dueOn: on } }],
    'conclusion-drafting': [{ type: 'DraftConclusion', data: draft }],
    'appraisal-returned': [{ type: 'DraftConclusion', data: draft }],
    'conclusion-drafted': [
      ...(last ? [] : often(3, sending)),
      ...often(2, { type: 'AppraiseDraft', data: { by: people.appraiser, opinion: reason } } as const),
      { type: 'ReturnDraft', data: { by: people.appraiser, opinion: reason } },
    ],
    'awaiting-response': [
      ...often(3, {
        type: 'RespondToDraft',
        data: { by: officer, on, points: [{ findingId: first?.findingId ?? null, text: reason }], evidence: [] },
      } as const),
      { type: 'WaiveResponse', data: { by: officer, on } },
      { type: 'NoteResponseLapsed', data: { by: lead, on: '2023-06-16' } },
    ],
    'response-received': [
      {
        type: 'AssessResponse',
        data: { by: lead, points: asked.map(({ number }) => ({ number, outcome: 'partly' as const, reason })) },
      },
    ],
    'conclusion-appraised': [
      ...(last ? [] : often(6, sending)),
      ...often(5, {
        type: 'IssueConclusion',
        data: { by: leader, number: 'KL', signedOn: on, signerTitle: 'x' },
      } as const),
      { type: 'ReferToSuperior', data: { by: leader, superior, question: reason, referredOn: on, dueOn: on } },
    ],
    'referred-to-superior': [
      { type: 'RecordSuperiorOpinion', data: { by: leader, receivedOn: on, outcome: 'comments', text: reason } },
      { type: 'IssueConclusion', data: { by: leader, number: 'KL', signedOn: later, signerTitle: 'x' } },
    ],
  };
  const complaint = file.complaints.find(({ resolution }) => !resolution);
  const reinspection = file.reinspections.find(({ outcome }) => !outcome);
  const signed = { number: 'VB', signedOn: later };
  const concluding: Commands = [
    { type: 'RectifyConclusion', data: { by: leader, ...signed, corrections: [{ where: 'x', was: 'Dự', now: 'DỰ' }] } },
    ...often(3, { type: 'PrepareRedaction', data: { by: lead, redacted: piece('7', 'document') } } as const),
    ...often(3, {
      type: 'PublishConclusion',
      data: { by: leader, channels: [{ kind: 'portal', where: 'x' }], from: later, until: '2023-08-01' },
    } as const),
    ...often(3, {
      type: 'AttachPublicationProof',
      data: { by: leader, kind: 'portal', evidence: [piece('8', 'url')] },
    } as const),
    ...often(3, { type: 'EndPublication', data: { by: leader, on: '2023-08-02' } } as const),
    ...often(3, {
      type: 'DirectImplementation',
      data: { by: leader, ...signed, text: reason, reportOn: later },
    } as const),
    complaint
      ? {
          type: 'ResolveComplaint',
          data: { by: leader, ...signed, complaintId: complaint.complaintId, outcome: 'upheld', text: reason },
        }
      : {
          type: 'LodgeComplaint',
          data: { by: officer, complaintId: 'k-1', lodgedOn: later, complainant: 'x', text: 'x' },
        },
    reinspection
      ? { type: 'ConcludeReinspection', data: { by: leader, ...signed, reinspectionId: 'l-1', outcome: 'replaced' } }
      : {
          type: 'OrderReinspection',
          data: { by: leader, ...signed, reinspectionId: 'l-1', orderedBy: superior, ground: 'falsified' },
        },
    { type: 'ReferToInvestigation', data: { by: leader, ...signed, agency: 'x', reason } },
  ];
  if (file.conclusion) return dice.pick<Message<InspectionCommands>>([...concluding, afterMinutes(file, dice)]);
  const onward = next[status === 'minutes-refused' ? 'minutes-signed' : status] ?? [];
  return dice.pick<Message<InspectionCommands>>([
    ...onward.flatMap((command) => often(5, command)),
    ...confirming,
    ...deciding,
    ...crossing,
    { type: 'WithdrawFinding', data: { by: lead, findingId, reason } },
    {
      type: 'ReplaceTeamMember',
      data: {
        by: leader,
        leavingId: 'member',
        joining: joining('stranger', 'member'),
        number: '9',
        signedOn: on,
        reason,
      },
    },
    {
      type: 'DeclareConflictOfInterest',
      data: { by: dice.pick([stranger, member]), relation: 'kinship', note: reason },
    },
  ]);
}

function amendedTo(condition: string): FindingWording {
  return { severity: 'minor', condition, cause: null, effect: null, amountAtRisk: null, place: null };
}

export function afterMinutes(file: InspectionFile, dice: Dice): Message<InspectionCommands> {
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
