import type { Severity } from '../checklists/checklist.js';
import type { LegalDate } from '../kernel/recorded.js';
import { type Change, changesBetween, counted, dated, type Line, paid, quoted, type Share, shared } from './changes.js';
import { both } from './wording.js';

/** How a unit stood on a day: the figures of its overview, and of its findings those that came again. */
export interface UnitFigures {
  readonly name: string;
  readonly headName: string | null;
  readonly inspectionsStarted: number;
  readonly inspectionsEnded: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly correctedOnSite: number;
  readonly repeated: number;
  readonly persisting: number;
  readonly recommendationsIssued: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly awaitingVerification: number;
  readonly returned: number;
  readonly suspended: number;
  readonly extensionsAsked: number;
  readonly escalated: number;
  readonly implemented: number;
  readonly notImplemented: number;
  readonly ratios: { readonly onTime: Share; readonly onTimeOriginally: Share };
  readonly amountToRecover: number;
  readonly amountRecovered: number;
  readonly extensionsGranted: number;
  readonly timesOverdue: number;
  readonly reminders: number;
  readonly escalations: number;
  readonly sanctionsImposed: number;
  readonly nextDueOn: LegalDate | null;
}

/** Null before: the unit was not there yet. */
export function unitChanges(before: UnitFigures | null, after: UnitFigures): readonly Change[] {
  return changesBetween(before ? linesOf(before) : [], linesOf(after));
}

function linesOf(figures: UnitFigures): readonly Line[] {
  const { findings, ratios } = figures;
  return [
    ...quoted('name', both('Tên đơn vị', 'Name of the unit'), figures.name),
    ...quoted('headName', both('Người đứng đầu', 'Head'), figures.headName),
    ...counted(
      'inspectionsStarted',
      both('Cuộc kiểm tra đã bắt đầu', 'Inspections started'),
      figures.inspectionsStarted,
    ),
    ...counted(
      'inspectionsEnded',
      both('Cuộc kiểm tra đã kết thúc tại chỗ', 'Inspections ended on site'),
      figures.inspectionsEnded,
    ),
    ...counted('findings.critical', both('Tồn tại nghiêm trọng', 'Critical findings'), findings.critical),
    ...counted('findings.major', both('Tồn tại nặng', 'Major findings'), findings.major),
    ...counted('findings.minor', both('Tồn tại nhẹ', 'Minor findings'), findings.minor),
    ...counted(
      'correctedOnSite',
      both('Tồn tại khắc phục tại chỗ', 'Findings corrected on site'),
      figures.correctedOnSite,
    ),
    ...counted('repeated', both('Tồn tại tái phạm', 'Repeated findings'), figures.repeated),
    ...counted('persisting', both('Tồn tại kéo dài', 'Persisting findings'), figures.persisting),
    ...counted(
      'recommendationsIssued',
      both('Kiến nghị đã ban hành', 'Recommendations issued'),
      figures.recommendationsIssued,
    ),
    ...counted('open', both('Kiến nghị đang mở', 'Open recommendations'), figures.open),
    ...counted('overdue', both('Kiến nghị quá hạn', 'Overdue recommendations'), figures.overdue),
    ...counted('dueSoon', both('Kiến nghị sắp đến hạn', 'Recommendations due soon'), figures.dueSoon),
    ...counted(
      'awaitingVerification',
      both('Kiến nghị chờ xác minh', 'Recommendations awaiting verification'),
      figures.awaitingVerification,
    ),
    ...counted('returned', both('Kiến nghị bị trả lại', 'Recommendations returned'), figures.returned),
    ...counted('suspended', both('Kiến nghị tạm dừng', 'Recommendations suspended'), figures.suspended),
    ...counted('extensionsAsked', both('Kiến nghị đang xin gia hạn', 'Extensions asked for'), figures.extensionsAsked),
    ...counted('escalated', both('Kiến nghị đã báo cáo cấp trên', 'Recommendations escalated'), figures.escalated),
    ...counted('implemented', both('Kiến nghị đã khắc phục', 'Recommendations implemented'), figures.implemented),
    ...counted(
      'notImplemented',
      both('Kiến nghị không thực hiện', 'Recommendations not implemented'),
      figures.notImplemented,
    ),
    ...shared('ratios.onTime', both('Đúng hạn (hạn hiện hành)', 'On time (due date in force)'), ratios.onTime),
    ...shared(
      'ratios.onTimeOriginally',
      both('Đúng hạn (hạn gốc)', 'On time (original due date)'),
      ratios.onTimeOriginally,
    ),
    ...paid('amountToRecover', both('Tiền phải thu hồi', 'Money to recover'), figures.amountToRecover),
    ...paid('amountRecovered', both('Tiền đã thu hồi', 'Money recovered'), figures.amountRecovered),
    ...counted('extensionsGranted', both('Lần được gia hạn', 'Extensions granted'), figures.extensionsGranted),
    ...counted('timesOverdue', both('Lần quá hạn', 'Times overdue'), figures.timesOverdue),
    ...counted('reminders', both('Lần đôn đốc', 'Reminders'), figures.reminders),
    ...counted('escalations', both('Lần báo cáo lên cấp trên', 'Escalations'), figures.escalations),
    ...counted('sanctionsImposed', both('Lần bị xử lý', 'Sanctions imposed'), figures.sanctionsImposed),
    ...dated('nextDueOn', both('Hạn gần nhất', 'Next due date'), figures.nextDueOn),
  ];
}
