import type { AnswerValue } from '../checklists/checklist.js';
import type { InspectionEvents } from '../inspection/facts.js';
import type { Message } from '../kernel/decider.js';
import { items, minutes, order, people, photo, recommendationId } from './fixtures.js';

export type InspectionEvent = Message<InspectionEvents>;

export const yes: AnswerValue = { kind: 'yesNo', yes: true };
export const no: AnswerValue = { kind: 'yesNo', yes: false };
export const count = (value: number): AnswerValue => ({ kind: 'number', value });

export const ordered: InspectionEvent = { type: 'InspectionOrdered', data: order };

export const started = {
  type: 'UnannouncedInspectionStarted',
  data: { startedOn: '2023-05-09', place: 'Bộ phận Một cửa', startedBy: people.lead.id },
} as const satisfies InspectionEvent;

/** What the start itself records where the unit was never told anything before. */
export const nothingEarlier: InspectionEvent = {
  type: 'ChecklistItemMarkedNotApplicable',
  data: {
    itemCode: items.earlier.code,
    reason: 'Đơn vị chưa có kiến nghị của lần kiểm tra trước.',
    answeredBy: people.lead.id,
  },
};

export const inFieldwork = [ordered, started, nothingEarlier] as const;

export function answered(
  itemCode: string,
  value: AnswerValue,
  outcome: 'pass' | 'fail',
  part: Partial<InspectionEvents['ChecklistItemAnswered']> = {},
): InspectionEvent {
  const evidence = outcome === 'fail' || itemCode === items.photographed.code ? [photo('a')] : [];
  return {
    type: 'ChecklistItemAnswered',
    data: { itemCode, value, outcome, note: null, evidence, answeredBy: people.member.id, ...part },
  };
}

export function foundOn(
  item: (typeof items)[keyof typeof items],
  findingId: string,
  part: Partial<InspectionEvents['FindingRecorded']> = {},
): { readonly type: 'FindingRecorded'; readonly data: InspectionEvents['FindingRecorded'] } {
  return {
    type: 'FindingRecorded',
    data: {
      findingId,
      number: 'TT-01',
      itemCode: item.code,
      severity: item.severity,
      criteria: item.question,
      condition: item.phrases[0]?.vi ?? '',
      cause: null,
      effect: null,
      amountAtRisk: null,
      place: null,
      indices: item.indices,
      evidence: [photo('a')],
      recordedBy: people.member.id,
      earlierRecommendationId: null,
      ...part,
    },
  };
}

export const postedPassed = answered(items.posted.code, yes, 'pass');
export const postedFailed = answered(items.posted.code, no, 'fail');
export const photographedPassed = answered(items.photographed.code, count(0), 'pass');
export const notOvercharged = answered(items.overcharged.code, no, 'pass');
export const overcharged = answered(items.overcharged.code, yes, 'fail');
export const overchargedFound = foundOn(items.overcharged, 'finding-2');

/** Everything answered, nothing found. */
export const allPassed = [...inFieldwork, postedPassed, photographedPassed, notOvercharged] as const;
/** One finding to remedy. */
export const oneFound = [
  ...inFieldwork,
  postedFailed,
  foundOn(items.posted, 'finding-1'),
  photographedPassed,
  notOvercharged,
] as const;

export const endedWith = (passed: number, applicable: number, minor: number, critical = 0): InspectionEvent => ({
  type: 'FieldworkEnded',
  data: {
    score: { passed, applicable, notApplicable: 1, unanswered: 0, failedBySeverity: { minor, major: 0, critical } },
  },
});

export const signed: InspectionEvent = {
  type: 'MinutesSigned',
  data: { kind: 'signed', ...minutes, reservation: null },
};

export const allPassedSigned = [...allPassed, endedWith(3, 3, 0), signed] as const;
export const oneFoundSigned = [...oneFound, endedWith(2, 3, 1), signed] as const;

export const followUpStarted = (id: string, ...findingIds: readonly string[]): InspectionEvent => ({
  type: 'FollowUpStarted',
  data: { recommendationId: id, findingIds },
});

export const settled = (id: string, outcome: 'implemented' | 'not-implemented' = 'implemented'): InspectionEvent => ({
  type: 'RecommendationSettled',
  data: { recommendationId: id, outcome },
});

export const underFollowUp = [...oneFoundSigned, followUpStarted(recommendationId, 'finding-1')] as const;
