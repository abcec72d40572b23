import type { ExtensionRequest, Known } from '../recommendation/facts.js';
import { recovered } from '../recommendation/guards.js';
import { type Change, changesBetween, counted, dated, type Line, listed, paid, quoted, worded } from './changes.js';
import { recommendationStatusWords } from './status-words.js';
import { both, date } from './wording.js';

/** Null before: it was not there yet, or not for this reader. */
export function recommendationChanges(before: Known | null, after: Known): readonly Change[] {
  return changesBetween(before ? linesOf(before) : [], linesOf(after));
}

function linesOf(state: Known): readonly Line[] {
  return [
    ...worded('status', both('Trạng thái', 'Status'), state.status, recommendationStatusWords[state.status]),
    ...quoted('number', both('Kiến nghị', 'Recommendation'), state.order.number),
    ...dated('dueOn', both('Hạn khắc phục hiện hành', 'Due date in force'), state.deadline.dueOn),
    ...bodyLines(state),
    ...workLines(state),
    ...judgementLines(state),
    ...clockLines(state),
    ...sanctionLines(state),
  ];
}

function bodyLines({ bodies, isReassigned }: Known): readonly Line[] {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  return [
    ...quoted('bodies.lead', both('Chủ trì', 'Lead body'), bodies.lead.name),
    ...listed('bodies.coordinating', both('Phối hợp', 'Coordinating bodies'), names(bodies.coordinating)),
    ...listed('bodies.implementing', both('Thực hiện', 'Implementing bodies'), names(bodies.implementing)),
    ...worded(
      'isReassigned',
      both('Bàn giao', 'Handover'),
      isReassigned ? 'reassigned' : null,
      both('đã chuyển đơn vị thực hiện', 'handed to other bodies'),
    ),
  ];
}

function workLines({
  plan,
  planReview,
  progress,
  obstacle,
  recoveries,
  proofs,
  order,
  fixers,
}: Known): readonly Line[] {
  return [
    ...quoted('plan', both('Kế hoạch khắc phục', 'Plan'), plan?.steps),
    ...quoted('plan.responsible', both('Người chịu trách nhiệm', 'Responsible'), plan?.responsible),
    ...quoted('plan.cause', both('Nguyên nhân nêu trong kế hoạch', 'Cause named in the plan'), plan?.cause),
    ...dated('plan.plannedOn', both('Ngày dự kiến hoàn thành', 'Planned to be done by'), plan?.plannedOn),
    ...worded(
      'planReview',
      both('Xem xét kế hoạch', 'Review of the plan'),
      planReview && `${planReview.isApproved ? 'approved' : 'returned'} ${planReview.note ?? ''}`.trim(),
      planReview?.isApproved ? both('đã duyệt', 'approved') : both('bị trả lại', 'returned'),
    ),
    ...worded(
      'progress',
      both('Tiến độ', 'Progress'),
      progress && `${progress.percent} ${progress.note}`,
      both(`${progress?.percent}% (${progress?.note})`, `${progress?.percent}% (${progress?.note})`),
    ),
    ...quoted('obstacle', both('Vướng mắc', 'Obstacle'), obstacle),
    ...paid('amountToRecover', both('Tiền phải thu hồi', 'Money to recover'), order.amountToRecover ?? 0),
    ...paid('amountRecovered', both('Tiền đã thu hồi', 'Money recovered'), recovered({ recoveries })),
    ...counted('proofs', both('Lần nộp minh chứng', 'Proofs submitted'), proofs.length),
    ...counted('fixers', both('Người đã tham gia khắc phục', 'People who worked on it'), fixers.length),
  ];
}

function judgementLines({ returns, metPoints, missing, verification, effectiveness }: Known): readonly Line[] {
  return [
    ...counted('returns', both('Lần trả lại', 'Times returned'), returns.length),
    ...listed('metPoints', both('Điểm đã đạt', 'Points met'), metPoints),
    ...listed(
      'missing',
      both('Điểm còn thiếu', 'Points missing'),
      missing.map(({ point, reason }) => `${point}: ${reason}`),
    ),
    ...worded(
      'verification',
      both('Xác minh', 'Verification'),
      verification && `${verification.round} ${verification.isOnTime ? 'on-time' : 'late'}`,
      both(
        `đạt, minh chứng lần ${verification?.round}, ${verification?.isOnTime ? 'đúng hạn' : 'trễ hạn'}`,
        `met, proof ${verification?.round}, ${verification?.isOnTime ? 'on time' : 'late'}`,
      ),
    ),
    ...worded(
      'effectiveness',
      both('Hiệu quả khắc phục', 'Effectiveness'),
      effectiveness && `${effectiveness.isConfirmed ? 'confirmed' : 'not-confirmed'}: ${effectiveness.note}`,
      effectiveness?.isConfirmed
        ? both(`được xác nhận: ${effectiveness.note}`, `confirmed: ${effectiveness.note}`)
        : both(`không được xác nhận: ${effectiveness?.note}`, `not confirmed: ${effectiveness?.note}`),
    ),
  ];
}

function clockLines({ extensions, suspensions, ladder, deadline }: Known): readonly Line[] {
  const suspension = suspensions.at(-1);
  const of = (kind: (typeof ladder)[number]['kind']) => ladder.filter((entry) => entry.kind === kind).length;
  return [
    ...counted('calendarEdition', both('Ấn bản lịch làm việc', 'Edition of the calendar'), deadline.calendarEdition),
    ...extensions.flatMap((request, index) => extensionLines(request, index + 1)),
    ...worded(
      'suspension',
      both('Tạm dừng', 'Suspension'),
      suspension ? `${suspensions.length} ${suspension.suspendedOn} ${suspension.resumedOn ?? ''}`.trim() : null,
      both(
        `từ ${date(suspension?.suspendedOn ?? '')}${suspension?.resumedOn ? ` đến ${date(suspension.resumedOn)}` : ''}`,
        `from ${date(suspension?.suspendedOn ?? '')}${suspension?.resumedOn ? ` to ${date(suspension.resumedOn)}` : ''}`,
      ),
    ),
    ...counted('timesOverdue', both('Lần quá hạn', 'Times overdue'), of('overdue')),
    ...counted('reminders', both('Lần đôn đốc', 'Reminders'), of('reminder')),
    ...counted('escalations', both('Lần báo cáo lên cấp trên', 'Escalations'), of('escalation')),
  ];
}

function extensionLines({ dueOn, outcome, grantedOn }: ExtensionRequest, place: number): readonly Line[] {
  const granted = date(grantedOn ?? dueOn);
  const words = {
    asked: both(`chờ quyết định, xin đến ${date(dueOn)}`, `waits for a decision, asked until ${date(dueOn)}`),
    granted: both(`được gia hạn đến ${granted}`, `granted until ${granted}`),
    refused: both('không được gia hạn', 'refused'),
    lapsed: both('hết hiệu lực, chưa ai quyết định', 'lapsed undecided'),
  }[outcome];
  return worded(
    `extension.${place}`,
    both(`Xin gia hạn lần ${place}`, `Request for extension ${place}`),
    `${outcome} ${grantedOn ?? dueOn}`,
    words,
  );
}

function sanctionLines({ notImplementedFor, sanction }: Known): readonly Line[] {
  return [
    ...quoted('notImplementedFor', both('Không thực hiện vì', 'Not implemented because'), notImplementedFor),
    ...quoted(
      'sanction',
      both('Đề nghị xử lý', 'Sanction proposed'),
      sanction && `${sanction.against}: ${sanction.reason}`,
    ),
    ...worded(
      'sanctionDecision',
      both('Quyết định xử lý', 'Decision on the sanction'),
      sanction?.decision
        ? `${sanction.decision.isImposed ? 'imposed' : 'none'} ${sanction.decision.document.number}`
        : null,
      sanction?.decision?.isImposed
        ? both(`xử lý theo ${sanction.decision.document.number}`, `imposed by ${sanction.decision.document.number}`)
        : both(
            `không xử lý theo ${sanction?.decision?.document.number}`,
            `none imposed, by ${sanction?.decision?.document.number}`,
          ),
    ),
  ];
}
