import { longPathRefusals } from './inspection/long-path-refusals.js';
import { type Facts, Rejection, type RejectionKind } from './kernel/rejection.js';
import { recommendationRefusals } from './recommendation/recommendation-refusals.js';

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

  'checklist.unknown': {
    kind: 'not-found',
    vi: 'Không tìm thấy mẫu phiếu kiểm tra',
    en: 'Checklist not found',
  },
  'checklist.unit-unknown': {
    kind: 'unprocessable',
    vi: 'Không có đơn vị này',
    en: 'There is no such unit',
  },
  'checklist.already-drafted': {
    kind: 'conflict',
    vi: 'Đã có mẫu phiếu với tên loại này',
    en: 'A checklist of this kind was drafted already',
  },
  'checklist.kind-malformed': {
    kind: 'unprocessable',
    vi: 'Tên loại phiếu chỉ gồm chữ thường không dấu, số và gạch nối',
    en: 'The kind is written in small letters without accents, digits and hyphens',
  },
  'checklist.kind-taken': {
    kind: 'conflict',
    vi: 'Tên loại này là của một phiếu có sẵn',
    en: 'This kind is a checklist of the house',
  },
  'checklist.code-malformed': {
    kind: 'unprocessable',
    vi: 'Mã phiếu là 2 đến 6 chữ hoa không dấu',
    en: 'The code is 2 to 6 capital letters without accents',
  },
  'checklist.code-taken': {
    kind: 'conflict',
    vi: 'Mã này đã dùng cho một phiếu khác',
    en: 'Another checklist has this code',
  },
  'checklist.without-sections': {
    kind: 'unprocessable',
    vi: 'Mẫu phiếu cần ít nhất một nhóm mục',
    en: 'A checklist has at least one section',
  },
  'checklist.section-twice': {
    kind: 'unprocessable',
    vi: 'Một nhóm mục được ghi hai lần',
    en: 'A section is listed twice',
  },
  'checklist.section-in-use': {
    kind: 'unprocessable',
    vi: 'Nhóm mục còn có tiêu chí: hãy chuyển hoặc bỏ tiêu chí trước',
    en: 'The section still has items: move or remove them first',
  },
  'checklist.item-code-malformed': {
    kind: 'unprocessable',
    vi: 'Mã mục phải gồm mã phiếu, gạch nối và hai hoặc ba chữ số',
    en: 'The item’s code is the checklist’s, a hyphen and two or three digits',
  },
  'checklist.item-section-unknown': {
    kind: 'unprocessable',
    vi: 'Mục thuộc nhóm không có trong mẫu phiếu',
    en: 'The item stands in a section that the checklist does not have',
  },
  'checklist.item-text-blank': {
    kind: 'unprocessable',
    vi: 'Mục có chỗ chữ bị bỏ trống',
    en: 'A text of the item is blank',
  },
  'checklist.item-without-evidence-kind': {
    kind: 'unprocessable',
    vi: 'Mục phải nhận ít nhất một loại minh chứng',
    en: 'The item takes at least one kind of evidence',
  },
  'checklist.item-without-verification-point': {
    kind: 'unprocessable',
    vi: 'Mục phải nói cần gì để xác minh đã khắc phục',
    en: 'The item says what shows that it was put right',
  },
  'checklist.item-threshold-out-of-range': {
    kind: 'unprocessable',
    vi: 'Ngưỡng đạt của mục nằm ngoài khoảng cho phép',
    en: 'The item’s threshold is out of range',
  },
  'checklist.too-many-items': {
    kind: 'unprocessable',
    vi: 'Mẫu phiếu đã đủ số mục tối đa',
    en: 'The checklist has as many items as it may',
  },
  'checklist.without-items': {
    kind: 'unprocessable',
    vi: 'Mẫu phiếu chưa có mục nào',
    en: 'The checklist has no items',
  },
  'checklist.no-draft': {
    kind: 'conflict',
    vi: 'Ấn bản đã ban hành không sửa được: hãy soạn ấn bản mới',
    en: 'A published edition is not changed: draft the next one',
  },
  'checklist.not-published': {
    kind: 'conflict',
    vi: 'Mẫu phiếu chưa ban hành ấn bản nào',
    en: 'No edition of the checklist was published yet',
  },
  'checklist.valid-before-published': {
    kind: 'unprocessable',
    vi: 'Ngày áp dụng không được sớm hơn ngày ban hành',
    en: 'It cannot be in force before it is published',
  },
  'checklist.valid-before-last': {
    kind: 'unprocessable',
    vi: 'Ngày áp dụng phải sau ngày áp dụng của ấn bản trước',
    en: 'It is in force later than the edition before',
  },
  'checklist.already-withdrawn': {
    kind: 'conflict',
    vi: 'Mẫu phiếu đã thôi áp dụng',
    en: 'The checklist was withdrawn already',
  },
  'checklist.withdrawn-in-the-past': {
    kind: 'unprocessable',
    vi: 'Ngày thôi áp dụng đã qua',
    en: 'The day of withdrawal has passed',
  },

  'sample.seed-malformed': {
    kind: 'unprocessable',
    vi: 'Mã rút mẫu phải là 32 chữ số thập lục phân, không phải toàn số 0',
    en: 'The seed is 32 hexadecimal digits, not all zero',
  },
  'sample.size-out-of-range': {
    kind: 'unprocessable',
    vi: 'Cỡ mẫu phải từ 1 đến số phần tử của tổng thể',
    en: 'The sample’s size lies between 1 and the population',
  },
  'sample.member-twice': {
    kind: 'unprocessable',
    vi: 'Danh sách tổng thể ghi một phần tử hai lần',
    en: 'The population lists a member twice',
  },
  'sample.id-taken': {
    kind: 'conflict',
    vi: 'Mã này đã dùng cho một mẫu khác của cuộc kiểm tra',
    en: 'Another sample of the inspection has this id',
  },
  'ledger.empty': { kind: 'unprocessable', vi: 'Sổ đóng góp không có dòng nào', en: 'The ledger has no rows' },
  'ledger.row-malformed': {
    kind: 'unprocessable',
    vi: 'Sổ đóng góp có dòng sai: thiếu hộ, ngày không có hoặc số tiền không hợp lệ',
    en: 'A row of the ledger is wrong: no household, a day that is none, or an amount that is none',
  },
  'budget-figures.empty': {
    kind: 'unprocessable',
    vi: 'Bảng đối chiếu ngân sách không có dòng nào',
    en: 'The budget figures have no lines',
  },
  'budget-figures.line-twice': {
    kind: 'unprocessable',
    vi: 'Bảng đối chiếu ghi một chỉ tiêu hai lần',
    en: 'The budget figures have a line twice',
  },
  'budget-figures.amount-malformed': {
    kind: 'unprocessable',
    vi: 'Số tiền trong bảng đối chiếu phải là số nguyên đồng, không âm',
    en: 'Amounts are whole đồng, not below zero',
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

  'programme.unknown': { kind: 'not-found', vi: 'Không tìm thấy chương trình kiểm tra', en: 'Programme not found' },
  'programme.already-adopted': {
    kind: 'conflict',
    vi: 'Chương trình này đã ban hành',
    en: 'This programme was adopted already',
  },
  'programme.period-reversed': {
    kind: 'unprocessable',
    vi: 'Ngày cuối của chương trình sớm hơn ngày đầu',
    en: 'The programme ends before it begins',
  },
  'programme.dated-ahead': {
    kind: 'unprocessable',
    vi: 'Ngày ban hành chưa đến',
    en: 'The day of adoption lies ahead',
  },
  'programme.adopted-after-period': {
    kind: 'unprocessable',
    vi: 'Ngày ban hành muộn hơn ngày cuối của chương trình',
    en: 'The programme is adopted after its last day',
  },
  'programme.without-items': {
    kind: 'unprocessable',
    vi: 'Chương trình cần ít nhất một mục',
    en: 'A programme needs at least one item',
  },
  'programme.unit-unknown': { kind: 'unprocessable', vi: 'Không có đơn vị này', en: 'There is no such unit' },
  'programme.checklist-unknown': {
    kind: 'unprocessable',
    vi: 'Không có phiếu kiểm tra này',
    en: 'There is no such checklist',
  },
  'programme.item-unknown': {
    kind: 'unprocessable',
    vi: 'Chương trình không có mục này',
    en: 'The programme has no such item',
  },
  'programme.item-withdrawn': {
    kind: 'conflict',
    vi: 'Mục này đã được bỏ khỏi chương trình',
    en: 'This item was withdrawn from the programme',
  },
  'programme.item-id-taken': {
    kind: 'unprocessable',
    vi: 'Mã này đã dùng cho một mục khác của chương trình',
    en: 'Another item of the programme has this id',
  },
  'programme.item-code-twice': {
    kind: 'unprocessable',
    vi: 'Số mục này đã có trong chương trình',
    en: 'The programme has an item of this number',
  },
  'programme.item-without-lead': {
    kind: 'unprocessable',
    vi: 'Mỗi mục cần cơ quan chủ trì',
    en: 'Every item needs a lead body',
  },
  'programme.quota-of-announced-item': {
    kind: 'unprocessable',
    vi: 'Chỉ mục kiểm tra đột xuất có chỉ tiêu số cuộc đột xuất',
    en: 'Only an unannounced item has a quota of unannounced checks',
  },
  'programme.pilot-site-twice': {
    kind: 'unprocessable',
    vi: 'Địa phương điểm được ghi hai lần',
    en: 'A pilot site is named twice',
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
  'inspection.programme-unknown': {
    kind: 'unprocessable',
    vi: 'Không có chương trình kiểm tra này',
    en: 'There is no such programme',
  },
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
  'inspection.earlier-unknown': {
    kind: 'unprocessable',
    vi: 'Cuộc kiểm tra không xem lại kiến nghị này',
    en: 'The inspection does not go back to this recommendation',
  },
  'inspection.earlier-unchecked': {
    kind: 'conflict',
    vi: 'Còn kiến nghị lần trước chưa xem lại',
    en: 'Earlier recommendations are still unchecked',
  },
  'inspection.earlier-undecided': {
    kind: 'conflict',
    vi: 'Còn kiến nghị lần trước chưa thực hiện mà chưa quyết định có là tồn tại hay không',
    en: 'Earlier recommendations were not carried out and nobody has decided whether that is a finding',
  },
  'inspection.earlier-not-failed': {
    kind: 'unprocessable',
    vi: 'Kiến nghị này không bị kết luận là chưa thực hiện',
    en: 'This recommendation was not found lacking',
  },
  'inspection.earlier-nothing-proposed': {
    kind: 'conflict',
    vi: 'Kiến nghị này không còn đề xuất tồn tại nào để quyết định',
    en: 'Nothing of this recommendation waits to be decided on',
  },
  'inspection.finding-on-carried-out': {
    kind: 'conflict',
    vi: 'Có tồn tại về kiến nghị mà nay xem lại là đã thực hiện',
    en: 'There is a finding about a recommendation that was carried out after all',
  },
  'inspection.earlier-is-due': {
    kind: 'unprocessable',
    vi: 'Kiến nghị này đã đến hạn hoặc đã đóng',
    en: 'This recommendation is due or settled',
  },
  'inspection.earlier-without-evidence': {
    kind: 'unprocessable',
    vi: 'Kết luận chưa thực hiện hết cần ít nhất một minh chứng',
    en: 'To say that it was not wholly carried out needs at least one piece of evidence',
  },
  'inspection.earlier-already-checked': {
    kind: 'conflict',
    vi: 'Kiến nghị này đã được xem lại; muốn đổi kết quả hãy ghi lý do',
    en: 'This recommendation was checked; another outcome needs a note that says why',
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
  'inspection.paper-of-other-checklist': {
    kind: 'unprocessable',
    vi: 'Phiếu của cuộc kiểm tra này không dùng loại số liệu này',
    en: 'The checklist of this inspection takes no such figures',
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
  'inspection.minutes-before-fieldwork': {
    kind: 'unprocessable',
    vi: 'Ngày biên bản sớm hơn ngày bắt đầu kiểm tra tại đơn vị',
    en: 'The minutes are dated before fieldwork began',
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

  ...longPathRefusals,

  ...recommendationRefusals,
} as const satisfies Readonly<Record<string, Refusal>>;

export type RefusalCode = keyof typeof refusals;

/** The Rejection of that code, its kind taken from the table. */
export function refusal(code: RefusalCode, facts: Facts = {}): Rejection {
  return new Rejection(refusals[code].kind, code, facts);
}
