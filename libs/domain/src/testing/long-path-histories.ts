import { decide, fold, type Message } from '../kernel/decider.js';
import type { InspectionCommands, InspectionEvents } from '../inspection/facts.js';
import { inspection } from '../inspection/inspection.js';
import type { LongPathCommands } from '../inspection/long-path-facts.js';
import { procedureFor } from '../inspection/regimes.js';
import type { UnitSnapshot } from '../unit/unit.js';
import { items, minutes, officeId, order, people, photo, ward } from './fixtures.js';
import { count, type InspectionEvent, no, yes } from './inspection-histories.js';

/** A superior who is no party to the case. */
export const province: UnitSnapshot = {
  id: '01890000-0000-7000-8000-000000000094',
  name: 'Sở Nội vụ',
  code: 'SNV',
  kind: 'department',
  parentId: null,
  headName: null,
};

export const longOrder: InspectionEvents['InspectionOrdered'] = {
  ...order,
  type: 'thematic',
  procedure: procedureFor({ regime: 'internal-check', type: 'thematic', on: order.signedOn }),
  inspectedPeriod: { from: '2022-01-01', to: '2022-12-31' },
  fieldworkUntil: '2023-05-19',
};

const { lead, member, stranger, planner, appraiser, leader, officer } = people;

export const wording = {
  severity: 'minor',
  condition: 'Còn niêm yết 2 thủ tục đã hết hiệu lực',
  cause: null,
  effect: null,
  amountAtRisk: null,
  place: null,
} as const;

/** One command of each kind as the right person would ask for it at the right time. */
export const longPathCommands: { readonly [T in keyof LongPathCommands]: LongPathCommands[T] } = {
  ReplaceTeamMember: {
    by: planner,
    leavingId: member.id,
    joining: { personId: stranger.id, name: stranger.name, role: 'member', unitId: officeId },
    number: '14/QĐ-PNV',
    signedOn: '2023-05-10',
    reason: 'Xung đột lợi ích',
  },
  DeclareConflictOfInterest: { by: member, relation: 'kinship', note: 'Em ruột của công chức Một cửa' },
  AnnounceInspection: {
    by: lead,
    announcedOn: '2023-05-09',
    form: 'meeting',
    place: 'Hội trường UBND phường 1',
    unitRepresentative: minutes.unitRepresentative,
  },
  ExtendFieldwork: {
    by: leader,
    number: '15/QĐ-PNV',
    signedOn: '2023-05-18',
    until: '2023-05-31',
    reason: 'Chờ sao kê',
  },
  RecordPositiveFinding: {
    by: member,
    strengthId: 'strength-1',
    itemCode: items.overcharged.code,
    text: 'Không thu ngoài quy định',
    evidence: [],
  },
  ConfirmFinding: { by: lead, findingId: 'finding-1' },
  AcceptFinding: { by: officer, findingId: 'finding-1' },
  DisputeFinding: { by: officer, findingId: 'finding-1', reason: 'Đã gỡ trước ngày kiểm tra', evidence: [photo('d')] },
  AcceptDispute: { by: lead, findingId: 'finding-1', reason: 'Có ảnh chứng minh', amended: null },
  RejectDispute: { by: lead, findingId: 'finding-1', reason: 'Ảnh chụp sau ngày kiểm tra' },
  AmendFinding: { by: lead, findingId: 'finding-1', amended: wording, reason: 'Đếm lại' },
  WithdrawFinding: { by: lead, findingId: 'finding-1', reason: 'Không còn căn cứ' },
  RaiseFindingSeverity: { by: lead, findingId: 'finding-1', severity: 'major', reason: 'Tái phạm' },
  IdentifyRecurrences: {
    by: lead,
    found: [
      {
        findingId: 'finding-1',
        kind: 'repeat',
        earlier: { inspectionId: 'i-0', inspectionNumber: '02/QĐ-PNV', findingId: 'finding-0', number: 'TT-03' },
      },
    ],
  },
  SubmitReport: { by: lead, number: '05/BC-ĐKT', signedOn: '2023-05-22', summary: 'Một tồn tại về niêm yết' },
  ReserveDissent: { by: member, opinion: 'Mức độ phải là nặng', evidence: [] },
  OrderConclusionDrafting: { by: leader, orderedOn: '2023-05-23', dueOn: '2023-05-30' },
  DraftConclusion: { by: lead, draftedOn: '2023-05-26', text: 'UBND phường 1 còn niêm yết 2 thủ tục hết hiệu lực' },
  SendDraftForResponse: { by: leader, sentOn: '2023-05-29', dueOn: '2023-06-05' },
  RespondToDraft: {
    by: officer,
    on: '2023-06-02',
    points: [{ findingId: 'finding-1', text: 'Đã gỡ 1 trong 2 thủ tục' }],
    evidence: [photo('e')],
  },
  WaiveResponse: { by: officer, on: '2023-06-02' },
  NoteResponseLapsed: { by: lead, on: '2023-06-06' },
  AssessResponse: { by: lead, points: [{ number: 'YK-01', outcome: 'partly', reason: 'Còn 1 thủ tục' }] },
  AppraiseDraft: { by: appraiser, opinion: 'Đủ căn cứ' },
  ReturnDraft: { by: appraiser, opinion: 'Thiếu căn cứ pháp lý' },
  ReferToSuperior: {
    by: leader,
    superior: province,
    question: 'Cách áp dụng quy định chuyển tiếp',
    referredOn: '2023-06-08',
    dueOn: '2023-07-10',
  },
  RecordSuperiorOpinion: {
    by: planner,
    receivedOn: '2023-06-20',
    outcome: 'no-objection',
    text: 'Thống nhất với dự thảo',
  },
  IssueConclusion: { by: leader, number: '21/KL-UBND', signedOn: '2023-06-21', signerTitle: 'Chủ tịch UBND thị xã' },
  RectifyConclusion: {
    by: leader,
    number: '22/ĐC-UBND',
    signedOn: '2023-06-23',
    corrections: [{ where: 'Dòng 1', was: 'phường 1', now: 'Phường 1' }],
  },
  PrepareRedaction: { by: lead, redacted: { ...photo('f'), kind: 'document', mediaType: 'application/pdf' } },
  PublishConclusion: {
    by: planner,
    channels: [{ kind: 'portal', where: 'Cổng thông tin điện tử thị xã' }],
    from: '2023-06-26',
    until: '2023-07-12',
  },
  AttachPublicationProof: { by: planner, kind: 'portal', evidence: [photo('9')] },
  EndPublication: { by: planner, on: '2023-07-13' },
  DirectImplementation: {
    by: leader,
    number: '300/UBND-NC',
    signedOn: '2023-06-28',
    text: 'Khắc phục ngay',
    reportOn: '2023-07-28',
  },
  LodgeComplaint: {
    by: officer,
    complaintId: 'complaint-1',
    lodgedOn: '2023-06-30',
    complainant: ward.name,
    text: 'Mức độ chưa đúng',
  },
  ResolveComplaint: {
    by: leader,
    complaintId: 'complaint-1',
    number: '40/QĐ-UBND',
    signedOn: '2023-07-20',
    outcome: 'dismissed',
    text: 'Giữ nguyên kết luận',
  },
  OrderReinspection: {
    by: leader,
    reinspectionId: 'reinspection-1',
    number: '88/QĐ-SNV',
    signedOn: '2023-09-01',
    orderedBy: province,
    ground: 'evidence-contradicts',
  },
  ConcludeReinspection: {
    by: leader,
    reinspectionId: 'reinspection-1',
    number: '90/KL-SNV',
    signedOn: '2023-10-02',
    outcome: 'partly-replaced',
  },
  ReferToInvestigation: {
    by: leader,
    number: '07/CV-UBND',
    signedOn: '2023-05-20',
    agency: 'Công an thị xã',
    reason: 'Dấu hiệu lập chứng từ khống',
  },
};

type Command = Message<InspectionCommands>;

/** The command of that name out of the table above, with a part changed. */
export function ask<T extends keyof LongPathCommands>(type: T, part: Partial<LongPathCommands[T]> = {}): Command {
  return { type, data: { ...longPathCommands[type], ...part } } as Command;
}

/** The history and what these commands add to it. @throws Rejection when one is turned down. */
export function after(
  history: readonly InspectionEvent[],
  ...commands: readonly Command[]
): readonly InspectionEvent[] {
  const known = [...history];
  for (const command of commands) known.push(...decide(inspection, fold(inspection, known), command));
  return known;
}

const answer = (itemCode: string, value: typeof yes, findingId = 'f', isFailed = false): Command => ({
  type: 'AnswerItem',
  data: {
    by: member,
    itemCode,
    value,
    note: null,
    evidence: isFailed || itemCode === items.photographed.code ? [photo('a')] : [],
    finding: isFailed ? { condition: 'x', cause: null, effect: null, amountAtRisk: null, place: null } : null,
    findingId,
  },
});

const start: Command = {
  type: 'StartInspection',
  data: {
    by: lead,
    on: '2023-05-12',
    place: 'Bộ phận Một cửa',
    earlier: { total: 0, implemented: 0, recommendations: [] },
    findingId: 'f-0',
  },
};

export const longOrdered = [{ type: 'InspectionOrdered', data: longOrder }] as const;
export const announced = after(longOrdered, ask('AnnounceInspection'));
/** Everything answered, one finding to remedy. */
export const onSite = after(
  announced,
  start,
  answer(items.posted.code, no, 'finding-1', true),
  answer(items.photographed.code, count(0)),
  answer(items.overcharged.code, no),
);
export const suspended = after(onSite, { type: 'SuspendFieldwork', data: { by: lead, reason: 'Mưa lũ' } });
export const ended = after(onSite, ask('ConfirmFinding'), { type: 'EndFieldwork', data: { by: lead } });

const signing = {
  by: lead,
  number: minutes.number,
  signedOn: '2023-05-19',
  leadTitle: minutes.lead.title,
  unitRepresentative: minutes.unitRepresentative,
};
export const minuted = after(ended, { type: 'SignMinutes', data: { ...signing, reservation: null } });
export const refusedToSign = after(ended, {
  type: 'RecordMinutesRefusal',
  data: { ...signing, reason: 'Không thống nhất', witness: { name: 'Nguyễn Thị Bảy', title: 'Mặt trận Tổ quốc' } },
});
export const reported = after(minuted, ask('SubmitReport'));
export const draftingOrdered = after(reported, ask('OrderConclusionDrafting'));
export const drafted = after(draftingOrdered, ask('DraftConclusion'));
export const sent = after(drafted, ask('SendDraftForResponse'));
export const responded = after(sent, ask('RespondToDraft'));
export const assessed = after(responded, ask('AssessResponse'));
export const returnedDraft = after(assessed, ask('ReturnDraft'));
export const appraised = after(assessed, ask('AppraiseDraft'));
export const referred = after(appraised, ask('ReferToSuperior'));
export const concluded = after(appraised, ask('IssueConclusion'));
export const published = after(concluded, ask('PrepareRedaction'), ask('PublishConclusion'));
export const directed = after(published, ask('DirectImplementation'));
export const followed = after(directed, {
  type: 'NoteRecommendationIssued',
  data: { by: people.system, recommendationId: 'r-1', findingIds: ['finding-1'] },
});
const proven = after(followed, ask('AttachPublicationProof'), ask('EndPublication'));
export const closedLong = after(proven, {
  type: 'NoteRecommendationSettled',
  data: { by: people.system, recommendationId: 'r-1', outcome: 'implemented' },
});
export const cancelledLong = after(announced, { type: 'CancelInspection', data: { by: lead, reason: 'Chồng chéo' } });

/** A history that ends in each status of the long path. */
export const longPathAt = {
  ordered: longOrdered,
  announced,
  'in-fieldwork': onSite,
  suspended,
  'fieldwork-ended': ended,
  'minutes-signed': minuted,
  'minutes-refused': refusedToSign,
  'report-submitted': reported,
  'conclusion-drafting': draftingOrdered,
  'conclusion-drafted': drafted,
  'awaiting-response': sent,
  'response-received': responded,
  'appraisal-returned': returnedDraft,
  'conclusion-appraised': appraised,
  'referred-to-superior': referred,
  'conclusion-issued': concluded,
  'conclusion-published': published,
  'implementation-directed': directed,
  'under-follow-up': followed,
  closed: closedLong,
  cancelled: cancelledLong,
} as const;

/** The other commands of the stream, as the right person would ask for them. */
export const shortPathCommands: {
  readonly [T in Exclude<keyof InspectionCommands, keyof LongPathCommands>]: InspectionCommands[T];
} = {
  OrderInspection: { by: planner, ...longOrder, number: '99/QĐ-PNV' },
  StartInspection: {
    by: lead,
    on: '2023-05-12',
    place: null,
    earlier: { total: 0, implemented: 0, recommendations: [] },
    findingId: 'f-0',
  },
  AnswerItem: {
    by: member,
    itemCode: items.posted.code,
    value: yes,
    note: null,
    evidence: [],
    finding: null,
    findingId: 'f-8',
  },
  MarkItemNotApplicable: { by: member, itemCode: items.posted.code, reason: 'Không có' },
  CorrectAnswer: {
    by: member,
    itemCode: items.photographed.code,
    value: null,
    note: null,
    evidence: [],
    reason: 'Nhầm',
    findingId: 'f-9',
  },
  CaptureEvidence: { by: member, itemCode: items.posted.code, evidence: [photo('b')] },
  CheckEarlierRecommendation: {
    by: member,
    recommendationId: 'r-0',
    outcome: 'carried-out',
    note: null,
    evidence: [photo('c')],
  },
  DismissEarlierProposal: { by: member, recommendationId: 'r-0', reason: 'Còn theo dõi' },
  DrawSample: {
    by: member,
    sampleId: 'sample-1',
    itemCode: items.posted.code,
    name: 'Sổ hồ sơ quý I',
    members: ['HS-01', 'HS-02', 'HS-03'],
    sha256: 'a'.repeat(64),
    seed: '0123456789abcdef0123456789abcdef',
    size: 2,
  },
  ImportContributionLedger: {
    by: member,
    ledgerId: 'ledger-1',
    file: photo('d'),
    rows: [],
    asOf: '2023-05-09',
    bankTotal: null,
  },
  RecordBudgetFigures: { by: member, period: 'Quý I', lines: [] },
  RecordFinding: {
    by: member,
    findingId: 'finding-7',
    itemCode: null,
    severity: 'minor',
    criteria: 'Nội quy',
    evidence: [photo('c')],
    earlierRecommendationId: null,
    condition: 'Không có bảng tên',
    cause: null,
    effect: null,
    amountAtRisk: null,
    place: null,
  },
  CorrectFindingOnSite: { by: member, findingId: 'finding-1', note: 'Đã gỡ', before: [], after: [photo('c')] },
  DiscardFinding: { by: member, findingId: 'finding-1', reason: 'Nhìn nhầm' },
  DismissProposedFinding: { by: member, itemCode: items.posted.code, reason: 'Đã gỡ' },
  SuspendFieldwork: { by: lead, reason: 'Mất điện' },
  ResumeFieldwork: { by: lead },
  EndFieldwork: { by: lead },
  SignMinutes: { ...signing, number: '04/BB', reservation: null },
  RecordMinutesRefusal: { ...signing, number: '04/BB', reason: 'x', witness: { name: 'B', title: 'x' } },
  CancelInspection: { by: leader, reason: 'Chồng chéo' },
  NoteRecommendationIssued: { by: people.system, recommendationId: 'r-2', findingIds: ['finding-1'] },
  NoteRecommendationSettled: { by: people.system, recommendationId: 'r-1', outcome: 'implemented' },
  CloseInspection: { by: leader },
};
