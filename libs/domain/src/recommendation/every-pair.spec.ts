import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar } from '../calendar/vietnam-calendar.js';
import { decide, fold, type Message } from '../kernel/decider.js';
import { Rejection } from '../kernel/rejection.js';
import { issued, office, people, photo, school, ward } from '../testing/fixtures.js';
import {
  historyOf,
  plan,
  points,
  proofNote,
  returnReasons,
  sanction,
  sanctionDecision,
  suspensionDocument,
} from '../testing/recommendation-histories.js';
import { type RecommendationCommands, recommendationStatuses } from './facts.js';
import { ladderProfiles } from './ladder-profile.js';
import { recommendation } from './recommendation.js';

const { issuedBy: _, ...facts } = issued;
const calendar = vietnamCalendar;
const on = '2023-05-26';
const system = people.system;
const [step] = ladderProfiles[0]?.steps ?? [];
if (!step) throw new Error('the ladder has no steps');
const asked = {
  number: 'KTNN-07',
  kind: 'other',
  text: 'Nộp lại ngân sách',
  unit: ward,
  bodies: issued.bodies,
  verificationPoints: points,
  deadline: issued.deadline,
  amountToRecover: null,
} as const;
const external = {
  issuer: 'state-audit',
  issuerName: 'Kiểm toán nhà nước khu vực IX',
  title: 'Báo cáo kiểm toán',
  document: { number: '215/BC-KTNN', signedOn: '2023-05-04' },
  evidence: [photo('d')],
} as const;

/** One of each, by somebody who may, on a day on which it could be. */
const commands: { readonly [T in keyof RecommendationCommands]: RecommendationCommands[T] } = {
  IssueRecommendation: { ...facts, number: 'KN-TT-99', by: people.lead },
  EnterExternalRecommendation: { ...asked, severity: 'major', source: external, on, by: people.planner },
  ReassignRecommendation: {
    bodies: { lead: office, coordinating: [], implementing: [school] },
    reason: 'Sáp nhập',
    document: suspensionDocument,
    by: people.leader,
  },
  SubmitRemediationPlan: { ...plan, steps: 'Kế hoạch khác', by: people.officer },
  ApprovePlan: { note: null, by: people.leader },
  ReturnPlan: { reason: 'Chưa đủ', by: people.leader },
  ReportProgress: { percent: 80, note: 'Gần xong', by: people.officer },
  ReportObstacle: { note: 'Thiếu kinh phí', by: people.officer },
  RecordRecovery: {
    amount: 1,
    recoveredOn: on,
    document: 'Giấy nộp tiền 1',
    evidence: [],
    on,
    by: people.officer,
  },
  ReportRemediationComplete: { note: proofNote, evidence: [photo('e')], on, by: people.officer },
  ReturnProof: { reasons: [...returnReasons, { point: null, reason: 'Ảnh mờ' }], by: people.leader },
  VerifyPartly: {
    metPoints: points.slice(0, 1),
    unmet: [{ point: points[1] ?? '', reason: 'Chưa đóng dấu' }],
    by: people.leader,
  },
  VerifyRemediation: { metPoints: points, note: null, by: people.leader },
  ConfirmEffectiveness: { note: 'Vẫn tốt', on, by: people.leader },
  DenyEffectiveness: { reason: 'Bảng đã tháo', on, by: people.leader },
  CloseRecommendation: { by: people.leader },
  DeclareNotImplemented: { reason: 'Không thực hiện', on: '2023-12-29', by: people.leader },
  ProposeSanction: { ...sanction, against: 'Chủ tịch UBND phường 1', by: people.appraiser },
  DecideSanction: { ...sanctionDecision, note: 'Nhắc nhở', by: people.leader },
  RequestExtension: { dueOn: '2023-06-14', reason: 'Mưa lũ', on, calendar, by: people.officer },
  GrantExtension: { dueOn: null, note: 'Đồng ý', calendar, by: people.leader },
  RefuseExtension: { note: 'Không đồng ý', by: people.leader },
  SuspendRecommendation: {
    cause: 'superior-opinion',
    document: suspensionDocument,
    note: 'Chờ ý kiến',
    on,
    by: people.leader,
  },
  ResumeRecommendation: { note: 'Tiếp tục', on, calendar, by: people.leader },
  RecomputeDeadline: {
    on,
    calendar: {
      ...calendar,
      edition: 2,
      days: [
        {
          on: '2023-05-29',
          kind: 'holiday',
          name: { vi: 'Nghỉ thêm', en: 'Extra' },
          source: 'x',
          confirmed: true,
        } as const,
        ...calendar.days,
      ].sort((one, other) => (one.on < other.on ? -1 : 1)),
    },
    by: system,
  },
  NoteOverdue: { dueOn: '2023-05-30', on: '2023-05-31', by: system },
  TakeLadderStep: {
    profile: 'internal-check-2021',
    step,
    dueOn: '2023-05-30',
    plannedOn: '2023-05-23',
    on,
    by: system,
  },
};

/** `+` is decided, `.` decides nothing, a letter is the reason it is turned down. */
const reasons: Readonly<Record<string, string>> = {
  u: 'unknown',
  i: 'already-issued',
  s: 'settled',
  p: 'proof-awaits-verification',
  h: 'suspended',
  v: 'already-verified',
  n: 'no-plan-to-review',
  m: 'nothing-to-recover',
  w: 'nothing-to-verify',
  y: 'not-verified',
  d: 'not-declared-unimplemented',
  q: 'sanction-pending',
  z: 'no-sanction-proposed',
  e: 'no-extension-asked',
  r: 'not-suspended',
  l: 'ladder-not-applicable',
};

/** A column for `absent` and for each status in the order of `recommendationStatuses`. */
const outcomes: Readonly<Record<keyof RecommendationCommands, string>> = {
  IssueRecommendation: '+iiiiiiiiiiiiiii',
  EnterExternalRecommendation: '+iiiiiiiiiiiiiii',
  ReassignRecommendation: 'u+++++++phvvssss',
  SubmitRemediationPlan: 'u+++++++phvvssss',
  ApprovePlan: 'un+n.nnnphvvssss',
  ReturnPlan: 'un+nnnnnphvvssss',
  ReportProgress: 'u+++++++phvvssss',
  ReportObstacle: 'u+++++++phvvssss',
  RecordRecovery: 'ummmmmmmmmmmssss',
  ReportRemediationComplete: 'u+++++++phvvssss',
  ReturnProof: 'uwwwwwww+wwwssss',
  VerifyPartly: 'uwwwwwww+wwwssss',
  VerifyRemediation: 'uwwwwwww+wwwssss',
  ConfirmEffectiveness: 'uyyyyyyyyy+.ssss',
  DenyEffectiveness: 'uyyyyyyyyy+yssss',
  CloseRecommendation: 'uyyyyyyyyy++.sss',
  DeclareNotImplemented: 'u+++++++phvvssss',
  ProposeSanction: 'udddddddddddd+qd',
  DecideSanction: 'uzzzzzzzzzzzzz+z',
  RequestExtension: 'u+++++++phvvssss',
  GrantExtension: 'ueeeeeeeeeeessss',
  RefuseExtension: 'ueeeeeeeeeeessss',
  SuspendRecommendation: 'u++++++++hvvssss',
  ResumeRecommendation: 'urrrrrrrr+rrssss',
  RecomputeDeadline: 'u++++++++...ssss',
  NoteOverdue: 'u+++++++llllssss',
  TakeLadderStep: 'u+++++++llllssss',
};

const statuses = ['absent', ...recommendationStatuses] as const;

function outcomeIn(status: (typeof statuses)[number], type: keyof RecommendationCommands): string {
  const state = fold(recommendation, status === 'absent' ? [] : historyOf[status]);
  expect(state.status).toBe(status);
  try {
    const command = { type, data: commands[type] } as Message<RecommendationCommands>;
    return decide(recommendation, state, command).length === 0 ? '.' : '+';
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return error.code;
  }
}

describe('every command in every status', () => {
  it.each(Object.keys(outcomes) as (keyof RecommendationCommands)[])('%s', (type) => {
    const expected = [...outcomes[type]].map((letter) =>
      reasons[letter] ? `recommendation.${reasons[letter]}` : letter,
    );
    expect(statuses.map((status) => outcomeIn(status, type))).toEqual(expected);
  });

  it('is on the list', () => {
    expect(Object.keys(outcomes).sort()).toEqual(Object.keys(recommendation.decide).sort());
    // Every command can be decided somewhere; the money and the extension need more than a status, and have their specs.
    const never = Object.entries(outcomes).flatMap(([type, row]) => (row.includes('+') ? [] : [type]));
    expect(never).toEqual(['RecordRecovery', 'GrantExtension', 'RefuseExtension']);
  });
});
