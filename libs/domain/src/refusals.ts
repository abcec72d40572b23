import { type Facts, Rejection, type RejectionKind } from './kernel/rejection.js';

interface Refusal {
  readonly kind: RejectionKind;
  readonly vi: string;
  readonly en: string;
}

/** Every reason the rules can turn a command down: one total table of code, kind and title. The code is the contract. */
export const refusals = {
  'access.role-may-not': {
    kind: 'forbidden',
    vi: 'Vai trò này không được làm việc này',
    en: 'This role may not do this',
  },
  'access.not-visible': { kind: 'not-found', vi: 'Không tìm thấy', en: 'Not found' },

  'demo.person-unknown': {
    kind: 'unprocessable',
    vi: 'Không có người này trong bản trình diễn',
    en: 'The demo has no such person',
  },

  'evidence.digest-malformed': {
    kind: 'unprocessable',
    vi: 'Mã SHA-256 của minh chứng không đúng dạng',
    en: 'The SHA-256 of the evidence is malformed',
  },
  'evidence.empty': { kind: 'unprocessable', vi: 'Tệp minh chứng rỗng', en: 'The evidence file is empty' },

  'checklist.target-unknown': {
    kind: 'unprocessable',
    vi: 'Chỉ đặt được đích cho mục tính tỷ lệ có trong phiếu',
    en: 'A target is for a ratio item of the checklist',
  },
  'checklist.target-out-of-range': {
    kind: 'unprocessable',
    vi: 'Đích phải từ 0% đến 100%',
    en: 'A target lies between 0% and 100%',
  },

  'unit.unknown': { kind: 'not-found', vi: 'Không tìm thấy đơn vị', en: 'Unit not found' },
  'unit.already-established': { kind: 'conflict', vi: 'Đơn vị này đã có', en: 'This unit is established already' },
  'unit.own-parent': {
    kind: 'unprocessable',
    vi: 'Đơn vị không thể là cấp trên của chính mình',
    en: 'A unit cannot be its own parent',
  },
  'unit.before-establishment': {
    kind: 'unprocessable',
    vi: 'Ngày hiệu lực sớm hơn ngày thành lập đơn vị',
    en: 'The date is before the unit was established',
  },

  'inspection.unknown': { kind: 'not-found', vi: 'Không tìm thấy cuộc kiểm tra', en: 'Inspection not found' },
  'inspection.dated-ahead': {
    kind: 'unprocessable',
    vi: 'Văn bản không thể đề ngày sau hôm nay',
    en: 'A document cannot be dated after today',
  },
  'inspection.member-may-not-inspect': {
    kind: 'unprocessable',
    vi: 'Người này không giữ vai trò kiểm tra được giao trong đoàn',
    en: 'This person does not hold the role that the team gives them',
  },
  'inspection.item-answered-by-system': {
    kind: 'conflict',
    vi: 'Mục này do hệ thống tự trả lời, không sửa được',
    en: 'The system answers this item by itself, and nobody changes it',
  },
  'inspection.already-ordered': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra này đã có quyết định',
    en: 'This inspection was ordered already',
  },
  'inspection.type-not-offered': {
    kind: 'unprocessable',
    vi: 'Loại kiểm tra này chưa được hỗ trợ',
    en: 'This type of inspection is not offered yet',
  },
  'inspection.checklist-unknown': {
    kind: 'unprocessable',
    vi: 'Không có phiếu kiểm tra này',
    en: 'There is no such checklist',
  },
  'inspection.checklist-empty': {
    kind: 'unprocessable',
    vi: 'Phiếu kiểm tra không có mục nào',
    en: 'The checklist has no items',
  },
  'inspection.one-lead': {
    kind: 'unprocessable',
    vi: 'Đoàn kiểm tra phải có đúng một trưởng đoàn',
    en: 'The team needs exactly one lead',
  },
  'inspection.team-member-twice': {
    kind: 'unprocessable',
    vi: 'Có người được ghi hai lần trong đoàn',
    en: 'Someone is on the team twice',
  },
  'inspection.team-member-unknown': {
    kind: 'unprocessable',
    vi: 'Không có người này trong danh bạ',
    en: 'This person is not in the directory',
  },
  'inspection.team-member-of-unit': {
    kind: 'unprocessable',
    vi: 'Thành viên đoàn không được kiểm tra đơn vị mình đang công tác',
    en: 'Nobody inspects the unit they work in',
  },
  'inspection.orders-itself': {
    kind: 'unprocessable',
    vi: 'Đơn vị không thể ra quyết định kiểm tra chính mình',
    en: 'A unit cannot order a check of itself',
  },
  'inspection.unit-unknown': { kind: 'unprocessable', vi: 'Không có đơn vị này', en: 'There is no such unit' },
  'inspection.not-startable': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra không ở trạng thái có thể bắt đầu',
    en: 'The inspection cannot be started in its present state',
  },
  'inspection.not-in-fieldwork': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra không đang diễn ra tại chỗ',
    en: 'The inspection is not in fieldwork',
  },
  'inspection.not-suspended': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra không bị tạm dừng',
    en: 'The inspection is not suspended',
  },
  'inspection.not-on-team': {
    kind: 'forbidden',
    vi: 'Chỉ thành viên đoàn kiểm tra được làm việc này',
    en: 'Only members of the team may do this',
  },
  'inspection.lead-only': {
    kind: 'forbidden',
    vi: 'Chỉ trưởng đoàn được làm việc này',
    en: 'Only the team lead may do this',
  },
  'inspection.item-unknown': {
    kind: 'unprocessable',
    vi: 'Phiếu kiểm tra không có mục này',
    en: 'The checklist has no such item',
  },
  'inspection.item-already-answered': {
    kind: 'conflict',
    vi: 'Mục này đã có kết quả; hãy đính chính kèm lý do',
    en: 'This item is answered; correct it with a reason',
  },
  'inspection.item-not-answered': {
    kind: 'conflict',
    vi: 'Mục này chưa có kết quả để đính chính',
    en: 'This item has no answer to correct',
  },
  'inspection.answer-invalid': {
    kind: 'unprocessable',
    vi: 'Kết quả không hợp với mục này',
    en: 'The answer does not fit the item',
  },
  'inspection.evidence-required': {
    kind: 'unprocessable',
    vi: 'Mục này cần ít nhất một minh chứng',
    en: 'This item needs at least one piece of evidence',
  },
  'inspection.evidence-of-other-kind': {
    kind: 'unprocessable',
    vi: 'Minh chứng không thuộc loại mục này yêu cầu',
    en: 'The evidence is of another kind than the item asks for',
  },
  'inspection.items-unanswered': { kind: 'conflict', vi: 'Còn mục chưa có kết quả', en: 'Some items are not answered' },
  'inspection.proposals-undecided': {
    kind: 'conflict',
    vi: 'Còn mục không đạt chưa ghi tồn tại hoặc nêu lý do không ghi',
    en: 'Some failed items have neither a finding nor a reason for none',
  },
  'inspection.nothing-proposed': {
    kind: 'conflict',
    vi: 'Mục này không có tồn tại đề xuất',
    en: 'No finding is proposed for this item',
  },
  'inspection.finding-unknown': {
    kind: 'unprocessable',
    vi: 'Không có tồn tại này trong cuộc kiểm tra',
    en: 'The inspection has no such finding',
  },
  'inspection.finding-id-taken': {
    kind: 'unprocessable',
    vi: 'Mã này đã dùng cho một tồn tại khác của cuộc kiểm tra',
    en: 'Another finding of the inspection has this id',
  },
  'inspection.finding-discarded': { kind: 'conflict', vi: 'Tồn tại này đã được bỏ', en: 'This finding was discarded' },
  'inspection.finding-already-recorded': {
    kind: 'conflict',
    vi: 'Mục này đã có tồn tại tại nơi này',
    en: 'A finding is recorded for this item and place already',
  },
  'inspection.finding-on-passed-item': {
    kind: 'conflict',
    vi: 'Tồn tại gắn với mục không phải là không đạt',
    en: 'A finding stands on an item that did not fail',
  },
  'inspection.finding-without-severity': {
    kind: 'unprocessable',
    vi: 'Tồn tại ngoài phiếu cần mức độ',
    en: 'A finding outside the checklist needs a severity',
  },
  'inspection.finding-without-criteria': {
    kind: 'unprocessable',
    vi: 'Tồn tại ngoài phiếu cần tiêu chí',
    en: 'A finding outside the checklist needs its criteria',
  },
  'inspection.finding-without-evidence': {
    kind: 'unprocessable',
    vi: 'Tồn tại cần ít nhất một minh chứng',
    en: 'A finding needs at least one piece of evidence',
  },
  'inspection.correction-without-evidence': {
    kind: 'unprocessable',
    vi: 'Khắc phục tại chỗ cần minh chứng sau khi khắc phục',
    en: 'A correction on site needs evidence of the state after it',
  },
  'inspection.fieldwork-not-ended': {
    kind: 'conflict',
    vi: 'Chưa kết thúc kiểm tra tại chỗ',
    en: 'Fieldwork has not ended',
  },
  'inspection.minutes-are-final': {
    kind: 'conflict',
    vi: 'Biên bản đã khóa; chỉ có thể lập biên bản bổ sung',
    en: 'The minutes are final',
  },
  'inspection.minutes-not-final': { kind: 'conflict', vi: 'Chưa có biên bản', en: 'There are no final minutes' },
  'inspection.minutes-before-decision': {
    kind: 'unprocessable',
    vi: 'Ngày biên bản sớm hơn ngày quyết định',
    en: 'The minutes are dated before the decision',
  },
  'inspection.witness-is-a-party': {
    kind: 'unprocessable',
    vi: 'Người chứng kiến không được là một bên ký biên bản',
    en: 'The witness must not be a party to the minutes',
  },
  'inspection.not-closable': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra chưa thể đóng',
    en: 'The inspection cannot be closed in its present state',
  },
  'inspection.findings-to-remedy': {
    kind: 'conflict',
    vi: 'Còn tồn tại chưa có kiến nghị',
    en: 'Some findings are not answered by a recommendation',
  },
  'inspection.recommendation-unknown': {
    kind: 'unprocessable',
    vi: 'Cuộc kiểm tra không có kiến nghị này',
    en: 'The inspection has no such recommendation',
  },

  'recommendation.unknown': { kind: 'not-found', vi: 'Không tìm thấy kiến nghị', en: 'Recommendation not found' },
  'recommendation.already-issued': {
    kind: 'conflict',
    vi: 'Kiến nghị này đã ban hành',
    en: 'This recommendation was issued already',
  },
  'recommendation.inspection-unknown': {
    kind: 'unprocessable',
    vi: 'Không có cuộc kiểm tra này',
    en: 'There is no such inspection',
  },
  'recommendation.body-unknown': { kind: 'unprocessable', vi: 'Không có cơ quan này', en: 'There is no such body' },
  'recommendation.finding-not-live': {
    kind: 'unprocessable',
    vi: 'Tồn tại không có, đã bỏ hoặc đã khắc phục tại chỗ',
    en: 'The finding is unknown, discarded or corrected on site',
  },
  'recommendation.before-final-document': {
    kind: 'conflict',
    vi: 'Chỉ kiến nghị khi đã có biên bản',
    en: 'Recommendations are issued from the final document',
  },
  'recommendation.without-finding': {
    kind: 'unprocessable',
    vi: 'Kiến nghị phải trả lời ít nhất một tồn tại',
    en: 'A recommendation answers at least one finding',
  },
  'recommendation.without-verification-points': {
    kind: 'unprocessable',
    vi: 'Kiến nghị cần ít nhất một tiêu chí xác minh',
    en: 'A recommendation needs at least one verification point',
  },
  'recommendation.without-implementing-body': {
    kind: 'unprocessable',
    vi: 'Kiến nghị cần cơ quan thực hiện',
    en: 'A recommendation needs an implementing body',
  },
  'recommendation.due-before-document': {
    kind: 'unprocessable',
    vi: 'Hạn sớm hơn ngày của văn bản',
    en: 'The due date is before the document',
  },
  'recommendation.planned-before-document': {
    kind: 'unprocessable',
    vi: 'Ngày dự kiến sớm hơn ngày của biên bản',
    en: 'The planned date is before the minutes',
  },
  'recommendation.no-deadline-rule': {
    kind: 'unprocessable',
    vi: 'Không có quy định thời hạn cho ngày này',
    en: 'No deadline profile is in force on this day',
  },
  'recommendation.settled': { kind: 'conflict', vi: 'Kiến nghị đã đóng', en: 'The recommendation is settled' },
  'recommendation.not-your-unit': {
    kind: 'forbidden',
    vi: 'Chỉ đơn vị được kiến nghị được làm việc này',
    en: 'Only the unit it was issued to may do this',
  },
  'recommendation.judged-by-finder': {
    kind: 'forbidden',
    vi: 'Người ghi nhận tồn tại không được xác minh hoặc đóng',
    en: 'Whoever recorded the finding may not judge its remedy',
  },
  'recommendation.judged-by-fixer': {
    kind: 'forbidden',
    vi: 'Người khắc phục không được tự xác minh hoặc đóng',
    en: 'Whoever fixed it may not judge the fix',
  },
  'recommendation.judged-by-own-unit': {
    kind: 'forbidden',
    vi: 'Đơn vị không được tự xác minh hoặc đóng kiến nghị của mình',
    en: 'A unit may not judge its own remedy',
  },
  'recommendation.closed-by-verifier': {
    kind: 'forbidden',
    vi: 'Người đã xác minh không được tự đóng',
    en: 'Whoever verified it may not close it',
  },
  'recommendation.proof-awaits-verification': {
    kind: 'conflict',
    vi: 'Minh chứng đang chờ xác minh',
    en: 'A proof is waiting to be verified',
  },
  'recommendation.proof-without-evidence': {
    kind: 'unprocessable',
    vi: 'Cần ít nhất một minh chứng',
    en: 'At least one piece of evidence is needed',
  },
  'recommendation.same-proof-again': {
    kind: 'unprocessable',
    vi: 'Minh chứng này đã bị trả lại; cần minh chứng mới',
    en: 'This proof was returned; new evidence is needed',
  },
  'recommendation.nothing-to-verify': {
    kind: 'conflict',
    vi: 'Không có minh chứng đang chờ xác minh',
    en: 'No proof is waiting to be verified',
  },
  'recommendation.return-without-reasons': {
    kind: 'unprocessable',
    vi: 'Trả lại phải nêu đủ lý do trong một lần',
    en: 'A return names all its reasons at once',
  },
  'recommendation.second-return-needs-leadership': {
    kind: 'forbidden',
    vi: 'Trả lại lần thứ hai phải do lãnh đạo quyết định',
    en: 'A second return is for leadership to decide',
  },
  'recommendation.point-unknown': {
    kind: 'unprocessable',
    vi: 'Không có tiêu chí xác minh này',
    en: 'There is no such verification point',
  },
  'recommendation.points-unmet': {
    kind: 'conflict',
    vi: 'Chưa đạt đủ tiêu chí xác minh',
    en: 'Not every verification point is met',
  },
  'recommendation.not-verified': {
    kind: 'conflict',
    vi: 'Chưa xác minh thì không được đóng',
    en: 'A recommendation is closed only once verified',
  },
  'recommendation.already-verified': { kind: 'conflict', vi: 'Đã xác minh đạt', en: 'It was verified already' },
  'recommendation.suspended': {
    kind: 'conflict',
    vi: 'Kiến nghị đang tạm dừng thực hiện, thời hạn không tính',
    en: 'The recommendation is suspended and its clock stands still',
  },
  'recommendation.not-suspended': {
    kind: 'conflict',
    vi: 'Kiến nghị không bị tạm dừng',
    en: 'The recommendation is not suspended',
  },
  'recommendation.extension-after-due-date': {
    kind: 'conflict',
    vi: 'Đã quá thời điểm được xin gia hạn',
    en: 'It is too late to ask for an extension',
  },
  'recommendation.extension-not-later': {
    kind: 'unprocessable',
    vi: 'Ngày gia hạn phải sau hạn đang có hiệu lực',
    en: 'An extension moves the due date to a later day',
  },
  'recommendation.extension-not-working-day': {
    kind: 'unprocessable',
    vi: 'Ngày gia hạn phải là ngày làm việc',
    en: 'The extended due date must be a working day',
  },
  'recommendation.extension-pending': {
    kind: 'conflict',
    vi: 'Đang có một đơn xin gia hạn chờ quyết định',
    en: 'An extension request awaits a decision',
  },
  'recommendation.no-extension-asked': {
    kind: 'conflict',
    vi: 'Không có đơn xin gia hạn chờ quyết định',
    en: 'No extension request awaits a decision',
  },
  'recommendation.extension-decided-by-asker': {
    kind: 'forbidden',
    vi: 'Người xin gia hạn không được tự quyết định',
    en: 'Whoever asked for the extension may not decide on it',
  },
  'recommendation.extension-not-yours-to-decide': {
    kind: 'forbidden',
    vi: 'Gia hạn do lãnh đạo hoặc người ban hành kiến nghị quyết định',
    en: 'An extension is for leadership or whoever issued the recommendation to decide',
  },
  'recommendation.extension-beyond-asked': {
    kind: 'unprocessable',
    vi: 'Không gia hạn quá ngày đơn vị xin',
    en: 'An extension goes no further than was asked',
  },
  'recommendation.no-plan-to-review': {
    kind: 'conflict',
    vi: 'Không có kế hoạch chờ duyệt',
    en: 'No plan awaits review',
  },
  'recommendation.nothing-to-recover': {
    kind: 'conflict',
    vi: 'Kiến nghị này không phải thu hồi tiền',
    en: 'This recommendation asks for no money back',
  },
  'recommendation.recovery-known': {
    kind: 'unprocessable',
    vi: 'Chứng từ này đã ghi với nội dung khác',
    en: 'This payment document was recorded with other contents',
  },
  'recommendation.recovered-in-future': {
    kind: 'unprocessable',
    vi: 'Ngày nộp tiền ở tương lai',
    en: 'The money came in on a day still to come',
  },
  'recommendation.recovered-too-much': {
    kind: 'unprocessable',
    vi: 'Số tiền vượt quá số phải thu hồi',
    en: 'The amount is more than is to be recovered',
  },
  'recommendation.money-outstanding': {
    kind: 'conflict',
    vi: 'Chưa thu hồi đủ số tiền',
    en: 'The money is not fully recovered',
  },
  'recommendation.amount-missing': {
    kind: 'unprocessable',
    vi: 'Kiến nghị thu hồi tiền phải có số tiền',
    en: 'A recommendation to collect money names the amount',
  },
  'recommendation.not-partly': {
    kind: 'unprocessable',
    vi: 'Xác minh một phần phải có điểm đạt và điểm chưa đạt',
    en: 'A partial verification has points met and points unmet',
  },
  'recommendation.points-unjudged': {
    kind: 'unprocessable',
    vi: 'Mỗi tiêu chí còn lại phải được đánh giá đúng một lần',
    en: 'Every point that is left is judged once',
  },
  'recommendation.effectiveness-unconfirmed': {
    kind: 'conflict',
    vi: 'Phải kiểm tra hiệu quả khắc phục trước khi đóng',
    en: 'The effect of the remedy is checked before closing',
  },
  'recommendation.not-declared-unimplemented': {
    kind: 'conflict',
    vi: 'Chỉ đề nghị xử lý khi kiến nghị không được thực hiện',
    en: 'A sanction is proposed only for what was not implemented',
  },
  'recommendation.sanction-pending': {
    kind: 'conflict',
    vi: 'Đang có đề nghị xử lý chờ quyết định',
    en: 'A proposed sanction awaits a decision',
  },
  'recommendation.no-sanction-proposed': {
    kind: 'conflict',
    vi: 'Không có đề nghị xử lý chờ quyết định',
    en: 'No proposed sanction awaits a decision',
  },
  'recommendation.sanction-decided-by-proposer': {
    kind: 'forbidden',
    vi: 'Người đề nghị xử lý không được tự quyết định',
    en: 'Whoever proposed the sanction may not decide on it',
  },
  'recommendation.sanction-kind-mismatch': {
    kind: 'unprocessable',
    vi: 'Hình thức xử lý chỉ nêu khi có xử lý',
    en: 'A kind of sanction is named when one is imposed, and only then',
  },
  'recommendation.without-external-document': {
    kind: 'unprocessable',
    vi: 'Kiến nghị từ bên ngoài phải kèm văn bản',
    en: 'An external recommendation comes with its document',
  },
  'recommendation.document-in-future': {
    kind: 'unprocessable',
    vi: 'Văn bản ký ở ngày tương lai',
    en: 'The document is signed on a day still to come',
  },
  'recommendation.not-overdue': {
    kind: 'conflict',
    vi: 'Kiến nghị chưa quá hạn',
    en: 'The recommendation is not overdue',
  },
  'recommendation.ladder-not-applicable': {
    kind: 'conflict',
    vi: 'Bước đôn đốc không còn áp dụng',
    en: 'The step of the ladder does not apply any more',
  },
  'recommendation.ladder-step-outdated': {
    kind: 'conflict',
    vi: 'Đã có bước đôn đốc sau bước này',
    en: 'A later step of the ladder was taken already',
  },
  'recommendation.ladder-step-not-due': {
    kind: 'conflict',
    vi: 'Chưa đến ngày của bước đôn đốc',
    en: 'The day of this step of the ladder has not come',
  },
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalCode = keyof typeof refusals;

/** The Rejection of that code, its kind taken from the table. */
export function refusal(code: RefusalCode, facts: Facts = {}): Rejection {
  return new Rejection(refusals[code].kind, code, facts);
}
