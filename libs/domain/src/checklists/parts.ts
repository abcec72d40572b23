import type { AnswerType, Basis, ChecklistItem, DueAfter, Text } from './checklist.js';

/** What the seed checklists are written with: the plans they were compiled from, and the parts that recur in them. */
export const ngaNam = 'Kế hoạch cải thiện, nâng cao Chỉ số PAPI năm 2021 của thị xã Ngã Năm';
export const vinhChau = 'Kế hoạch cải thiện, nâng cao Chỉ số PAPI năm 2023 của thị xã Vĩnh Châu';
export const nhuQuynh = 'Kế hoạch số 08/KH-UBND ngày 11/01/2024 của UBND thị trấn Như Quỳnh';
export const myHoaHung = 'Kế hoạch số 965/KH-UBND ngày 30/6/2023 của UBND xã Mỹ Hòa Hưng';
export const canTho = 'Kế hoạch số 121/KH-UBND ngày 06/6/2023 của UBND thành phố Cần Thơ';
export const ownProposal = 'Mức đề xuất của phiếu này; kế hoạch của đơn vị được đặt mức khác';

export const yes: AnswerType = { kind: 'yesNo', passWhen: true };
export const no: AnswerType = { kind: 'yesNo', passWhen: false };

export function both(vi: string, en: string): Text {
  return { vi, en };
}

export function read(vi: string, en: string, source: string): Basis {
  return { text: both(vi, en), source, confirmed: true };
}

/** A rule whose text nobody here has read yet. */
export function unread(vi: string, en: string, source: string): Basis {
  return { ...read(vi, en, source), confirmed: false };
}

/** A part of a whole that passes from the target, in basis points, upwards. */
export function share(
  numerator: Text,
  denominator: Text,
  target: number,
  targetSource: string,
  sampleMin: number | null = null,
): AnswerType {
  return {
    kind: 'ratio',
    numerator,
    denominator,
    isShare: true,
    passWhen: { atLeast: target },
    targetSource,
    sampleMin,
  };
}

/** Every checklist ends with what became of the last check; the system answers it from the recommendations. */
export function earlierRecommendations(code: string, section: string): ChecklistItem {
  return {
    code,
    section,
    question: both(
      'Các kiến nghị của lần kiểm tra trước đã được thực hiện xong chưa?',
      'Have the recommendations of earlier inspections been carried out?',
    ),
    verifiedBy: both(
      'Danh sách kiến nghị của hệ thống đối với đơn vị; xác minh lại tại chỗ',
      'The system’s list of recommendations to the unit; verified again on site',
    ),
    answer: { kind: 'derived', from: 'earlier-recommendations', passWhen: { atLeast: 10_000 } },
    severity: 'critical',
    evidence: { requiredWhen: 'failed', kinds: ['record', 'photo', 'document'] },
    phrases: [
      both('Còn kiến nghị của lần kiểm tra trước chưa thực hiện', 'Earlier recommendations have not been carried out'),
      both('Tồn tại đã khắc phục ở lần trước lại tái diễn', 'A shortcoming remedied before has come back'),
      both(
        'Chậm thực hiện kiến nghị, không báo cáo vướng mắc',
        'Recommendations are late and no obstacle was reported',
      ),
    ],
    remedy: both(
      'Thực hiện dứt điểm các kiến nghị còn tồn đọng, giải trình và làm rõ trách nhiệm người đứng đầu',
      'Carry out what is outstanding, explain, and establish the head’s responsibility',
    ),
    verificationPoints: [
      both(
        'Minh chứng khắc phục của từng kiến nghị còn tồn đọng',
        'Proof of remedy for every outstanding recommendation',
      ),
      both('Báo cáo giải trình của người đứng đầu đơn vị', 'Explanation by the head of the unit'),
    ],
    indices: ['P4.1', 'PAR 6.1.3'],
    basis: [
      read(
        'Kiểm tra việc thực hiện kết luận các cuộc thanh tra, kiểm tra trước đây; kiến nghị xử lý nghiêm trường hợp tái phạm hoặc chậm khắc phục',
        'Earlier conclusions are followed up; repeat or slow offenders are proposed for strict handling',
        `${nhuQuynh}, mục 5 điểm a`,
      ),
    ],
  };
}

/** Done by a day that follows from another one. */
export function dueBy(on: Text, dueOn: Text, dueAfter: DueAfter | null): AnswerType {
  return { kind: 'date', on, dueOn, ...(dueAfter && { dueAfter }), passWhen: { daysLateAtMost: 0 } };
}

/** Two sums of which the first may not lie above the second. */
export function notAbove(amount: Text, reference: Text): AnswerType {
  return { kind: 'money', amount, reference, passWhen: { aboveReferenceAtMost: 0 } };
}

/** Two sums that agree to the đồng. */
export function equalTo(amount: Text, reference: Text): AnswerType {
  return { kind: 'money', amount, reference, passWhen: { offReferenceAtMost: 0 } };
}
