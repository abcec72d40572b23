import type { Text } from '../checklists/checklist.js';
import type { Instant, Recorded } from '../kernel/recorded.js';
import { differingLines } from '../ledger/budget-figures.js';
import type { DomainEvents } from './catalogue.js';

type Sentences = {
  readonly [T in keyof DomainEvents]: (data: DomainEvents[T]) => Text;
};

/** One event as a sentence, Vietnamese and English; who did it and when stand beside it, not in it. */
export function sentenceOf(event: Recorded<DomainEvents>): Text {
  const write = sentences[event.type] as (data: unknown) => Text;
  return write(event.data);
}

const sentences: Sentences = {
  UnitEstablished: ({ name, code }) => both(`Thành lập ${name} (mã ${code})`, `${name} established (code ${code})`),
  UnitRenamed: ({ name, previousName, basis }) =>
    both(
      `Đổi tên ${previousName} thành ${name} theo ${basis.number}`,
      `${previousName} renamed ${name} by ${basis.number}`,
    ),
  UnitHeadAppointed: ({ headName }) => both(`Bổ nhiệm người đứng đầu: ${headName}`, `Head appointed: ${headName}`),

  InspectionOrdered: ({ number, checklist, orderedBy }) =>
    both(
      `Quyết định ${number} của ${orderedBy.body.name}: ${lower(checklist.title.vi)}`,
      `Decision ${number} of ${orderedBy.body.name}: ${lower(checklist.title.en)}`,
    ),
  UnannouncedInspectionStarted: ({ place }) =>
    both(
      `Bắt đầu kiểm tra đột xuất${place ? ` tại ${place}` : ''}`,
      `Unannounced inspection started${place ? ` at ${place}` : ''}`,
    ),
  ChecklistItemAnswered: ({ itemCode, outcome, evidence }) =>
    both(
      `Mục ${itemCode}: ${outcome === 'pass' ? 'đạt' : 'không đạt'}${files(evidence.length, 'minh chứng')}`,
      `Item ${itemCode}: ${outcome}${files(evidence.length, 'evidence')}`,
    ),
  ChecklistItemMarkedNotApplicable: ({ itemCode, reason }) =>
    both(`Mục ${itemCode}: không áp dụng, vì ${reason}`, `Item ${itemCode}: not applicable, because ${reason}`),
  ChecklistAnswerCorrected: ({ itemCode, previous, corrected, reason }) =>
    both(
      `Đính chính mục ${itemCode}: ${outcomeVi(previous)} thành ${outcomeVi(corrected)}, vì ${reason}`,
      `Item ${itemCode} corrected: ${outcomeEn(previous)} to ${outcomeEn(corrected)}, because ${reason}`,
    ),
  EvidenceCaptured: ({ itemCode, evidence }) =>
    both(
      `Thêm ${evidence.length} minh chứng cho mục ${itemCode}`,
      `${evidence.length} evidence added to item ${itemCode}`,
    ),
  FindingRecorded: ({ number, severity, condition }) =>
    both(
      `Ghi nhận tồn tại ${number} (${severityVi[severity]}): ${condition}`,
      `Finding ${number} recorded (${severity}): ${condition}`,
    ),
  FindingCorrectedOnSite: ({ note }) => both(`Khắc phục tại chỗ: ${note}`, `Corrected on site: ${note}`),
  FindingDiscarded: ({ number, reason }) =>
    both(`Bỏ tồn tại ${number}, vì ${reason}`, `Finding ${number} discarded, because ${reason}`),
  SampleDrawn: ({ number, itemCode, population, drawn }) =>
    both(
      `Rút mẫu ${number} cho mục ${itemCode}: ${drawn.length}/${population.size} của ${population.name}`,
      `Sample ${number} drawn for item ${itemCode}: ${drawn.length} of ${population.size}, ${population.name}`,
    ),
  ContributionLedgerImported: ({ file, analysis }) =>
    both(
      `Nhập sổ đóng góp ${file.name}: ${analysis.rows} dòng, ${analysis.households} hộ`,
      `Contribution ledger ${file.name} imported: ${counted(analysis.rows, 'row')}, ${counted(analysis.households, 'household')}`,
    ),
  BudgetFiguresRecorded: ({ period, lines }) =>
    both(
      `Ghi bảng đối chiếu ngân sách ${period}: ${lines.length} chỉ tiêu, ${differingLines(lines).length} không khớp`,
      `Budget figures recorded, ${period}: ${counted(lines.length, 'line')}, ${differingLines(lines).length} of them apart`,
    ),
  ProposedFindingDismissed: ({ itemCode, reason }) =>
    both(`Mục ${itemCode} không ghi tồn tại, vì ${reason}`, `No finding on item ${itemCode}, because ${reason}`),
  FieldworkSuspended: ({ reason }) => both(`Tạm dừng kiểm tra, vì ${reason}`, `Fieldwork suspended, because ${reason}`),
  FieldworkResumed: () => both('Tiếp tục kiểm tra', 'Fieldwork resumed'),
  FieldworkEnded: ({ score }) =>
    both(
      `Kết thúc kiểm tra tại chỗ: đạt ${score.passed}/${score.applicable} mục`,
      `Fieldwork ended: ${score.passed} of ${score.applicable} items passed`,
    ),
  MinutesSigned: ({ number, unitRepresentative }) =>
    both(
      `Ký biên bản${number ? ` ${number}` : ''}; đại diện đơn vị: ${unitRepresentative.name}, nhất trí`,
      `Minutes${number ? ` ${number}` : ''} signed; for the unit: ${unitRepresentative.name}, agreed`,
    ),
  MinutesSignedWithReservation: ({ number, unitRepresentative, reservation }) =>
    both(
      `Ký biên bản${number ? ` ${number}` : ''}; ${unitRepresentative.name} có ý kiến: ${reservation}`,
      `Minutes${number ? ` ${number}` : ''} signed; ${unitRepresentative.name} with a reservation: ${reservation}`,
    ),
  MinutesSignatureRefused: ({ unitRepresentative, reason, witness }) =>
    both(
      `${unitRepresentative.name} từ chối ký biên bản: ${reason}; người chứng kiến: ${witness.name}`,
      `${unitRepresentative.name} refused to sign the minutes: ${reason}; witness: ${witness.name}`,
    ),
  InspectionCancelled: ({ reason }) =>
    both(`Hủy cuộc kiểm tra, vì ${reason}`, `Inspection cancelled, because ${reason}`),
  FollowUpStarted: ({ findingIds }) =>
    both(
      `Cuộc kiểm tra theo dõi kiến nghị này, cho ${findingIds.length} tồn tại`,
      `The inspection follows this recommendation up, for ${counted(findingIds.length, 'finding')}`,
    ),
  RecommendationSettled: ({ outcome }) =>
    both(
      `Cuộc kiểm tra ghi nhận kiến nghị này đã xong: ${outcomes[outcome].vi}`,
      `The inspection notes that this recommendation is settled: ${outcomes[outcome].en}`,
    ),
  InspectionClosed: ({ reason }) =>
    reason === 'nothing-to-remedy'
      ? both('Đóng cuộc kiểm tra: không còn tồn tại phải khắc phục', 'Inspection closed: nothing left to remedy')
      : both('Đóng cuộc kiểm tra: mọi kiến nghị đã đóng', 'Inspection closed: every recommendation is settled'),

  RecommendationIssued: ({ number, text, deadline }) =>
    both(
      `Kiến nghị ${number}, hạn ${date(deadline.dueOn)}: ${text}`,
      `Recommendation ${number}, due ${date(deadline.dueOn)}: ${text}`,
    ),
  RemediationPlanSubmitted: ({ responsible, plannedOn }) =>
    both(
      `Nộp kế hoạch khắc phục, ${responsible} thực hiện, dự kiến xong ${date(plannedOn)}`,
      `Remediation plan submitted, ${responsible} in charge, planned for ${date(plannedOn)}`,
    ),
  RemediationProgressReported: ({ percent, note }) =>
    both(`Báo cáo tiến độ ${percent}%: ${note}`, `Progress reported, ${percent}%: ${note}`),
  RemediationObstacleReported: ({ note }) => both(`Báo cáo vướng mắc: ${note}`, `Obstacle reported: ${note}`),
  RemediationReportedComplete: ({ round, evidence }) =>
    both(
      `Nộp minh chứng lần ${round} (${evidence.length} tệp)`,
      `Proof ${round} submitted (${counted(evidence.length, 'file')})`,
    ),
  RemediationVerificationFailed: ({ round, reasons }) =>
    both(
      `Trả lại minh chứng lần ${round}, ${reasons.length} lý do: ${listed(reasons)}`,
      `Proof ${round} returned, ${counted(reasons.length, 'reason')}: ${listed(reasons)}`,
    ),
  RemediationVerified: ({ isOnTime }) =>
    both(`Xác minh: đạt, ${isOnTime ? 'đúng hạn' : 'trễ hạn'}`, `Verified: met, ${isOnTime ? 'on time' : 'late'}`),
  RecommendationClosed: () => both('Đóng kiến nghị: đã khắc phục', 'Recommendation closed: implemented'),
  RecommendationDeclaredNotImplemented: ({ reason }) =>
    both(`Đóng kiến nghị: không thực hiện, vì ${reason}`, `Recommendation closed: not implemented, because ${reason}`),
};

const severityVi = { minor: 'nhẹ', major: 'nặng', critical: 'nghiêm trọng' } as const;
const outcomes = {
  implemented: both('đã khắc phục', 'implemented'),
  'not-implemented': both('không thực hiện', 'not implemented'),
};

function both(vi: string, en: string): Text {
  return { vi, en };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function files(count: number, word: string): string {
  return count === 0 ? '' : ` (${count} ${word})`;
}

function outcomeVi(answer: { readonly status: string; readonly outcome?: 'pass' | 'fail' }): string {
  return answer.status === 'not-applicable' ? 'không áp dụng' : answer.outcome === 'pass' ? 'đạt' : 'không đạt';
}

function outcomeEn(answer: { readonly status: string; readonly outcome?: 'pass' | 'fail' }): string {
  return answer.status === 'not-applicable' ? 'not applicable' : (answer.outcome ?? 'fail');
}

/** dd/MM/yyyy, as administrative documents write it. */
function date(on: string | Instant): string {
  return `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;
}

/** People end a reason with a full stop, and a list does not. */
function listed(reasons: readonly { readonly reason: string }[]): string {
  return reasons.map(({ reason }) => reason.trim().replace(/[.;]+$/, '')).join('; ');
}
