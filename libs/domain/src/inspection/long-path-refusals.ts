/** Why the team's changes, the long path and the course of findings are turned down; part of the one table in `refusals.ts`. */
export const longPathRefusals = {
  'inspection.already-directed': {
    kind: 'conflict',
    vi: 'Đã có văn bản chỉ đạo thực hiện',
    en: 'Implementation was directed already',
  },
  'inspection.already-published': {
    kind: 'conflict',
    vi: 'Kết luận đã được công khai',
    en: 'The conclusion was published already',
  },
  'inspection.amendment-raises-severity': {
    kind: 'unprocessable',
    vi: 'Sửa tồn tại không được nâng mức độ; hãy nâng mức độ kèm lý do',
    en: 'An amendment does not raise the severity; raise it with a reason',
  },
  'inspection.appraised-by-team': {
    kind: 'forbidden',
    vi: 'Người của đoàn kiểm tra không được thẩm định dự thảo',
    en: 'Nobody of the team appraises its draft',
  },
  'inspection.channel-not-used': {
    kind: 'unprocessable',
    vi: 'Kết luận không công khai qua kênh này',
    en: 'The conclusion was not published in this channel',
  },
  'inspection.complaint-id-taken': {
    kind: 'unprocessable',
    vi: 'Mã này đã dùng cho một khiếu nại khác',
    en: 'Another complaint has this id',
  },
  'inspection.complaint-resolved': {
    kind: 'conflict',
    vi: 'Khiếu nại này đã được giải quyết',
    en: 'This complaint was resolved already',
  },
  'inspection.complaint-unknown': {
    kind: 'unprocessable',
    vi: 'Không có khiếu nại này',
    en: 'There is no such complaint',
  },
  'inspection.conclusion-issued': {
    kind: 'conflict',
    vi: 'Kết luận đã ban hành',
    en: 'The conclusion was issued already',
  },
  'inspection.conflict-declared': {
    kind: 'forbidden',
    vi: 'Người này đã khai xung đột lợi ích và phải được thay',
    en: 'This person declared a conflict of interest and must be replaced',
  },
  'inspection.dated-too-early': {
    kind: 'unprocessable',
    vi: 'Ngày sớm hơn ngày của văn bản đứng trước',
    en: 'The date is before that of what it follows',
  },
  'inspection.decided-by-team': {
    kind: 'forbidden',
    vi: 'Đoàn kiểm tra không tự quyết định việc này',
    en: 'The team does not decide this itself',
  },
  'inspection.disputes-undecided': {
    kind: 'conflict',
    vi: 'Còn tồn tại đơn vị không thống nhất chưa được xem xét',
    en: 'Some disputed findings are not decided',
  },
  'inspection.draft-not-appraised': {
    kind: 'conflict',
    vi: 'Dự thảo kết luận chưa được thẩm định',
    en: 'The draft conclusion is not appraised',
  },
  'inspection.extended-by-team': {
    kind: 'forbidden',
    vi: 'Đoàn kiểm tra không tự gia hạn',
    en: 'The team does not extend its own time',
  },
  'inspection.extended-too-often': {
    kind: 'conflict',
    vi: 'Đã hết số lần được gia hạn',
    en: 'Fieldwork may not be extended again',
  },
  'inspection.extension-not-later': {
    kind: 'unprocessable',
    vi: 'Ngày gia hạn phải sau thời hạn đang có',
    en: 'The new end must be after the one in force',
  },
  'inspection.extension-too-late': {
    kind: 'unprocessable',
    vi: 'Quyết định gia hạn ký sau khi thời hạn đã hết',
    en: 'The extension is dated after the time was over',
  },
  'inspection.fieldwork-before-decision': {
    kind: 'unprocessable',
    vi: 'Thời hạn kiểm tra sớm hơn ngày quyết định',
    en: 'Fieldwork would end before the decision',
  },
  'inspection.fieldwork-without-end': {
    kind: 'conflict',
    vi: 'Quyết định không ghi thời hạn kiểm tra để gia hạn',
    en: 'The decision sets no end of fieldwork to extend',
  },
  'inspection.finding-accepted': {
    kind: 'conflict',
    vi: 'Đơn vị đã thống nhất với tồn tại này',
    en: 'The unit accepted this finding',
  },
  'inspection.finding-already-confirmed': {
    kind: 'conflict',
    vi: 'Tồn tại này đã được xác nhận',
    en: 'This finding was confirmed already',
  },
  'inspection.finding-disputed': {
    kind: 'conflict',
    vi: 'Đơn vị đã có ý kiến không thống nhất với tồn tại này',
    en: 'The unit disputed this finding already',
  },
  'inspection.finding-judged-by-finder': {
    kind: 'forbidden',
    vi: 'Người ghi nhận tồn tại không được tự xác nhận hoặc xem xét ý kiến về nó',
    en: 'Whoever recorded the finding neither confirms it nor decides on its dispute',
  },
  'inspection.finding-not-communicated': {
    kind: 'conflict',
    vi: 'Tồn tại này chưa được thông báo cho đơn vị',
    en: 'The unit was not told of this finding yet',
  },
  'inspection.finding-recommended': {
    kind: 'conflict',
    vi: 'Đã có kiến nghị cho tồn tại này',
    en: 'A recommendation rests on this finding',
  },
  'inspection.finding-withdrawn': {
    kind: 'conflict',
    vi: 'Tồn tại này đã được rút',
    en: 'This finding was withdrawn',
  },
  'inspection.findings-not-open': {
    kind: 'conflict',
    vi: 'Tồn tại không còn, hoặc chưa, được thay đổi ở bước này',
    en: 'Findings are not open to this at the present stage',
  },
  'inspection.findings-unconfirmed': {
    kind: 'conflict',
    vi: 'Còn tồn tại chưa được người thứ hai xác nhận',
    en: 'Some findings are not confirmed by a second person',
  },
  'inspection.judged-by-own-unit': {
    kind: 'forbidden',
    vi: 'Đơn vị không được tự xem xét việc của mình',
    en: 'A unit does not judge its own case',
  },
  'inspection.leaving-not-on-team': {
    kind: 'unprocessable',
    vi: 'Người được thay không có trong đoàn',
    en: 'Who is to be replaced is not on the team',
  },
  'inspection.never-announced': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra này không công bố trước',
    en: 'This inspection is not announced beforehand',
  },
  'inspection.no-draft': {
    kind: 'conflict',
    vi: 'Chưa có dự thảo kết luận',
    en: 'There is no draft conclusion',
  },
  'inspection.no-reply-window': {
    kind: 'conflict',
    vi: 'Không có dự thảo nào đang chờ đơn vị giải trình',
    en: 'No draft is waiting for the answer of the unit',
  },
  'inspection.not-announced': {
    kind: 'conflict',
    vi: 'Chưa công bố quyết định kiểm tra',
    en: 'The decision was not announced yet',
  },
  'inspection.not-at-this-stage': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra không ở bước này',
    en: 'The inspection is not at this stage',
  },
  'inspection.not-concluded': {
    kind: 'conflict',
    vi: 'Chưa có kết luận',
    en: 'There is no conclusion yet',
  },
  'inspection.not-on-long-path': {
    kind: 'conflict',
    vi: 'Cuộc kiểm tra này kết thúc bằng biên bản, không có kết luận',
    en: 'This inspection ends with its minutes, without a conclusion',
  },
  'inspection.not-published': {
    kind: 'conflict',
    vi: 'Kết luận chưa được công khai',
    en: 'The conclusion is not published',
  },
  'inspection.nothing-disputed': {
    kind: 'conflict',
    vi: 'Không có ý kiến nào về tồn tại này đang chờ xem xét',
    en: 'No dispute of this finding is waiting to be decided',
  },
  'inspection.nothing-to-direct': {
    kind: 'conflict',
    vi: 'Không có tồn tại nào phải chỉ đạo khắc phục',
    en: 'There is nothing left whose remedy could be directed',
  },
  'inspection.number-taken': {
    kind: 'unprocessable',
    vi: 'Số này đã dùng cho văn bản khác của cuộc kiểm tra',
    en: 'Another document of the inspection has this number',
  },
  'inspection.period-reversed': {
    kind: 'unprocessable',
    vi: 'Thời kỳ kiểm tra kết thúc trước khi bắt đầu',
    en: 'The inspected period ends before it begins',
  },
  'inspection.publication-channels': {
    kind: 'unprocessable',
    vi: 'Chưa đủ kênh công khai bắt buộc',
    en: 'The channels that publication needs are missing',
  },
  'inspection.publication-needs-second-person': {
    kind: 'forbidden',
    vi: 'Người đã che thông tin không được tự công khai',
    en: 'Whoever prepared the redaction may not publish it',
  },
  'inspection.publication-not-over': {
    kind: 'conflict',
    vi: 'Chưa hết thời gian công khai',
    en: 'The time of publication is not over',
  },
  'inspection.publication-proof-empty': {
    kind: 'unprocessable',
    vi: 'Cần ít nhất một minh chứng công khai',
    en: 'At least one proof of the publication is needed',
  },
  'inspection.publication-too-short': {
    kind: 'unprocessable',
    vi: 'Thời gian công khai ngắn hơn quy định',
    en: 'The publication is shorter than the rules ask for',
  },
  'inspection.publication-unproven': {
    kind: 'conflict',
    vi: 'Còn kênh công khai chưa có minh chứng',
    en: 'Some channels have no proof of the publication',
  },
  'inspection.recommendations-open': {
    kind: 'conflict',
    vi: 'Còn kiến nghị chưa đóng',
    en: 'Some recommendations are not settled',
  },
  'inspection.rectification-empty': {
    kind: 'unprocessable',
    vi: 'Đính chính phải nêu ít nhất một lỗi',
    en: 'A rectification names at least one error',
  },
  'inspection.rectified-text-not-found': {
    kind: 'unprocessable',
    vi: 'Kết luận không có đoạn được đính chính',
    en: 'The conclusion has no such text to rectify',
  },
  'inspection.redaction-missing': {
    kind: 'conflict',
    vi: 'Chưa có bản kết luận đã che thông tin',
    en: 'There is no redacted text yet',
  },
  'inspection.regime-not-in-force': {
    kind: 'unprocessable',
    vi: 'Chế độ kiểm tra này không có hiệu lực vào ngày quyết định',
    en: 'This regime is not in force on the day of the decision',
  },
  'inspection.reinspected-by-a-party': {
    kind: 'forbidden',
    vi: 'Cơ quan đã kết luận hoặc bị kiểm tra không được kiểm tra lại',
    en: 'A re-inspection is ordered by a superior, not by a party',
  },
  'inspection.reinspection-concluded': {
    kind: 'conflict',
    vi: 'Kiểm tra lại đã có kết quả',
    en: 'The re-inspection has its outcome already',
  },
  'inspection.reinspection-too-late': {
    kind: 'unprocessable',
    vi: 'Đã hết thời hiệu kiểm tra lại',
    en: 'The time for a re-inspection is over',
  },
  'inspection.reinspection-under-way': {
    kind: 'conflict',
    vi: 'Đang có một cuộc kiểm tra lại',
    en: 'A re-inspection is under way',
  },
  'inspection.reinspection-unknown': {
    kind: 'unprocessable',
    vi: 'Không có cuộc kiểm tra lại này',
    en: 'There is no such re-inspection',
  },
  'inspection.reply-window-closed': {
    kind: 'conflict',
    vi: 'Đã hết hạn giải trình',
    en: 'The time to answer is over',
  },
  'inspection.reply-window-open': {
    kind: 'conflict',
    vi: 'Đơn vị còn trong hạn giải trình',
    en: 'The unit may still answer',
  },
  'inspection.reply-window-too-short': {
    kind: 'unprocessable',
    vi: 'Hạn giải trình ngắn hơn quy định',
    en: 'The time to answer is shorter than the rules ask for',
  },
  'inspection.response-point-unknown': {
    kind: 'unprocessable',
    vi: 'Đơn vị không có ý kiến này',
    en: 'The unit made no such point',
  },
  'inspection.response-points-unassessed': {
    kind: 'conflict',
    vi: 'Còn ý kiến của đơn vị chưa được xem xét',
    en: 'Some points of the unit are not assessed',
  },
  'inspection.response-without-points': {
    kind: 'unprocessable',
    vi: 'Giải trình phải có ít nhất một ý kiến',
    en: 'An answer makes at least one point',
  },
  'inspection.self-check-of-another': {
    kind: 'unprocessable',
    vi: 'Tự kiểm tra do chính đơn vị ra quyết định',
    en: 'A self-check is ordered by the unit itself',
  },
  'inspection.severity-not-raised': {
    kind: 'unprocessable',
    vi: 'Mức độ mới không nặng hơn mức độ đang có',
    en: 'The new severity is no graver than the present one',
  },
  'inspection.signed-by-appraiser': {
    kind: 'forbidden',
    vi: 'Người thẩm định dự thảo không được ký kết luận',
    en: 'Whoever appraised a draft does not sign the conclusion',
  },
  'inspection.stages-missing': {
    kind: 'conflict',
    vi: 'Còn bước chưa làm xong: công khai, chỉ đạo, khiếu nại hoặc kiểm tra lại',
    en: 'Publication, directive, a complaint or a re-inspection is not finished',
  },
  'inspection.strength-on-failed-item': {
    kind: 'unprocessable',
    vi: 'Chỉ ghi ưu điểm ở mục đạt',
    en: 'A positive finding stands on an item that passed',
  },
  'inspection.superior-is-a-party': {
    kind: 'unprocessable',
    vi: 'Cấp xin ý kiến không được là một bên',
    en: 'The superior asked must not be a party',
  },
  'inspection.superior-opinion-awaited': {
    kind: 'conflict',
    vi: 'Đang chờ ý kiến cấp trên',
    en: 'The opinion of the superior is awaited',
  },
  'inspection.team-changed-by-itself': {
    kind: 'forbidden',
    vi: 'Người của đoàn không tự thay thành viên',
    en: 'The team does not change its own members',
  },
  'inspection.team-member-not-of-unit': {
    kind: 'unprocessable',
    vi: 'Tự kiểm tra chỉ gồm người của đơn vị',
    en: 'A self-check is done by people of the unit',
  },
  'inspection.unit-not-heard': {
    kind: 'conflict',
    vi: 'Dự thảo chưa gửi đơn vị giải trình',
    en: 'The draft was not sent to the unit to be heard',
  },
  'inspection.unit-only': {
    kind: 'forbidden',
    vi: 'Chỉ đơn vị được kiểm tra làm việc này',
    en: 'Only the inspected unit may do this',
  },
  'inspection.unit-orders-self-checks-only': {
    kind: 'forbidden',
    vi: 'Đơn vị chỉ ra quyết định tự kiểm tra mình',
    en: 'A unit orders checks of itself only',
  },
} as const;
